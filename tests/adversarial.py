"""Texts that make careless patterns slow: one piece over and over, on one line or on many."""

from __future__ import annotations

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
    for number, example in enumerate((*rule.fixes, *rule.reports, *rule.keeps)):
        text = example if isinstance(example, str) else example[0]
        if text.strip() and len(text) < 400:
            found[f"example {number}"] = text + " "
    return found
