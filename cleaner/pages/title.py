"""The headline: the page's own candidates vote; site names, section suffixes and kickers do not count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from cleaner.pages.semantics import Semantics, types
from cleaner.pages.tree import dense, fold, spaced, words_of

_BREAK = re.compile(
    r"\s{1,3}(?:[|–—•·»«›‹ㅣ/]|-{1,2}|::?|//|»)\s{1,3}|\s{0,3}[|｜ㅣ]\s{0,3}|(?<=\S)[：:]\s(?=\S)|(?<=\S)："
)
_SUFFIX = re.compile(r"\s{0,3}[-|ㅣ»•]")
_SITE = frozenset({"website", "organization", "newsmediaorganization"})
_NAMED = (
    "og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "cre", "publisher",
    "dc.publisher", "al:ios:app_name",
)  # fmt: skip
_WEIGHTS = {
    "json-ld:headline": 6.5,
    "meta:og:title": 5.5,
    "h1": 3.2,
    "itemprop:headline": 2.0,
    "meta:twitter:title": 0.4,
    "title": 0.0,
}
_JUNK = re.compile(r"^(?:home|homepage|untitled|index|null|undefined|article|page|\W*)$", re.I)


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    path: str

    @property
    def weight(self) -> float:
        return _WEIGHTS.get(self.path, 0.4)


def title(root: Any, said: Semantics, url: str) -> tuple[str, str]:
    """The headline and its markup path, empty strings when the page has none."""
    sites = site_names(said, url)
    found = _candidates(root, said)
    texts = [candidate.text for candidate in found if candidate.path != "h1>*"]
    sections = [name for name in (*said.meta.get("article:section", ()), said.told("articleSection")) if len(name) > 1]
    cleaned = [_Candidate(_bare(_cut_section(c.text, sections), sites, texts), c.path) for c in found]
    cleaned = [_Candidate(_cut_section(c.text, sections).lstrip("»›|/•· "), c.path) for c in cleaned]
    cleaned = [c for c in cleaned if c.text and not _JUNK.match(c.text)]
    if not cleaned:
        return "", ""
    best = max(cleaned, key=lambda c: (_support(c, cleaned), c.weight))
    return best.text, best.path


def site_names(said: Semantics, url: str) -> set[str]:
    """What the site calls itself, folded and without spaces: its declared names and its host."""
    names = {value for name in _NAMED for value in said.meta.get(name, ())}
    publisher = said.node(said.ld.get("publisher"))
    names.add(str(publisher.get("name") or "") if isinstance(publisher, dict) else "")
    names |= {str(node.get("name") or "") for node in said.nodes if not _SITE.isdisjoint(types(node))}
    try:
        host = urlsplit(url or said.canonical or said.first("og:url")[0]).hostname or ""
    except ValueError:
        host = ""
    parts = host.removeprefix("www.").split(".")
    names |= {host.removeprefix("www."), *(part for part in parts[:-1] if len(part) > 3)}
    return {dense(name.lstrip("@")) for name in names} - {""}


def _candidates(root: Any, said: Semantics) -> list[_Candidate]:
    found = [_Candidate(said.told("headline"), "json-ld:headline")]
    headings = [h1 for h1 in root.iter("h1") if words_of(h1)]
    for h1 in _headlines(headings, said):
        found.append(_Candidate(spaced(h1), "h1"))
        parts = [words_of(part) for part in h1] if len(h1) > 1 else []
        found += [_Candidate(max(parts, key=len), "h1>*")] if parts else []
    found += [
        _Candidate(words_of(e), "itemprop:headline") for e in said.props.get("headline", ())[:1] if e.tag != "meta"
    ]
    for name in ("og:title", "twitter:title"):
        value, path = said.first(name)
        found.append(_Candidate(value, path))
    found.append(_Candidate(said.title, "title"))
    return [candidate for candidate in found if candidate.text and len(candidate.text) < 500]


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
                known = dense(gone) in sites or any(len(s) > 4 and dense(gone).startswith(s) for s in sites)
                suffix = len(gone) < len(rest) and gone == text[cut.end() :] and ":" not in cut[0]
                if known or (suffix and fold(rest) in whole and len(dense(rest)) > 8):
                    text = rest.strip()
                    break
            else:
                continue
            break
        else:
            return "" if dense(text) in sites else text
    return text


def _support(one: _Candidate, others: list[_Candidate]) -> float:
    """The weight of all candidates that agree, and half of those that hold it at an end."""
    mine, total = fold(one.text), 0.0
    for other in others:
        theirs = fold(other.text)
        if theirs == mine:
            total += other.weight
        elif len(mine) > 15 and theirs.startswith(mine):
            total += other.weight * (1.0 if _SUFFIX.match(theirs[len(mine) :]) else 0.5)
        elif len(mine) > 15 and theirs.endswith(mine):
            total += other.weight / 2
    return total
