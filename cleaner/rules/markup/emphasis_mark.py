"""The signs of Markdown emphasis.

What   `**words**`; in Markdown also `*words*`, `__words__`, `_words_`, `~~words~~`, and pairs that
       have lost their words.
Why    Bold and italic are form, not text.
Kept   The words; starred-out letters, masks such as *NUMBER*, footnote stars, snake_case, __init__, code.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK031", hints=HINTS, find=planned("MRK031"))
SIGNS = "*_~"

_BOLD = lazy(
    r"(?P<open>\*\*(?<![*\\]\*\*)(?<!(?-i:[A-Za-z0-9])\*\*)\*?)(?=[^\s*])[^*\n]{0,499}[^\s*\\](?P<close>(?P=open))(?![*A-Za-z0-9])"
)
_BOLD_IN_MARKDOWN = lazy(
    r"(?P<open>\*\*(?<![*\\]\*\*)(?<!(?-i:[A-Za-z0-9])\*\*)\*?)(?=[^\s*])"
    r"(?:[^*\n]|\n(?![ \t]{0,20}\n)){1,600}(?P<close>(?P=open))(?![*A-Za-z0-9])"
)
_BROKEN = lazy(r"\*\*(?<![*\S]\*\*)(?:[ \t]{1,20}\*\*|\*\*)(?![*\S])|\*\*(?<![*\S]\*\*)[ \t]{0,20}$", re.MULTILINE)
_LIGHT = (
    lazy(r"(?P<open>\*(?<![*\w\\]\*))(?=[^\s*])[^*\n]{0,499}[^\s*\\](?P<close>\*)(?![*\w])"),
    lazy(r"(?P<open>_(?<![\w\\]_)_{0,2})(?=[^\s_])(?:[^_\n]|(?<=\w)_(?=\w)){0,499}?[^\s_\\](?P<close>(?P=open))(?!\w)"),
    lazy(r"(?P<open>~~(?<![~\w]~~))(?=[^\s~])[^~\n]{0,499}[^\s~](?P<close>~~)(?!~)"),
)
_MASK = lazy(r"\*[A-Z_]{2,20}\*")
_DUNDER = lazy(r"__(?:init|main|name|file|str|repr|call|dict|class|doc|all|version|new|del|len|iter|eq|add)__")


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "**" in text:
        for match in (_BOLD_IN_MARKDOWN if view.markdown else _BOLD).finditer(text):
            yield Edit(*match.span("open"))
            yield Edit(*match.span("close"))
    if not view.markdown:
        return
    for match in _BROKEN.finditer(text):
        yield Edit(*match.span())
    for pattern in _LIGHT:
        for match in pattern.finditer(text):
            if not _MASK.fullmatch(match[0]) and not _DUNDER.fullmatch(match[0]):
                yield Edit(*match.span("open"))
                yield Edit(*match.span("close"))


FIXES = [
    ("It was **very late**, and ***dark***.", "It was very late, and dark."),
    ("这是**粗体**文字。 و**نوزاد** هنا", "这是粗体文字。 ونوزاد هنا"),
    (
        "## One\n\nIt *was* __so__ _very_ ~~late~~ ** ** [now](/n), **a** and **b\nc **.",
        "## One\n\nIt was so very late  [now](/n), a and b\nc .",
    ),
]
KEEPS = [
    "He is a f**k and a s**t.",
    "*** Hem *** and **footnote",
    "Sold *NUMBER* of them, sh*p** and t*kp*ed.",
    "snake_case_name and __init__ and 2**3**2",
    "( ^^) _旦~~",
    "**ONE LINE.\n**ANOTHER LINE.",
]
