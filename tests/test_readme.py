"""What the README and the package say about themselves is true."""

from __future__ import annotations

import doctest
import re
import sys
from pathlib import Path

import pytest

import cleaner
from cleaner.config import from_table

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent


def test_examples_in_the_readme_run() -> None:
    found = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert found.attempted > 5 and not found.failed


def test_examples_in_the_package_run() -> None:
    found = doctest.testmod(cleaner)
    assert found.attempted and not found.failed


def test_the_readme_shows_the_sample_as_it_is() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    sample = (ROOT / "fixtures/dump/wire/harbour.txt").read_text(encoding="utf-8")
    shown = readme.split("```text\n")[1].split("\n…")[0]
    assert sample.startswith(shown)
    cleaned = readme.split("```text\n")[2].split("\n…")[0]
    assert cleaner.clean(sample).text.startswith(cleaned)


@pytest.mark.parametrize("page", ["README.md", "docs/profiles.md"])
def test_configuration_that_is_shown_can_be_used(page: str) -> None:
    shown = re.findall(r"^```toml\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert shown and all(from_table(tomllib.loads(block)).sources for block in shown)
