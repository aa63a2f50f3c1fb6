"""Text that was read in the wrong character set.

What   Letters that turned into pairs and triples such as ``Ã©`` or ``â€œ``, and the C1 control characters that stand
       for Windows-1252 punctuation.  ftfy decides, line by line, with settings that leave correct typography alone.
Why    The words cannot be searched or learned from, and neither can the marks around them.
Kept   Curly quotes, ligatures, full-width forms, capital letters with accents in a row, symbols beside letters; a
       word whose quotation marks are glued to the next word, which ftfy alone would take for one foreign letter.
"""

from collections.abc import Iterable

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.text.repair import repairs_in

rule = Rule(code="ENC002")


def find(doc: Document) -> Iterable[Edit]:
    return repairs_in(doc, "mojibake")


FIXES = [
    ("The cafÃ© of JosÃ© GarcÃ\xada closed.", "The café of José García closed."),
    ("It cost Â£9,500 at 21Â°C.", "It cost £9,500 at 21°C."),
    ("He said â€œnever againâ€\x9d â€“ and left.", "He said “never again” – and left."),
    ("Um carro \x93novo\x94 \x96 e caro.", "Um carro “novo” – e caro."),
    ("Ð\x9fÑ\x80Ð¸Ð²ÐµÑ\x82, Ð¼Ð¸Ñ\x80", "Привет, мир"),
    ("Goal! ð\x9f\x91\x8f Great game.", "Goal! 👏 Great game."),
]
KEEPS = [
    "SÃO PAULO, IRMÃ DULCE, HISTÓRIAS NÃO (OU MAL) CONTADAS",
    "L’œuvre de Mme Çelik, dès le début…",
    "ＦＵＬＬ　ＷＩＤＴＨ（全角）、ﬁne ligatures, “curly” and ‘single’",
    "Menuja e qirasë”“Dhe pastaj dera u mbyll.",
    "NESCAFÉ®Gold costs 4€ at 20°C, 10²±½",
    "ÅÄÖ är bokstäver; Â is a letter in Romanian, Ãgata is a name.",
    "Привет, мир! Γειά σου Κόσμε. 안녕하세요. นี่คือ",
    "&eacute; and &amp; are somebody else's business.",
]
