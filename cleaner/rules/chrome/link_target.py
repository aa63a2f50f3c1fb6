"""The address of a link in brackets behind its text.

What   "(https://…)", "(/news/…)", "(#top)" or " ()" behind words, also broken over lines, and addresses of pictures
       standing between words, in a text that has at least eight of the former; "<?subject=…>", the rest of a link that
       writes a message.
Why    Some programs that turn pages into text write each link's target behind its words.
Kept   Single addresses in brackets, which authors write too; addresses with words in the same brackets; Markdown
       links; calls in code.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule

rule = Rule("CHR004", hints=Hints(inside=("(http", "(/", "(#", "<?subject=", "<?body=")), chrome=True)

_FEWEST = 8
_TARGET = lazy(
    r"\((?<![\]!]\()(?:https?:/|HTTPS?:/|/|#|mailto:|javascript:)"
    r"[^()\s]{0,900}(?:\([^()\s]{0,99}\)[^()\s]{0,99})?\)"
)
_BROKEN = lazy(
    r"\((?<![\]!]\()(?:https?:/|HTTPS?:/|/(?=[^()\s]{4})|mailto:)[^()\s]{1,900}"
    r"(?:(?:(?<=[-&=%_?+/]) ?\n {0,4}|(?<=[-&=%_?+]) |(?: | ?\n {0,4})(?=[^()\s]{0,200}(?:[/%&=_+\d]|[?.]\w)))"
    r"[^()\s]{1,300}){1,9}\)"
)
"""The same with line breaks, or the blanks that took their place, in it: behind a sign, or in front of one."""

_BLANKS, _IN_MARKDOWN = " \u00a0", ("]", "!")
_MESSAGE = lazy(r"<\?(?:subject|body)=[^<>\n]{0,4000}>")
_EMPTY = lazy(r" \(\)(?<=\w \(\))")
_PICTURE = lazy(
    r"http(?<!\Shttp)s?://[^\s()<>\[\]]{1,500}\.(?:jpe?g|png|gif|webp|svg)(?:\?[^\s()<>\[\]]{0,300})?(?=\s|$) ?"
)


def find(doc: Document) -> Iterator[Edit]:
    text = doc.text
    yield from (Edit(*match.span()) for match in _MESSAGE.finditer(text))
    targets = list(_TARGET.finditer(text)) if text.count("(") >= _FEWEST else []
    if len(targets) < _FEWEST:
        return
    for match in (*targets, *_BROKEN.finditer(text)):
        at, end = match.span()
        apart = at > 0 and text[at - 1] in _BLANKS and not text[end : end + 1].isalnum()
        yield Edit(at - (apart and not text.endswith(_IN_MARKDOWN, 0, at - 1)), end)
    for pattern in (_EMPTY, _PICTURE):
        for match in pattern.finditer(text):
            yield Edit(match.start(), match.end())


_LIST = "".join(f"Town {number} (/towns/{number}.html)\n" for number in range(1, 9))
_BARE = "".join(f"Town {number}\n" for number in range(1, 9))
FIXES = [
    (
        _LIST + "The mayor (https://town.example/mayor?a=b) spoke (/press)to the press () on Monday.",
        _BARE + "The mayor spoke to the press on Monday.",
    ),
    (
        _LIST
        + "The mayor spoke (https://town.example/mayor-\nspoke.html?a=b&c=\n12) on (https://town.example/ Mon) day.",
        _BARE + "The mayor spoke on (https://town.example/ Mon) day.",
    ),
    ("The bridge is open. <?subject=Bridge%20open&body=https://town.example/bridge>", "The bridge is open. "),
    (_LIST + "https://town.example/a.jpg The bridge.", _BARE + "The bridge."),
]
KEEPS = [
    "The report (https://town.example/report) was late.",
    _BARE + "The report (see https://town.example/report) was late.",
    "".join(f"* [Town {number}](/towns/{number}.html)\n" for number in range(1, 12)),
    "He called f() and g() twice.",
    "In XML <?xml version='1.0'?> comes first, and <?subject?> means nothing.",
    "open(/dev/null)\n" + "".join(f"step{number}()\n" for number in range(1, 12)),
]
