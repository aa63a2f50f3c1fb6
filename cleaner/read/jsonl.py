"""One JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.edit import Finding
from cleaner.read import charset, json_, parse, reasons
from cleaner.read.context import Context, Made
from cleaner.read.stream import as_utf8, lines
from cleaner.record import Record

_CONTROL = bytes(range(9)) + bytes(range(11, 13)) + bytes(range(14, 32))


def jsonl(stream: Any, context: Context) -> Iterator[Made]:
    """The records of a JSON Lines file; one that is really a JSON array is read as such."""
    stream, context.finding = as_utf8(stream, context.encoding)
    if stream.peek(charset.SAMPLE).lstrip()[:1] == b"[":
        yield from json_.values(stream, context)
    else:
        yield from of_lines(stream, context, 1)


def of_lines(stream: Any, context: Context, first: int) -> Iterator[Made]:
    """The records of the lines that ``stream``, which is UTF-8, still holds; ``first`` is the next line's number."""
    limits = context.options.limits
    for number, line, cut in lines(stream, limits.max_record, first):
        if cut:
            message = f"the line is longer than {limits.max_record} bytes"
            yield context.bad(number, reasons.TOO_LONG, message, line)
        elif not line.isspace():
            yield of_line(line, number, context)


def of_line(line: bytes, number: int, context: Context) -> Made:
    """The record of one line, or why there is none."""
    try:
        value, sound = parse.loads(line, context.options.limits.max_depth)
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} of the line is not valid UTF-8"
        return context.bad(number, reasons.BYTES_INVALID, message, line)
    except parse.Malformed as error:
        if error.reason == reasons.JSON_MALFORMED and not line.endswith(b"\n"):
            return context.bad(number, reasons.JSON_TRUNCATED, f"the last line is cut off ({error})", line)
        return context.bad(number, error.reason, str(error), line)
    if type(value) is not dict:
        return context.bad(number, reasons.JSON_NOT_OBJECT, "", line)
    made = context.record(value, number, line, sound)
    if not sound and isinstance(made, Record) and len(line.translate(None, _CONTROL)) != len(line):
        made.findings.append(Finding("control characters stand unescaped in the JSON", name="json-control"))
    return made
