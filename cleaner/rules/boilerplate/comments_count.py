"""A count of readers' comments.

What   A line that holds only a number and the word for comments.
Why    It belongs to the page's comment box.
Kept   Counts inside a sentence.
"""

from cleaner.rule import Hints, whole_line
from cleaner.words import any_of, inside

_COUNT = r"\d{1,3}(?:[.,]?\d{3}){0,2}"

rule = whole_line(
    code="BLR005",
    hints=Hints(inside=inside("comments_label").inside),
    pattern=rf"\W{{0,4}}(?:{_COUNT}[ \t]?{any_of('comments_label')}|{any_of('comments_label')}[ \t]?[(:：][ \t]?{_COUNT}\)?)\W{{0,8}}",
)

FIXES = [
    ("0 comments\nThe vote was close.", "The vote was close."),
    ("The vote was close.\n\nKommentare (12)", "The vote was close.\n\n"),
    ("The vote was close.\n0 Comments (+)", "The vote was close.\n"),
]
KEEPS = [
    "The post had more than 230,000 comments.",
    "7000 comments and 3000 shares in the first few hours",
    "Comments: the minister answers",
]
