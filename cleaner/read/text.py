"""Files that are one document each: plain text, Markdown, HTML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from cleaner.read import charset, reasons
from cleaner.read.context import Context, Made
from cleaner.read.front import front_matter
from cleaner.read.stream import slurp
from cleaner.record import Unreadable


def text(stream: BinaryIO, context: Context) -> Iterator[Made]:
    """A plain text file: one record."""
    yield _document(stream, context, markdown=False)


def markdown(stream: BinaryIO, context: Context) -> Iterator[Made]:
    """A Markdown file: one record; its front matter is read but stays in the text, where a rule takes it out."""
    yield _document(stream, context, markdown=True)


def html(stream: BinaryIO, context: Context) -> Iterator[Made]:
    """An HTML file: one record with the text of its article."""
    data = slurp(stream, context.options.limits)
    try:
        source, finding = context.decode(data, charset.declared_in(data))
    except charset.NotText as error:
        yield context.bad(1, reasons.BYTES_INVALID, str(error), data)
        return
    made = context.page(source, None, 1, source)
    if isinstance(made, Unreadable):
        yield made
        return
    record = context.document(made.text, "page", made.fields, finding)
    if not isinstance(record, Unreadable):
        record.findings += made.findings
        record.evidence = made.evidence
    yield record


def _document(stream: BinaryIO, context: Context, markdown: bool) -> Made:
    data = slurp(stream, context.options.limits)
    try:
        found, finding = context.decode(data)
    except charset.NotText as error:
        binary = b"\0" in data[: charset.SAMPLE]
        return context.bad(1, reasons.FILE_BINARY if binary else reasons.BYTES_INVALID, str(error), data)
    if not markdown:
        return context.document(found, "text", {}, finding)
    return context.document(found, "markdown", context.mapper.fields(front_matter(found)), finding)
