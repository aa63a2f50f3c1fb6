"""A photo credit at the end of a paragraph.

What   A credit behind the last sentence of a line, often glued to it: "…anymore.Featured image via Getty Images",
       "…he said. Photo by Ana Ruiz/AP", "…for years.  Ana Ruiz / Getty Images".
Why    Dumps without line breaks run the credit of the last picture into the text.
Kept   Sentences that mention a picture or an agency; the sentence before the credit.
Moves  The credit goes to `images[].credit`.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.media._labels import hints, split
from cleaner.rules.media._tail import find_tail
from cleaner.text.credits import image

rule = Rule(code="MED005", hints=hints())

_BEFORE = " \t\u00a0|•–—"
"""What stands between a sentence and a credit."""

_SEEN = 2000
"""How many characters are looked at for each credit: what stands before it says whether it is one."""


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text
        credits: list[dict[str, str | None]] = []
        start = end = len(text)
        while start:
            first = max(0, start - _SEEN)
            tail = find_tail(text[first:start])
            above = text[first : first + tail.start].rstrip(_BEFORE).removesuffix(" -").rstrip() if tail else ""
            if tail is None or not above.strip():
                break
            start = first + len(above)
            credits += [image(None, credit) for credit in reversed(split(tail.credit))]
        if credits:
            yield line.span(start, end, images=credits[::-1])


FIXES = [
    (
        "They need not row there again.Featured image via Getty Images/screengrab",
        "They need not row there again.",
        {"images": [{"caption": None, "credit": "Getty Images/screengrab"}]},
    ),
    ("The crew waits in Lom.STR/NurPhoto via Getty Images", "The crew waits in Lom."),
    ("The crew waits in Lom.NurPhoto via Getty Images", "The crew waits in Lom."),
    ("Who knew about it? Nobody but everyone.Image via screen capture.", "Who knew about it? Nobody but everyone."),
    ("Amen to that. Photo by Ana Ruiz/Getty Images for Post Media.", "Amen to that."),
    ("It was over.Featured Image: Ana Ruiz   Pool/Getty Images", "It was over."),
    ("He had lived there for three years.  Ana Ruiz / Getty Images", "He had lived there for three years."),
    (
        "Những người đợi phà từ sáng sớm ở bến - Ảnh: ANA RUIZ\nTrời mưa.",
        "Những người đợi phà từ sáng sớm ở bến\nTrời mưa.",
    ),
    ("Padało przez cały dzień. Ana Ruiz / PAP", "Padało przez cały dzień."),
    ("Es regnete den ganzen Tag. Ana Ruiz/dpa-infocom", "Es regnete den ganzen Tag."),
    ("Es regnete den ganzen Tag.  picture alliance/Ana Ruiz", "Es regnete den ganzen Tag."),
    ("船主は26日、船を再び出すと述べた。(c)AFP/Ana RUIZ", "船主は26日、船を再び出すと述べた。"),
    ("That sign exists.Featured image is a screenshot", "That sign exists."),
    ("No crowds are expected. PHOTO BY ANA RUIZ", "No crowds are expected."),
    ("배가 항구에 닿아 있다. 사진=김로이 기자", "배가 항구에 닿아 있다."),
    ("O corpo foi achado no dia 10 de maio. Fotos: reprodução/Facebook", "O corpo foi achado no dia 10 de maio."),
]
KEEPS = [
    "The storm was fierce. To its credit, the Red Cross came by boat within the hour",
    "“I sold it to Getty Images,” she said.",
    "It was put online by photographer Ana Ruiz in May and credited to Bo Le-Roe.",
    "He also gave credit to whom it was due",
    "Pictures sent around, however, proved nothing for certain",
    "This picture was the story",
    "배가 항구에 닿았다. 사진=뉴스1 [항구일보] 선주는 26일 배를 다시 띄운다고",
    "배가 항구에 닿았다. 사진=김로이 기자 항구 노조와",
    "It's a fine image: an old boat wrapped in the flag.",
    "Harbour Credit notes were named by Reuters",
    "Padało przez cały dzień. jr / PAP",
    "Padało przez cały dzień. JR, mk/PAP",
    "They read three papers: (a) the Post. (b) the Times. (c) AP",
    "He blurred out the image of the first lady",
    "Here is the video, via ABC News:",
    "He asked the bank for a second line of credit",
    "The town asks the king to “protect” it | Ana Ruiz/Getty Images",
    "The thieves took names, addresses and customer credit card numbers",
]
