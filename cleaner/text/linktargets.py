"""The target of a Markdown link: where it ends, and whether it can be one."""

from __future__ import annotations

import re

from cleaner.lazy import lazy

_SCHEME = lazy(
    r"(?:(?P<web>https?|ftp)[:：]|mailto:|tel:\+?\d|javascript:|vbscript:|data:\w|file:/|about:blank|whatsapp:/|//[\w-]|www\.\w)",
    re.IGNORECASE,
)
_PATH = lazy(
    r"/(?:[^/\s]|$)|\.{1,2}/|#[\w=&%/!.-]|\?[\w=&%/-]|#$"
    r"|[\w%~+-]{1,80}(?:[./][\w%~+-]{1,80}){0,12}"
    r"(?:/|\.(?:com|org|net|info|io|edu|gov|html?|php|aspx?|jsp|pdf|jpe?g|png|gif|webp|svg|md|co\.uk)\b)",
    re.IGNORECASE,
)
_PART = r"[^\s()<>\\]{0,2000}(?:\\[^\s][^\s()<>\\]{0,500}){0,20}"
_TITLE = r"""(?:[ \t\n]{1,20}(?:"(?:[^"\\]|\\.){0,500}"|'(?:[^'\\]|\\.){0,500}'|\([^()\n]{0,300}\)))?[ \t\n]{0,20}"""
_WHOLE = lazy(
    rf"[ \t\n]{{0,20}}(?:<(?P<angled>[^<>\n]{{0,2000}})>|(?P<target>{_PART}(?:\({_PART}\){_PART}){{0,3}})){_TITLE}\)"
)
_DATA = lazy(r"data:[\w/+.;=-]{0,100},[^\s()\[\]]*")
_PAREN = lazy(r"[()]|\n[ \t]{0,20}\n")
_OPEN_END = lazy(r"(?:https?://|www\.)[^\s\[\]<>]{1,1000}", re.IGNORECASE)
_NESTED = lazy(r"^\\?\[[^\]\n]{0,2000}\]\(\s{0,9}(?P<target>[^\s()]{1,1000})")
_LONGEST, _LONGEST_HEADLINE, _DEEPEST = 2000, 300, 32


def scheme(target: str) -> str | None:
    """How ``target`` begins when that alone shows it to be an address (``https:``, ``//``, ``www.`` …)."""
    match = _SCHEME.match(target)
    return match[0] if match else None


def looks_like_address(target: str) -> bool:
    """Whether ``target`` begins like a URL, a path, an anchor or a host name."""
    if _SCHEME.match(target):
        return True
    return not re.search(r"\s", target) and _PATH.match(target) is not None


def read_target(text: str, at: int, lenient: bool, spaced: bool, bare: bool) -> tuple[str, int] | None:
    """The target that begins at ``at``, behind an opening parenthesis, and where the link ends.

    ``lenient``: anything without white space will do.  ``spaced``: a blank parts it from its words, so only what is
    surely an address will do.  ``bare``: it may be empty.  None when what stands there is no target.
    """
    data = _DATA.match(text, at)
    match = _WHOLE.match(text, data.end() if data else at)
    if match is None:
        return _broken(text, at, lenient and not spaced)
    target = text[at : match.end("target")] if match["angled"] is None else match["angled"]
    target = target.strip()
    if not target:
        return ("", match.end()) if bare and not spaced else None
    sure = scheme(target) is not None
    if spaced:
        sure = sure or (target[0] in "/#" and len(target) > 1)
    else:
        sure = sure or lenient or match["angled"] is not None or looks_like_address(target)
    return (target, match.end()) if sure else None


def _broken(text: str, at: int, lenient: bool) -> tuple[str, int] | None:
    """A target with white space or odd parentheses in it."""
    start = at
    while text[start : start + 1] in (" ", "\t", "\n", "\\", "<") and start - at < 20:
        start += 1
    nested = _NESTED.match(text[start : start + _LONGEST])
    end = _closing(text, at)
    whole = text[start:end].strip() if end >= 0 else ""
    if nested is None and scheme(text[start : start + 20]) is None:
        return (whole, end + 1) if lenient and whole and (whole[0] == "/" or not re.search(r"\s", whole)) else None
    if nested is not None:
        return (nested["target"], end + 1) if end >= 0 and looks_like_address(nested["target"]) else None
    first = whole.split(None, 1)[0] if whole else ""
    if whole and whole != first and first.endswith(")") and first.count("(") <= first.count(")"):
        return first[:-1], start + len(first)
    if whole and (whole == first or len(whole) <= _LONGEST_HEADLINE):
        return whole.rstrip(">"), end + 1
    match = _OPEN_END.match(text, start)
    if match is None:
        return None
    found = match[0][: match[0].rindex(")")] if ")" in match[0] else match[0].rstrip(".,;:!?…\"'”’")
    return found, start + len(found) + (")" in match[0])


def _closing(text: str, at: int) -> int:
    """Where the parenthesis that was opened before ``at`` is closed in the same paragraph; -1 when it is not."""
    depth = 1
    for match in _PAREN.finditer(text, at, min(len(text), at + _LONGEST)):
        depth += 1 if match[0] == "(" else -1
        if match[0][0] == "\n" or depth > _DEEPEST:
            return -1
        if not depth:
            return match.start()
    return -1
