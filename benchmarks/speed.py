"""How fast is it, beside what people use instead?  Prints tables; `python benchmarks/speed.py --help`.

Every row is a whole process, measured by the CPU time that the system accounts to it (user and system).  The rows of a
table are run in turn, several times over, and each is compared with the plain script of the same turn, so that a
machine that grows slower or faster in between changes no ratio.  Figures are medians.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from invented import VARIANTS, articles

TEXT_FIELDS = ("text", "body", "content", "article", "maintext", "articleBody")
SUBSTITUTIONS = [
    (re.compile(pattern, flags), new)
    for pattern, flags, new in (
        (r"!\[[^\]\n]*\]\([^)\n]*\)", 0, ""),
        (r"\[([^\]\n]+)\]\([^)\n]*\)", 0, r"\1"),
        (r"<[^<>]+>", 0, ""),
        (r"^(?:photo|image|picture|foto)\b.*$", re.I | re.M, ""),
        (r"\((?:photo|image|credit)[^)\n]*\)", re.I, ""),
        (r"^\s*(?:read more|read also|see also|related)\b.*$", re.I | re.M, ""),
        (r"^\s*advertisement\s*$", re.I | re.M, ""),
        (r"^\s*(?:share|tweet|follow us|sign up)\b.*$", re.I | re.M, ""),
        (r"^[A-Z ,]+\((?:Reuters|AP|AFP)\)\s*[-–—]\s*", re.M, ""),
        (r"^(?:by|von|par|por)\s+[A-Z][^\n]{2,40}$", re.M, ""),
        (r"^(?:published|updated)\s*:.*$", re.I | re.M, ""),
        (r"©.*$", re.M, ""),
        (r"\[(?:gallery|caption|embed)[^\]\n]*\]", re.I, ""),
        (r"[ \t]+$", re.M, ""),
        (r"\n{3,}", 0, "\n\n"),
    )
]
SCHEMA = {
    "type": "object",
    "required": ["id", "text"],
    "properties": {"id": {"type": "string"}, "title": {"type": ["string", "null"]}, "text": {"type": "string"}},
}


# --- what is compared; each row is a process of its own: speed.py --row NAME IN OUT -----------------------------------


def plain(source: Path, out: Path, repair: bool = True) -> None:
    """What people write: json, ftfy, substitutions, jsonschema, json."""
    import jsonschema

    if repair:
        import ftfy
    validator = jsonschema.Draft202012Validator(SCHEMA)
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as file:
        for line in lines:
            record = json.loads(line)
            text = ftfy.fix_text(record["text"]) if repair else record["text"]
            for pattern, new in SUBSTITUTIONS:
                text = pattern.sub(new, text)
            record["text"] = text
            validator.validate(record)
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def plain_without_ftfy(source: Path, out: Path) -> None:
    plain(source, out, repair=False)


def each(source: Path, out: Path, change: Callable[[str], str]) -> None:
    """A library's function on every text, with the fastest JSON there is."""
    import orjson

    with source.open("rb") as lines, out.open("wb") as file:
        for line in lines:
            record = orjson.loads(line)
            record["text"] = change(record["text"])
            file.write(orjson.dumps(record) + b"\n")


def ftfy_alone(source: Path, out: Path) -> None:
    import ftfy

    each(source, out, ftfy.fix_text)


def clean_text(source: Path, out: Path) -> None:
    from cleantext import clean

    each(source, out, lambda text: clean(text, fix_unicode=True, to_ascii=False, lower=False))


def data_juicer(source: Path, out: Path) -> None:
    from data_juicer.ops.mapper import FixUnicodeMapper

    fix = FixUnicodeMapper()
    each(source, out, lambda text: fix.process_batched({"text": [text]})["text"][0])


def datatrove(source: Path, out: Path) -> None:
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.formatters import FTFYFormatter
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    steps = [
        JsonlReader(str(source.parent), glob_pattern=source.name),
        FTFYFormatter(),
        JsonlWriter(str(out), compression=None),
    ]
    LocalPipelineExecutor(pipeline=steps, tasks=1, logging_dir=f"{out}.logs").run()


def orjson_round_trip(source: Path, out: Path) -> None:
    each(source, out, lambda text: text)


def ours(source: Path, out: Path, *more: str) -> None:
    """This tool as it is installed: all default rules, audit log, validation."""
    from cleaner.__main__ import main

    sys.argv = ["corpus-clean", str(source), str(out), "--quiet", "--exit-zero", "--jobs", "1", *more]
    main()


def ours_without_hyperscan(source: Path, out: Path) -> None:
    sys.modules["hyperscan"] = None  # type: ignore[assignment]
    ours(source, out)


class Row(NamedTuple):
    """``needs`` is the module without which the row is left out; ``part`` the share of the corpus that it is given."""

    name: str
    run: Callable[[Path, Path], None]
    needs: str
    part: int = 1


ROWS = (
    Row("plain script", plain, "ftfy", 6),
    Row("corpus-clean", ours, "hyperscan"),
    Row("corpus-clean without hyperscan", ours_without_hyperscan, "cleaner", 2),
    Row("plain script without ftfy", plain_without_ftfy, "jsonschema", 3),
    Row("ftfy alone", ftfy_alone, "ftfy", 6),
    Row("datatrove, FTFY formatter", datatrove, "datatrove", 6),
    Row("clean-text", clean_text, "cleantext", 6),
    Row("data-juicer, FixUnicode", data_juicer, "data_juicer", 6),
    Row("orjson round trip", orjson_round_trip, "orjson"),
)


# --- measuring --------------------------------------------------------------------------------------------------------


class Cost(NamedTuple):
    """What a process took: CPU and wall seconds, and its peak memory in megabytes."""

    cpu: float
    wall: float
    peak: float


def cost(*command: str, cwd: Path | None = None) -> Cost:
    """Run a command and its children to the end.  Raises CalledProcessError when it fails."""
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said[-2000:].decode("utf-8", "replace"))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(cpu, time.perf_counter() - begin, used.ru_maxrss / unit)


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
        return cost(sys.executable, __file__, "--row", row.name, str(source), self.out())

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


def corpus(given: list[Path], size: int, folder: Path, as_is: bool) -> dict[str, dict[int, Path]]:
    """The corpus in each variant, whole and in parts: a path by variant and part."""
    texts = list(read(given, size, again=not as_is) if given else articles(size))
    made: dict[str, dict[int, Path]] = {}
    variants = {"as it is": lambda text, _: text} if as_is else VARIANTS
    for variant, change in variants.items():
        rng = random.Random(7)
        records = [
            json.dumps({"id": f"{variant}-{n}", "title": None, "text": change(text, rng)}, ensure_ascii=False) + "\n"
            for n, text in enumerate(texts)
        ]
        made[variant] = {}
        for part in {row.part for row in ROWS}:
            made[variant][part] = folder / f"{variant}-{part}.jsonl"
            made[variant][part].write_text("".join(records[::part]), encoding="utf-8")
    return made


def first(files: dict[str, dict[int, Path]]) -> dict[int, Path]:
    """The parts of the first variant, the clean one or the corpus as it is."""
    return next(iter(files.values()))


def read(given: list[Path], size: int, again: bool) -> Iterator[str]:
    """The texts of JSON Lines files; ``again`` with their paragraphs in another order until there are enough."""
    texts = []
    for path in given:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8") as file:
            texts += [longest(json.loads(line)) for line in file if line.strip()]
    rng = random.Random(1)
    rng.shuffle(texts)
    while size > 0 and any(texts):
        for text in filter(None, texts):
            yield text
            size -= len(text.encode("utf-8", "surrogatepass"))
        if not again:
            return
        texts = ["\n".join(rng.sample(lines := text.split("\n"), len(lines))) for text in texts]


def longest(record: Any) -> str:
    """The text of a record: a field that is called so, or the longest string in it."""
    if isinstance(record, dict):
        named = next((record[name] for name in TEXT_FIELDS if isinstance(record.get(name), str)), "")
        return named or max(map(longest, record.values()), key=len, default="")
    return record if isinstance(record, str) else ""


def throughput(bench: Bench, files: dict[str, dict[int, Path]]) -> Iterator[tuple[str, ...]]:
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
    both gains alike; the loop is as long as the work.
    """
    large = repeated(source, 2)

    def work(jobs: int) -> float:
        return bench.cli(str(large), bench.out(), "-q", "--exit-zero", "--jobs", str(jobs)).wall

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


def repeated(source: Path, times: int) -> Path:
    """A file that holds another one several times over."""
    made = source.with_suffix(f".{times}.jsonl")
    with made.open("wb") as out:
        for _ in range(times):
            with source.open("rb") as file:
                shutil.copyfileobj(file, out)
    return made


def small_files(folder: Path) -> int:
    """10,000 text files of up to 3,000 characters; gives their bytes."""
    folder.mkdir()
    size = 0
    for number, text in enumerate(islice(articles(30_000_000, seed=3), 10_000)):
        size += (folder / f"{number:05}.txt").write_bytes(text[:3000].encode())
    return size


def apart(make: Callable[..., Any], *about: Any) -> Any:
    """What ``make`` gives, made in a process of its own: the system counts what this one holds for its children's."""
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(make, *about).result()


def others(bench: Bench, files: dict[str, dict[int, Path]]) -> Iterator[tuple[str, str]]:
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
    parser.add_argument("--row", nargs=3, metavar=("NAME", "IN", "OUT"), help=argparse.SUPPRESS)
    given: Any = parser.parse_args()
    if given.row:
        name, source, out = given.row
        next(row for row in ROWS if row.name == name).run(Path(source), Path(out))
        return
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), given.runs)
        files = apart(corpus, given.corpus, int(given.size * 1e6), Path(folder), given.as_is)
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
