"""A character that nobody can see and that means nothing where it stands.

What   Soft hyphens, byte order marks, zero-width spaces, word joiners, invisible operators, stray joiners, direction
       marks in a text without right-to-left letters, tag characters without a flag, U+FFFC and its neighbours.
       A soft hyphen between digits, or alone between spaces, becomes the hyphen that it stands for.
Why    They split words for every search and every tokeniser, and can carry hidden text.
Kept   Joiners and non-joiners beside Arabic, Indic and other joining scripts and in emoji; zero-width spaces between
       Thai, Lao, Khmer or Burmese words; direction marks where a right-to-left script is used; the tags of a flag;
       variation selectors.
"""

from collections.abc import Iterable

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.text.repair import repairs_in

rule = Rule(code="ENC003")


def find(doc: Document) -> Iterable[Edit]:
    return repairs_in(doc, "invisible")


FIXES = [
    ("US \xadofficials saw gov\xadern\xadment files.", "US officials saw government files."),
    ("\ufeffThe vote\u200b was close\u2060.", "The vote was close."),
    ("Auf\u200clage and wi\u200dde, 5\u200e.", "Auflage and wide, 5."),
    ("The years 1904\xad1997, and \xad so on.", "The years 1904-1997, and - so on."),
    ("Hi\U000e0049\U000e0067 there\u2063\U0001d173.", "Hi there."),
    ("A picture \ufffcwas here.", "A picture was here."),
]
KEEPS = [
    "ده‌سته‌ی می‌خواهم نامه‌ای",
    "क्‍ष और क्‌ष, ক্‍",
    "👩‍👩‍👧 and 🏳️‍🌈 and ❤️‍🔥",
    "خبر عاجل \u200f@reporter: 12\u200e/5",
    "@reporter\u200f tweeted\nشكرا",
    "កម្ពុជា\u200bព្រះ และ\u200bไทย",
    "Wales 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f won.",
    "☎︎ and ☎️, 葛\U000e0100飾",
    "A non\u2011breaking hyphen, a no\xa0break space, a thin\u2009space",
]
