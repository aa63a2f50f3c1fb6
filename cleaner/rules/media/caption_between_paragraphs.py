"""A caption that stands between two paragraphs, with no credit beside it.

What   In a text whose paragraphs end with a full stop, a line without one that describes a picture: it opens with words
       such as "A still from" or "File photo", says who is "(left)", tells in the present tense what somebody with an
       article holds or wears, or opens with a word and a colon, "Ordeal: The crew of the ferry waited …", and is longer
       than a heading; and a short line that is there twice in a row, as picture and caption say the same.
Why    Between two paragraphs it reads like one, though the picture is gone.
Kept   Headings, items of lists, quotations, labels of other articles, anything that ends like a sentence or goes on in
       the next line.
Moves  The caption goes to `images[].caption`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cleaner.document import Document, Line, unclosed
from cleaner.edit import Edit
from cleaner.rule import Rule
from cleaner.rules.media._described import marked, named, shown
from cleaner.rules.media._lists import ITEM, entry, lead, listed
from cleaner.text.credits import image, literal_hints
from cleaner.text.stops import ends_sentence

_KEYS = ("caption_mark", "caption_verb", "caption_opening", "caption_ending")
rule = Rule(code="MED030", hints=literal_hints(*_KEYS, extra=(": ", "being ", "purport")).fitting(unclosed))

_PROSE, _SHORTEST, _LONGEST, _LONG = 60, 12, 400, 80
"""Characters: of prose at least, of a caption, of paragraphs that show whether the text has full stops."""

_FEW, _BETWEEN = 4, 4
"""Lines: of such paragraphs at least, and between a caption and prose at most."""

_SMALL = 4
"""Characters of a word that ends no caption."""


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind == "markdown" or doc.tagless:  # what the markup of a page has not named is none, nor later
        return
    chosen = [line for line in doc.candidates() if _SHORTEST <= line.end - line.start <= _LONGEST and shown(line.text)]
    chosen = [line for line in chosen if not _goes_on(doc, line)]
    if not chosen:
        return
    alive = list(doc.alive())
    long = [line.text.rstrip() for line in alive if line.end - line.start >= _LONG]
    punctuated = len(long) >= _FEW and sum(map(ends_sentence, long)) >= 0.7 * len(long)
    place = {line.index: at for at, line in enumerate(alive)}
    items, leads = listed(alive), Counter(lead(line) for line in alive if ":" in line.text)
    for line in chosen:
        at = place[line.index]
        if at in items or entry(alive, at, leads):
            continue
        if (punctuated and (_among_prose(alive, at) or _on_top(alive, at))) or (len(alive) > _FEW and named(line.text)):
            yield line.cut(images=image(line.text.strip(), None))


def _goes_on(doc: Document, line: Line) -> bool:
    """Whether the line right below goes on in the sentence, as in a paragraph whose lines were cut at a width."""
    if line.index + 1 >= len(doc.lines) or doc.lines[line.index + 1].blank:
        return False
    first, last = doc.lines[line.index + 1].text.lstrip()[0], line.text.split()[-1]
    return first.islower() or first.isdigit() or first == "(" or (last.islower() and len(last) <= _SMALL)


def _among_prose(alive: list[Line], at: int) -> bool:
    """Whether prose stands above and below, with at most three other open lines between."""
    return _prose_within(alive[max(0, at - _BETWEEN) : at][::-1]) and _prose_within(alive[at + 1 : at + 1 + _BETWEEN])


def _on_top(alive: list[Line], at: int) -> bool:
    """Whether a line that is marked as a caption stands above all prose, and prose right below."""
    if at > 2 or at + 1 >= len(alive) or not marked(alive[at].text.strip()):
        return False
    return not any(ends_sentence(line.text.strip()) for line in alive[:at]) and _prose_within(alive[at + 1 : at + 2])


def _prose_within(lines: list[Line]) -> bool:
    for line in lines:
        text = line.text.strip()
        if ends_sentence(text):
            return len(text) >= _PROSE
        if len(text.split()) < 6 or ITEM.match(text):
            return False
    return False


_A = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
_B = "Nobody was hurt when the storm tore it from the quay, but two cars went into the harbour."
_C = "The police closed the road for the night, and the fire brigade pumped water from the cellars."
_D = "On Tuesday the sun shone, and the people of the town came to see what was left of the quay."


def _text(line: str) -> str:
    return f"{_A}\n\n{_B}\n\n{line}\n\n{_C}\n\n{_D}"


_CLEAN = f"{_A}\n\n{_B}\n\n{_C}\n\n{_D}"
FIXES = [
    (
        _text("Ordeal: The crew of the ferry waited for help while the waves broke over the bridge"),
        _CLEAN,
        {
            "images": [
                {
                    "caption": "Ordeal: The crew of the ferry waited for help while the waves broke over the bridge",
                    "credit": None,
                }
            ]
        },
    ),
    (_text("A still from a video that shows the harbour"), _CLEAN),
    (_text("Ana Ruiz, the captain of the ferry, holds the rope that broke in the storm"), _CLEAN),
    (_text("Ana Ruiz (left) with the mayor of Lom"), _CLEAN),
    (_text("A car being pulled out of the water near the quay at Lom, in the north"), _CLEAN),
    (_text("Foto de archivo del puerto"), _CLEAN),
    (f"Harbour video screenshot\n\n{_CLEAN}", _CLEAN),
    (_text("Архивное фото гавани"), _CLEAN),
]
KEEPS = [
    f"{_A}\n\n{_B}\n\nThe papers say:\n\nHe kept the letters of the ministry in a safe below deck and told nobody.\n"
    f"He also used a private account and her own address to store the letters of ministers\n{_B}\n\n{_C}\n\n{_D}",
    _text("In this town, whose people have lived from the sea, a man holding a\nrope is no rare sight on the quay."),
    f"How to take a good screenshot\n\n{_CLEAN}",
    _text("What the storm did to the quay"),
    _text("Ana Roe (pictured left and right as a child) was chosen as the face of the ferry line"),
    _text("By selling her car (right) to pay for the boat (left), Ana Roe hopes to live on the island"),
    _text("The officer Tom Reyk (pictured) earned a medal for what he did in the storm"),
    _text("What we know: The crew of the ferry and their long night"),
    _text("Storm: Ferry Breaks Free In The Night And Sinks Two Cars In The Harbour Of Lom On Monday"),
    _text("Ana Ruiz (left) with the mayor of Lom was among the crew."),
    _text("More night trips are planned for the spring, with members of the crew walking out on 18 and 20 May"),
    f"{_A}\n\n{_B}\n\nThe harbour board shall:\n\n(i) keep a list of the ships, holding the log of each; and\n\n"
    f"(ii) send the list to the ministry.\n\n{_C}\n\n{_D}",
    _text("Ana Ruiz holds on: the ferry's captain"),
    _text("Make it a routine to find time in your day for a walk, with a dog holding on to a long rope"),
    _text("Pros: A deep hull, a strong engine, a kitchen that holds six people Cons: No sail, no rope, no cook")
    + "\n\nPros: A light hull, a sail and an engine that holds, and six ropes Cons: No kitchen, no cook",
    _text("MORE: The man who rode the wave and lived to tell the story to his many children"),
    _text("Police say a woman is missing and a boy has a broken leg after the night"),
    _text("06.20: The ferry breaks free and the crew of six wait for help from the coast guard"),
    "A list of what was lost\n\n- A car that holds four\n\n- A boat\n\n- The rope that holds the ferry to the quay",
    "Ordeal: The crew of the ferry waited for help while the waves broke over the bridge",
]
