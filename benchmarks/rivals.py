"""What is compared: the plain script that people write, this tool, libraries with a part of what it does.

Each is run as a process of its own: `python benchmarks/rivals.py NAME IN OUT`, with the name that `ROWS` gives it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

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

if __name__ == "__main__":
    called, given, made = sys.argv[1:]
    next(row for row in ROWS if row.name == called).run(Path(given), Path(made))
