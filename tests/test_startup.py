"""What a start imports, and how the garbage collector is kept out of it."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from shell import ENVIRONMENT, prose

from cleaner import garbage

LATE = (
    "rich",
    "lxml",
    "chardet",
    "bs4",
    "jsonschema",
    "multiprocessing",
    "ssl",
    "cleaner.read.xml",
    "cleaner.htmlpages.body",
    "cleaner.rules.media.photo_credit_line",
)
"""What a quiet run over one plain text has no use for."""

SCRIPT = """
import sys
from cleaner.__main__ import main
try:
    main()
except SystemExit:
    pass
print("\\n".join(sys.modules))
"""


def imported(*words: str, cwd: Path) -> set[str]:
    """The modules that are imported when the command with these words has ended."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_version_is_told_without_importing_more_than_the_package(tmp_path: Path) -> None:
    found = imported("--version", cwd=tmp_path)
    assert {name for name in found if name.startswith("cleaner")} == {"cleaner", "cleaner.__main__"}
    assert not found & {"typing", "re", "click", "importlib.metadata"}


def test_a_quiet_run_over_one_text_imports_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(prose(1))
    imported("a.txt", "out", "--quiet", cwd=tmp_path)  # what is kept is made
    (tmp_path / "a.txt").write_text(prose(2))
    found = imported("a.txt", "out", "--quiet", cwd=tmp_path)
    assert not found & set(LATE)
    assert (tmp_path / "out" / "manifest.json").exists()


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector as it was before."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("collector")
def test_what_start_up_makes_is_never_collected_again() -> None:
    garbage.hold()
    assert not gc.isenabled()
    garbage.release()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


@pytest.mark.usefixtures("collector")
def test_a_program_that_uses_the_package_keeps_its_collector() -> None:
    garbage.release()
    assert gc.get_freeze_count() == 0
    gc.disable()
    garbage.hold()
    garbage.release()
    assert not gc.isenabled()
