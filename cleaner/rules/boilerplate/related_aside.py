"""A link to another article in the middle of a paragraph.

What   “Read more: …”, “See also: …” between two sentences, up to the full stop that stands apart (“Title .”) or the
       question mark that ends the title; behind the last sentence of a paragraph “READ MORE: …”, “Lesen Sie auch: …”
       and the like in other languages up to its end when no full stop is there, or where the next label is glued to
       the title; and “DON'T MISS” alone.
Why    Dumps without line breaks run such links into the story.
Kept   Sentences that tell to read something; links whose end cannot be seen.
Moves  The title goes to `related`.
"""

from cleaner.rule import Hints
from cleaner.rules.boilerplate._lines import related
from cleaner.rules.boilerplate._shapes import sentences
from cleaner.words import any_of, any_phrase_of, words
from cleaner.words.alternation import alternation

_LABELS = tuple(word for word in words("related_aside") if word.isupper() and " " in word)
_LABEL = any_phrase_of("related_label")
_CAPITAL = r"(?-i:[^\W\d_a-zß-ÿа-я]|[“«\"])"

rule = sentences(
    "BLR017",
    rf"(?:(?-i:{any_of('related_aside')}) ?: (?P<title>[^.!?\n]{{4,150}}?(?:\?|(?= \.)))(?: \.)?"
    r"(?=\s+(?-i:[A-Z\"“'])|\s*$)"
    rf"|(?<=[.!?…\"”’»)\]] )(?-i:{alternation(_LABELS)})(?: ?: (?P<last>[^.!?\n]{{15,150}}))?\s*$"
    rf"|(?<=[.!?…\"”’»)\]।۔؟])[ \u00a0]?{_LABEL} ?: ?(?P<behind>{_CAPITAL}[^.!?۔؟।\n]{{11,150}}"
    rf"|{_CAPITAL}[^.!?\n]{{11,110}}[.!?] [“„\"][^“”„\"\n]{{4,60}}[”\"]"
    rf"|{_CAPITAL}[^\n]{{11,140}}?(?<=[\w”\"!?]){_LABEL} ?: ?{_CAPITAL}[^\n]{{11,160}})$)",
    hints=Hints(
        inside=(
            *(f"{word.lower()}{mark}" for word in words("related_aside") for mark in (":", " :")),
            *(word.lower() for word in _LABELS),
            *(f"{word.lower()}{mark}" for word in words("related_label") if " " in word for mark in (":", " :")),
        )
    ),
    lift=lambda match: related(title) if (title := match["title"] or match["last"] or match["behind"]) else {},
)

FIXES = [
    (
        "It rained. Read more: Who is who in Oslo . It snowed.",
        "It rained. It snowed.",
        {"related": [{"title": "Who is who in Oslo", "url": None}]},
    ),
    ('It rained. READ MORE: What is the truth about rain? "No," he said.', 'It rained. "No," he said.'),
    ("It rained. SEE MORE: Storm tears roof off the town hall\nIt snowed.", "It rained.\nIt snowed."),
    ("It rained. DON'T MISS\nIt snowed.", "It rained.\nIt snowed."),
    ("Es regnet.Lesen Sie auch: Fähre fährt wieder\nEs schneit.", "Es regnet.\nEs schneit."),
    ("Chove. Leia também: Balsa volta a navegar\nNeva.", "Chove.\nNeva."),
    (
        "Pada. Czytaj też: Prom znów pływa. Tłumy na kejCzytaj też: Most zamknięty. „To koniec”\nWieje.",
        "Pada.\nWieje.",
    ),
    ("Pada. Czytaj też: Prom znów pływa po burzy. „To koniec”", "Pada."),
]
KEEPS = [
    "Critics do not read more: they write.",
    "Es regnet. Lesen Sie auch: das Kleingedruckte.",
    "Chove. Leia também: é o que ele diz a todos",
    "Pada. Czytaj też: Prom znów pływa po burzy. Kapitan mówi, że to koniec sezonu.",
    "She wrote a letter. Read more about this and other tales from Lom The vicar said.",
    "He had one wish. See more: he wanted to travel. Then he left.",
    "It rained. “We see more: more mud and more flies.” It stopped.",
    "بارش ہوئی۔ مزید پڑھیں: طوفان کے بعد کشتی پھر چلنے لگی خیال رہے کہ بندرگاہ ایک ماہ سے بند تھی۔",
    "The sign on the door said: READ MORE",
    "It rained. READ MORE: the paper kept on asking for it.",
]
