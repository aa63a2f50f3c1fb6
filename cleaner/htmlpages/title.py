"""The headline: the page's own candidates vote; site names, section suffixes and kickers do not count."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from cleaner.htmlpages.semantics import Semantics, types, unescaped
from cleaner.htmlpages.tree import UNSPACED, parts, spaced, words_of
from cleaner.lazy import lazy
from cleaner.text.folding import dense, fold
from cleaner.text.people import byline
from cleaner.words import words

_BREAK = lazy(
    r"\s{1,3}(?:[|–—•·»«›‹ㅣ/]|-{1,2}|::?|//|»)\s{1,3}|\s{0,3}[|｜ㅣ]\s{0,3}|(?<=\S)[：:]\s(?=\S)|(?<=\S)："
    r"|\s{0,3}_{1,2}\s{0,3}|(?<=[\u3040-\u9fff！？”）])-{1,2}(?=\w)"
)
_SUFFIX = lazy(r"\s{0,3}[-|ㅣ»•]")
_TRAIL = lazy(r"\s[|»]\s")
_LETTERS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "o"), ("æ", "ae"), ("œ", "oe"), ("ł", "l"))
_HOST = lazy(r"[\w-]+(?:\.[\w-]+)?\.[a-z]{2,3}", re.I)
_OUTLET = lazy(
    r"[^\s_]{0,12}(?:网|网站|官网|新闻|频道|门户|传媒|客户端|日报|晚报|在线|新聞|ニュース|オンライン|뉴스|신문|일보)"
)
"""How names of outlets end in Chinese, Japanese and Korean."""

_BEFORE_MARK = lazy(r" ([,.;:!?])")
LONGEST = 30
"""Letters above which a headline is no name of a site, whatever the page calls its site."""

CUT = 85
"""Characters from which on a headline may have been cut where it stands."""

_DATED = lazy(r"\s?[（(]\d{4}[^()（）]{2,14}[)）]$")
"""A day in brackets behind a headline."""

_EDGES = lazy(r"^\W{1,9}|\W{1,9}$")
_HEADINGS, _SAME = 20, 3
SMALL = 3
"""Letters of words that stand in many longer ones ("for" in "information")."""

SEVERAL = 3
"""Words that a title needs to stand against a heading with which it has none in common."""

_LEADING = lazy(r"^(?:[»›] |[|/•·] ?){1,3}")
_SITE = frozenset({"website", "organization", "newsmediaorganization"})
_NAMED = (
    "og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "cre", "publisher",
    "dc.publisher", "al:ios:app_name",
)  # fmt: skip
_WEIGHTS = {
    "json-ld:headline": 6.5,
    "meta:og:title": 5.5,
    "h1": 3.2,
    "json-ld:name": 5.0,
    "itemprop:headline": 2.0,
    "class:entry-title": 2.0,
    "meta:twitter:title": 0.4,
    "title": 0.0,
}
_ENTRY = lazy(r"(?<![\w-])(?:entry|post|article)[-_]?title(?![\w-])", re.I)
_JUNK = lazy(r"^(?:home|homepage|untitled|index|null|undefined|article|page|[\w-]+\.[a-z]{2,3}|\W*)$", re.I)


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    path: str

    @property
    def weight(self) -> float:
        return _WEIGHTS.get(self.path, 0.4)


def title(root: Any, said: Semantics, url: str) -> tuple[str, str]:
    """The headline and its markup path, empty strings when the page has none."""
    logos = [h1 for h1 in root.iter("h1") if _is_logo(h1)]
    headings = [h1 for h1 in root.iter("h1") if h1 not in logos and words_of(h1)]
    found = _candidates(root, headings, said)
    sites = site_names(said, url) | ({dense(words_of(logo)) for logo in logos} - {""})
    sites -= {plain for c in found if c.path != "title" and len(plain := dense(c.text)) > LONGEST}
    texts = [candidate.text for candidate in found if candidate.path != "h1>*"]
    sections = [name for name in (*said.meta.get("article:section", ()), said.told("articleSection")) if len(name) > 1]
    texts += [words_of(heading) for heading in islice(root.iter("h2", "h3"), _HEADINGS)]
    cleaned = [_Candidate(_bare(_cut_section(c.text, sections), sites, texts), c.path) for c in found]
    cleaned = [_Candidate(_LEADING.sub("", _cut_section(c.text, sections)), c.path) for c in cleaned]
    cleaned = [c for c in cleaned if c.text and not _JUNK.match(c.text)]
    if not cleaned:
        return "", ""
    best = _whole(max(cleaned, key=lambda c: (_support(c, cleaned), c.weight)), cleaned)
    apart = all(next(h1.iterancestors("article"), None) is None for h1 in headings)
    if apart and best.path in ("h1", "h1>*") and (others := _others(cleaned)):
        best = max(others, key=lambda c: c.weight)
    best = _seen(best, cleaned, apart) if len(headings) == 1 else best
    best = _editors(best, cleaned, url or said.canonical or said.first("og:url")[0])
    steps = _TRAIL.split(best.text)
    if len(steps) > 2 or (len(cleaned) == 1 and best.path == "title"):
        return max(steps, key=len), best.path
    return best.text, best.path


def _whole(best: _Candidate, found: list[_Candidate]) -> _Candidate:
    """The candidate of which ``best`` is no more than the first hundred characters, more or less: JSON-LD may cut."""
    if len(best.text) < CUT:
        return best
    longer = (c for c in found if c.path != "title" and c.text.startswith(best.text) and len(c.text) > len(best.text))
    return next((c for c in longer if c.text[len(best.text) :].lstrip()[0].isalpha()), best)


def _others(found: list[_Candidate]) -> list[_Candidate]:
    """The candidates besides h1 when they have some words, and none in common with it: it names a part of the site."""
    shown = [c.text for c in found if c.path.startswith("h1")]
    others = [c for c in found if not c.path.startswith("h1")]
    apart = all(len(_pieces(c.text)) > SEVERAL and not any(_share(c.text, text) for text in shown) for c in others)
    return others if apart else []


def _share(one: str, other: str) -> bool:
    """True when a word of the one stands in the other, be it as a part of a longer word where it is no small one."""
    mine, theirs = _pieces(one), _pieces(other)
    if mine & theirs:
        return True
    large = [(piece, dense(other)) for piece in mine] + [(piece, dense(one)) for piece in theirs]
    return any(len(piece) != SMALL and piece in text for piece, text in large)


def _pieces(text: str) -> set[str]:
    """The words of ``text`` of some length, or the pairs of its letters where words are not spaced."""
    plain = fold(text)
    if UNSPACED.search(plain):
        return {plain[at : at + 2] for at in range(len(plain) - 1)}
    return {word for word in re.findall(r"\w+", plain) if len(word) > 2}


def _is_logo(h1: Any) -> bool:
    """True for a heading that leads to the front page: it names the site."""
    try:
        targets = [urlsplit(link.get("href") or "") for link in h1.iter("a")]
    except ValueError:
        return False
    return any(target.path in ("", "/") and (target.path or target.netloc) and not target.query for target in targets)


def _editors(best: _Candidate, found: list[_Candidate], address: str) -> _Candidate:
    """The editors' wording instead of the one that was made for search engines.

    Where the page states one headline twice (h1 and JSON-LD) and another one for sharing (og:title), the wording whose
    words stand in the address is the one for search engines.
    """
    told = {candidate.path: candidate for candidate in found}
    shown, shared = told.get("h1"), told.get("meta:og:title")
    if not shown or not shared or best.text == shared.text or (best.path != "h1" and "json-ld:headline" not in told):
        return best
    plain, other = dense(shown.text), dense(shared.text)
    if plain != dense(told.get("json-ld:headline", shown).text) or plain in other or other in plain:
        return best
    known = _slug(urlsplit(address).path).keys() if "[" not in address else set()
    return shared if len(known & _slug(shown.text).keys()) > len(known & _slug(shared.text).keys()) else best


def _seen(best: _Candidate, found: list[_Candidate], apart: bool) -> _Candidate:
    """The heading that readers see instead of the wording for sharing, where JSON-LD states no headline.

    One that stands ``apart`` from the article has to share words with that wording.
    Not a heading in capitals, nor one that holds that wording or a part of it: a kicker, a subtitle, the outlet.
    """
    shown = next((c for c in found if c.path == "h1"), None)
    if not shown or not best.path.startswith("meta:") or any(c.path == "json-ld:headline" for c in found):
        return best
    if len(_pieces(shown.text)) < SEVERAL or shown.text.isupper():
        return best
    if apart and not _share(shown.text, best.text):
        return best
    plain, other = dense(shown.text), dense(best.text)
    return best if plain in other or other in plain else shown


def _slug(text: str, least: int = 3) -> dict[str, None]:
    """The words of ``least`` letters and more in ``text``, in its order, written as addresses write them."""
    lowered = text.casefold()
    for letters in _LETTERS:
        lowered = lowered.replace(*letters)
    plain = unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode()
    return dict.fromkeys(word for word in re.findall(r"[a-z0-9]+", plain) if len(word) >= least)


def site_names(said: Semantics, url: str) -> set[str]:
    """What the site calls itself, folded and without spaces: its declared names and its host."""
    names = {value for name in _NAMED for value in said.meta.get(name, ())}
    publisher = said.node(said.ld.get("publisher"))
    names.add(str(publisher.get("name") or "") if isinstance(publisher, dict) else "")
    names |= {str(node.get("name") or "") for node in said.nodes if not _SITE.isdisjoint(types(node))}
    whole = host(said, url)
    names |= {whole, *(label for label in whole.split(".")[:-1] if len(label) > 3)}
    return {dense(name.lstrip("@")) for name in names} - {""}


def outlet_in_title(said: Semantics, url: str) -> tuple[str, str]:
    """The part of the page's title that is written as its host is (Harbour News: harbournews.example), and its path."""
    labels = [label for label in host(said, url).split(".")[:-1] if len(label) > 3]
    for piece in reversed(_BREAK.split(said.title)):
        if "".join(_slug(piece, 1)) in labels:
            return _EDGES.sub("", piece), "title"
    return "", ""


def host(said: Semantics, url: str) -> str:
    """The host of the page, without "www.", as far as the page or ``url`` tell it."""
    try:
        found = urlsplit(url or said.canonical or said.first("og:url")[0]).hostname or ""
    except ValueError:
        return ""
    return found.removeprefix("www.")


def behind_title(headline: str, said: Semantics) -> set[str]:
    """What stands behind the headline in the page's title, as `site_names`: sections and the site's name, mostly."""
    rest = said.title[len(headline) :] if headline and said.title.startswith(headline) else ""
    return {dense(name) for name in _BREAK.split(rest) if not byline(name)} - {""} if rest else set()


def _entry_title(root: Any) -> list[_Candidate]:
    """The one heading that is called the title of a post, on pages without h1."""
    found = [h for h in root.iter("h2", "h3", "h4") if _ENTRY.search(h.get("class") or "")]
    return [_Candidate(words_of(found[0]), "class:entry-title")] if len(found) == 1 else []


def _candidates(root: Any, headings: list[Any], said: Semantics) -> list[_Candidate]:
    found = [_Candidate(said.told("headline"), "json-ld:headline")]
    name = said.told("name")
    for h1 in _headlines(headings, said):
        whole, apart = unescaped(words_of(h1)), unescaped(spaced(h1))
        found.append(_Candidate(whole if _BEFORE_MARK.sub(r"\1", apart) == whole else apart, "h1"))
        if name and dense(name) == dense(whole) != dense(found[0].text):
            found.append(_Candidate(name, "json-ld:name"))
        inner = [part for part in h1 if kickers().isdisjoint(parts(part))] if len(h1) > 1 else []
        found += [_Candidate(max(map(words_of, inner), key=len), "h1>*")] if inner else []
    found += [
        _Candidate(words_of(e), "itemprop:headline") for e in said.props.get("headline", ())[:1] if e.tag != "meta"
    ]
    found += [] if headings else _entry_title(root)
    for name in ("og:title", "twitter:title"):
        found += [_Candidate(value, f"meta:{name}") for value in said.meta.get(name, ())[:_SAME]]
    found.append(_Candidate(said.title, "title"))
    return [one for one in found if one.text and len(one.text) < 500 and not _cut_at_quote(one.text, found)]


def _cut_at_quote(text: str, found: list[_Candidate]) -> bool:
    """True for what an attribute gives of a headline with a quotation mark in it that was not escaped."""
    return any(other.text.startswith(text) and other.text[len(text) :].lstrip()[:1] == '"' for other in found)


def _headlines(headings: list[Any], said: Semantics) -> list[Any]:
    """Of several h1 the one that shares most words with what the page says elsewhere."""
    if len(headings) < 2:
        return headings
    told = " ".join([said.title, said.first("og:title")[0], str(said.ld.get("headline") or "")])
    known = set(re.findall(r"\w+", fold(told)))

    def shared(h1: Any) -> tuple[float, int]:
        words = re.findall(r"\w+", fold(words_of(h1)))
        hits = sum(word in known for word in words)
        return (hits * hits / len(words) if words else 0.0, -headings.index(h1))

    return [max(headings, key=shared)]


@cache
def kickers() -> frozenset[str]:
    """Names of elements that hold the line above a headline."""
    return frozenset(words("kicker_names"))


def _cut_section(text: str, sections: list[str]) -> str:
    """``text`` without a section's name behind a separator at its end."""
    for name in sections:
        rest = text[: -len(name)].rstrip()
        if text.endswith(name) and rest.endswith(("-", "|", "–", "»", "ㅣ")) and len(rest) > 15:
            return rest[:-1].rstrip()
    return text


def _bare(text: str, sites: set[str], others: list[str]) -> str:
    """``text`` without the site's name and without the suffix or kicker that another candidate goes without."""
    whole = {fold(other) for other in others} - {fold(text)}
    for _ in range(4):
        cuts = list(_BREAK.finditer(text))
        for cut in cuts:
            for rest, gone in ((text[: cut.start()], text[cut.end() :]), (text[cut.end() :], text[: cut.start()])):
                behind = gone == text[cut.end() :]
                plain = dense(gone)
                part = behind or cut[0].strip() not in (
                    ":",
                    "：",
                )  # "Harbour 3: Now in Colour" is told of Harbour, not by it
                known = _HOST.fullmatch(gone) or plain in sites or (part and any(_names_site(plain, s) for s in sites))
                suffix = behind and len(gone) < len(rest) and ":" not in cut[0]
                if known or (suffix and (_OUTLET.fullmatch(gone) or (fold(rest) in whole and len(dense(rest)) > 8))):
                    text = rest.strip()
                    break
            else:
                continue
            break
        else:
            undated = _DATED.sub("", text)
            text = undated if fold(undated) in whole else text
            return "" if dense(text) in sites else text
    return text


def _names_site(plain: str, site: str) -> bool:
    return plain == site or (len(site) > (3 if site > "\u3040" else 4) and plain.startswith(site))


def _support(one: _Candidate, others: list[_Candidate]) -> float:
    """The weight of all candidates that agree, and half of those that hold it at an end."""
    mine, total = fold(one.text), 0.0
    for other in others:
        theirs = fold(other.text)
        if theirs == mine or dense(theirs) == dense(mine):
            total += other.weight
        elif len(mine) > 15 and theirs.startswith(mine):
            total += other.weight * (1.0 if _SUFFIX.match(theirs[len(mine) :]) else 0.5)
        elif len(mine) > 12 and theirs.endswith(mine):
            total += other.weight / 2
    return total
