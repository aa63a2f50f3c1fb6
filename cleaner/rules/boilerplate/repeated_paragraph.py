"""A paragraph that stands in the text more than once.

What   The later copies of a line of 60 characters or more that ends as a sentence, and the repeated lines that stand
       together with one: a heading, a list, an article extracted twice.
Why    Consent boxes, pull quotes and double extraction repeat whole paragraphs.
Kept   Short lines by themselves, which may be refrains; questions, which an interview may put to several people; items
       of lists, with a bullet or several figures, and the values of forms, with a label; paragraphs that differ in any
       character; texts full of code or tables.  Nothing is lost, since the first copy stays.
"""

from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.rules._rows import current
from cleaner.rules.boilerplate._lines import in_form
from cleaner.scan.traits import ALIKE
from cleaner.text.stops import STOPS
from cleaner.text.technical import technical

_LONG, _SURE = 60, 200
_ENDS = frozenset(STOPS + ".!。！…”\"’')）」』")
_BULLETS = ("- ", "* ", "• ", "– ", "· ")
_NUMBER = lazy(r"\d+")

rule = Rule("BLR022", needs=ALIKE, chrome=True)


def find(doc: Document) -> Iterator[Edit]:
    if not _repeats(doc) or technical(doc.text):
        return
    seen: set[str] = set()
    run: list[tuple[Line, bool]] = []
    fenced = False
    for line in doc.alive():
        text = line.text.strip()
        fenced ^= doc.kind == "markdown" and text.startswith("```")
        if fenced:
            continue
        if text in seen:
            prose = len(text) >= _LONG and _prose(line.text, doc.kind == "markdown") and not in_form(line)
            run.append((line, prose))
            continue
        yield from _taken(run)
        run = []
        seen.add(text)
    yield from _taken(run)


def _repeats(doc: Document) -> bool:
    """Whether any long line stands in the text twice: a cheap test."""
    long = [row.strip() for row in current(doc) if len(row) >= _LONG]
    return len(set(long)) < len(long)


def _taken(run: list[tuple[Line, bool]]) -> Iterator[Edit]:
    """Of lines that are all repeated, those that stand between paragraphs, and with two of them all."""
    long = [at for at, (_, prose) in enumerate(run) if prose]
    for at, (line, prose) in enumerate(run):
        if prose or (len(long) > 1 and 2 * len(long) >= len(run)) or (long and long[0] < at < long[-1]):
            yield line.cut()


def _prose(text: str, markdown: bool) -> bool:
    """Whether a line is made of sentences: no question, no item of a list, no code."""
    bare = text.strip()
    if bare[-1] not in _ENDS or bare.startswith(_BULLETS) or (len(bare) < _SURE and len(_NUMBER.findall(bare)) > 2):
        return False
    return not markdown or (text[0].isalpha() and "`" not in text)


_BOX = "This place holds a video of another site; with your consent it is shown."
_CODE = "for boat in boats {\n  load(boat);\n}\nint count = boats.size();\nreturn count;\n"
_QUOTE = "“Nobody in this town had seen rain like that before the storm came.”"
_STORY = f"The storm\n\n{_QUOTE}\n\n{_BOX}"
FIXES = [
    (f"{_BOX}\nIt rained.\n{_BOX}\nIt snowed.", f"{_BOX}\nIt rained.\nIt snowed."),
    (f"{_QUOTE}\n\nIt rained.\n\n{_QUOTE}", f"{_QUOTE}\n\nIt rained.\n\n"),
    (f"{_STORY}\n\n{_STORY}\n\n{_STORY}", f"{_STORY}\n\n"),
]
KEEPS = [
    "Soup: 1 cup of milk, 2 eggs, 3 spoons of flour, 4 onions and 1 tsp.\nEat.\n" * 2,
    "And what would you cook for your friends on a rainy day in May?\nSoup.\n" * 2,
    "Row, row, row your boat\nGently down the stream\nRow, row, row your boat",
    f"{_BOX}\n{_BOX[:-1]}!",
    f"{_CODE}Each of the boats is read once, and what it holds is kept until the harbour closes.\n" * 2,
    "Course\nFor whom: members of the harbour boards of all towns on the coast, also from abroad.\nWhen: May\n" * 2,
    "By letter:\n- Write to the harbour board at the old quay, and put in a copy of the first page.\n" * 2,
]
