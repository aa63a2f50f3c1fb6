"""Markdown links in all the ways they break: found in one pass, never changed here.

Method: a stack of opening brackets, as in the link algorithm of the CommonMark specification, with bounded look-ahead
behind each closing bracket, so that the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from cleaner.lazy import lazy
from cleaner.text.beginnings import matches
from cleaner.text.linktargets import looks_like_address, read_target, scheme
from cleaner.text.places import holds_pair, line_starts, places

Span = tuple[int, int]
"""Start and end, in characters."""

_TOKEN = lazy(r"(?P<bang>(?<!\\)!|\\!(?=\\\[))?(?P<escape>\\)?(?P<open>\[)|\\?\]")
_CODE = lazy(
    r"(?<!`)(?P<ticks>`{1,2})(?![`\s])(?:(?!(?P=ticks))[^\n]){1,300}(?<![`\s])(?P=ticks)(?!`)"
    r"|^ {0,3}(?P<fence>```|~~~)[^\n`]{0,200}\n",
    re.MULTILINE,
)
_CLOSING = {fence: lazy(rf"^[ \t]*{fence}[^\S\n]*$", re.MULTILINE) for fence in ("```", "~~~")}
_LONGEST_TEXT, _LONGEST_LABEL, _DEEPEST = 4000, 200, 32
_LONGEST_LINE = 250
"""How many characters may stand before the end of a definition's label."""
_DEFINITION = lazy(
    r"^[ \t]{0,40}\[(?P<label>[^\]\[\n]{1,200})\]:[ \t]{0,20}\n?[ \t]{0,20}"
    r"(?:<(?P<angled>[^<>\n]{1,2000})>|(?P<target>[^\s<>]{1,2000}))"
    r"(?:[ \t]{0,20}[ \t\n][ \t]{0,20}(?:\"[^\n]{0,300}\"|'[^\n]{0,300}'|\([^\n]{0,300}\)))?[ \t]{0,20}(?:\n|\Z)",
    re.MULTILINE,
)
_REVERSED = lazy(r"\((?P<text>[^()\[\]\n]{1,300})\)\[(?P<target>(?:https?://|www\.)[^\]\s]{1,500})\]", re.IGNORECASE)
_REFERENCE = lazy(r"\[(?P<words>(?<=\]\[)|(?<=\][ \n]\[))?(?P<label>[^\[\]\n]{1,200})\](?!:)")
_REST_OF_TARGET = lazy(r"(?P<rest>[^\s\[\]<>]{1,200})(?:\n|\Z)(?=[ \t]{0,3}\[|\n|\Z|[^\s\[\]<>]{1,200}(?:\n|\Z))")
_WRAPPED = 70
_PICTURE = lazy(r"\.(?:jpe?g|png|gif|webp|svg|avif|bmp)\b|^data:image", re.IGNORECASE)


_PLAIN_ADDRESS = lazy(r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}(?:[/?#][!#-~]*)?\Z")
"""One whose parts nobody need take apart."""


class Link(NamedTuple):
    """A link or image as it stands: everything but ``text_start`` to ``text_end`` is mark-up (in characters)."""

    start: int
    text_start: int
    text_end: int
    end: int
    target: str
    image: bool


class Definition(NamedTuple):
    """The line ``[label]: target`` with its line break, in characters; ``used`` when a link refers to it."""

    start: int
    end: int
    label: str
    target: str
    used: bool


def find_links(
    text: str,
    markdown: bool = False,
    code: Sequence[Span] | None = None,
    defined: Sequence[Definition] | None = None,
) -> list[Link]:
    """All links and images in order of their ends, inner ones before the ones around them.

    In a text that is not known to be ``markdown`` a bracket pair is a link only when its target looks like an address.
    ``code`` holds the sorted spans in which no link can be, ``defined`` the targets of reference links; by default
    what `code_spans` and `definitions` find.
    """
    if not _possible(text):
        return []
    code = code_spans(text) if code is None else code
    defined = definitions(text, markdown) if defined is None else defined
    labels = {found.label: found.target for found in reversed(defined)}
    reader = _Reader(text, markdown, labels)
    past, spans = 0, iter([*code, (len(text), len(text))])
    begin, end = next(spans)
    for token in _tokens(text):
        at = token.start()
        while end <= at:
            begin, end = next(spans, (len(text) + 1, len(text) + 1))
        if at >= past and not begin <= at < end:
            past = max(past, reader.feed(token))
    reader.found.extend(_reversed(text, reader.found))
    return reader.found


def _possible(text: str) -> bool:
    """Whether brackets stand in ``text`` as those of a link or a definition do: a cheap test."""
    for at in places(text, "]"):
        behind = text[at + 1 : at + 3]
        if behind[:1] in ("(", "[", ":") or (behind[:1] in (" ", "\n") and behind[1:] in ("(", "[")):
            return True
    return any(text.startswith(")", at - 1) for at in places(text, "[") if at)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_TOKEN`, each looked for where a bracket stands: at most three characters before it."""
    at = 0
    for bracket in sorted((*places(text, "["), *places(text, "]"))):
        token = _TOKEN.search(text, max(at, bracket - 3), bracket + 1)
        if token:
            at = token.end()
            yield token


def code_spans(text: str) -> list[Span]:
    """Code between back-ticks (on one line, no blank inside the ticks) and fenced blocks that are closed, in order."""
    found: list[Span] = []
    fences = ("```", "~~~") if "`" in text or "~" in text else ()
    past, unclosed = 0, set[str]()
    for at in sorted({*places(text, "`"), *(start for sign in fences for start in line_starts(text, sign, 3))}):
        match = _CODE.match(text, at) if at >= past else None
        if match is None:
            continue
        past = match.end()
        if fence := match["fence"]:
            close = None if fence in unclosed else _CLOSING[fence].search(text, past)
            if close is None:
                unclosed.add(fence)  # nor is there one behind the next
                continue
            past = close.end()
        found.append((at, past))
    return found


def definitions(text: str, markdown: bool = False) -> list[Definition]:
    """The definitions of reference links; not footnotes, nor a list of sources that bare numbers in brackets cite.

    In ``markdown`` anything can be the target of a link that the text holds, elsewhere only what looks like an address.
    """
    if not holds_pair(text, "]:"):
        return []
    defined = list(matches(_DEFINITION, text, line_starts(text, "]:", _LONGEST_LINE)))
    if not defined:
        return []
    linked: set[str] = set()
    alone: set[str] = set()
    for match in _REFERENCE.finditer(text):
        (alone if match["words"] is None else linked).add(label_of(match["label"]))
    found = []
    for match in defined:
        label, target = label_of(match["label"]), match["angled"] or match["target"]
        end = match.end()
        if match.end("target") == end - 1 and end - 1 - text.rfind("\n", 0, end - 1) > _WRAPPED:
            end, target = _unwrapped(text, end, target)
        used = label in linked or label in alone
        sure = looks_like_address(target) or (markdown and used)
        if sure and not label.startswith("^") and not (label.isdigit() and label in alone):
            found.append(Definition(match.start(), end, label, target, used))
    return found


def _unwrapped(text: str, at: int, target: str) -> tuple[int, str]:
    """The end of a definition and its target, when the target was hard-wrapped before ``at``."""
    while match := _REST_OF_TARGET.match(text, at):
        at, target = match.end(), target + match["rest"]
        if len(match["rest"]) <= _WRAPPED or len(target) > _LONGEST_TEXT:
            break
    return at, target


def label_of(text: str) -> str:
    """A reference label as labels are compared: case and white space do not count."""
    return " ".join(text.casefold().split())


def valid(target: str) -> bool:
    """Whether ``target`` is a usable absolute web or mail address.

    Relative paths, anchors, scripts, headlines and addresses with white space are not: without the page they lead
    nowhere.
    """
    if _PLAIN_ADDRESS.match(target):
        return True
    if not target or re.search(r"\s", target):
        return False
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return "." in host.strip(".") or host == "localhost"
    return parts.scheme == "mailto" and "@" in parts.path.strip("@")


class _Open(NamedTuple):
    """An opening bracket: where it starts, where the words behind it begin, and of what kind it is."""

    start: int
    begin: int
    image: bool
    escaped: bool


class _Reader:
    """Takes the brackets of a text one by one and collects links; `feed` says up to where the text is used up."""

    def __init__(self, text: str, markdown: bool, labels: dict[str, str]) -> None:
        self.text = text
        self.markdown = markdown
        self.labels = labels
        self.found: list[Link] = []
        self._stack: list[_Open] = []

    def feed(self, token: re.Match[str]) -> int:
        """Take in one bracket; gives the end of the link that it closes, else 0."""
        if token["open"]:
            self._stack.append(_Open(token.start(), token.end(), bool(token["bang"]), bool(token["escape"])))
            if len(self._stack) > _DEEPEST:
                del self._stack[0]
            return 0
        escaped = token[0] != "]"
        opened = self._pop(escaped)
        if opened is None or token.start() - opened.begin > _LONGEST_TEXT:
            return 0
        link = self._inline(opened, token.start(), token.end(), escaped)
        if link is None and self.labels and not (escaped or opened.escaped):
            link = self._reference(opened, token.start(), token.end())
        if link is None:
            return 0
        self.found.append(link)
        return link.end

    def _pop(self, escaped: bool) -> _Open | None:
        """The bracket that a closing one belongs to; an escaped one closes only an escaped one."""
        stack = self._stack
        if escaped:
            return stack.pop() if stack and stack[-1].escaped else None
        for depth in range(len(stack) - 1, -1, -1):
            if not stack[depth].escaped:
                opened = stack[depth]
                del stack[depth:]
                return opened
        return stack.pop() if stack else None

    def _inline(self, opened: _Open, close: int, after: int, escaped: bool) -> Link | None:
        """The link whose target follows in parentheses."""
        start, begin, image, _ = opened
        text = self.text
        gap = 1 if text[after : after + 1] in (" ", "\n") else 0
        if text[after + gap : after + gap + 1] != "(":
            return None
        glued = start > 0 and text[start - 1].isalnum()
        lenient = (self.markdown or image) and not glued
        found = read_target(text, after + gap + 1, lenient, spaced=bool(gap), bare=image or not glued)
        if found is None or (opened.escaped != escaped and scheme(found[0]) is None):
            return None
        if image and glued and found[0] and not _PICTURE.search(found[0]):
            start, image = start + 1, False
        return Link(start, begin, close, found[1], found[0], image)

    def _reference(self, opened: _Open, close: int, after: int) -> Link | None:
        """The link whose target is defined elsewhere: ``[words][label]``, ``[label][]``, ``[label]``."""
        start, begin, image, _ = opened
        text = self.text
        label = label_of(text[begin:close]) if close - begin <= _LONGEST_LABEL else ""
        at = after + (text[after : after + 1] in (" ", "\n"))
        stop = text.find("]", at + 1, at + _LONGEST_LABEL) if text[at : at + 1] == "[" else -1
        if stop >= 0:
            named = label_of(text[at + 1 : stop]) or label
            if named in self.labels:
                return Link(start, begin, close, stop + 1, self.labels[named], image)
        if label in self.labels and not label.isdigit() and text[after : after + 1] != ":":
            return Link(start, begin, close, after, self.labels[label], image)
        return None


def _reversed(text: str, found: list[Link]) -> list[Link]:
    """Links with brackets and parentheses swapped, where no other link stands."""
    swapped: list[Link] = []
    if ")[" not in text:
        return swapped
    taken = sorted(found, key=lambda link: link.start)
    at = past = 0
    for match in _REVERSED.finditer(text):
        while at < len(taken) and taken[at].start < match.end():
            past = max(past, taken[at].end)
            at += 1
        if past <= match.start():
            begin, end = match.span("text")
            swapped.append(Link(match.start(), begin, end, match.end(), match["target"], False))
    return swapped
