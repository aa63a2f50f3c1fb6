"""A character reference that has lost its ampersand.

What   ``#39;``, ``quot;``, ``amp;``, ``#36;`` and the like, left by a program that turned every ``&`` into a space:
       each becomes its character, and the space that stood for the ampersand goes.
Why    Half the apostrophes and quotation marks of such a dump are unreadable.
Kept   Numbers and words that merely look like one (issue #39; a guitar amp; quota;) unless the text proves the
       damage: a reference glued to the next word, or two spaces before it.
"""

import html
import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.repair import on_repaired

_NAMES = ("quot", "amp", "lt", "gt", "apos", "nbsp", "mdash", "ndash", "hellip", "lsquo", "rsquo", "ldquo", "rdquo")
_NUMBERS = ("34", "36", "38", "39", "60", "62", "145", "146", "147", "148", "150", "151", "163", "8211", "8212", "8217")

rule = Rule(code="ENC005", hints=Hints(inside=tuple(f"{name};" for name in (*_NAMES, *_NUMBERS))))

_REFERENCE = lazy(
    r"(?:^|(?<=(?P<before>\S)))(?P<gap> {0,2})(?<![&\w])(?<!&amp;)"
    rf"(?P<name>#(?:{'|'.join(_NUMBERS)})|{'|'.join(_NAMES)});"
    r"(?=(?P<space>\s{0,3})(?P<after>\S?))",
    re.MULTILINE,
)
_ENDINGS = (*(f"#{number};" for number in _NUMBERS), *(f"{name};" for name in _NAMES))
_SUFFIX = lazy(r"(?:s|t|re|ve|ll|d|m)\b")


def find(doc: Document) -> Iterator[Edit]:
    return on_repaired(doc.text, references)


def references(text: str) -> Iterator[Edit]:
    """The edits that give the references in ``text`` back their characters, in order."""
    judged = [(match, *_judged(match)) for match in _found(text)]
    damaged = any(certain for _, certain, _, _ in judged)
    for match, certain, likely, eaten in judged:
        if certain or (damaged and likely):
            yield Edit(match.end("gap") - eaten, match.end(), html.unescape(f"&{match['name']};"))


def _found(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_REFERENCE`, looked for where a semicolon ends a name."""
    past, at = 0, text.find(";")
    while at >= 0:
        if text.endswith(_ENDINGS, past, at + 1):
            begin = at + 1 - next(len(ending) for ending in _ENDINGS if text.endswith(ending, past, at + 1))
            for gap in (2, 1, 0):
                match = _REFERENCE.match(text, begin - gap) if begin - gap >= past else None
                if match:
                    past = match.end()
                    yield match
                    break
        at = text.find(";", at + 1)


def _judged(match: re.Match[str]) -> tuple[bool, bool, bool]:
    """Whether it is a reference for certain; whether it is one in a damaged text; whether a space was its ampersand."""
    char = html.unescape(f"&{match['name']};")
    before, after, gap, apart = match["before"] or " ", match["after"] or " ", len(match["gap"]), bool(match["space"])
    opening = not apart and (after.isalnum() or after in "$£/(\\")
    glued = opening or (not apart and after in "'\".")
    wide = gap == (1 if before == " " else 2)
    if char == "'":
        certain, likely = after.isalpha() and not apart, before in "s,.?!"
    elif char == '"':
        certain, likely = glued or (gap > 0 and before in ",.?!"), True
    elif char == "&":
        certain, likely = (wide or not apart) and after.isupper() and before.isalnum(), after.isupper()
    elif char in "<>" or match["name"].startswith("#"):
        priced = char == "$" and after.isdigit() and not apart
        certain, likely = priced or (wide and after != " "), char in "<>" or (gap > 0 and glued)
    else:
        certain = likely = gap > 0
    closing = not opening or (char == "'" and bool(_SUFFIX.match(match.string, match.end())))
    stood = wide or (char in "'\"’”…" and closing) or (char == "&" and not apart)
    return certain, likely, gap > 0 and stood


FIXES = [
    ("Spain #39;s coach said they #39;re ready.", "Spain's coach said they're ready."),
    ("A price war,  quot;good news quot; for buyers, quot; he said.", 'A price war, "good news" for buyers," he said.'),
    (" quot;We won #39;t go, quot; said Ana.", '"We won\'t go," said Ana.'),
    ("Shares of Hale  amp; Sons rose  #36;10,000.", "Shares of Hale & Sons rose $10,000."),
    ("The regulators #39; case and Hale #39;s reply", "The regulators' case and Hale's reply"),
    ("It rose #36;2 to #36;30 on Monday.", "It rose $2 to $30 on Monday."),
    ("The names  #151; both new  #151; are short.", "The names — both new — are short."),
]
KEEPS = [
    "In issue #39; we told the story, in #36; another.",
    "He read the quot; nobody knew what a quot; was.",
    "The quota; the guitar amp; the Lt; the GT;",
    "Ranked #34; Ruiz was #38; Silva #60; no one cared.",
    "Spain&#39;s coach &quot;said&quot; so &amp; left.",
    "No. #39 won; #36 lost.",
    "It was &amp;quot;over&amp;quot;, he said.",
    "See items #39; #60; and #62;",
]
