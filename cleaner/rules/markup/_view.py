"""What the rules for mark-up share about one text, found once."""

from __future__ import annotations

import re
from functools import cached_property

from cleaner.document import Kind
from cleaner.htmlspans import Span, decode, tags
from cleaner.links import Definition, Link, code_spans, definitions, find_links

_SIGNS = re.compile(
    r"(?P<heading>^#{1,6} \S)|(?P<link>\]\((?:https?:|/))|(?P<bold>(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*)"
    r"|(?P<fence>^```\w*$)|(?P<item>^[*-] \[)|(?P<table>^\|? ?:?---)|(?P<label>^\[\d{1,4}\]: https?:)",
    re.MULTILINE,
)
_ENOUGH, _LOOKED_AT = 3, 60


class View:
    """A text as the rules of this phase see it.  ``bare`` views are of fragments: nothing is lifted out of them."""

    def __init__(self, text: str, kind: Kind, markdown: bool, bare: bool = False) -> None:
        self.text = text
        self.kind = kind
        self.markdown = markdown or looks_like_markdown(text)
        self.bare = bare

    @cached_property
    def code(self) -> list[tuple[int, int]]:
        """The spans of code, where nothing is mark-up."""
        return code_spans(self.text)

    @cached_property
    def links(self) -> list[Link]:
        """All Markdown links and images."""
        return find_links(self.text, self.markdown, self.code)

    @cached_property
    def definitions(self) -> list[Definition]:
        """The targets of reference links."""
        return definitions(self.text)

    @cached_property
    def tags(self) -> list[Span]:
        """All HTML tags."""
        return tags(self.text, self.kind == "html")

    def plain(self, fragment: str) -> str:
        """``fragment`` on one line, without its mark-up; empty in a bare view."""
        if self.bare:
            return ""
        if _MARKED.search(fragment):
            from cleaner.rules.markup._plan import settled

            fragment = settled(fragment[:_LONGEST], self.kind, self.markdown)
        return " ".join(fragment.split())

    def target(self, target: str) -> str:
        """A link target with its character references and escapes resolved."""
        return re.sub(r"\\([^\w\s])", r"\1", decode(target) if "&" in target else target)


_MARKED = re.compile(r"[\[<&\\*_#~`{]")
_LONGEST = 2000


def looks_like_markdown(text: str) -> bool:
    """Whether ``text`` holds several signs of Markdown of two kinds, or many of one."""
    if not ("](" in text or "# " in text or "**" in text or "]: " in text or "---" in text):
        return False
    seen: dict[str, int] = {}
    for number, match in enumerate(_SIGNS.finditer(text)):
        seen[match.lastgroup or ""] = seen.get(match.lastgroup or "", 0) + 1
        if (len(seen) > 1 and sum(seen.values()) > _ENOUGH) or seen[match.lastgroup or ""] > 2 * _ENOUGH:
            return True
        if number > _LOOKED_AT:
            break
    return False
