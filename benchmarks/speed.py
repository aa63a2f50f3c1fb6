"""How fast is it, beside what people use instead?  Prints tables; `python benchmarks/speed.py --help`.

Every row is a whole process, measured by the CPU time that the system accounts to it (user and system).  The rows of a
table are run in turn, several times over, and each is compared with the plain script of the same turn, so that a
machine that grows slower or faster in between changes no ratio.  Figures are medians.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import rivals
from corpora import Corpora, corpus, first, repeated, small_files
from processes import Cost, apart, cost
from rivals import ROWS, Row, ours, ours_without_hyperscan, plain

LARGE = 120_000_000
"""Bytes of the input that workers share."""


class Bench:
    """A working folder with the corpora, and the commands that are run on them."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder, self.runs, self.outputs = folder, runs, 0

    def out(self) -> str:
        """A new place for output."""
        self.outputs += 1
        return str(self.folder / f"out-{self.outputs}")

    def row(self, row: Row, source: Path) -> Cost:
        """A row's cost on one file."""
        return cost(sys.executable, rivals.__file__, row.name, str(source), self.out())

    def runs_at_all(self, row: Row) -> bool:
        """Whether a row gets through three records; why one of another tool does not is said on standard error."""
        source = self.folder / "three.jsonl"
        source.write_text("".join(json.dumps({"id": str(n), "text": f"It is â€œ{n}â€\x9d."}) + "\n" for n in range(3)))
        try:
            self.row(row, source)
        except subprocess.CalledProcessError as error:
            if row.run in (plain, ours, ours_without_hyperscan):
                raise
            print(f"{row.name}: {error.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            return False
        return True

    def cli(self, *arguments: str) -> Cost:
        """The cost of the tool with these arguments."""
        return cost(sys.executable, "-m", "cleaner", *arguments)


def throughput(bench: Bench, files: Corpora) -> Iterator[tuple[str, ...]]:
    """Megabytes of input a CPU second for each row and variant, and how often that is the plain script's."""
    rows = [row for row in ROWS if importlib.util.find_spec(row.needs) and bench.runs_at_all(row)]
    figures: dict[str, list[str]] = {row.name: [] for row in rows}
    for parts in files.values():
        speeds: dict[str, list[float]] = {row.name: [] for row in rows}
        for _ in range(bench.runs):
            for row in rows:
                source = parts[row.part]
                speeds[row.name].append(source.stat().st_size / 1e6 / bench.row(row, source).cpu)
        base = speeds[ROWS[0].name]
        for name, found in speeds.items():
            ratio = median(one / other for one, other in zip(found, base, strict=True))
            figures[name].append(f"{median(found):.1f} ({ratio:.2g} ×)")
    for row in ROWS:
        yield (row.name, *(figures.get(row.name) or ["not installed, or does not run"] * len(files)))


def scaling(bench: Bench, source: Path) -> Iterator[tuple[str, str]]:
    """What two workers gain, beside what a loop without input or output gains from two processes.

    A turn takes one worker, one loop, two loops, two workers, so that a machine that grows slower all the while slows
    both gains alike; the loop is as long as the work.  Start and end of a run are not shared among workers, so the
    input is as large as the dumps for which these pay.
    """
    large = repeated(source, max(2, round(LARGE / source.stat().st_size)))

    def work(jobs: int) -> float:
        out = bench.out()
        took = bench.cli(str(large), out, "-q", "--exit-zero", "--jobs", str(jobs)).wall
        shutil.rmtree(out)  # what the system still has to write of it would slow down the next one
        return took

    def loop(jobs: int, steps: int) -> float:
        return cost(sys.executable, "-c", SPIN.format(jobs=jobs, steps=steps)).wall

    work(2)  # what is kept from one start to the next is made now
    steps = int(10**8 * work(1) / loop(1, 10**8))
    ours, loops = [], []
    for _ in range(max(5, bench.runs)):
        one, alone, both, two = work(1), loop(1, steps), loop(2, steps), work(2)
        ours.append(one / two)
        loops.append(alone / both)
    for name, found in (("corpus-clean", ours), ("a loop", loops)):
        yield f"two workers against one: {name}", f"{median(found):.2f} × ({min(found):.2f} to {max(found):.2f})"
    shares = [one / other for one, other in zip(ours, loops, strict=True)]
    yield "share of the loop's gain", f"{median(shares):.2f} ({min(shares):.2f} to {max(shares):.2f})"


SPIN = """
from multiprocessing import Process
def spin():
    for _ in range({steps} // {jobs}): pass
crew = [Process(target=spin) for _ in range({jobs})]
[one.start() for one in crew], [one.join() for one in crew]
"""


def others(bench: Bench, files: Corpora) -> Iterator[tuple[str, str]]:
    """Small files, memory and start-up."""
    small = bench.folder / "small"
    size = apart(small_files, small)
    took = bench.cli(str(small), bench.out(), "-q", "--exit-zero", "--jobs", "1")
    yield f"10,000 files of {size // 10_000 / 1e3:.1f} kB, one worker", f"{size / 1e6 / took.cpu:.1f} MB/s"
    whole = first(files)[1]
    for source in (whole, repeated(whole, 4)):
        peak = bench.cli(str(source), bench.out(), "-q", "--exit-zero", "--jobs", "1").peak
        yield f"peak memory of one worker, {source.stat().st_size / 1e6:.0f} MB of input", f"{peak:.0f} MB"
    one = next(small.iterdir())
    bare, version, file = [], [], []
    for _ in range(3 * bench.runs):
        bare.append(cost(sys.executable, "-c", "pass"))
        version.append(bench.cli("--version"))
        file.append(bench.cli(str(one), bench.out(), "-q", "--exit-zero"))
    yield "start: python alone", f"{median(each.cpu for each in bare) * 1e3:.0f} ms"
    ratio = median(a.cpu / b.cpu for a, b in zip(version, bare, strict=True))
    yield "start: corpus-clean --version", f"{median(each.cpu for each in version) * 1e3:.0f} ms ({ratio:.1f} ×)"
    yield "one file of 3 kB", f"{median(each.cpu for each in file) * 1e3:.0f} ms"


def table(head: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Print a Markdown table, row by row."""
    head = list(head)
    print(f"| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)
    print()


def main() -> None:
    """Parse the command line and print the tables that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="*", type=Path, help="JSON Lines with texts; default: an invented corpus")
    parser.add_argument("--as-is", action="store_true", help="the texts as they are, each once, in one column")
    parser.add_argument("--size", type=float, default=24, help="megabytes of text in each variant [24]")
    parser.add_argument("--runs", type=int, default=3, help="turns, of which the median counts [3]")
    parser.add_argument("--only", choices=("throughput", "scaling", "others", "rules", "stages"), help="one part")
    given: Any = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.runs)
        files = apart(
            corpus, given.corpus, int(given.size * 1e6), {row.part for row in ROWS}, Path(folder), given.as_is
        )
        if given.only in (None, "throughput"):
            table(("MB/s of a CPU second", *files), throughput(bench, files))
        if given.only in (None, "scaling"):
            table(("workers", ""), scaling(bench, first(files)[1]))
        if given.only in (None, "others"):
            table(("", ""), others(bench, files))
        if given.only in ("rules", "stages"):
            from costs import rules, stages

            table(*(rules if given.only == "rules" else stages)(first(files)[6]))


if __name__ == "__main__":
    main()
