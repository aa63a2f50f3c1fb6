"""A note about the author behind the text.

What   A last or last but one line such as "Maren Holt is a reporter at the Courier." or "The author teaches law at …".
Why    It speaks about the writer, not about the story.
Kept   Last sentences about a person the story is about.
Moves  A name goes to `authors[]`.
"""

import re
from collections.abc import Iterator
from functools import cache

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.words import any_of

rule = Rule(code="MET006")


@cache
def _pattern() -> re.Pattern[str]:
    name = r"(?P<name>[A-ZÀ-Þ][\w.’'-]{1,25}(?:[ ][A-ZÀ-Þ][\w.’'-]{0,25}){1,3})"
    role, subject = any_of("bio_role"), any_of("bio_subject")
    return re.compile(
        rf"(?:[—–-]{{1,2}}[ ]?)?(?:{name}|(?:{subject}))[ ]{any_of('bio_verb')}[ ][^.!?\n]{{0,60}}{role}\b[^!?\n]{{0,240}}[.…]?"
    )


def find(doc: Document) -> Iterator[Edit]:
    tail = doc.tail(2)
    if len(tail) < 2:
        return
    for line in tail:
        text = line.text.strip()
        if not 25 <= len(text) <= 400:
            continue
        match = _pattern().fullmatch(text)
        if match is None:
            continue
        name = match["name"]
        if name is None:
            yield line.cut()
        elif not _in_the_story(doc, name.split()[-1], line.start):
            yield line.cut(authors=name)


def _in_the_story(doc: Document, surname: str, before: int) -> bool:
    return re.search(rf"\b{re.escape(surname)}\b", doc.text[:before]) is not None and not any(
        surname in str(author) for author in doc.fields.get("authors") or ()
    )


FIXES = [
    (
        "The ferry sails.\n\nMaren Holt is a reporter at the Courier.",
        "The ferry sails.\n\n",
        {"authors": ["Maren Holt"]},
    ),
    ("The ferry sails.\n\nThe author is a PhD fellow at the Institute of Social Research.", "The ferry sails.\n\n"),
    ("The ferry sails.\n\n— Ida Lund is a transport correspondent at Harbour Review.", "The ferry sails.\n\n"),
]
KEEPS = [
    "The ferry sails.\n\nThe 67-year-old is a journalist and ex-congressman.",
    "The vote was Perumal Anand's.\n\nPerumal Anand is a writer from the south.",
    "The ferry sails.\n\nBut the writer said a grandfather who was there is an editor.",
    "The ferry sails.\n\nHer sister is a reporter at the Courier.",
]
