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
from cleaner.repair import on_repaired
from cleaner.rule import Hints, Rule

_NAMES = ("quot", "amp", "lt", "gt", "apos", "nbsp", "mdash", "ndash", "hellip", "lsquo", "rsquo", "ldquo", "rdquo")
_NUMBERS = ("34", "36", "38", "39", "60", "62", "145", "146", "147", "148", "150", "151", "163", "8211", "8212", "8217")

rule = Rule(code="ENC005", hints=Hints(inside=tuple(f"{name};" for name in (*_NAMES, *_NUMBERS))))

_REFERENCE = re.compile(
    rf"(?<! )(?P<gap>[ ]{{0,2}})(?<![&\w])(?P<name>#(?:{'|'.join(_NUMBERS)})|{'|'.join(_NAMES)});"
    r"(?=(?P<space>\s{0,3})(?P<after>\S?))"
)
_SUFFIX = re.compile(r"(?:s|t|re|ve|ll|d|m)\b")
_CLOSERS = "'\"’”…"


def find(doc: Document) -> Iterator[Edit]:
    return on_repaired(doc.text, _references)


def _references(text: str) -> Iterator[Edit]:
    matches = list(_REFERENCE.finditer(text))
    damaged = any(_certain(match) for match in matches)
    for match in matches:
        if _certain(match) or (damaged and _likely(match)):
            yield Edit(match.end("gap") - _eaten(match), match.end(), _meant(match))


def _meant(match: re.Match[str]) -> str:
    return html.unescape(f"&{match['name']};")


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 1) : match.start()].strip()


def _glued(match: re.Match[str]) -> bool:
    return not match["space"] and (match["after"].isalnum() or match["after"] in "$£/('\".\\")


def _wide(match: re.Match[str]) -> bool:
    return len(match["gap"]) == (2 if _before(match) else 1)


def _certain(match: re.Match[str]) -> bool:
    """Whether the reference by itself cannot be anything else."""
    char = _meant(match)
    if not match["after"] and not match["gap"]:
        return False
    if char == "'":
        return match["after"].isalpha() and not match["space"]
    if char == '"':
        return (_glued(match) and bool(match["after"])) or (bool(match["gap"]) and _before(match) in tuple(",.?!"))
    if char == "&":
        return (_wide(match) or not match["space"]) and match["after"].isupper() and _before(match).isalnum()
    if match["name"] in ("lt", "gt") or match["name"].startswith("#"):
        return _wide(match) and bool(match["after"])
    return bool(match["gap"])


def _likely(match: re.Match[str]) -> bool:
    """Whether the reference is one in a text that is known to be damaged."""
    char = _meant(match)
    if char == "'":
        return _before(match) in tuple("s,.?!")
    if char == "&":
        return match["after"].isupper()
    return char in '"<>' or (bool(match["gap"]) and _glued(match))


def _eaten(match: re.Match[str]) -> int:
    """How many of the spaces before the reference stood for its ampersand."""
    if not match["gap"]:
        return 0
    char = _meant(match)
    if _wide(match) or char in _CLOSERS:
        suffix = char == "'" and _SUFFIX.match(match.string, match.end())
        return int(_wide(match) or bool(suffix) or not (_glued(match) and match["after"] not in "'\"."))
    return int(char == "&" and not match["space"])


FIXES = [
    ("Spain #39;s coach said they #39;re ready.", "Spain's coach said they're ready."),
    ("A price war,  quot;good news quot; for buyers, quot; he said.", 'A price war, "good news" for buyers," he said.'),
    (" quot;We won #39;t go, quot; said Ana.", '"We won\'t go," said Ana.'),
    ("Shares of Hale  amp; Sons rose  #36;10,000.", "Shares of Hale & Sons rose $10,000."),
    ("The regulators #39; case and Hale #39;s reply", "The regulators' case and Hale's reply"),
    ("The names  #151; both new  #151; are short.", "The names — both new — are short."),
]
KEEPS = [
    "In issue #39; we told the story, in #36; another.",
    "He read the quot; nobody knew what a quot; was.",
    "The quota; the guitar amp; the Lt; the GT;",
    "Ranked #34; Ruiz was #38; Silva #60; no one cared.",
    "Spain&#39;s coach &quot;said&quot; so &amp; left.",
    "No. #39 won; #36 lost.",
    "See items #39; #60; and #62;",
]
