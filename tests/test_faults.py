"""What goes wrong outside: kills, full disks, inputs that move, other runs; nothing finished is lost or done twice."""

from __future__ import annotations

import ctypes
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from shell import CLEAN, ENVIRONMENT, INTERRUPTED, TROUBLE, corpus, dirty, jsonl, said, start, tool, tree

from cleaner.lock import Lock
from cleaner.write.atomic import RowFile

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, limits and permissions of POSIX")

KILLS = 12


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dump of several units."""
    return corpus(tmp_path_factory.mktemp("dump") / "in", big=2_100, words=700, small=12)


@pytest.fixture(scope="module")
def whole(dump: Path) -> dict[str, bytes]:
    """The files of a run that nothing disturbs."""
    assert tool("in", "whole", "-q", "--jobs", 2, cwd=dump.parent).returncode == CLEAN
    return tree(dump.parent / "whole")


def begun(out: Path) -> bool:
    """Whether the run has finished a first unit."""
    journal = out / ".corpus-clean" / "journal.jsonl"
    return journal.exists() and journal.stat().st_size > 0


def finished(out: Path) -> dict[str, int]:
    """The inodes of the files of outputs that the journal counts as finished."""
    journal = out / ".corpus-clean" / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
    entries = [json.loads(line) for line in lines if line.endswith(b"\n")]
    paths = [path for entry in entries for output in entry.get("outputs", ()) for path in output["files"]]
    return {path: (out / path).stat().st_ino for path in paths}


def test_killed_at_random_moments_it_resumes_to_the_same_bytes(
    dump: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    """Every visible file is whole at every moment, what was finished stays as it is, and the end is the same."""
    dice, out, survived = random.Random(20190228), tmp_path / "out", 0
    for _ in range(KILLS):
        process = start(dump, out, "-q", "--jobs", 2, cwd=tmp_path)
        time.sleep(dice.uniform(0.2, 2.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        survived += process.returncode == CLEAN
        for name, data in tree(out).items() if out.exists() else ():
            assert data == whole[name], name
        kept = finished(out)
        if (out / "manifest.json").exists():
            assert tree(out) == whole
            (out / "manifest.json").unlink()
            (out / "articles" / "wire" / "big.jsonl").unlink(missing_ok=True)
    assert survived < KILLS, "no kill came before the end"
    done = tool(dump, out, "-q", "--jobs", 2, cwd=tmp_path)
    assert done.returncode == CLEAN, done.stderr
    assert tree(out) == whole
    for name, inode in kept.items():
        assert (out / name).exists()
        assert (out / name).stat().st_ino == inode or name.endswith("big.jsonl")
    assert [path.name for path in (out / ".corpus-clean").iterdir()] == ["lock"]


SCRIPT = """
import multiprocessing, os, signal, sys
from pathlib import Path
from cleaner.config import Options
from cleaner.pipeline import Trouble, run
source, out, jobs, moment, what = sys.argv[1:]
calls = 0

def progress(at, size, records):
    global calls
    calls += 1
    if calls != int(moment):
        return
    if what == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "kill-workers":
        for child in multiprocessing.active_children():
            os.kill(child.pid, signal.SIGKILL)
    if what == "grow":
        with open(sorted(Path(source).rglob("*.jsonl"))[-1], "a") as file:
            file.write("{}\\n")
    if what == "vanish":
        sorted(Path(source).rglob("*.jsonl"))[-1].unlink()

if __name__ == "__main__":
    try:
        run(Path(source), Path(out), Options(jobs=int(jobs)), progress)
    except Trouble as trouble:
        sys.exit(f"trouble: {trouble}")
"""


def disturbed(source: Path, out: Path, jobs: int, moment: int, what: str) -> subprocess.CompletedProcess[bytes]:
    """A run in which something happens when the ``moment``-th piece is done."""
    script = out.parent / "script.py"
    script.write_text(SCRIPT)
    words = [sys.executable, str(script), str(source), str(out), str(jobs), str(moment), what]
    return subprocess.run(words, env=ENVIRONMENT, capture_output=True, timeout=120, check=False)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Loose documents and two record files of more than one unit."""
    corpus(tmp_path / "in", big=20, small=9, words=40)
    for name in ("y", "z"):
        jsonl(tmp_path / "in" / "wire" / f"{name}.jsonl", [{"id": n, "text": dirty(n, 700)} for n in range(250)])
    return tmp_path


def test_killed_between_any_two_steps_it_resumes_without_doing_finished_work_again(small: Path) -> None:
    assert tool("in", "whole", "-q", cwd=small).returncode == CLEAN
    for moment in range(1, 12):
        disturbed(small / "in", small / "out", 1, moment, "kill")
        kept = finished(small / "out")
        shards = {path.name for path in (small / "out" / ".corpus-clean" / "shards").glob("*.articles")}
        assert not (small / "out" / "manifest.json").exists()
        if moment == 11:
            assert shards or kept
    assert tool("in", "out", "-q", cwd=small).returncode == CLEAN
    assert tree(small / "out") == tree(small / "whole")
    assert {name: (small / "out" / name).stat().st_ino for name in kept} == kept


def test_a_worker_that_the_system_kills_is_named_and_the_rest_is_kept(
    dump: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    done = disturbed(dump, tmp_path / "out", 2, 1, "kill-workers")
    assert done.returncode == 1
    message = done.stderr.decode()
    assert "was ended by the system (SIGKILL)" in message
    assert "run the same command again" in message
    assert begun(tmp_path / "out")
    assert tool(dump, "out", "-q", cwd=tmp_path).returncode == CLEAN
    assert tree(tmp_path / "out") == whole


@pytest.mark.parametrize(("what", "verb"), [("grow", "changed"), ("vanish", "vanished")])
def test_an_input_that_moves_while_it_is_read(small: Path, what: str, verb: str) -> None:
    done = disturbed(small / "in", small / "out", 1, 1, what)
    assert done.returncode == 1
    assert f"trouble: wire/z.jsonl {verb} while being read" in done.stderr.decode()
    assert not (small / "out" / "manifest.json").exists()
    assert not (small / "out" / "articles" / "wire" / "z.jsonl").exists()
    assert (small / "out" / "articles" / "wire" / "y.jsonl").exists(), "everything else is kept"
    again = tool("in", "out", "-q", cwd=small)
    assert again.returncode == (1 if what == "grow" else CLEAN)
    tool("in", "fresh", "-q", cwd=small)
    assert tree(small / "out") == tree(small / "fresh")


def test_ctrl_c_stops_and_the_next_run_goes_on(dump: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    out = tmp_path / "out"
    process = start(dump, out, "-q", "--jobs", 2, cwd=tmp_path)
    while not begun(out) and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, left = process.communicate(timeout=30)
    assert process.returncode == INTERRUPTED
    assert "corpus-clean: interrupted; run the same command again to go on" in left.decode()
    assert b"Traceback" not in left
    assert tool(dump, "out", "-q", cwd=tmp_path).returncode == CLEAN
    assert tree(out) == whole


def test_two_runs_exclude_each_other(small: Path) -> None:
    assert tool("in", "out", "-q", cwd=small).returncode == CLEAN
    before = tree(small / "out")
    with Lock(small / "out" / ".corpus-clean" / "lock"):
        done = tool("in", "out", cwd=small)
    assert done.returncode == TROUBLE
    assert said(done) == "corpus-clean: out: another run is writing here; wait for it or choose another folder"
    assert tree(small / "out") == before
    assert tool("in", "out", "-q", cwd=small).returncode == CLEAN


def without_privilege() -> None:
    """Make permissions count even for root, in the process that is about to start."""
    if os.geteuid() == 0:
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def limited(size: int) -> Callable[[], None]:
    """A process that may not write files beyond ``size`` bytes, as on a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.skipif(sys.platform != "linux", reason="needs a way to take root's privileges away")
def test_a_folder_that_must_not_be_written_is_one_clear_line(small: Path) -> None:
    (small / "out").mkdir()
    (small / "out").chmod(0o555)
    done = tool("in", "out", cwd=small, preexec_fn=without_privilege)
    assert done.returncode == TROUBLE
    assert said(done) == "corpus-clean: out/.corpus-clean: Permission denied; mend that and run the same command again"
    assert tree(small / "out") == {}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_is_one_clear_line_and_the_next_run_completes(
    dump: Path, whole: dict[str, bytes], tmp_path: Path, jobs: int
) -> None:
    done = tool(dump, "out", "--jobs", jobs, "-q", cwd=tmp_path, preexec_fn=limited(1 << 20))
    assert done.returncode == TROUBLE
    assert "File too large; mend that and run the same command again" in said(done)
    assert len(said(done).splitlines()) == 1
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out" / "manifest.json").exists()
    for name, data in tree(tmp_path / "out").items():
        assert data == whole[name]
    assert tool(dump, "out", "-q", cwd=tmp_path).returncode == CLEAN
    assert tree(tmp_path / "out") == whole


def test_a_tiny_file_system_that_fills_up(small: Path) -> None:
    """A real small disk, where this machine lets an ordinary user mount one."""
    (small / "disk").mkdir()
    words = [sys.executable, "-m", "cleaner", "in", "disk/out", "-q", "--jobs", "2"]
    script = 'mount -t tmpfs -o size=600k none disk && "$@"; code=$?; find disk/out -name manifest.json; exit $code'
    cage = ["unshare", "--user", "--map-root-user", "--mount"]
    try:
        usable = subprocess.run([*cage, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if usable.returncode:
        pytest.skip("no user namespaces here")
    done = subprocess.run(
        [*cage, "sh", "-c", script, "sh", *words], cwd=small, env=ENVIRONMENT, capture_output=True, check=False
    )
    assert done.returncode == TROUBLE
    assert "No space left on device; mend that and run the same command again" in said(done)
    assert done.stdout == b"", "no manifest: the run is not finished"


def test_leftovers_of_a_killed_run_are_cleared_away(small: Path) -> None:
    hidden = small / "out" / ".corpus-clean"
    (hidden / "shards").mkdir(parents=True)
    (hidden / "shards" / "half.articles.1.2.part").write_bytes(b"half a r")
    (hidden / "journal.jsonl").write_bytes(b'{"outputs": [{"na')
    assert tool("in", "out", "-q", cwd=small).returncode == CLEAN
    assert tool("in", "fresh", "-q", cwd=small).returncode == CLEAN
    assert tree(small / "out") == tree(small / "fresh")
    assert [path.name for path in hidden.iterdir()] == ["lock"]


@pytest.mark.parametrize("harm", [b"", b"{}", b"\x00\xff", b'{"schema": 99}'])
def test_a_damaged_manifest_costs_time_but_nothing_else(small: Path, harm: bytes) -> None:
    tool("in", "out", "-q", cwd=small)
    before = tree(small / "out")
    (small / "out" / "manifest.json").write_bytes(harm)
    assert tool("in", "out", "-q", cwd=small).returncode == CLEAN
    assert tree(small / "out") == before


@pytest.mark.parametrize("compress", [None, "gz", "zst"])
def test_a_file_has_its_name_only_when_it_is_whole(tmp_path: Path, compress: str | None) -> None:
    path = tmp_path / "rows"
    file = RowFile(path, compress)
    for number in range(100_000):
        file.write(b"%d" % number)
    assert not path.exists()
    made = file.close()
    assert (made.rows, made.bytes) == (100_000, path.stat().st_size)
    other = RowFile(tmp_path / "other", compress)
    other.write(b"row")
    other.abandon()
    assert [one.name for one in tmp_path.iterdir()] == ["rows"]
