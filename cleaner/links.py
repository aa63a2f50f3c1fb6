"""Markdown links in all the ways they break: found in one pass, never changed here.

Method: the bracket stack of the CommonMark specification's link algorithm, with bounded look-ahead behind each
closing bracket, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

_TOKEN = re.compile(r"\\?!?\\?\[|\\?\]|`{1,3}|\n[ \t]*\n")
_PAREN = re.compile(r"[()]|\n[ \t]{0,20}\n")
_LONGEST_TEXT, _LONGEST_TARGET = 1000, 2000
_DEEPEST = 32
_URL = re.compile(
    r"(?:https?|ftp|mailto|tel|javascript|data|file|sms|whatsapp|about)[:：]|//[\w-]|www\.\w|[./]{0,2}/|\.{1,2}/|[#?][\w=&%/-]"
    r"|[\w%~+-]{1,80}(?:[./][\w%~+-]{1,80}){0,12}(?:/|\.(?:com|org|net|info|io|edu|gov|html?|php|aspx?|jsp|pdf|jpe?g|png|gif|webp|svg|co\.uk)\b)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"""^(?P<target>\S{1,1900})[ \t\n]{1,20}(?:"[^"]{0,300}"|'[^']{0,300}')$""")
DEFINITION = re.compile(
    r"^ {0,3}\[(?P<label>[^\]\[\n]{1,200})\]:[ \t]{0,20}<?(?P<target>[^\s<>]{1,2000})>?(?:[ \t]{1,20}[\"'(][^\n]{0,300}[\"')])?[ \t]*$"
)
_REVERSED = re.compile(
    r"\((?P<text>[^()\[\]\n]{1,300})\)\[(?P<target>(?:https?://|www\.)[^\]\s]{1,500})\]", re.IGNORECASE
)


class Link(NamedTuple):
    """A link as it stands: everything but ``text_start`` to ``text_end`` is mark-up.  Offsets are in characters."""

    start: int
    text_start: int
    text_end: int
    end: int
    target: str
    image: bool


def find_links(text: str, markdown: bool = False) -> list[Link]:
    """All links and images, inner ones before the ones around them.

    In a text that is not known to be ``markdown`` a bracket pair is a link only when its target looks like an address.
    """
    labels = {_label(match["label"]): match["target"] for _, match in definitions(text)}
    found: list[Link] = []
    stack: list[tuple[int, int, bool]] = []
    skip_to = 0
    for token in _TOKEN.finditer(text):
        at, word = token.start(), token[0]
        if at < skip_to:
            continue
        if word[0] == "`":
            skip_to = _code_end(text, token.end(), word)
        elif word[0] == "\n":
            continue
        elif word.endswith("["):
            stack.append((at, token.end(), "!" in word))
            if len(stack) > _DEEPEST:
                del stack[0]
        elif stack:
            opened, begin, image = stack.pop()
            if at - begin <= _LONGEST_TEXT:
                link = _link(text, (opened, begin, at, token.end()), image, labels, markdown)
                if link is not None:
                    found.append(link)
                    skip_to = link.end
    found += _reversed(text)
    return found


def definitions(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Reference definitions (``[1]: https://…`` on a line of their own) with the offset of their line."""
    if "]:" not in text:
        return
    at = 0
    for line in text.split("\n"):
        if "]:" in line and len(line) < _LONGEST_TARGET:
            match = DEFINITION.match(line)
            if match and looks_like_address(match["target"]) and not match["label"].startswith("^"):
                yield at, match
        at += len(line) + 1


def looks_like_address(target: str) -> bool:
    """Whether ``target`` begins like a URL, a path, an anchor or a host name."""
    return _URL.match(target) is not None


def valid(target: str) -> bool:
    """Whether ``target`` is a usable absolute web or mail address: relative paths, scripts and headlines are not."""
    if not target or any(char.isspace() for char in target):
        return False
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return "." in parts.netloc or parts.netloc.startswith("localhost")
    return parts.scheme == "mailto" and "@" in parts.path


def _link(
    text: str, place: tuple[int, int, int, int], image: bool, labels: dict[str, str], markdown: bool
) -> Link | None:
    opened, begin, close, after = place
    follows = text[after : after + 1]
    if follows == "(":
        target = _target(text, after + 1, markdown or image)
        if target is not None:
            return Link(opened, begin, close, target[1], target[0], image)
    elif follows == " " and text[after + 1 : after + 2] == "(":
        target = _target(text, after + 2, False)
        if target is not None and target[0] and looks_like_address(target[0]):
            return Link(opened, begin, close, target[1], target[0], image)
    elif follows == "[" or (follows in (" ", "\n") and text[after + 1 : after + 2] == "["):
        start = after + 1 + (follows != "[")
        stop = text.find("]", start, start + 200)
        label = _label(text[start:stop] or text[begin:close]) if stop >= 0 else ""
        if label in labels:
            return Link(opened, begin, close, stop + 1, labels[label], image)
    label = _label(text[begin:close])
    if labels and label in labels and not label.isdigit() and follows != ":":
        return Link(opened, begin, close, after, labels[label], image)
    return None


def _target(text: str, at: int, lenient: bool) -> tuple[str, int] | None:
    """The target that starts behind an opening parenthesis, and where the link ends; None when there is none."""
    depth, end = 1, -1
    for match in _PAREN.finditer(text, at, min(len(text), at + _LONGEST_TARGET)):
        if match[0] == "(":
            depth += 1
        elif match[0] == ")":
            depth -= 1
        if not depth:
            end = match.start()
        if not depth or depth > _DEEPEST or match[0][0] == "\n":
            break
    if end < 0:
        return _unclosed(text, at)
    inner = text[at:end].strip()
    if not inner:
        return "", end + 1
    bare = inner.strip("<>").lstrip("[ \\")
    titled = _TITLE.match(bare)
    target = titled["target"] if titled else bare
    if looks_like_address(target) or (lenient and (titled or not re.search(r"\s", target))):
        return target, end + 1
    return None


def _unclosed(text: str, at: int) -> tuple[str, int] | None:
    """A target whose parenthesis is never closed: the address up to the next white space."""
    match = re.compile(r"(?:https?://|www\.)[^\s()\[\]]{1,1000}").match(text, at)
    return (match[0], match.end()) if match else None


def _reversed(text: str) -> Iterator[Link]:
    if ")[" not in text:
        return
    for match in _REVERSED.finditer(text):
        yield Link(match.start(), match.start("text"), match.end("text"), match.end(), match["target"], False)


def _code_end(text: str, at: int, fence: str) -> int:
    """Where a code span or fenced block that has just begun ends; its content holds no links."""
    limit = len(text) if fence == "```" else at + 300
    close = text.find(fence, at, limit)
    return close + len(fence) if close >= 0 else at


def _label(text: str) -> str:
    return " ".join(text.casefold().split())
