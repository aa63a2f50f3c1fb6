"""The name of the source below or behind the last paragraph.

What   “Source: BBC”, “Via: TechCrunch”, “(fonte: CNN)”, “[h/t Metro]”, “… com informações de …”, “(avec AFP)” where no
       prose follows; a site's address alone; “Zdroj: ČTK”, a source and a news agency alone, on any line.
Why    It says where the article was taken from.
Kept   Sources of tables and pictures further up; sentences about a source.
Moves  The name goes to `syndicated_from`.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document, Line
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule, take
from cleaner.rules.boilerplate._lines import last_prose
from cleaner.rules.metadata._names import agency
from cleaner.text.sentences import START
from cleaner.text.stops import ends_sentence
from cleaner.words import any_of, inside, words

_ONE = r"[^\s:.()（）\[\]|](?:[^:：()（）\[\]\n。|]{1,60}?)"
_NEXT = r"[^\s:.()（）\[\]|][^:：()（）\[\]\n。|]{0,60}?"
_NAME = rf"(?P<name>https?://[^\s()\[\]]{{4,150}}|{_ONE}(?: ?\| ?{_NEXT}){{0,7}})"
_SIGN = lazy(
    rf"{START}[-–—•*>]{{0,3}} ?[(\[（]?\s?(?:(?:{any_of('source_label')}|via) ?[:：]|h/t(?= ))"
    rf"\s{{0,2}}{_NAME}(?:\s{{1,3}}(?P<staff>{any_of('staff_colon')} ?[:：] ?[^\n:：]{{1,40}}?))?\s?[)\]）]?\.?\s*$",
    re.IGNORECASE,
)
_VIA = lazy(r"\W{0,3}(?:Via|VIA|via|Theo) (?P<name>[A-Z\d][^:()\[\]\n]{1,40}|[\w-]{1,40}\.[a-z]{2,6})\W{0,2}\s{0,9}")
_INPUTS = lazy(
    rf"(?:^|(?<=[.!?”\"»]))\s*\([^().!?\n]{{0,40}}?{any_of('with_inputs')} (?P<name>[^()!?\n]{{2,60}}?)\s?\)\.?\s*$",
    re.IGNORECASE,
)
_WITH = lazy(
    rf"\W{{0,3}}{any_of('with_inputs')} (?:d\w{{1,2}} (?:la )?)?(?P<name>[^().!?,\n]{{2,40}}?)\.?\s{{0,9}}",
    re.IGNORECASE,
)
_AGENCY = any_of("wire_glued")
_WITH_AGENCY = lazy(
    rf"{START}[(\[/–—-]?\s?(?i:{any_of('with_agency')}) "
    rf"(?P<name>{_AGENCY}(?:(?:/|, | [^\W\d_]{{1,3}} ){_AGENCY}){{0,2}})[)\]]?\.?\s*$"
)
_PAPER = lazy(
    r"\\?-{1,2}(?P<name>The (?:[A-Z][\w.'’&-]{1,20} ){1,3}"
    r"(?:Post|Times|Journal|Herald|Tribune|News|Gazette|Guardian|Telegraph|Chronicle|Monitor|Mail))\s{0,9}"
)
_DOMAIN = r"(?:[a-z\d-]{1,40}\.){1,3}[a-z]{2,6}"
_SITE = lazy(rf"\s{{0,9}}(?:www\.)?(?P<name>{_DOMAIN}(?:/{_DOMAIN})?)\s{{0,9}}")
_DOMAINS = (
    ".com",
    ".net",
    ".org",
    ".info",
    ".news",
    ".in",
    ".ua",
    ".ru",
    ".hr",
    ".rs",
    ".bg",
    ".hu",
    ".pl",
    ".ro",
    ".vn",
)
_REACH = 160

_INSIDE = (
    *inside("with_inputs").inside,
    *(f"{word.lower()}{mark}" for word in (*words("source_label"), "via") for mark in (":", " :", "：")),
    *(f"{word} {wire.lower()}" for word in words("with_agency") for wire in words("wire_glued")),
    "h/t ",
    "-the ",
    *_DOMAINS,
)
rule = Rule("BLR024", hints=Hints(heads=("via", "theo"), inside=_INSIDE), glued=inside("with_inputs"))


def find(doc: Document) -> Iterator[Edit]:
    candidates = list(doc.candidates())
    first = last_prose(doc) if candidates else 0
    for line in candidates:
        if line.index < first:
            match = _SIGN.fullmatch(line.text.strip())
            if match and agency(match["name"]):
                yield line.cut(syndicated_from=match["name"].strip(" .,"))
            continue
        text = line.text
        at = max(0, len(text) - _REACH)
        match = (
            _SIGN.search(text, at)
            or _INPUTS.search(text, at)
            or _VIA.fullmatch(text)
            or _WITH.fullmatch(text)
            or _WITH_AGENCY.search(text, at)
            or _PAPER.fullmatch(text)
            or _site(doc, line)
        )
        if match and _plausible(match["name"]):
            staff = match.groupdict().get("staff")
            lift = {"syndicated_from": match["name"].strip(" .,"), **({"contributors": staff} if staff else {})}
            yield from take(line, match.start(), match.end(), **lift)


def _site(doc: Document, line: Line) -> re.Match[str] | None:
    """The address of a site that is the last line of a text, below a sentence."""
    last = doc.tail(2) if line.text.strip().endswith(_DOMAINS) else []
    below = len(last) > 1 and line.index == last[1].index and ends_sentence(last[0].text.rstrip())
    return _SITE.fullmatch(line.text) if below else None


def _plausible(name: str) -> bool:
    """Whether a name may be an outlet's, or several's with bars between: few words, with capitals but for addresses."""
    several = name.split("|")
    return all(_outlet(one.split()) for one in several if len(several) == 1 or " " in one.strip())


def _outlet(words_of: list[str]) -> bool:
    return len(words_of) <= 8 and not any(w[0].islower() and len(w) > 3 and "." not in w for w in words_of)


_GLUED = (
    "The ferry to the island sailed again on Monday, its owner said in a statement to the press. {}Nobody was hurt when"
    " the storm tore it from the quay, but two cars went into the harbour."
)
FIXES = [
    (_GLUED.format("").strip() + " Con información de EFE", _GLUED.format("").strip(), {"syndicated_from": "EFE"}),
    ("It rained.\n\nSource: BBC", "It rained.\n\n", {"syndicated_from": "BBC"}),
    ("It rained.\n\nVia: TechRoe\n\nSource: Roe Post", "It rained.\n\n", {"syndicated_from": "TechRoe"}),
    ("Choveu muito. (fonte: CNN )", "Choveu muito.", {"syndicated_from": "CNN"}),
    ("Bie shi.Burimi: En.roe.my", "Bie shi."),
    (
        "下了一天的雨。\n\n本文来源：海港晚报 责任编辑：王小明_NB1",
        "下了一天的雨。\n\n",
        {"syndicated_from": "海港晚报", "contributors": ["责任编辑：王小明_NB1"]},
    ),
    ("Choveu. (Diário com informações do roe.org)", "Choveu."),
    ("雨が降った一日だった。\n\n（情報提供元：@roe）", "雨が降った一日だった。\n\n", {"syndicated_from": "@roe"}),
    ("It rained.\n\n[h/t Metro]", "It rained.\n\n"),
    ("It rained.\n\nSource: https://roe.example.org/2015/12/rain/", "It rained.\n\n"),
    ("Llueve.\n\nCon información de El Roe", "Llueve.\n\n", {"syndicated_from": "El Roe"}),
    ("Il pleut. (avec AFP)", "Il pleut.", {"syndicated_from": "AFP"}),
    ("Es regnet.\n\nmit dpa und Reuters", "Es regnet.\n\n", {"syndicated_from": "dpa und Reuters"}),
    ("Trời mưa.\n\nTheo Dân Việt", "Trời mưa.\n\n", {"syndicated_from": "Dân Việt"}),
    (
        "Přívoz vyplul v pondělí ráno.\n\nZdroj: ČTK\n\nPřívoz na ostrov vyplul v pondělí ráno znovu po dvou týdnech.",
        "Přívoz vyplul v pondělí ráno.\n\nPřívoz na ostrov vyplul v pondělí ráno znovu po dvou týdnech.",
    ),
    ("Umulan. Source: Roe | The Harbour Post Online of Lom | roevoice | Ann Other of RPH", "Umulan."),
    ("Kišilo je cijeli dan.\n\nroe-post.hr/roe.hr", "Kišilo je cijeli dan.\n\n"),
    ("It rained.\n-The Harbour Post", "It rained.\n", {"syndicated_from": "The Harbour Post"}),
]
KEEPS = [
    _GLUED.format("Con información de EFE y de tres testigos. "),
    "Theo Wilson said that it rained all day.",
    "It rained.\n\nSource: the harbour board\n\nIt rained all day in the town, and nobody was surprised by it.",
    "It rained.\n\n（情報提供のお願い）",
    "A source told Page Six: he is out.",
    "Source: Harbour Board leaflet\nUntil 2012, the dues were voluntary.",
    "The bill was $6.3 million.Source: Open.orgRoe is easily bought.",
    "Segundo informações da vizinha, ele saiu.",
    "It is a major source of anxiety.",
    "It rained. Source: Roe | the harbour board says nothing",
    "It rained. More about the boats:\n\nroe-post.hr",
    "roe-post.hr\n\nKišilo je cijeli dan.",
    "He travelled via Oslo.",
    "Source: https://roe.example.org/rain/\n\nIt rained all day in the town, and nobody was surprised by it.",
    "Es regnet. Er sprach mit dpa",
    "Il pleut. (avec des photos AFP)",
    "“It rained.”\n- Ann Other, The Harbour Post",
    "Llueve.\n\nCon información de sus vecinos, el alcalde decidió cerrar el puerto.",
    "Janë marrë nga gjithsej dhjetë mijë mostra.",
    "A harbour source told the Courier that it was over",
]
