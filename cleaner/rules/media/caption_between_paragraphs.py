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

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from cleaner.document import Document, Line, unclosed
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Rule
from cleaner.text.beginnings import Anywhere
from cleaner.text.credits import image, literal_hints
from cleaner.words import any_of, words

_KEYS = ("caption_mark", "caption_verb", "caption_opening", "caption_ending")
rule = Rule(code="MED030", hints=literal_hints(*_KEYS, extra=(": ", "being ", "purport")).fitting(unclosed))

_STOP = lazy(r"[.!?…。！？।۔][\"”’“‘'»«)\]」』]{0,3}$")
_OPEN_END = frozenset(".!?…:;,。！？।۔؟–—-")
_CLOSING = "\"”’“‘'»«)]」』"
_LEAD = lazy(r"[^\W\d_a-z][\w'’-]{2,20}(?: [\w'’-]{2,20}){0,2}[:?!] (?P<rest>[^\W\d_a-z].*)")
_TELLS = lazy(
    r"(?<!\w)(?:said|says|told|tells|asked|added|was|were|had|did|will|would|may|might|must"
    r"|(?:is|are) (?:planned|expected|due|set|likely))(?!\w)"
)
_BREAK = lazy(r"[.!?](?<![A-Z].)(?<!\b[A-Z][a-z].)(?<!\b[A-Z][a-z]{2}.)[\"”’']?\s+[^\W\d_a-z]")
_TOLD = lazy(r"\((?:pictured|left|right)[^()]{0,40}\) (?:was|were|had|earned)(?!\w)|^By \w+ing(?!\w)")
_ARTICLE = lazy(r"(?<!\w)(?:a|an|the|his|her|their)(?!\w)", re.IGNORECASE)
_ADDRESSED = lazy(r"(?<!\w)(?:[Yy]ou|[Yy]ours?|[Ww]e|[Oo]ur|I|[Mm]y)(?!\w)")
_QUOTED = lazy(r"[\"“”„«»‘]|(?<!\w)'")
_LIST = lazy(r"\s*(?:[-–—•*·・▶►■◆□◇#|>]|\d{1,3}[.):h]|\d{1,2}[:.]\d\d|\(?(?:[ivx]{1,4}|[a-z])\) )")
_PROSE, _LONGEST, _FEW, _LONG, _BETWEEN, _SHORT = 60, 400, 4, 80, 4, 4
_ENDING = 60
"""Characters, more than the longest word that ends a caption has."""
_EARLY = 100
"""Characters within which a caption says what is seen."""
_FEWEST, _HEADING, _LEADING = 3, 9, 13
"""Words: the fewest of a caption; what has more is no heading, and no heading with a colon."""


@cache
def _evidence() -> tuple[re.Pattern[str], ...]:
    """What opens a caption, marks it, tells of a scene; what labels another thing; what ends a caption."""
    label = any_of("related_label", "related_capitals", "media_label", "kicker", "media_tag", "gallery_label")
    return (
        lazy(rf"{any_of('caption_opening')}(?!\w)"),
        lazy(any_of("caption_mark"), re.IGNORECASE),
        lazy(rf"(?<!\w){any_of('caption_verb')}(?!\w)|(?<= )being \w+(?:ed|en)\b|(?<= )purport(?:edly|ing)\b"),
        lazy(rf"{label}\s?[:：|–-]", re.IGNORECASE),
        lazy(rf"(?<=\w )\(?{any_of('caption_ending')}\)?$", re.IGNORECASE),
    )


@cache
def _marks() -> Anywhere:
    return Anywhere(words("caption_mark"))


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind in ("markdown", "page"):
        return
    chosen = [line for line in doc.candidates() if 12 <= line.end - line.start <= _LONGEST and _shown(line.text)]
    chosen = [line for line in chosen if not _goes_on(doc, line)]
    if not chosen:
        return
    alive = list(doc.alive())
    long = [line.text.rstrip() for line in alive if line.end - line.start >= _LONG]
    punctuated = len(long) >= _FEW and sum(bool(_STOP.search(text[-4:])) for text in long) >= 0.7 * len(long)
    place = {line.index: at for at, line in enumerate(alive)}
    listed, leads = _listed(alive), Counter(_lead(line) for line in alive if ":" in line.text)
    for line in chosen:
        at = place[line.index]
        if at in listed or _entry(alive, at, leads):
            continue
        if (punctuated and (_among_prose(alive, at) or _on_top(alive, at))) or (
            len(alive) > _FEW and _named(line.text)
        ):
            yield line.cut(images=image(line.text.strip(), None))


def _goes_on(doc: Document, line: Line) -> bool:
    """Whether the line right below goes on in the sentence, as in a paragraph whose lines were cut at a width."""
    if line.index + 1 >= len(doc.lines) or doc.lines[line.index + 1].blank:
        return False
    first, last = doc.lines[line.index + 1].text.lstrip()[0], line.text.split()[-1]
    return first.islower() or first.isdigit() or first == "(" or (last.islower() and len(last) <= _SHORT)


def _named(text: str) -> bool:
    """Whether a line of a few words says that it is about a picture: "Harbour video screenshot"."""
    return len(text.split()) <= _SHORT and _evidence()[4].search(text.strip()) is not None


@lru_cache(maxsize=256)  # the same lines are looked at in each round
def _shown(text: str) -> bool:
    """Whether a line describes a picture and is neither heading nor sentence."""
    text = text.strip()
    count = len(text.split())
    if count < _FEWEST or text[-1] in _OPEN_END:
        return False
    opening, mark, _, label, ending = _evidence()
    opens = opening.match(text) or ending.search(text, max(0, len(text) - _ENDING))
    marked = not opens and count > _SHORT and _marks().within(text) and mark.search(text)
    if not opens and not marked and count <= _HEADING:
        return False
    quoted = text[-1] in _CLOSING
    if (quoted and _STOP.search(text[-4:])) or _LIST.match(text) or text[:1].islower():
        return False
    breaks = 0 if opens else len(_BREAK.findall(text))
    if breaks > 1 or "(@" in text or (_ADDRESSED.search(text) and not _QUOTED.search(text)):
        return False  # several sentences; a post quoted with its signature; a word to the reader
    if not opens and not marked:
        lead = _LEAD.fullmatch(text) if count >= _LEADING else None
        leads = lead is not None and not _titled(lead["rest"])
        if not leads and (quoted or breaks or not _scene(text, count)):
            return False
    return bool(opens) or not (label.match(text) or _TOLD.search(text))


def _scene(text: str, count: int) -> bool:
    """Whether a line of ``count`` words tells in the present tense what is to be seen."""
    scene = _evidence()[2].search(text, 0, _EARLY) if count > _HEADING and not _titled(text) else None
    return scene is not None and not _TELLS.search(text, 0, scene.start()) and _ARTICLE.search(text) is not None


def _titled(text: str) -> bool:
    """Whether most words begin with a capital, as in a headline."""
    words = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in words) * 2 > len(words)


def _listed(alive: list[Line]) -> set[int]:
    """The places of lines that stand in a list: without a blank one between them, and a colon above the first."""
    found: set[int] = set()
    first = 0
    for at, line in enumerate(alive):
        if at and (line.index != alive[at - 1].index + 1 or _announces(alive[at - 1])):
            first = at
        together = first < at or (at + 1 < len(alive) and alive[at + 1].index == line.index + 1)
        if together and first and _announces(alive[first - 1]):
            found.add(at)
    return found


def _entry(alive: list[Line], at: int, leads: Counter[str]) -> bool:
    """Whether a line with a lead is an entry of a list: its lead stands there twice, or others stand next to it."""
    if not _LEAD.fullmatch(alive[at].text.strip()):
        return False
    near = [line for line in alive[max(0, at - 2) : at + 3] if _LEAD.fullmatch(line.text.strip())]
    return len(near) > 2 or leads[_lead(alive[at])] > 1


def _lead(line: Line) -> str:
    """What stands before the first colon of a line."""
    return line.text.strip().partition(":")[0]


def _announces(line: Line) -> bool:
    return line.text.rstrip().endswith((":", "："))


def _among_prose(alive: list[Line], at: int) -> bool:
    """Whether prose stands above and below, with at most three other open lines between."""
    return _prose_within(alive[max(0, at - _BETWEEN) : at][::-1]) and _prose_within(alive[at + 1 : at + 1 + _BETWEEN])


def _on_top(alive: list[Line], at: int) -> bool:
    """Whether a line that is marked as a caption stands above all prose, and prose right below."""
    opening, mark = _evidence()[:2]
    text = alive[at].text.strip()
    if at > 2 or at + 1 >= len(alive) or not (opening.match(text) or mark.search(text)):
        return False
    return not any(_STOP.search(line.text.strip()) for line in alive[:at]) and _prose_within(alive[at + 1 : at + 2])


def _prose_within(lines: list[Line]) -> bool:
    for line in lines:
        text = line.text.strip()
        if _STOP.search(text[-4:]):
            return len(text) >= _PROSE
        if len(text.split()) < 6 or _LIST.match(text):
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
