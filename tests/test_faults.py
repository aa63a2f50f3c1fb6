"""What goes wrong outside: kills, full disks, inputs that move, other runs; nothing finished is lost or done twice."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from shell import (
    CLEAN,
    ENVIRONMENT,
    INTERRUPTED,
    TROUBLE,
    clean,
    corpus,
    dirty,
    jsonl,
    said,
    start,
    tool,
    tree,
)

from cleaner.config import Options
from cleaner.pipeline import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, limits and permissions of POSIX")

KILLS, FORKED_KILLS = 4, 60


@pytest.fixture(scope="module")
def dump(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dump of four units: loose documents, and record files that fill a unit each."""
    folder = corpus(tmp_path_factory.mktemp("dump") / "in", big=20, small=9, words=40)
    for name in ("x", "y", "z"):
        jsonl(folder / "wire" / f"{name}.jsonl", [{"id": n, "text": dirty(n, 2_000)} for n in range(50)])
    return folder


@pytest.fixture(scope="module")
def whole(dump: Path) -> dict[str, bytes]:
    """The files of a run that nothing disturbs."""
    assert clean("in", "whole", "-q", cwd=dump.parent) == CLEAN
    return tree(dump.parent / "whole")


def begun(out: Path) -> bool:
    """Whether the run has finished a first unit."""
    journal = out / ".corpus-clean" / "journal.jsonl"
    return journal.exists() and journal.stat().st_size > 0


def test_killed_at_random_moments_it_resumes_to_the_same_bytes(tmp_path: Path) -> None:
    """With workers, and a file that is done in ranges: every visible file is whole at every moment."""
    corpus(tmp_path / "in", big=2_000, words=700, small=12)
    assert clean("in", "whole", "-q", "--jobs", 2, cwd=tmp_path) == CLEAN
    dice, out, whole = random.Random(20190228), tmp_path / "out", tree(tmp_path / "whole")
    for _ in range(KILLS):
        process = start("in", "out", "-q", "--jobs", 2, cwd=tmp_path)
        time.sleep(dice.uniform(0.5, 3))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        for name, data in tree(out).items():
            assert data == whole[name], name
        if process.returncode == CLEAN:
            shutil.rmtree(out)
    assert clean("in", "out", "-q", "--jobs", 2, cwd=tmp_path) == CLEAN
    assert tree(out) == whole
    assert [path.name for path in (out / ".corpus-clean").iterdir()] == ["lock"]


FORKS = """
import json, os, random, shutil, signal, sys, time
from pathlib import Path
from cleaner.config import Options
from cleaner.pipeline import run
source, out, whole, kills = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4])
dice, options = random.Random(7), Options(jobs=1)
found = {"ended": 0, "halves": 0, "begun": 0, "redone": 0, "kept": 0}
kept = {}
run(source, Path("warm"), options)

def start(moment):
    # A run in a child, and a pipe that says when the moment-th piece is done (or the child is).
    ours, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        return child, ours
    left = moment
    def progress(at, size, records):
        nonlocal left
        left -= 1
        if not left:
            os.write(theirs, b"x")
    if not moment:
        os.write(theirs, b"x")
    run(source, out, options, progress)
    os._exit(0)

while kills > 0 or (not found["kept"] and kills > -10 * int(sys.argv[4])):  # until one came behind an output
    child, pipe = start(dice.randrange(14))
    os.read(pipe, 1)
    os.close(pipe)
    time.sleep(dice.choice([0, dice.uniform(0, 0.02), dice.uniform(0, 0.2)]))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    files = [p for p in out.rglob("*") if p.is_file() and ".corpus-clean" not in p.parts]
    found["halves"] += sum(p.read_bytes() != (whole / p.relative_to(out)).read_bytes() for p in files)
    if not os.WIFSIGNALED(status) or (out / "manifest.json").exists():
        found["ended"] += 1
        kept = {}
        shutil.rmtree(out)
        continue
    kills -= 1
    journal = out / ".corpus-clean" / "journal.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
    found["begun"] += bool(lines)
    entries = [json.loads(line) for line in lines if line.endswith(b"\\n")]
    found["redone"] += sum((out / file).stat().st_ino != inode for file, inode in kept.items())
    kept = {file: (out / file).stat().st_ino for e in entries for o in e.get("outputs", ()) for file in o["files"]}
    found["kept"] += len(kept)
print(json.dumps(found))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_sixty_kills_leave_no_half_file_and_no_finished_output_is_made_again(
    dump: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "script.py").write_text(FORKS)
    words = [sys.executable, "script.py", str(dump), "out", str(dump.parent / "whole"), str(FORKED_KILLS)]
    done = subprocess.run(words, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, timeout=1200, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout)
    assert found["halves"] == found["redone"] == 0
    assert found["begun"] > 0, "no kill came after the first finished unit"
    assert found["kept"] > 0, "no kill came after the first finished output"
    assert clean(dump, "out", "-q", cwd=tmp_path) == CLEAN
    assert tree(tmp_path / "out") == whole


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
    if what == "kill-worker":
        os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
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


def test_a_finished_unit_is_not_done_again(dump: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """Its shards stay the files that they were until their outputs are joined."""
    disturbed(dump, tmp_path / "out", 1, 1, "kill")
    shards = tmp_path / "out" / ".corpus-clean" / "shards"
    held = {path: path.stat().st_ino for path in shards.iterdir() if path.suffix != ".part"}
    assert held
    looked = 0

    def watch(at: int, size: int, records: int) -> None:
        nonlocal looked
        for path, inode in held.items():
            if path.exists():
                assert path.stat().st_ino == inode
                looked += 1

    run(dump, tmp_path / "out", Options(jobs=1), watch)
    assert looked
    assert tree(tmp_path / "out") == whole


def test_a_worker_that_the_system_kills_is_named_and_the_rest_is_kept(
    dump: Path, whole: dict[str, bytes], tmp_path: Path
) -> None:
    done = disturbed(dump, tmp_path / "out", 2, 1, "kill-worker")
    assert done.returncode == 1
    message = done.stderr.decode()
    assert "was ended by the system (SIGKILL)" in message
    assert "run the same command again" in message
    assert begun(tmp_path / "out")
    assert clean(dump, "out", "-q", cwd=tmp_path) == CLEAN
    assert tree(tmp_path / "out") == whole


@pytest.mark.parametrize(("what", "verb"), [("grow", "changed"), ("vanish", "vanished")])
def test_an_input_that_moves_while_it_is_read(
    dump: Path, whole: dict[str, bytes], tmp_path: Path, what: str, verb: str
) -> None:
    shutil.copytree(dump, tmp_path / "in")
    done = disturbed(tmp_path / "in", tmp_path / "out", 1, 1, what)
    assert done.returncode == 1
    assert f"trouble: wire/z.jsonl {verb} while being read" in done.stderr.decode()
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert not (tmp_path / "out" / "articles" / "wire" / "z.jsonl").exists()
    assert (tmp_path / "out" / "articles" / "wire" / "y.jsonl").exists(), "everything else is kept"
    shutil.copy(dump / "wire" / "z.jsonl", tmp_path / "in" / "wire" / "z.jsonl")
    assert clean("in", "out", "-q", cwd=tmp_path) == CLEAN
    assert tree(tmp_path / "out") == whole


def heeding_ctrl_c() -> None:
    """For a child: what a shell starts in the background ignores Ctrl-C, and so would all that is started from it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


STOPS = 10
"""Seconds in which Ctrl-C must have stopped everything, on however busy a machine."""


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("early", [False, True], ids=["in a unit", "at the start"])
def test_ctrl_c_stops_and_the_next_run_goes_on(
    dump: Path, whole: dict[str, bytes], tmp_path: Path, jobs: int, early: bool
) -> None:
    """As a terminal sends it: to the command, its workers and the process that forks them, all at once."""
    out = tmp_path / "out"
    process = start(dump, out, "-q", "--jobs", jobs, cwd=tmp_path, start_new_session=True, preexec_fn=heeding_ctrl_c)
    while not ((out / ".corpus-clean" / "lock").exists() if early else begun(out)) and process.poll() is None:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    _, left = process.communicate(timeout=STOPS)
    assert process.returncode == INTERRUPTED
    assert left.decode().strip() == "corpus-clean: interrupted; run the same command again to go on"
    assert clean(dump, "out", "-q", cwd=tmp_path) == CLEAN
    assert tree(out) == whole


INTERRUPTED_WITHIN = """
from cleaner import __main__
__main__._run = lambda: exec("raise KeyboardInterrupt")
__main__.main()
"""


def test_ctrl_c_within_code_made_from_text_is_told_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(INTERRUPTED_WITHIN)
    words = [sys.executable, "-m", "script"]
    done = subprocess.run(words, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, timeout=60, check=False)
    assert done.returncode == INTERRUPTED
    assert said(done) == "corpus-clean: interrupted; run the same command again to go on"


def limited(size: int) -> Callable[[], None]:
    """A process that may not write files beyond ``size`` bytes, as on a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_is_one_clear_line_and_the_next_run_completes(
    dump: Path, whole: dict[str, bytes], tmp_path: Path, jobs: int
) -> None:
    done = tool(dump, "out", "--jobs", jobs, "-q", cwd=tmp_path, preexec_fn=limited(100_000))
    assert done.returncode == TROUBLE
    assert "File too large; mend that and run the same command again" in said(done)
    assert len(said(done).splitlines()) == 1
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out" / "manifest.json").exists()
    for name, data in tree(tmp_path / "out").items():
        assert data == whole[name]
    assert clean(dump, "out", "-q", cwd=tmp_path) == CLEAN
    assert tree(tmp_path / "out") == whole


def test_a_tiny_file_system_that_fills_up(dump: Path, tmp_path: Path) -> None:
    """A real small disk, where this machine lets an ordinary user mount one."""
    (tmp_path / "disk").mkdir()
    words = [sys.executable, "-m", "cleaner", str(dump), "disk/out", "-q", "--jobs", "2"]
    script = 'mount -t tmpfs -o size=300k none disk && "$@"; code=$?; find disk/out -name manifest.json; exit $code'
    cage = ["unshare", "--user", "--map-root-user", "--mount"]
    try:
        usable = subprocess.run([*cage, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if usable.returncode:
        pytest.skip("no user namespaces here")
    done = subprocess.run(
        [*cage, "sh", "-c", script, "sh", *words], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, check=False
    )
    assert done.returncode == TROUBLE
    assert "No space left on device; mend that and run the same command again" in said(done)
    assert done.stdout == b"", "no manifest: the run is not finished"
