"""A headline in capitals, glued between two paragraphs.

What   "… the quay.HARBOUR TOWN VOTES ON NEW BRIDGE AFTER LONG DELAYThe mayor …": words in capitals only, behind
       the end of a sentence, five or more, to which the next sentence is glued.
Why    They were a link to another story; where line breaks are lost, it runs into the next paragraph.
Kept   Capitals with a blank behind them, such as quotations, names and headings; short ones.
Moves  The headline goes to `related`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.boilerplate._lines import related

rule = Rule("BLR058", hints=Hints(shapes=(r"[a-z0-9\x80-\xff]{2}[.!?][\"')\x80-\xff]{0,7}[a-z]{2}",)))

_LONGEST, _WORDS, _LETTERS = 200, 5, 25
_SEAM = lazy(r"[A-Z0-9][A-Z0-9][’'”\"?!)]{0,2}(?=[A-Z“\"][a-z]|I[’']|A [a-z])")
_RUN = lazy(
    r"(?<=[^\W_A-Z]{2})[.!?][”\"’')]{0,2}"
    r"(?P<title>[A-Z0-9‘'“\"][A-Z0-9‘’'“”\"&$£€%,:;.?!() –—-]{20,198}[A-Z0-9’'”\"?!)])"
)


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text, past = line.text, 0
        for seam in _SEAM.finditer(text):
            end = seam.end()
            begin = max(past, end - _LONGEST)
            match = _RUN.search(text, _last_small(text, begin, end), end)
            if match and match.end() == end and _is_headline(match["title"]):
                begin, past = match.start("title"), end
                if text[end - 1] == '"' and text.count('"', begin, end) % 2:  # the mark that opens the next sentence
                    end -= 1
                yield line.span(begin, end, " ", **related(text[begin:end]))


def _last_small(text: str, begin: int, end: int) -> int:
    """Where the last small letter between ``begin`` and ``end`` stands; ``begin`` without one."""
    for at in range(end - 1, begin, -1):
        if text[at].islower():
            return at
    return begin


def _is_headline(title: str) -> bool:
    words = [word for word in title.split() if any(map(str.isalpha, word))]
    return len(words) >= _WORDS and sum(map(str.isupper, title)) >= _LETTERS


_A = "The council of the harbour town met on Monday to talk about the quay, officials said, and the vote was close."
_B = "Residents had waited for years for the bridge, which the mayor had promised in her campaign."
FIXES = [
    (
        f"{_A}HARBOUR TOWN VOTES ON NEW BRIDGE AFTER LONG DELAY{_B}",
        f"{_A} {_B}",
        {"related": [{"title": "HARBOUR TOWN VOTES ON NEW BRIDGE AFTER LONG DELAY", "url": None}]},
    ),
    (f'{_A}HARBOUR TOWN VOTES ON NEW BRIDGE AFTER LONG DELAY"No," she said.', f'{_A} "No," she said.'),
    (f"{_A[:-1]} in 2019.MAYOR SAYS TOWN ‘WILL NOT WAIT’ FOR U.S. MONEY{_B}", f"{_A[:-1]} in 2019. {_B}"),
]
KEEPS = [
    f"{_A} HARBOUR TOWN VOTES ON NEW BRIDGE AFTER LONG DELAY {_B}",
    f"{_A}\nHARBOUR TOWN VOTES ON NEW BRIDGE AFTER LONG DELAY\n{_B}",
    f"{_A}WHAT IT MEANS{_B}",
    f"{_A} She wrote: “THIS BRIDGE WILL BE OPENED BEFORE THE END OF THE YEAR.” {_B}",
    f"{_A} The YMCA and the USS HARBOUR OF NEW LOMTown were there. {_B}",
]
