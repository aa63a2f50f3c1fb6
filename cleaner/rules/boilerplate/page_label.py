"""A label of the page's own machinery.

What   Lines that hold only “Read more”, “Continue reading”, “Back to top” or the like; counters of views and shares,
       and the number under which the site keeps the article; such a label of several words before a word that
       opens a sentence, in a long line.
Why    They were links and buttons.
Kept   The same words with anything else on the line.
"""

from cleaner.rule import Hints, whole_line
from cleaner.rules.boilerplate._lines import label
from cleaner.words import any_of, glued, heads, inside

_COUNT = r"\d{1,3}(?:[.,٬]?\d{3}){0,2}[KkM]?"
_COUNTER = (
    rf"\(?visited {_COUNT} times?, {_COUNT} visits? today\)?|{_COUNT} ?{any_of('view_unit')}"
    rf"|{any_of('view_label')} ?[:：]? ?[(（]?{_COUNT}(?: ?[^\s\d]{{1,6}})?\)?"
)
_RECORD = rf"{any_of('record_label')} ?[:：]? ?\d{{3,14}}"

rule = whole_line(
    "BLR020",
    rf"[^\w#]{{0,6}}(?:{any_of('page_label', 'embed_view')}|{_COUNTER}|{_RECORD})\W{{0,20}}",
    lift=lambda match: {} if label(match[0]) else None,
    glued=glued("page_label"),
    hints=Hints(
        heads=(
            *heads("page_label", "embed_view", "view_label", "record_label").heads,
            "visited",
        ),
        inside=inside("view_unit").inside,
    ),
)

_STORY = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_STORY.format("Read more >>>>>>>>>> "), _STORY.format("")),
    (_STORY.format("Continue reading the main story "), _STORY.format("")),
    ("It rained.\n\nContinue reading the main story\n\nIt snowed.", "It rained.\n\nIt snowed."),
    ("It rained.\n(Visited 1 time, 1 visit today)", "It rained.\n"),
    ("It rained.\n\nVoir cette publication sur Instagram\n\nIl neige.", "It rained.\n\nIl neige."),
    ("1,204 shares\nIt rained.", "It rained."),
    ("It rained.\nPost Views: 1,204", "It rained.\n"),
    ("باران بارید.\nکد خبر: ۱۲۳۴۵۶", "باران بارید.\n"),
    ("Pršalo je.\n1204 pregleda", "Pršalo je.\n"),
    ("Es regnet.\nWeiterlesen\nEs schneit.", "Es regnet.\nEs schneit."),
]
KEEPS = [
    _STORY.format("Read more The Post than books "),
    _STORY.format("Mehr erfahren wollte er, doch Niemand kam. "),
    "She liked the book and wanted to\nread more.\nHe did not.",
    "It had some 4,000 shares by the weekend.",
    "Read more books",
    "View this post on Instagram and you will see the ferry, he said.",
    "He visited 3 times.",
    "Views: 12 of them are in the book",
    "Pregleda 40 pacijenata dnevno, kaže liječnik.",
    "Continue reading to the children, the doctor said.",
]
