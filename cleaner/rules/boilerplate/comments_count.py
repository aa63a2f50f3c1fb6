"""A count of readers' comments.

What   A line that holds only a number and the word for comments.
Why    It belongs to the page's comment box.
Kept   Counts inside a sentence.
"""

from cleaner.rule import Hints, whole_line
from cleaner.rules.boilerplate._lines import label
from cleaner.text.scripts import HANGUL, KANA
from cleaner.words import any_of, inside

_LABEL = any_of("comments_label")
_COUNT = r"\d{1,3}(?:[.,]?\d{3}){0,2}"

rule = whole_line(
    code="BLR005",
    lift=lambda match: {} if label(match[0]) else None,
    hints=Hints(inside=inside("comments_label").inside),
    pattern=rf"\W{{0,4}}(?:{_COUNT}[ \t]?{_LABEL}"
    rf"|{_LABEL}[ \t]?(?:[(（:：][ \t]?|(?<=[{KANA}{HANGUL}] )){_COUNT}[件条條개]?[)）]?)\W{{0,8}}",
)

FIXES = [
    ("0 comments\nThe vote was close.", "The vote was close."),
    ("The vote was close.\n\nKommentare (12)", "The vote was close.\n\n"),
    ("The vote was close.\n0 Comments (+)", "The vote was close.\n"),
    ("雨が降った。\nコメント（12件）", "雨が降った。\n"),
    ("비가 왔다.\n댓글 12", "비가 왔다.\n"),
]
KEEPS = [
    "The post drew\n120 comments.\nThen it was gone.",
    "The post had more than 230,000 comments.",
    "800 comments and 400 shares within a single morning",
    "Comments: the minister answers",
    "Comment 3",
    "댓글 12개가 지워졌다.",
]
