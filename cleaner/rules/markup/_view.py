"""What the rules for mark-up share about one text, found once."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from cleaner.document import Kind
from cleaner.lazy import lazy
from cleaner.text.htmlspans import Span, decode, tags
from cleaner.text.links import Definition, Link, code_spans, definitions, find_links
from cleaner.text.places import places

_SIGNS = "[]<>&{}#*_~`\\|=-;"
_MARKDOWN = lazy(
    r"\n(?:(?P<heading>#{1,6} \S(?!.*\n#))|(?P<fence>```\w*$)|(?P<item>[*-] \[)|(?P<table>\|? ?:?---)"
    r"|(?P<label>\[\d{1,4}\]: https?:))"
    r"|\](?P<link>\((?:https?:|/))|\*(?P<bold>(?<![*\w]\*)\*[^\s*][^*\n]{0,200}\*\*)",
    re.MULTILINE,
)
"""To be looked for behind a line break that is put before the text: then all begin with one of three characters."""
_ENOUGH, _LOOKED_AT = 3, 60


class View:
    """A text as the rules of this phase see it.  ``bare`` views are of fragments: nothing is lifted out of them."""

    def __init__(self, text: str, kind: Kind, markdown: bool, bare: bool = False) -> None:
        self.text = text
        self.kind = kind
        self.markdown = markdown or looks_like_markdown(text)
        self.bare = bare

    @cached_property
    def signs(self) -> list[str]:
        """The characters in the text that mark-up is made of."""
        return [sign for sign in _SIGNS if sign in self.text]

    @cached_property
    def code(self) -> list[tuple[int, int]]:
        """The spans of code, where nothing is mark-up."""
        return code_spans(self.text)

    @cached_property
    def links(self) -> list[Link]:
        """All Markdown links and images."""
        return find_links(self.text, self.markdown, self.code, self.definitions)

    @cached_property
    def definitions(self) -> list[Definition]:
        """The targets of reference links."""
        return definitions(self.text, self.markdown)

    @cached_property
    def tags(self) -> list[Span]:
        """All HTML tags; in a text with blocks of code only those that a writer of prose would use."""
        if self.kind == "page":  # what is left of tags in the text of a page is what its readers see
            return []
        found = tags(self.text, self.kind == "html")
        if "```" in self.text:
            return [tag for tag in found if _IN_PROSE.fullmatch(tag.name)]
        return found

    def plain(self, start: int, end: int) -> str:
        """What stands from ``start`` to ``end`` on one line, without its mark-up; empty in a bare view."""
        if self.bare:
            return ""
        fragment = self.text[start:end]
        if _MARKED.search(fragment):
            fragment = self._unlinked(start, min(end, start + _LONGEST))
            from cleaner.rules.markup._plan import settled

            fragment = settled(fragment, self.kind, self.markdown)
        return " ".join(fragment.split())

    def _unlinked(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` without the brackets and targets of the links in it."""
        cuts = []
        for link in self._by_start[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if link.end <= end:
                cuts += (
                    [(link.start, link.end)]
                    if link.image
                    else [(link.start, link.text_start), (link.text_end, link.end)]
                )
        pieces, at = [], start
        for begin, stop in sorted(cuts):
            pieces.append(self.text[at:begin])
            at = max(at, stop)
        return "".join(pieces) + self.text[at:end]

    @cached_property
    def _by_start(self) -> list[Link]:
        return sorted(self.links, key=lambda link: link.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [link.start for link in self._by_start]

    def target(self, target: str) -> str:
        """A link target with its character references and escapes resolved."""
        target = decode(target) if "&" in target else target
        target = re.sub(r"\\([^\w\s])", r"\1", target) if "\\" in target else target
        if "\n" not in target:
            return target
        joined = re.sub(r"\n[ \t]{0,20}", "", target)
        return target if re.search(r"\s", joined) else joined  # a hard-wrapped address is whole again


_DASHES = lazy("--")  # finds two signs faster than `in` does
_MARKED = lazy(r"[\[<&\\*_#~`{]")
_LONGEST = 2000
_IN_PROSE = lazy(
    "a|b|big|blockquote|br|center|cite|em|figcaption|figure|font|hr|i|iframe|img|kbd|mark|nobr|picture|q|s|script|small"
    "|source|span|strike|strong|style|sub|sup|svg|tt|u|video|wbr"
)


def _counted(text: str) -> int:
    """How many signs of Markdown ``text`` holds, of whatever kind: the test before they are told apart."""
    links = sum(text.startswith(("(", ": "), at + 1) for at in places(text, "]"))
    items = sum(text[max(0, at - 2) : at] in ("* ", "- ") for at in places(text, "["))
    marks = sum(text.count(sign) for sign in ("# ", "**", "```") if sign[0] in text)
    return links + items + marks + (text.count("---") if _DASHES.search(text) else 0)


def looks_like_markdown(text: str) -> bool:
    """Whether ``text`` holds several signs of Markdown of two kinds, or many of one."""
    if _counted(text) < _ENOUGH:
        return False
    seen: dict[str, int] = {}
    for number, match in enumerate(_MARKDOWN.finditer(f"\n{text}")):
        sign = match.lastgroup or ""
        seen[sign] = seen.get(sign, 0) + 1
        if (len(seen) > 1 and sum(seen.values()) >= _ENOUGH) or (seen[sign] > 2 * _ENOUGH and sign != "heading"):
            return True
        if number > _LOOKED_AT:
            break
    return False
