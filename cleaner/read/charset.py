"""From bytes to characters: byte order mark, UTF-8, the declared character set, else a guess that is reported."""

from __future__ import annotations

import codecs
import re

from cleaner.edit import Finding

SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([a-z0-9._:-]{2,40})""")
# What browsers do: pages that say Latin-1 are written with the Windows set, which contains it.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}


_WINDOWS = tuple(bytes([code]).decode("cp1252", "replace").replace("\ufffd", chr(code)) for code in range(256))
_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13})


class NotText(ValueError):
    """The bytes are no text in any character set that was tried."""


def decode(data: bytes, declared: str | None = None, forced: str | None = None) -> tuple[str, str, Finding | None]:
    """``(text, character set, finding)`` of a whole document; the byte order mark is not part of the text.

    ``declared`` is what the document says of itself, ``forced`` what the user says; the finding is None for clean
    UTF-8.  Raises NotText when the bytes are no text.
    """
    bom, skip = bom_of(data)
    if forced or bom:
        encoding = forced or bom or ""
        try:
            return data[skip:].decode(encoding), encoding, report(encoding, "forced" if forced else "byte order mark")
        except UnicodeDecodeError as error:
            raise NotText(f"byte {error.start + skip} is not valid {encoding}") from None
    try:
        return data.decode("utf-8"), "utf-8", None
    except UnicodeDecodeError as error:
        first = error
    nearly = _nearly_utf8(data)
    if nearly:
        return nearly
    for name, why in ((known(declared), "declared"), (wide(data), "zero bytes"), (_guess(data), "guessed")):
        if name and name != "utf-8":
            try:
                return data.decode(name), name, report(name, why)
            except UnicodeDecodeError:
                continue
    text = _windows(data)
    if text is not None:
        return text, "cp1252", report("cp1252", "guessed")
    raise NotText(f"byte {first.start} is not valid UTF-8, and no other character set fits")


def decode_any(data: bytes, declared: str | None = None, forced: str | None = None) -> tuple[str, str, Finding | None]:
    """Like ``decode``, but UTF-16 without a byte order mark is tried before UTF-8, which its zero bytes satisfy.

    Raises NotText for binary data.
    """
    if not forced and b"\0" in data[:SAMPLE] and not bom_of(data)[0]:
        name = wide(data[:SAMPLE])
        if name:
            try:
                return data.decode(name), name, report(name, "zero bytes")
            except UnicodeDecodeError as error:
                raise NotText(f"byte {error.start} is not valid {name}") from None
        if data.count(b"\0", 0, SAMPLE) * 20 > len(data[:SAMPLE]):
            raise NotText("the data are binary: too many zero bytes")
    return decode(data, declared, forced)


def bom_of(data: bytes) -> tuple[str | None, int]:
    """The character set that a byte order mark names, and the mark's length in bytes."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name, len(mark)
    return None, 0


def declared_in(data: bytes) -> str | None:
    """The character set that an HTML ``meta`` or an XML declaration in the first 4096 bytes names."""
    found = _DECLARED.search(data[:4096].lower())
    return found[1].decode("ascii") if found else None


def known(name: str | None) -> str | None:
    """Python's name of the character set, widened as browsers do; None when Python does not know it."""
    if not name:
        return None
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in ("idna", "punycode", "unicode_escape", "utf-7"):
        return None
    return _WIDER.get(info.name, info.name)


def wide(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, known by where its zero bytes stand."""
    zeros = [sample[at::4].count(0) for at in range(4)]
    total, quarter = sum(zeros), max(1, len(sample) // 4)
    if not total or len(sample) < 4:
        return None
    if min(zeros[2], zeros[3]) > quarter * 0.9 and zeros[0] < quarter * 0.1:
        return "utf-32-le"
    if min(zeros[0], zeros[1]) > quarter * 0.9 and zeros[3] < quarter * 0.1:
        return "utf-32-be"
    odd, even = zeros[1] + zeros[3], zeros[0] + zeros[2]
    if max(odd, even) * 50 < len(sample) or min(odd, even) * 20 > max(odd, even):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def of_lines(sample: bytes, forced: str | None = None) -> tuple[str, int, Finding | None]:
    """``(character set, bytes of the mark, finding)`` of a file of lines, from its first bytes.

    A few lines that are not UTF-8 do not change the character set of the file: they are bad lines.
    """
    bom, skip = bom_of(sample)
    if forced or bom:
        encoding = forced or bom or ""
        return encoding, skip, report(encoding, "forced" if forced else "byte order mark")
    name = wide(sample) if b"\0" in sample else None
    if name:
        return name, 0, report(name, "zero bytes")
    bad = good = 0
    for line in sample.split(b"\n")[:-1] or [sample]:
        if not line.isascii():
            try:
                line.decode("utf-8")
                good += 1
            except UnicodeDecodeError:
                bad += 1
    if bad >= 3 and not good:
        name = _guess(sample)
        if name and name != "utf-8":
            return name, 0, report(name, "guessed")
    return "utf-8", 0, None


def report(encoding: str, why: str) -> Finding | None:
    """The finding that says which character set was used and why; None for UTF-8."""
    if encoding in ("utf-8", "utf8", "utf-8-sig"):
        return None
    level = "warning" if why == "guessed" else "info"
    return Finding(f"read as {encoding} ({why}), not UTF-8", name="charset", level=level)


def _nearly_utf8(data: bytes) -> tuple[str, str, Finding] | None:
    """UTF-8 with a few broken bytes: at least ten sound sequences for each broken one, or only the end cut off."""
    text = data.decode("utf-8", "surrogateescape")
    broken = len(text) - len(text.encode("utf-8", "ignore").decode("utf-8"))
    sound = sum(1 for char in text if char > "\x7f") - broken
    if sound < 10 * broken:
        return None
    shown = data.decode("utf-8", "replace")
    message = f"{broken} bytes are not UTF-8 and were replaced by U+FFFD"
    return shown, "utf-8", Finding(message, name="charset", level="warning")


def _windows(data: bytes) -> str | None:
    """Windows-1252 as browsers read it, in which every byte is a character; None for what is full of control codes."""
    if sum(data.count(code) for code in _CONTROLS) * 100 > len(data):
        return None
    return "".join(map(_WINDOWS.__getitem__, data))


def _guess(data: bytes) -> str | None:
    import chardet

    found = chardet.detect(data[: 4 * SAMPLE])
    name = known(found.get("encoding"))
    sure = (found.get("confidence") or 0) >= 0.1
    return name if name and sure else "cp1252"
