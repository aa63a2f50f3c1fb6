"""Statements of JavaScript and rules of CSS that stand bare in running text: where they begin and where they end."""

from __future__ import annotations

import re

from cleaner.lazy import lazy
from cleaner.scan.scanner import fold
from cleaner.text.beginnings import matches
from cleaner.text.places import places

_NAME = r"[A-Za-z_$][\w$]{0,60}"
_FUNCTION = r"function\s{0,3}\w{0,40}\s{0,3}\([\w$, ]{0,80}\)\s{0,5}\{"
_BEGIN = (
    rf"(?://\s{{0,3}}<!\[CDATA\[|[!;]?\(\s{{0,3}}{_FUNCTION}|{_FUNCTION}"
    rf"|{_NAME}(?:\.{_NAME}){{1,6}}\(\s{{0,5}}(?:{_FUNCTION}|\{{\s{{0,5}}[\"']?\w{{1,40}}[\"']?\s{{0,5}}:)"
    r"|(?:\$|jQuery)\(\s{0,3}(?:function\b|document\b|window\b|[\"'][#.\w])"
    r"|(?:document|window)\.[A-Za-z_$][\w$.]{0,60}\s{0,3}(?:\(|=(?!=))"
    r"|(?:googletag|_gaq|dataLayer|_taboola|fbq|twttr)\.(?:cmd\.)?[a-z]{1,30}\(|\(adsbygoogle\s{0,3}="
    rf"|(?:var|let|const)\s{{1,3}}{_NAME}\s{{0,3}}=)"
)
_STATEMENT = lazy(_BEGIN)
_KEYS = {
    "function": 5, "CDATA[": 8, "$(": 0, "jQuery(": 0, "document.": 0, "window.": 0, "googletag.": 0, "_gaq.": 0,
    "dataLayer.": 0, "_taboola.": 0, "fbq.": 0, "twttr.": 0, "adsbygoogle": 1, "var": 0, "let": 0, "const": 0,
}  # fmt: skip
"""What a statement holds, and how many characters in front of it one may begin; but for a call of what stands in names
with dots between them."""

_CALL, _DOTTED = lazy(r"\(\s{0,5}(?:function|\{)"), 430
_MORE = lazy(rf"\s{{0,40}}(?=(?:{_BEGIN}|{_NAME}(?:\.{_NAME}){{1,6}}(?:\(|\s?=\s?)|{_NAME}\s?=\s?[\"'\w{{\[]))")
_SIGN = lazy(
    r"""[(\[{]|[)\]}](?P<on>\s{0,5}[.(\[;])?|"(?:[^"\\\n]|\\.){0,3000}"|'(?:[^'\\\n]|\\.){0,3000}'|;|\n[ \t]{0,20}\n"""
)
_BEFORE = lazy(r"(?:^|[\n>}\t]|[.!?:…。！？”\"’)][ ]{0,5}|[ ]{2})$")
TELLING = lazy(
    r"function\s{0,3}\w{0,40}\s{0,3}\(|document\.[\w$]|window\.[\w$]|CDATA|\.push\(|\$\(|jQuery|googletag|adsbygoogle"
)
"""What no run of statements is without."""

_CODE_TALK = lazy(
    r"\b(?:java ?script|jquery|typescript|node\.?js|source code|code (?:snippet|example|sample)s?|tutorial|programmers?"
    r"|css|stylesheets?|html5?)\b",
    re.IGNORECASE,
)
_CODE_WORDS = ("java", "jquery", "typescript", "node", "code", "tutorial", "programmer", "css", "stylesheet", "html")
"""Of these `_CODE_TALK` holds one."""

_NOTICE = lazy(
    r"\b(?:enable|activate|without|requires?|disabled?|activ\w{0,6}|habilit\w{0,5}|aktivier\w{0,4})\b[^.\n]{0,40}\bjavascript\b"
    r"|\bjavascript\b[^.\n]{0,30}\b(?:enabled|disabled|required|aktiviert|activado|desactivado|activé|désactivé)\b",
    re.IGNORECASE,
)
_PROPERTY = (
    r"(?:background|border|bottom|box|clear|color|content|cursor|direction|display|fill|filter|flex|float|font|grid"
    r"|height|left|letter|line|list|margin|max|min|opacity|outline|overflow|padding|pointer|position|right|src|stroke"
    r"|table|text|top|transform|transition|vertical|visibility|white|width|word|z|-webkit|-moz|-ms)(?:-[a-z]{1,20}){0,4}"
)
_DECLARATION = rf"\s{{0,40}}{_PROPERTY}\s{{0,5}}:[^{{}};\n]{{1,300}}"
_STYLE = lazy(
    r"(?<![\w$])(?:@media[^{}\n]{1,200}\{\s{0,40})?"
    r"(?:[.#@][A-Za-z_-][\w-]{0,60}|(?:body|html|img|div|span|table|td|h[1-6]|[apui])(?=[ \t]{0,3}[{.,:]))"
    rf"[\w\-.#*>+~,:()\[\]=\"'% \t]{{0,200}}\{{{_DECLARATION}(?:;{_DECLARATION}){{0,60}};?"
    r"\s{0,40}\}(?:\s{0,10}\})?"
)
_BLOCK = lazy(rf"\{{{_DECLARATION}")
_LONGEST, _MOST_FAILURES = 8000, 30


def speaks_of_code(text: str) -> bool:
    """Whether ``text`` is about programming, so that code in it may be meant; notices to enable scripts aside."""
    small = fold(text)
    return any(word in small for word in _CODE_WORDS) and _CODE_TALK.search(_NOTICE.sub("", text)) is not None


def scripts(text: str) -> list[tuple[int, int]]:
    """Runs of JavaScript statements: start and end in characters.

    A run begins where a sentence or a line does, reads like the plumbing of a page, and its brackets are closed.
    """
    found: list[tuple[int, int]] = []
    past = failed = 0
    for match in matches(_STATEMENT, text, _beginnings(text)):
        start = match.start()
        if start < past or not _BEFORE.search(text[max(0, start - 8) : start]):
            continue
        past = _run(text, start)
        if past > 0 and TELLING.search(text, start, past) and re.compile(r"[;{]").search(text, start, past):
            found.append((start, past))
        failed += past < 0
        if failed > _MOST_FAILURES:
            break
    return found


def _beginnings(text: str) -> list[int]:
    """Where statements may begin: at a few characters in front of their keys, and in names that are called."""
    found: set[int] = set()
    for key, lead in _KEYS.items():
        for at in places(text, key):
            found.update(range(max(0, at - lead), at + 1))
    for call in _CALL.finditer(text):
        end = at = call.start()
        while at and end - at < _DOTTED and (text[at - 1].isalnum() or text[at - 1] in "_$."):
            at -= 1
        found.update(range(at, end))
    return sorted(found)


def styles(text: str) -> list[tuple[int, int]]:
    """Rules of CSS, selector and block: start and end in characters."""
    return [match.span() for match in _STYLE.finditer(text)] if _BLOCK.search(text) else []


def _run(text: str, start: int) -> int:
    """The end of the statements that follow one another from ``start``; -1 when the first is never finished."""
    if text.startswith("//", start):
        return text.find("]]>", start, start + _LONGEST) + 3 if "]]>" in text[start : start + _LONGEST] else -1
    end, at = -1, start
    while at - start < _LONGEST and (stop := _statement(text, at)) > 0:
        end = stop
        more = _MORE.match(text, end)
        if more is None:
            break
        at = more.end()
    return end


def _statement(text: str, at: int) -> int:
    """The end of one statement: behind its semicolon, or behind the last bracket where nothing goes on; else -1."""
    depth = 0
    for match in _SIGN.finditer(text, at, min(len(text), at + _LONGEST)):
        sign = match[0][0]
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if depth < 0:
                return -1
            on = (match["on"] or "").strip()
            if on in ("(", "["):
                depth += 1
            elif depth == 0 and on != ".":
                return match.end()
            elif depth > 0 or on == ".":
                continue
        elif depth == 0 and sign in ";\n":
            return match.end() if sign == ";" else -1
    return -1
