"""JavaScript that was taken for text.

What   Statements that run a page: `(function(d,s,id){…}(document,…));`, `$(document).ready(…);`,
       `x.push(function () {…});`, `//<![CDATA[ … //]]>`, with the statements that follow them.
Why    They are program, not prose.
Kept   Code in texts that speak of code, code between back-ticks; statements that are never finished.
"""

from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View
from cleaner.text.scriptspans import TELLING, scripts, speaks_of_code

rule = Rule("MRK003", hints=HINTS, find=planned("MRK003"))
SIGNS = ";{"

_TELLTALES = ("function", "document.", "window.", "CDATA[", "$(", ".push(", "jQuery(", "adsbygoogle")


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if view.kind == "markdown" or "```" in text or not (";" in text or "{" in text):
        return
    if not any(sign in text for sign in _TELLTALES):
        return
    found = scripts(text) if TELLING.search(text) else []
    if found and not speaks_of_code(_without(text, found)):
        for start, end in found:
            yield Edit(start, end)


def _without(text: str, found: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in found:
        pieces.append(text[at:start])
        at = end
    return "".join([*pieces, text[at:]])


FIXES = [
    (
        "It opened.    UI.t.push(function () { document.getElementById(\"t_4\").innerHTML = f('a;b'); });\n\nIt shut.",
        "It opened.    \n\nIt shut.",
    ),
    (
        "It opened.\n\n(function(d,s){var j=d.getElements(s)[0];if(j)return;}(document,'script')); Post by Ana Ruiz.",
        "It opened.\n\n Post by Ana Ruiz.",
    ),
    ("It opened.   //<![CDATA[ var n=Math.random()*11; $(\"#a\").go({ \"b\" : 1 }); //]]>", "It opened.   "),
    ("It opened.\nOO.ready(function() { OO.Roe.make('p', 'Z3'); });\nIt shut.", "It opened.\n\nIt shut."),
    ("It opened.\n$(document).ready(function(){ go(); }); var a = 1;\nIt shut.", "It opened.\n\nIt shut."),
]  # fmt: skip
KEEPS = [
    "The text fills the context window. It went on.",
    "She waited at the drive-thru window.",
    "In this JavaScript tutorial we write:\ndocument.write('Hello');\nand look.",
    "The function (of rain) is to fall; the document. It is here.",
    "$(document) was never closed.",
    "He signed the document.(See page 3.)",
]
