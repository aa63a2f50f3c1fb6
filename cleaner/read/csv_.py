"""Rows of comma-separated (or otherwise separated) values."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from cleaner.read import charset, reasons
from cleaner.read.context import Context, Made
from cleaner.read.fields import listed
from cleaner.read.names import FIELDS, TEASER, TEXT, norm
from cleaner.read.profile import builtin_profiles
from cleaner.read.stream import as_utf8, lines

_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 60


class _Long(Exception):
    """A row grew beyond the limit."""


class _Lines:
    """The lines of the file for ``csv``; remembers those of the row under way, and takes them back."""

    def __init__(self, source: Iterator[tuple[int, bytes, bool]], limit: int) -> None:
        self.source = source
        self.limit = limit
        self.back: deque[tuple[int, str, str]] = deque()
        self.row: list[tuple[int, str, str]] = []
        self.held = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.back:
            taken = self.back.popleft()
        else:
            number, line, cut = next(self.source)
            fault = reasons.TOO_LONG if cut else ""
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                text, fault = line.decode("utf-8", "backslashreplace"), fault or reasons.BYTES_INVALID
            taken = (number, text, fault)
        self.row.append(taken)
        self.held += len(taken[1])
        if taken[2] == reasons.TOO_LONG or self.held > self.limit:
            raise _Long
        return taken[1]

    def done(self, keep: int) -> list[tuple[int, str, str]]:
        """Close the row with its first ``keep`` lines; the others will be read again."""
        row, again = self.row[:keep], self.row[keep:]
        self.back.extendleft(reversed(again))
        self.row, self.held = [], 0
        return row


def rows(source: _Lines, dialect: dict[str, Any], width: int) -> Iterator[tuple[int, str, list[str] | str]]:
    """``(line number, raw, cells or reason)``; ``width`` is the number of columns, 0 for any.

    A quotation mark that is never closed costs its own line only: what follows is read again as rows of its own.
    """
    while True:
        reader = csv.reader(source, **dialect)
        try:
            for cells in reader:
                if width and cells and len(cells) != width and _separate(source.row[1:], dialect, width):
                    number, raw, _ = source.done(1)[0]
                    yield number, raw, reasons.ROW_QUOTE
                    break
                row = source.done(len(source.row))
                fault = next((fault for _, _, fault in row if fault), "")
                if width and len(cells) != width:
                    fault = fault or reasons.ROW_COLUMNS
                if cells:
                    yield row[0][0], "".join(text for _, text, _ in row), fault or cells
            else:
                return
        except (csv.Error, _Long) as error:
            long = reasons.TOO_LONG if isinstance(error, _Long) and len(source.row) == 1 else reasons.ROW_QUOTE
            number, raw, fault = source.done(1)[0]
            yield number, raw, fault or long


def _separate(later: list[tuple[int, str, str]], dialect: dict[str, Any], width: int) -> bool:
    """Whether most of the later lines of a row of wrong width are rows themselves, so that a mark was not closed."""
    texts = [text for _, text, _ in later if text.strip()]
    fit = 0
    for text in texts:
        with suppress(csv.Error):
            fit += text.count('"') % 2 == 0 and any(len(cells) == width for cells in csv.reader([text], **dialect))
    return width > 1 and 0 < len(texts) <= fit * 2


def sniff(sample: str, whole: bool, delimiter: str = "") -> dict[str, Any]:
    """The dialect under which most rows of the sample have as many cells as the first; ``whole`` if it is the file."""
    if not whole:
        sample = sample[: sample.rfind("\n") + 1] or sample
    best: tuple[float, dict[str, Any]] = (-1.0, {})
    for one in delimiter or _DELIMITERS:
        for extra in ({}, {"escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}):
            if extra.get("quoting") and (one not in "\t|" or '"' not in sample):
                continue
            if "escapechar" in extra and '\\"' not in sample:
                continue
            dialect: dict[str, Any] = {"delimiter": one, "strict": True, **extra}
            counts = _counts(sample, dialect)
            width = max(set(counts), key=counts.count) if counts else 0
            score = counts.count(width) / len(counts) + min(width, 3) - 1 if width > 1 else 0.0
            if score > best[0] + 1e-9:
                best = (score, dialect)
    return best[1]


def _counts(sample: str, dialect: dict[str, Any]) -> list[int]:
    counts: list[int] = []
    try:
        for cells in csv.reader(io.StringIO(sample, newline="\n"), **dialect):
            if cells:
                counts.append(len(cells))
            if len(counts) == _SAMPLE_ROWS:
                break
    except csv.Error:
        # One broken row says nothing against the dialect, unless it comes early.
        counts.append(0)
    return counts


def csv_file(stream: Any, context: Context, delimiter: str = "") -> Iterator[Made]:
    """The records of a CSV file; the header is recognised by its names, or given by the profile."""
    limits, profile = context.options.limits, context.profile
    csv.field_size_limit(limits.max_record)
    stream, context.finding = as_utf8(stream, context.encoding)
    sample = stream.peek(charset.SAMPLE)
    delimiter = (profile.delimiter if profile else "") or delimiter
    dialect = sniff(sample.decode("utf-8", "replace"), len(sample) < charset.SAMPLE, delimiter)
    source = _Lines(lines(stream, limits.max_record), limits.max_record)
    columns, header = _named(context, sample.decode("utf-8", "replace"), dialect)
    reading = rows(source, dialect, len(columns))
    if not columns:
        first = None
        for number, raw, made in reading:
            if not isinstance(made, str):
                first = (number, raw, made)
                break
            yield context.bad(number, made, "", raw)
        if first is None:
            return
        cells = first[2]
        if header is False or not (header or _is_header(cells) or context.mapper.names_any(tuple(_unique(cells)))):
            message = f"{reasons.EXPLANATIONS[reasons.CSV_HEADER].rstrip('.')}; the first row is {listed(cells)}"
            yield context.bad(first[0], reasons.CSV_HEADER, message, first[1])
            return
        columns = _unique(cells)
        reading = rows(source, dialect, len(columns))
    elif header:
        next(reading, None)
    for number, raw, made in reading:
        if isinstance(made, str):
            width = f"; the header has {len(columns)} columns" if made == reasons.ROW_COLUMNS else ""
            yield context.bad(number, made, reasons.EXPLANATIONS[made].rstrip(".") + width, raw)
        else:
            yield context.record(dict(zip(columns, made, strict=True)), number, raw)


def _named(context: Context, sample: str, dialect: dict[str, Any]) -> tuple[list[str], bool | None]:
    """The profile's columns, and whether the first row is a header (None: as its names say).

    A built-in profile, found by a folder's name, does not insist on its columns where the first row has others.
    """
    profile = context.profile
    if profile is None:
        return [], None
    columns = list(profile.columns)
    first: list[str] = []
    with suppress(csv.Error):
        first = next(csv.reader(io.StringIO(sample, newline="\n"), **dialect), [])
    if columns and [norm(cell) for cell in first] == [norm(name) for name in columns]:
        return columns, True
    if columns and first and len(first) != len(columns) and profile in builtin_profiles():
        return [], None
    return columns, profile.header if profile.header is not None else None if not columns else False


def tsv_file(stream: Any, context: Context) -> Iterator[Made]:
    """The records of a file of tab-separated values."""
    yield from csv_file(stream, context, "\t")


def _is_header(cells: list[str]) -> bool:
    names = [norm(cell) for cell in cells if len(cell) < 80]
    return any(name in TEXT or name in TEASER or any(name in known for known in FIELDS.values()) for name in names)


def _unique(cells: list[str]) -> list[str]:
    """The header with its empty and repeated names numbered, so that no column hides another."""
    seen: dict[str, int] = {}
    made = []
    for cell in cells:
        name = cell.strip() or "column"
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 and cell.strip() else f"{name}_{seen[name]}")
    return made
