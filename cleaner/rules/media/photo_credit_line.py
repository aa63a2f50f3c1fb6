"""A line that only credits a photograph.

What   A line with a credit label and a photographer, agency or other source, and nothing else: "Photo: Ana Ruiz/AP",
       "Foto: Archiv", "Foto ANP", "Photo Anne Roe", "Courtesy photo"; also when the label stands in the line above. A
       caption that forms a block of two lines with it goes along; inside a long line a credit before a word that
       opens a sentence.
Why    Dumps lose the picture but keep its credit, which then reads as prose.
Kept   Sentences that begin like a label; headings; what follows a label but is no name.
Moves  The credit, and the caption if there is one, go to `images[]`, so nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.rules.media._labels import label, labelled
from cleaner.rules.media._neighbours import cut_lines
from cleaner.text.credits import NAMED, NONE, SOURCED, image, strength
from cleaner.text.names import given_names
from cleaner.text.stops import STOPS, unstopped
from cleaner.words import any_of, glued, heads, inside

_HINTS = Hints(heads("credit_label", "credit_by", "credit_phrase", "credit_word").heads, inside("credit_suffix").inside)
rule = Rule(
    code="MED001",
    hints=_HINTS,
    glued=glued("credit_label", after=(":", " :", "：", "＝"), extra=("fot. ",), single=True),
)

_PHRASE = lazy(rf"[(\[【（]?{any_of('credit_phrase')}[)\]】）]?\.?", re.IGNORECASE)
_SUFFIXED = lazy(rf"(?P<credit>[^.!?。，、:：\n]{{2,50}})[ \u00a0\u3000]{any_of('credit_suffix')}\.?")
_UNMARKED = lazy(rf"(?i:{any_of('credit_word')}) (?P<credit>[^\W\d_a-z][^:.!?\n]{{1,50}}?)\.?")
_LABEL_ALONE = lazy(rf"{any_of('credit_label')}[ \t]?[:：]", re.IGNORECASE)
_CLOSED = '.!?:…。！？”"' + STOPS
_ENTRY = lazy(r"\s*[^\W\d][^:：\n]{1,28}[:：] ?\S.{0,60}$")
_OUTER = "/▲△▼()[]【】（）［］*_•·-–—|> \t\u00a0"


def find(doc: Document) -> Iterator[Edit]:
    for line in doc.candidates():
        text = line.text.strip(_OUTER)
        if len(text) > 160 or line.text.lstrip().startswith("#"):
            continue
        if _PHRASE.fullmatch(text):
            yield line.cut(images=image(None, text))
        elif _LABEL_ALONE.fullmatch(text):
            yield from _with_next(doc, line)
        elif (behind := _SUFFIXED.fullmatch(text)) and strength(behind["credit"]) != NONE:
            yield line.cut(images=image(None, behind["credit"]))
        elif (after := _UNMARKED.fullmatch(text)) and _surely(after["credit"]):
            yield line.cut(images=image(None, after["credit"]))
        else:
            credit, how = labelled(text)
            if how == SOURCED or (how == NAMED and not _in_list(doc, line)):
                yield from _with_caption(doc, line, credit)


def _surely(credit: str) -> bool:
    """Whether a credit behind a word without a colon names an agency, or a person with a common given name."""
    how, words_of = strength(credit), credit.split()
    return how == SOURCED or (how == NAMED and 1 < len(words_of) <= 4 and words_of[0] in given_names())


def _in_list(doc: Document, line: Line) -> bool:
    """True between lines such as "Sound: good": the entries of a test or the cast of a film."""
    near = [doc.lines[at] for at in (line.index - 1, line.index + 1) if 0 <= at < len(doc.lines)]
    return any(_ENTRY.match(other.text) and not label().match(other.text.strip(_OUTER)) for other in near)


def _with_next(doc: Document, line: Line) -> Iterator[Edit]:
    """The label and the credit in the next line that holds something, at most one blank line below."""
    for below in doc.lines[line.index + 1 : line.index + 3]:
        if below.blank:
            continue
        if len(below.text) <= 60 and strength(below.text) != NONE and not below.text.rstrip().endswith((".", ":")):
            yield cut_lines(line, below, images=image(None, below.text))
        return


def _with_caption(doc: Document, line: Line, credit: str) -> Iterator[Edit]:
    """The credit, and the caption that stands directly above it in a block of its own."""
    above = doc.lines[line.index - 1] if line.index else None
    if above is None or above.blank or above.index == 0 or not doc.lines[above.index - 1].blank:
        yield line.cut(images=image(None, credit))
        return
    caption = above.text.strip()
    below = doc.lines[line.index + 1] if line.index + 1 < len(doc.lines) else None
    own_block = below is None or below.blank
    told = caption[-1:] in _CLOSED or unstopped(caption)
    if own_block and 20 <= len(caption) <= 250 and not told and len(caption.split()) >= 4:
        yield cut_lines(above, line, images=image(caption, credit))
    else:
        yield line.cut(images=image(None, credit))


_STORY = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_STORY.format("Foto: Anna Berg "), _STORY.format(""), {"images": [{"caption": None, "credit": "Anna Berg"}]}),
    (_STORY.format("Photo: Ana Ruiz / Harbour Post "), _STORY.format("")),
    ("Photo: Ana Ruiz/Reuters\nThe vote was close.", "The vote was close."),
    (
        "The vote was close.\n\nFoto: Archiv\n\nA recount follows.",
        "The vote was close.\n\nA recount follows.",
        {"images": [{"caption": None, "credit": "Archiv"}]},
    ),
    (
        "Она печёт торты.\n\nФото:\nличный архив Анны Ким\n\nВсё началось дома.",
        "Она печёт торты.\n\nВсё началось дома.",
        {"images": [{"caption": None, "credit": "личный архив Анны Ким"}]},
    ),
    ("A quiet day.\n\n(Image credit: Orbital Labs)\n\nIt rained.", "A quiet day.\n\nIt rained."),
    (
        "本文です。\n撮影：山田太郎\n続きです。",
        "本文です。\n続きです。",
        {"images": [{"caption": None, "credit": "山田太郎"}]},
    ),
    ("It rained.\n\nPhoto by Ana Ruiz/Getty Images\n\nIt stopped.", "It rained.\n\nIt stopped."),
    (
        "It rained.\n\nVoters queue in the rain at a school in Porto\nPhoto: Ana Ruiz\n\nIt stopped.",
        "It rained.\n\nIt stopped.",
        {"images": [{"caption": "Voters queue in the rain at a school in Porto", "credit": "Ana Ruiz"}]},
    ),
    ("It rained.\n\nFILE PHOTO\n\nIt stopped.", "It rained.\n\nIt stopped."),
    ("Het regende.\n\nFoto ANP\n\nHet stopte.", "Het regende.\n\nHet stopte."),
    ("Il pleut.\n\nPhoto Anne Roe\n\nFini.", "Il pleut.\n\nFini."),
    ("Hujan.\n\nFoto: Anna Roe/kabarlom\n\nReda.", "Hujan.\n\nReda."),
    ("Lijo.\n\nJono Roe nuotr.\n\nNustojo.", "Lijo.\n\nNustojo."),
    ("下雨了。\n\n新华社记者 王伟 摄\n\n雨停了。", "下雨了。\n\n雨停了。"),
]
KEEPS = [
    _STORY.format("Photo: Ana Ruiz took it on Monday. "),
    _STORY.format("Photo: Ana Ruiz The Elder took it. "),
    "It rained.\n\nPhoto Gallery\n\nIt stopped.",
    "It rained.\n\nImage of the Year\n\nIt stopped.",
    "Pictures posted online, however, offered no proof of it.",
    "It rained.\n\n## Credit to the Crew\n\nThey worked all night.",
    "“I sold it to Getty Images,” she said.",
    "这部电影在北京拍摄",
    "द्वीप की नौका सोमवार को फिर चली।\nफोटो और फिल्म उसके दो शौक थे।",
    "Credit: a short history",
    "Sound: Good\nPicture: Excellent\nPrice: High",
    "Director: Ana Ruiz\nPhotography: Bo Lee",
    "Image: that is what the party worries about.",
    "Photos by satellite show the dam.",
    "Credit where it is due, he said.",
    "Photos posted on Twitter showed the crew in borrowed raincoats.",
    "Photo: how to light a face\n\nStart with a window.",
    "Pictures of the two-headed pike are making waves.",
    "Images from the film are here, with the crowd in front.",
    "Foto: so wird das Wetter am Sonntag",
    "Picture from an exhibition that nobody saw, and what became of it.",
    "Customer credit card numbers were sold on the market.",
    "The child tax credit was changed in May.",
    "Lines of credit: what banks owe to farmers",
]
