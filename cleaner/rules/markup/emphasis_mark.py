"""The signs of Markdown emphasis.

What   `**words**`; in Markdown also `*words*`, `__words__`, `_words_`, `~~words~~`, and pairs that
       have lost their words.
Why    Bold and italic are form, not text.
Kept   The words; starred-out letters, masks such as *NUMBER*, footnote stars, snake_case, __init__, code.
"""

import re
from collections.abc import Iterator

from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.markup._plan import HINTS, planned
from cleaner.rules.markup._view import View

rule = Rule("MRK031", hints=HINTS, find=planned("MRK031"))

_BEFORE = r"(?<![*\\])(?<!(?-i:[A-Za-z0-9]))"
_AFTER = r"(?![*A-Za-z0-9])"
_BOLD = re.compile(
    rf"{_BEFORE}(?P<open>\*{{2,3}})(?=[^\s*])(?P<words>[^*\n]{{0,499}}[^\s*\\])(?P<close>(?P=open)){_AFTER}"
)
_BROKEN = re.compile(r"(?<![*\S])(?P<open>\*\*[ \t]{1,20}\*\*|\*{4})(?![*\S])")
_ITALIC = re.compile(
    r"(?<![*\w\\])(?P<open>\*)(?=[^\s*])(?P<words>[^*\n]{0,499}[^\s*\\])(?P<close>\*)(?![*\w])"
    r"|(?<![\w\\])(?P<open2>_{1,3})(?=[^\s_])(?P<words2>(?:[^_\n]|(?<=\w)_(?=\w)){0,499}?[^\s_\\])(?P<close2>(?P=open2))(?!\w)"
    r"|(?<![~\w])(?P<open3>~~)(?=[^\s~])(?P<words3>[^~\n]{0,499}[^\s~])(?P<close3>~~)(?!~)"
)
_MASK = re.compile(r"\*[A-Z_]{2,20}\*")
_DUNDER = re.compile(r"__[a-z][a-z0-9_]{0,40}__")


def spans(view: View) -> Iterator[Edit]:
    text = view.text
    if "**" in text:
        for match in _BOLD.finditer(text):
            yield Edit(*match.span("open"))
            yield Edit(*match.span("close"))
    if not view.markdown:
        return
    for match in _BROKEN.finditer(text):
        yield Edit(*match.span())
    for match in _ITALIC.finditer(text):
        if _MASK.fullmatch(match[0]) or _DUNDER.fullmatch(match[0]):
            continue
        number = "" if match["open"] else "2" if match["open2"] else "3"
        yield Edit(*match.span("open" + number))
        yield Edit(*match.span("close" + number))


FIXES = [
    ("It was **very late**, and ***dark***.", "It was very late, and dark."),
    ("这是**粗体**文字。 و**نوزاد** هنا", "这是粗体文字。 ونوزاد هنا"),
    (
        "## One\n\nIt *was* __so__ _very_ ~~late~~ ** ** [now](/n) and **b**.",
        "## One\n\nIt was so very late  [now](/n) and b.",
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
