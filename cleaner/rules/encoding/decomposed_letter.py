"""A letter stored in parts: the plain letter, then its accent.

What   Sequences of a letter and combining marks that Unicode also knows as one character, and marks out of their
       canonical order; they take the composed form (NFC).
Why    Both forms look alike, but a search for one does not find the other, and equal texts differ.
Kept   Everything that NFC keeps: superscripts, fractions, ligatures, full-width forms, letters without a composed
       form, Hangul and Indic spelling.
"""

from collections.abc import Iterable

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.text.repair import repairs_in

rule = Rule(code="ENC010")


def find(doc: Document) -> Iterable[Edit]:
    return repairs_in(doc, "decomposed")


FIXES = [
    ("Gjate\u0308 luftës", "Gjatë luftës"),
    ("Sa\u0303o Paulo e o so\u0301cio", "São Paulo e o sócio"),
    ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
]
KEEPS = [
    "Gjatë luftës, São Paulo",
    "10² m, ½ cup, ﬁne, №5, ™",
    "Ɔ̃ and r̥ have no composed form.",
    "का कि की, ক্ষ, 각",
    "ﷺ and ｶﾀｶﾅ",
]
