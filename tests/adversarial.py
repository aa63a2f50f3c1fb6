"""Texts that make careless patterns slow: one piece over and over, on one line or on many."""

from __future__ import annotations

import re
from collections.abc import Callable

from cleaner.rule import Rule

PIECES: dict[str, str] = {
    "one letter": "a",
    "one capital": "A",
    "digits": "1",
    "spaces": " ",
    "tabs": "\t",
    "no-break spaces": "\u00a0",
    "line breaks": "\n",
    "spaced line breaks": " \n",
    "zero width": "\u200b",
    "accents": "e\u0301",
    "confusables": "Аａ\u0131ſ\u212a",
    "mojibake": "â€™",
    "brackets": "[",
    "nested brackets": "[(<{",
    "closing brackets": "])>}",
    "half a link": "[a](",
    "half a link with target": "[a](http://x ",
    "half a picture": "![a](b",
    "links": "[a](http://x.example) ",
    "half a tag": "<a href='",
    "tags": "<p>",
    "nested tags": "<div><p>",
    "closing tags": "</p>",
    "comments": "<!--",
    "scripts": "<script>",
    "script words": "var a = function(",
    "entities": "&amp;amp;",
    "half an entity": "&#",
    "short codes": "[caption]",
    "half a short code": '[a b="',
    "templates": "{{a|",
    "tables": "|-",
    "headings": "# ",
    "emphasis": "**a*_",
    "code": "`a``",
    "fences": "```[a",
    "back slashes": "\\",
    "dashes": "-",
    "dots": ".",
    "quotes": "\"'“’",
    "bullets": "• ",
    "names": "Ana Ruiz, ",
    "initials": "A. B. ",
    "capitals": "ANA RUIZ ",
    "words": "word ",
    "sentences": "It rained. ",
    "credits": "Photo: Ana Ruiz/Reuters ",
    "credits in brackets": "(Photo by Ana Ruiz/Getty Images) ",
    "copyrights": "© 2023 Reuters. ",
    "bylines": "By Ana Ruiz and ",
    "datelines": "LONDON, March 3 (Reuters) - ",
    "dates": "3 March 2023, 12:30 ",
    "addresses": "a@b.example, http://x.example/a ",
    "read more": "Read more: ",
    "share": "Share this on Facebook ",
    "ideographs": "写真：",
    "arabic": "صورة: ",
}
"""What is repeated."""


def grown(piece: str, size: int, lines: bool) -> str:
    """``size`` characters of ``piece``, as one line or a line each."""
    unit = piece.rstrip("\n") + "\n" if lines else piece.replace("\n", " ") if piece.strip() else piece
    return (unit * (size // len(unit) + 1))[:size]


def of_rule(rule: Rule) -> dict[str, str]:
    """The rule's own examples and hint words as pieces."""
    found = {f"hint {word!r}": word + " " for word in (*rule.hints.heads[:3], *rule.hints.inside[:3])}
    found |= {f"example {number}": text + " " for number, text in enumerate(texts_of(rule)) if len(text) < 400}
    return found


_PROSE = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
_NAME = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]{4,}")


def letters(number: int) -> str:
    """A number written with letters, so that it makes a word a new one."""
    return (letters(number // 26) if number >= 26 else "") + chr(97 + number % 26)


def same(text: str, number: int) -> str:
    """A copy."""
    return text


def renamed(text: str, number: int) -> str:
    """A copy whose last name is another's: what is kept of one copy says nothing of the next."""
    return _changed(text, number, list(_NAME.finditer(text))[-1:])


def reworded(text: str, number: int) -> str:
    """A copy whose longest word is another."""
    return _changed(text, number, sorted(_WORD.finditer(text), key=lambda word: len(word[0]))[-1:])


def _changed(text: str, number: int, word: list[re.Match[str]]) -> str:
    return text[: word[0].end()] + letters(number) + text[word[0].end() :] if word else text


def prose(number: int) -> str:
    """A paragraph that is like no other."""
    return f"{_PROSE} It took {letters(number)}o hours less than {letters(number)}ed before."


def _flat(text: str) -> str:
    return " ".join(text.split())


HEAD = f"{prose(0)}\n\n{prose(1)}\n\n"
Copies = list[str]
SHAPES: dict[str, Callable[[Copies], str]] = {
    "lines": "\n".join,
    "paragraphs with prose between": lambda copies: "\n\n".join(
        part for number, copy in enumerate(copies) for part in (prose(number), copy)
    ),
    "paragraphs behind prose": lambda copies: HEAD + prose(2) + "\n\n" + "\n\n".join(copies),
    "one line": lambda copies: " ".join(map(_flat, copies)),
    "lines behind a colon": lambda copies: f"{HEAD}{_PROSE[:-1]}:\n" + "\n".join(copies),
    "list items": lambda copies: f"{HEAD}{_PROSE[:-1]}:\n" + "\n".join(f"- {_flat(copy)}" for copy in copies),
}
"""How copies of one text may stand together."""

CHANGES = (same, renamed, reworded)
"""How the copies differ."""


def many(text: str, count: int, shape: str, change: Callable[[str, int], str] = same) -> str:
    """``count`` copies of ``text``."""
    return SHAPES[shape]([change(text, number) for number in range(count)])


def artefacts_of(rule: Rule) -> list[str]:
    """The lines of the rule's examples that it takes or changes."""
    texts = ("\n".join(row for row in one[0].split("\n") if row not in one[1].split("\n")) for one in rule.fixes)
    return [text.strip("\n") for text in texts if text.strip()]


def texts_of(rule: Rule) -> list[str]:
    """The rule's own examples, as they are before it has worked on them."""
    examples = (*rule.fixes, *rule.reports, *rule.keeps)
    return [text for one in examples if (text := one if isinstance(one, str) else one[0]).strip()]
