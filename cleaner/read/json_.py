"""JSON documents: a record, an array of records, an object around such an array, or several of them in a row."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from cleaner.lazy import lazy
from cleaner.read import parse, reasons
from cleaner.read.context import Context, Made, encodable
from cleaner.read.fields import Mapper, flatten, ranked
from cleaner.read.names import LEAVES, TEASER, TEXT, norm
from cleaner.read.stream import BUFFER, as_utf8

_SPACE = lazy(r"[ \t\r\n\ufeff\x1e]*")
_ARRAY = lazy(r"\[[ \t\r\n]{0,1000}(?=\{)")
_PLAIN = json.JSONDecoder(strict=False)
# A parser may stop this many characters before the end for want of more: a literal or an escape that is cut.
_EDGE = 32
SHOWN = 1 << 16


class _Buffer:
    """A window on the characters of the file; it never holds more than about two records."""

    def __init__(self, stream: Any, limit: int) -> None:
        self.stream = stream
        self.limit = limit
        self.text = ""
        self.at = 0
        self._line, self._counted = 1, 0
        self.ended = False
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")

    def more(self) -> bool:
        """Widen the window, by doubling; False at the end of the file."""
        if self.ended:
            return False
        data = self.stream.read(max(BUFFER, len(self.text) - self.at))
        self.ended = not data
        self.here(self.at)
        self.text = self.text[self.at :] + self._decoder.decode(data, self.ended)
        self.at = self._counted = 0
        return True

    def next(self) -> str:
        """The next character that is not white space, without taking it; empty at the end."""
        while True:
            match = _SPACE.match(self.text, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def here(self, at: int) -> int:
        """The line number of a place in the window, counted from the place that was asked for last."""
        if at >= self._counted:
            self._line += self.text.count("\n", self._counted, at)
        else:
            self._line -= self.text.count("\n", at, self._counted)
        self._counted = at
        return self._line

    def value(self) -> tuple[Any, str]:
        """``(value, its characters)``, taken.  Raises parse.Malformed; all but a repeated key leave the value there."""
        decoder, twice = parse.LENIENT, None
        while True:
            try:
                value, end = decoder.raw_decode(self.text, self.at)
                if end < len(self.text) or self.ended:
                    raw, self.at = self.text[self.at : end], end
                    if twice:
                        raise twice
                    return value, raw
            except parse.Malformed:
                raise
            except json.JSONDecodeError as error:
                unfinished = error.msg.startswith("Unterminated") or error.pos > len(self.text) - _EDGE
                if not unfinished or self.ended:
                    cut = error.msg.startswith("Unterminated") or error.pos >= len(self.text.rstrip())
                    reason = reasons.JSON_TRUNCATED if cut else reasons.JSON_MALFORMED
                    message = f"not JSON: {error.msg} in line {self.here(error.pos)}"
                    raise parse.Malformed(reason, message, error.pos) from None
            except parse.Twice as error:
                decoder, twice = _PLAIN, parse.explained(error)
                continue
            except (ValueError, RecursionError) as error:
                raise parse.explained(error) from None
            if len(self.text) - self.at > self.limit:
                raise parse.Malformed(reasons.TOO_LONG, f"more than {self.limit} characters in one record", self.at)
            self.more()

    def skip(self, after: int, boundary: re.Pattern[str]) -> str:
        """Give up the value here and go to the next ``boundary``; gives the start of what was skipped."""
        begin = self.at
        # A missing quotation mark shows only in the record after: the last boundary before the fault counts.
        found = (match.end() for match in boundary.finditer(self.text, begin + 1))
        passed = max(takewhile(lambda end: end <= after, found), default=0)
        match = None if passed else boundary.search(self.text, max(begin + 1, after))
        if passed or match:
            self.at = match.end() if match else passed
            return self.text[begin : self.at]
        shown = self.text[begin : begin + SHOWN]
        while not self.ended:
            self.at = max(self.at, len(self.text) - 4096)
            self.more()
            match = boundary.search(self.text, self.at)
            if match:
                self.at = match.end()
                return shown
        self.at = len(self.text)
        return shown


def json_file(stream: Any, context: Context) -> Iterator[Made]:
    """The records of a JSON file, whatever holds them."""
    stream, context.finding = as_utf8(stream, context.encoding)
    yield from values(stream, context)


def values(stream: Any, context: Context) -> Iterator[Made]:
    """The records of a UTF-8 stream of JSON: brackets and commas between records only count for the nesting."""
    limits = context.options.limits
    buffer = _Buffer(stream, limits.max_record)
    number, depth, wrapped, boundary = 0, 0, False, _boundary("")
    while char := buffer.next():
        if char in "[],":
            buffer.at += 1
            depth += (char == "[") - (char == "]")
            if wrapped and depth == 0:
                return
            if depth > limits.max_depth:
                yield context.bad(1, reasons.NESTING, f"nested deeper than {limits.max_depth} levels")
                return
            continue
        number += 1
        try:
            value, raw = buffer.value()
        except parse.Malformed as error:
            if error.reason == reasons.TOO_LONG and char == "{" and number == 1 and _enter(buffer):
                number, depth, wrapped = 0, depth + 1, True
                continue
            shown = "" if error.reason == reasons.JSON_DUPLICATE else buffer.skip(error.at, boundary)
            yield context.bad(number, error.reason, str(error), shown)
            continue
        if number == 1 and isinstance(value, dict) and value:
            boundary = _boundary(next(iter(value)))
        inner = inside(value, context.mapper) if depth == 0 else []
        if inner:
            number -= 1
            for one in inner:
                number += 1
                yield _record(one, number, json.dumps(one, ensure_ascii=False), context)
        else:
            yield _record(value, number, raw, context)
    if depth > 0:
        yield context.bad(number + 1, reasons.JSON_TRUNCATED, "the file ends inside an array")
    elif not number:
        yield context.bad(1, reasons.JSON_NOT_OBJECT, "the file holds no record")


def inside(value: Any, mapper: Mapper) -> list[dict[str, Any]]:
    """The records of an object that is only a wrapper: its longest list of objects with a text; else nothing."""
    if not isinstance(value, dict) or any(isinstance(value[key], str) for key in ranked(value, TEXT)):
        return []
    if mapper.names_text(tuple(flatten(value))):
        return []
    best: list[dict[str, Any]] = []
    level = [value]
    for _ in range(3):
        for outer in level:
            for key, one in outer.items():
                if norm(key) in LEAVES:
                    continue
                if isinstance(one, list) and len(one) > len(best) and all(type(each) is dict for each in one):
                    keys = tuple(flatten(one[0]))
                    if mapper.names_text(keys) or ranked(keys, TEXT, deep=True) or ranked(keys, TEASER):
                        best = one
        level = [one for outer in level for one in outer.values() if type(one) is dict]
    return best


def _record(value: Any, number: int, raw: str, context: Context) -> Made:
    if not isinstance(value, dict):
        return context.bad(number, reasons.JSON_NOT_OBJECT, "", raw)
    if not raw.isascii() and not encodable(raw):
        return context.bad(number, reasons.BYTES_INVALID, "the record holds bytes that are not valid UTF-8", raw)
    if raw.count("[") + raw.count("{") > context.options.limits.max_depth:
        try:
            parse.shallow(value, context.options.limits.max_depth)
        except parse.Malformed as error:
            return context.bad(number, error.reason, str(error), raw)
    return context.record(value, number, raw, sound="\\u" not in raw)


def _enter(buffer: _Buffer) -> bool:
    """Step into the array of records of a wrapper that is too large to be held."""
    match = _ARRAY.search(buffer.text, buffer.at)
    if match:
        buffer.at = match.end()
    return match is not None


def _boundary(key: str) -> re.Pattern[str]:
    """Where a record begins: after another one, with the key that the first record began with."""
    start = re.escape(json.dumps(key, ensure_ascii=False)) if key else '"'
    return re.compile(rf"\}}[ \t\r\n]{{0,1000}},?[ \t\r\n]{{0,1000}}(?=\{{[ \t\r\n]{{0,1000}}{start})")
