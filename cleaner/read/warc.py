"""Web archives: pages of WARC files and the extracted text of WET files; warcio is an extra."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cleaner.read import charset, reasons
from cleaner.read.context import Context, Made
from cleaner.read.stream import Stop
from cleaner.record import Record, Unreadable

_HTML = ("text/html", "application/xhtml+xml")


def warc(stream: Any, context: Context) -> Iterator[Made]:
    """The pages and texts of a web archive; ``line`` counts its records.  Requests and pictures are no articles.

    Raises Stop when warcio is missing or the archive is damaged.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise Stop(reasons.EXTRA_MISSING, "reading .warc needs warcio: pip install 'corpus-clean[warc]'") from None
    if not stream.peek(5).startswith(b"WARC/"):
        raise Stop(reasons.WARC_CORRUPT, "the file does not start with a WARC record")
    number = given = 0
    archive: Any = ArchiveIterator(stream, check_digests=False)
    archive.INC_RECORD = ""  # a template of what it would write to standard error
    try:
        for entry in archive:
            number += 1
            made = _entry(entry, number, context)
            if made is not None:
                given += 1
                yield made
    except Exception as error:  # whatever the library meets in a damaged archive
        message = f"the archive cannot be read after record {number} ({type(error).__name__}: {str(error)[:200]})"
        raise Stop(reasons.WARC_CORRUPT, message) from None
    if archive.err_count:
        raise Stop(reasons.WARC_CORRUPT, f"{archive.err_count} records have another length than they say")
    if not given:
        raise Stop(reasons.WARC_RECORDS, reasons.EXPLANATIONS[reasons.WARC_RECORDS])


def _entry(entry: Any, number: int, context: Context) -> Made | None:
    status = entry.http_headers.get_statuscode() if entry.http_headers else "200"
    head = entry.http_headers if entry.http_headers else entry.rec_headers
    media, _, rest = (head.get_header("Content-Type") or "text/plain").lower().partition(";")
    media = media.strip()
    if entry.rec_type not in ("response", "resource", "conversion") or media not in (*_HTML, "text/plain"):
        return None
    limit = context.options.limits.max_record
    data = entry.content_stream().read(limit + 1)
    if len(data) > limit:
        return context.bad(number, reasons.TOO_LONG, f"more than {limit} bytes in one page", data)
    url = entry.rec_headers.get_header("WARC-Target-URI")
    if not status.startswith("2"):
        return context.bad(number, reasons.HTTP_STATUS, f"{url}: the server answered {status}", data)
    made = _made(data, rest, media in _HTML, entry.rec_headers, context)
    made.line = number
    if isinstance(made, Record):
        made.crawled = entry.rec_headers.get_header("WARC-Date") or ""
        made.id = (entry.rec_headers.get_header("WARC-Record-ID") or f"{context.rel}:{number}").strip("<>")
    return made


def _made(data: bytes, rest: str, is_page: bool, headers: Any, context: Context) -> Made:
    url = headers.get_header("WARC-Target-URI")
    declared = rest.partition("charset=")[2].strip(" \"'") or charset.declared_in(data)
    try:
        text, finding = context.decode(data, declared)
    except charset.NotText as error:
        return context.bad(1, reasons.BYTES_INVALID, f"{url}: {error}", data)
    fields: dict[str, Any] = {"url": url} if url else {}
    if not is_page:
        return context.document(text, "text", fields, finding)
    page = context.page(text, url, 1, text)
    if isinstance(page, Unreadable):
        return page
    made = context.document(page.text, "page", {**page.fields, **fields}, finding)
    if isinstance(made, Record):
        made.findings += page.findings
        made.evidence = page.evidence
    return made
