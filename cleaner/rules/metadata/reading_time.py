"""How long the article takes to read.

What   “7 min read”, “Lesezeit: 3 Minuten”, “約5分で読めます” as a line of its own above the text or in it.
Why    The site reckons it for its readers; it says nothing of the story.
Kept   Sentences in which something takes minutes to read.
"""

from cleaner.rule import Rule, whole_line
from cleaner.words import any_of, inside

rule: Rule = whole_line(
    "MET004",
    rf"(?:[^\W\d]{{2,12}}[ :：]{{1,3}})?[~≈<約约]?(?:\d{{1,3}})(?:[-–]\d{{1,3}})?"
    rf"[ \u00a0-]?{any_of('reading_time')}[.。]?"
    rf"|{any_of('reading_time_label')}[ \u00a0]?[:：]?[ \u00a0]?[~≈<約约]?(?:\d{{1,3}})[ \u00a0]?[^\s\d]{{1,12}}",
    hints=inside("reading_time", "reading_time_label"),
    glued=inside("reading_time", "reading_time_label"),
)

_GLUED = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_GLUED.format("5 min read "), _GLUED.format("")),
    (_GLUED.format("Lesezeit: 5 Minuten "), _GLUED.format("")),
    ("Rain returns\n7 min read\nIt rained.", "Rain returns\nIt rained."),
    ("Der Regen\n\nLesezeit: 3 Minuten\n\nEs regnet.", "Der Regen\n\nEs regnet."),
    ("雨の話\n約5分で読めます\n雨でした。", "雨の話\n雨でした。"),
]
KEEPS = [
    _GLUED.format("It is a 5 min read. "),
    _GLUED.format("Lesezeit: 5 Minuten brauchte er. "),
    "It is a five min read, she said, and worth it.",
    "The letter took him 7 minutes to read.",
    "Reading time is over, the teacher said.",
]
