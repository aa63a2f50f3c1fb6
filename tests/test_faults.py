"""What can go wrong while a run is under way, done for real: kills, full disks, moving input, damaged memory."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import orjson
import pytest
from corpus import RULES, article, build, command, environment, lines, tree

from cleaner import pipeline, units, work
from cleaner.config import Options
from cleaner.crew import Crew, Lost
from cleaner.lock import Lock
from cleaner.units import Unit

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and process groups as POSIX has them")

ALONE = Options(jobs=1, select=RULES)
JOURNAL = Path(".corpus-clean/journal.jsonl")


@pytest.fixture(autouse=True)
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units, "RANGE", 20_000)
    monkeypatch.setattr(units, "RUN_BYTES", 10_000)
    monkeypatch.setattr(units, "RUN_FILES", 8)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faults") / "in"
    build(folder)
    (folder / "more.jsonl").write_text("\n".join(lines(range(1000, 1400))), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(source: Path) -> dict[str, str]:
    """What an uninterrupted run gives."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(units, "RANGE", 20_000)
        pipeline.run(source, source.parent / "whole", ALONE)
    return tree(source.parent / "whole")


def start(source: Path, out: Path, jobs: int) -> subprocess.Popen[str]:
    """A run in a process group of its own."""
    return subprocess.Popen(
        command(source, out, jobs), env=environment(), stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def gone(group: int, seconds: float) -> bool:
    """Whether a process group ends within so many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def noted(out: Path) -> int:
    """How many entries the journal holds."""
    with suppress(FileNotFoundError):
        return (out / JOURNAL).read_bytes().count(b"\n")
    return 0


def wait_for_entries(out: Path, count: int, process: subprocess.Popen[str]) -> None:
    """Wait until the journal holds so many entries, or the process has ended."""
    until = time.monotonic() + 30
    while noted(out) < count and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.005)


def misleading(out: Path) -> list[str]:
    """Data files that are neither whole nor marked as unfinished."""
    bad = []
    for path in tree(out):
        data = (out / path).read_bytes()
        if data and not data.endswith(b"\n"):
            bad.append(path)
    return bad


@pytest.mark.parametrize(("jobs", "wanted"), [(1, 6), (2, 3)])
def test_killed_at_any_moment_a_run_is_taken_up_again(
    source: Path, whole: dict[str, str], tmp_path: Path, jobs: int, wanted: int
) -> None:
    """Nine kills in all, each at a random number of journal entries and a random moment after."""
    chance, out, kills = random.Random(jobs), tmp_path / "out", 0
    while kills < wanted:
        process = start(source, out, jobs)
        wait_for_entries(out, noted(out) + chance.randint(0, 3), process)
        time.sleep(chance.random() * 0.05)
        process.kill()
        if process.wait() != -signal.SIGKILL:
            break
        kills += 1
        assert gone(process.pid, 5), "workers outlive the run that started them"
        assert not misleading(out)
        assert not (out / "manifest.json").exists()
    assert kills > 1
    pipeline.run(source, out, ALONE)
    assert tree(out) == whole
    assert sorted(path.name for path in (out / ".corpus-clean").iterdir()) == ["lock"]


class Stopped(BaseException):
    """As if the process had ended here."""


def stopped_after(source: Path, out: Path, pieces: int) -> None:
    """A run that ends suddenly once so many pieces are done."""
    left = [pieces]

    def progress(done: int, total: int, records: int) -> None:
        left[0] -= 1
        if not left[0]:
            raise Stopped

    with pytest.raises(Stopped):
        pipeline.run(source, out, ALONE, progress)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The places of all pieces that are done while the test runs."""
    places: list[str] = []
    real = work.Worker.do

    def noting(worker: work.Worker, unit: Unit) -> work.Done:
        places.extend(piece.place for piece in unit.pieces)
        return real(worker, unit)

    monkeypatch.setattr(work.Worker, "do", noting)
    yield places


@pytest.mark.parametrize("pieces", [1, 7, 20, 30])
def test_what_is_finished_is_not_done_again(
    source: Path, whole: dict[str, str], tmp_path: Path, done: list[str], pieces: int
) -> None:
    stopped_after(source, tmp_path / "out", pieces)
    first = list(done)
    done.clear()
    pipeline.run(source, tmp_path / "out", ALONE)
    assert tree(tmp_path / "out") == whole
    assert len(first) >= pieces
    assert not set(first) & set(done)


def test_a_torn_journal_and_damaged_shards_are_noticed(
    source: Path, whole: dict[str, str], tmp_path: Path, done: list[str]
) -> None:
    out = tmp_path / "out"
    stopped_after(source, out, 25)
    journal = (out / JOURNAL).read_bytes()
    (out / JOURNAL).write_bytes(journal[:-40])
    shards = sorted((out / ".corpus-clean" / "shards").glob("*.articles"))
    shards[0].write_bytes(shards[0].read_bytes().replace(b"the", b"THE"))
    shards[1].unlink()
    (out / ".corpus-clean" / "shards" / "articles.1.0.part").write_bytes(b'{"id": "half')
    done.clear()
    pipeline.run(source, out, ALONE)
    assert tree(out) == whole
    assert len(done) > 2


def test_input_that_changed_between_two_attempts_is_done_again(source: Path, tmp_path: Path) -> None:
    stopped_after(source, tmp_path / "out", 20)
    text = (source / "many.jsonl").read_text("utf-8")
    try:
        (source / "many.jsonl").write_text(text.replace("ferry", "barge"), encoding="utf-8")
        pipeline.run(source, tmp_path / "out", ALONE)
        pipeline.run(source, tmp_path / "fresh", ALONE)
    finally:
        (source / "many.jsonl").write_text(text, encoding="utf-8")
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupt_stops_within_two_seconds_and_the_run_is_taken_up_again(
    source: Path, whole: dict[str, str], tmp_path: Path, jobs: int
) -> None:
    process = start(source, tmp_path / "out", jobs)
    wait_for_entries(tmp_path / "out", 2, process)
    begun = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=10)
    assert time.monotonic() - begun < 2
    assert (process.returncode, told.splitlines()[-1]) == (
        130,
        "corpus-clean: interrupted; run the same command again to go on",
    )
    assert gone(process.pid, 2)
    pipeline.run(source, tmp_path / "out", ALONE)
    assert tree(tmp_path / "out") == whole


def children(parent: int) -> list[int]:
    """The processes that descend from ``parent``, as /proc has them, outermost first."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
    found = [parent]
    for one in found:
        found += [child for child, its_parent in parents.items() if its_parent == one]
    return found[1:]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="finds the workers in /proc")
def test_a_worker_killed_by_the_system_ends_the_run_with_a_message(
    source: Path, whole: dict[str, str], tmp_path: Path
) -> None:
    process = start(source, tmp_path / "out", 2)
    wait_for_entries(tmp_path / "out", 2, process)
    os.kill(children(process.pid)[-1], signal.SIGKILL)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 2, told
    assert "ended by the system (SIGKILL)" in told and "run the same command again" in told
    assert not (tmp_path / "out" / "manifest.json").exists()
    assert gone(process.pid, 2)
    pipeline.run(source, tmp_path / "out", ALONE)
    assert tree(tmp_path / "out") == whole


def errand(word: str) -> Callable[[str], str]:
    def do(task: str) -> str:
        if task == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "fail":
            raise ValueError("no such thing")
        return f"{word} {task}"

    return do


def test_crew_gives_results_as_they_come_and_says_who_is_lost() -> None:
    with Crew(2, errand, ("did",)) as crew:
        crew.give("one")
        crew.give("two")
        assert not crew.free
        assert {crew.take(), crew.take()} == {("one", "did one"), ("two", "did two")}
        crew.give("fail")
        with pytest.raises(RuntimeError, match="no such thing"):
            crew.take()
        crew.give("die")
        with pytest.raises(Lost, match="SIGKILL"):
            crew.take()


def test_two_runs_on_one_folder_exclude_each_other(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / ".corpus-clean").mkdir(parents=True)
    with Lock(tmp_path / "out" / ".corpus-clean" / "lock"):
        process = start(source, tmp_path / "out", 1)
        _, told = process.communicate(timeout=20)
    assert process.returncode == 2
    assert "another run is writing here" in told
    assert tree(tmp_path / "out") == {}


def files_limited() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_that_may_not_grow_end_the_run_with_a_message(
    source: Path, whole: dict[str, str], tmp_path: Path, jobs: int
) -> None:
    out = tmp_path / "out"
    done = subprocess.run(
        command(source, out, jobs),
        check=False,
        env=environment(),
        capture_output=True,
        text=True,
        preexec_fn=files_limited,
    )
    assert done.returncode == 2, done.stderr
    assert "File too large; mend that and run the same command again" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (out / "manifest.json").exists()
    assert not misleading(out)
    pipeline.run(source, out, ALONE)
    assert tree(out) == whole


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 300 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting needs rights that this process does not have")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_ends_the_run_with_a_message(
    source: Path, whole: dict[str, str], small_disk: Path, jobs: int
) -> None:
    out = small_disk / "out"
    words = command(source, out, jobs)
    done = subprocess.run(words, check=False, env=environment(), capture_output=True, text=True)
    assert done.returncode == 2, done.stderr
    assert "No space left on device; mend that and run the same command again" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (out / "manifest.json").exists()
    assert not misleading(out)
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    pipeline.run(source, out, ALONE)
    assert tree(out) == whole


def test_a_read_only_disk_is_named(source: Path, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    words = command(source, small_disk / "out")
    done = subprocess.run(words, check=False, env=environment(), capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith(f"corpus-clean: {small_disk / 'out'}")
    assert "Read-only file system" in done.stderr


def test_out_that_is_a_file_is_named(source: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("not a folder")
    with pytest.raises(pipeline.Trouble, match="out: is a file"):
        pipeline.run(source, tmp_path / "out", ALONE)


@pytest.mark.parametrize("what", ["vanished", "changed"])
def test_input_that_moves_under_the_reader_is_named_and_all_else_kept(tmp_path: Path, what: str) -> None:
    build(tmp_path / "in")
    moving, out = tmp_path / "in" / "table.csv", tmp_path / "out"
    (tmp_path / "out").mkdir()

    def meddle(done: int, total: int, records: int) -> None:
        if what == "vanished":
            moving.unlink(missing_ok=True)
        else:
            with moving.open("a", encoding="utf-8") as file:
                file.write("late,Late row,It came late.\n")

    with pytest.raises(pipeline.Trouble, match=rf"^table\.csv {what} while being read; .* run the same command again"):
        pipeline.run(tmp_path / "in", out, ALONE, meddle)
    assert not (out / "manifest.json").exists()
    left = tree(out)
    assert not [path for path in left if "table" in path]
    assert len(left) > 8
    again = pipeline.run(tmp_path / "in", out, ALONE)
    assert again.skipped > 3
    pipeline.run(tmp_path / "in", tmp_path / "fresh", ALONE)
    assert tree(out) == tree(tmp_path / "fresh")


def test_a_file_that_may_not_be_read_is_rejected(tmp_path: Path) -> None:
    """A folder named like a file, and a link that leads out, are no reason to stop either."""
    build(tmp_path / "in")
    (tmp_path / "in" / "folder.jsonl").mkdir()
    (tmp_path / "secret.txt").write_text(article(1), encoding="utf-8")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    pipeline.run(tmp_path / "in", tmp_path / "out", ALONE)
    path = tmp_path / "out" / "rejected" / "_documents.jsonl"
    reasons = [orjson.loads(line)["reasons"][0]["name"] for line in path.read_bytes().splitlines()]
    assert reasons == ["symlink-outside", "format-unknown"]
