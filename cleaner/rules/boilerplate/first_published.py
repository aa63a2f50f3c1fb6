"""A note that the article appeared elsewhere first.

What   “This article first appeared on …”, “This story was originally published in …”, “Read the original at …”, in many
       languages, as a sentence or a line of its own.
Why    It is about the article, not part of it.
Kept   Things in the story that first appeared somewhere; corrections of what the article first said.
Moves  The outlet's name goes to `syndicated_from`.
"""

from cleaner.rules.boilerplate._shapes import EDGE, sentences
from cleaner.words import any_of, inside

_CHAR = r"(?:[^.!?。！？()\n]|[.](?=[^\W_]))"

rule = sentences(
    "BLR015",
    rf"[-–—•*]{{0,3}} ?\(?(?:{any_of('note_label')}: )?{any_of('first_published')}{EDGE}"
    rf"[ \t:：]{{0,2}}(?P<outlet>{_CHAR}{{1,180}})"
    rf"(?:[.。](?![^\W_])|[!?](?=\s*$)|(?=\)|\s*$))(?:{_CHAR}{{0,90}}[.]?(?=\)))?\)?\.?"
    r"(?: Read the original (?:article|story)(?: here)?\.)?",
    hints=inside("first_published"),
    lift=lambda match: {"syndicated_from": _outlet(match["outlet"])},
)


def _outlet(text: str) -> str:
    for cut in (" on ", " and is ", " and was ", " under ", " dengan judul", ", ", " – ", " am "):
        text = text.partition(cut)[0]
    return text.strip(' :"“”')


FIXES = [
    ("It rained.\n\nThis article first appeared on Yahoo", "It rained.\n\n", {"syndicated_from": "Yahoo"}),
    (
        "It rained. This story was originally published in The New Roe Post. It snowed.",
        "It rained. It snowed.",
        {"syndicated_from": "The New Roe Post"},
    ),
    ("Editor’s note: A version of this story appears in our newsletter. It rained.", "It rained."),
    (
        "(This article originally appeared on tech.roe.com on 03/02/2015. For the original, click here.)\nIt rained.",
        "It rained.",
        {"syndicated_from": "tech.roe.com"},
    ),
    (
        "Hujan turun. Artikel ini telah tayang di Roe.com dengan judul Kapal Kembali Berlayar Setelah Badai Besar, Ini"
        " Kata Pemilik Kapal dan Para Penumpangnya di Dermaga?",
        "Hujan turun.",
        {"syndicated_from": "Roe.com"},
    ),
    ("Es regnet.\nDieser Artikel erschien zuerst bei Roe.de.", "Es regnet.\n", {"syndicated_from": "Roe.de"}),
]
KEEPS = [
    "Editor’s note: She first appeared on Yahoo as a child.",
    "Godzilla first appeared in 1954.",
    "The letters, first published by the Harbour Times, named officials.",
    "Correction: This article originally misidentified the publisher.",
    "The article first appeared to be true.",
    "Artikel itu memuat kabar bahwa kapal akan kembali berlayar setelah badai.",
]
