"""The lines near the headline in which readers see who wrote the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple

from cleaner.htmlpages.dates import stamp, without_dates
from cleaner.htmlpages.semantics import Semantics
from cleaner.htmlpages.tree import ancestors, ordered, parts, parts_of, words_of
from cleaner.htmlpages.zone import LONG, Zone, is_body, short_text, texts
from cleaner.lazy import lazy
from cleaner.text.folding import fold, squeeze
from cleaner.text.people import bare, byline, is_beside, is_name, people
from cleaner.words import words

SHORT = 80
"""Characters that a line may have that only reads like a byline ("By Ana Ruiz in Oslo")."""

MANY = 20
"""Links to authors that are read."""

NAMED = 6
"""Elements called a byline after which the next ones belong to other people: answers in a forum, a list of stories."""

_LINES = frozenset(("p", "div", "span", "em", "strong", "b", "i", "small", "h5", "h6", "li", "td"))
_PIECES = lazy(r"\s{0,3}[|•·,/–—]\s{0,3}|\s-\s|\n")

_AUTHOR = lazy(r"/(?:author|autor|auteur|autore)(?:s|es|en|i)?/[^/?#]", re.I)
_DIGIT = lazy(r"\d")
_RIGHT = lazy(r"text-align\s{0,3}:\s{0,3}right", re.I)
_QUOTES = tuple("\"'“”„«»‘’「『")
_LAST = lazy(r"(?<=[.!?…\"”“»])\s")


class Line(NamedTuple):
    """A text that names authors, its markup path, and whether all of it is called an author."""

    text: str
    path: str
    sure: bool


def bylines(near: Zone) -> Iterator[Line]:
    """Lines that name authors, the surest first: linked authors, bylines, the first account of a forum's thread."""
    linked = [text for element in near.below if _is_author(element) and (text := _name_in(near, element))]
    if linked:
        yield Line("\n".join(linked[:MANY]), "rel=author", True)
    yield from _called(near, near.above[:3])
    if led := _linked(near, filter(_leads_to_author, _above_body(near))):
        yield Line(led, "a[href*=author]", True)
    yield from _called(near, near.below)
    if led := _linked(near, filter(_leads_to_author, iter(near.above))):
        yield Line(led, "a[href*=author]", True)
    accounts = (e for e in near.below if e.tag == "a" and "username" in parts(e))
    yield from (Line(words_of(account), "class:username", True) for account in islice(accounts, 1))


def weak_bylines(near: Zone, said: Semantics, days: set[str]) -> Iterator[Line]:
    """Lines that may name authors: names beside the date, names alone, lines at the end, the end of the summary."""
    yield from _beside_date(near, said, days)
    yield from _alone(near, said)
    yield from _at_end(near)
    for value in (said.first("og:description")[0], said.first("description")[0]):
        last = _LAST.split(value)[-1]
        if len(last) <= SHORT and (said_by := byline(last)) and last.endswith(said_by):
            yield Line(said_by, "meta:description", False)


def _is_author(element: Any) -> bool:
    """True for a link to the page of an author, and for the name on a card of theirs."""
    called = (element.get("class") or "").split()
    if element.tag == "a":
        return "author" in (element.get("rel") or "").split() or "fn" in called
    around = ancestors(element, 2) if "fn" in called and "org" not in called else ()
    return any("vcard" in (outer.get("class") or "").split() for outer in around)


def _linked(near: Zone, links: Iterator[Any]) -> str:
    """What ``links`` say that stand in one byline with the first of them: the others belong to other stories."""
    found = [link for link in islice(links, MANY) if words_of(link)]
    if not found:
        return ""
    around = found[0]
    while (outer := around.getparent()) is not None and near.pieces(outer, LONG):
        around = outer
    return "\n".join(_name_in(near, link) for link in found if around in (link, *link.iterancestors()))


def _name_in(near: Zone, link: Any) -> str:
    """What ``link`` says; the one part of it that is a name when the others say what somebody is."""
    parted = near.pieces(link, LONG)
    names = [part for part in parted if is_name(part)]
    rest = "\n".join(part for part in parted if part not in names)
    return names[0] if len(names) == 1 and not people(rest, set()) else words_of(link)


def _above_body(near: Zone) -> Iterator[Any]:
    """What stands between the headline and the first long paragraph."""
    for element in near.below:
        if is_body(element):
            return
        yield element


def _leads_to_author(element: Any) -> bool:
    """True for a link outside running text whose address says that it leads to an author."""
    if element.tag != "a" or not _AUTHOR.search(element.get("href") or ""):
        return False
    return len(short_text(element.getparent(), LONG)) <= LONG


@cache
def _author_path() -> re.Pattern[str]:
    known = "|".join(map(re.escape, ordered("author_paths")))
    return lazy(rf"[/?&](?:{known})[/=?-]", re.I)


_PICTURES = frozenset(("photo", "photos", "foto", "picture", "image", "figure", "gallery"))
"""Names of elements in which an author took the picture."""


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(words("byline_names")), frozenset(words("byline_not"))


def _is_named(element: Any) -> bool:
    wanted, never = _names()
    called = parts(element)
    if element.tag == "address":
        return True
    around = element.getparent()
    pictured = around is not None and not _PICTURES.isdisjoint(parts(around))
    return not wanted.isdisjoint(called) and never.isdisjoint(called) and not pictured


@cache
def _joints() -> str:
    return "|".join(map(re.escape, words("author_joints")))


def _beside_author(name: str, pieces: list[str]) -> bool:
    """True when the piece in front of ``name`` says that this is who took the pictures, translated …"""
    return name in pieces[1:] and is_beside(pieces[pieces.index(name, 1) - 1])


@cache
def _joint_lines() -> re.Pattern[str]:
    return lazy(rf"\n({_joints()})\n")


def _called(near: Zone, elements: list[Any]) -> Iterator[Line]:
    """Lines in elements that are called a byline, and lines that open with "by"."""
    passed = 0
    for element in elements:
        named = passed < NAMED and _is_named(element)
        passed += named
        if not named and element.tag not in _LINES:
            continue
        pieces = near.pieces(element, LONG)
        text = words_of(element) if pieces else ""
        if pieces and (besides := _besides(element)):
            pieces = [piece for piece in pieces if piece not in besides]
            text = " ".join(pieces)
        if not 3 < len(text) <= (LONG if len(text.encode()) < 2 * len(text) else SHORT // 2):
            continue
        lines = _joint_lines().sub(r" \1 ", "\n".join(pieces))
        if named:
            links = [words_of(a) for a in element.iter("a") if _author_path().search(a.get("href") or "")]
            links = [link for link in links if not _beside_author(link, pieces)]
            if links:
                yield Line("\n".join(links), "class:byline", True)
            yield Line("\n".join(lines.split("\n")[:3]), "class:byline", False)
        labelled = named or not _names()[0].isdisjoint(parts(element))
        said = byline(lines, labelled) or byline(text, labelled)
        if said and (labelled or len(text) <= SHORT):
            yield Line(said, "class:byline" if labelled else "text:byline", False)


def _besides(element: Any) -> set[str]:
    """The texts inside a byline that its markup calls a place, or what somebody is."""
    wanted = frozenset(words("beside_names"))
    inner = ((part, part.get("class")) for part in element.iterdescendants())
    ends = ((part, {parts_of(name)[-1:] for name in names.split()}) for part, names in inner if names)
    return {words_of(part) for part, called in ends if any(end and end[0] in wanted for end in called)}


def _beside_date(near: Zone, said: Semantics, days: set[str]) -> Iterator[Line]:
    """A name on the line that states the article's own date."""
    topics = fold(" ".join([said.told("articleSection"), *said.meta.get("article:section", ()), *_topics(said)]))
    lines = (e for e in (*near.below, *near.above) if e.tag in _LINES)
    dated = (e for e in lines if _DIGIT.search("".join(near.pieces(e, SHORT))))
    for element, text in texts(dated, SHORT):
        seen = stamp(text, "")
        if seen is None or seen.day not in days:
            continue
        for part in _PIECES.split(without_dates("\n".join(near.pieces(element, SHORT)))):
            piece = squeeze(part).strip(" :|,.-–—")
            name = bare(piece)
            if piece.lower().startswith(_date_labels()) or piece.lower().endswith(_date_labels()):
                continue
            if name != piece and piece.lower().startswith(_by()) and name.istitle() and name.isalpha():
                yield Line(name, "text:beside-date", True)
            if is_name(name) and fold(name) not in topics and not _links_elsewhere(element, name):
                yield Line(name, "text:beside-date", False)


@cache
def _by() -> tuple[str, ...]:
    return tuple(f"{label} " for label in words("byline_by"))


@cache
def _date_labels() -> tuple[str, ...]:
    return tuple(label.lower() for label in (*words("published_label"), *words("updated_label")) if len(label) > 5)


def _topics(said: Semantics) -> list[str]:
    return [*said.meta.get("article:tag", ()), *said.meta.get("keywords", ()), *said.meta.get("news_keywords", ())]


def _links_elsewhere(element: Any, name: str) -> bool:
    """True when ``name`` is a link, but not to an author: a section, a topic, a place."""
    return any(words_of(a) == name and not _author_path().search(a.get("href") or "") for a in element.iter("a"))


def _alone(near: Zone, said: Semantics) -> Iterator[Line]:
    """A name in bold type that is a paragraph of its own and with which the page's own summary begins."""
    told = [fold(said.first(name)[0]) for name in ("og:description", "description")]
    for element, text in texts([e for e in near.below if e.tag == "p"], SHORT // 2):
        bold = [words_of(part) for part in element.iter("strong", "b")]
        names = all(map(is_name, re.split(rf"\s?[/&]\s?|\s(?:{_joints()})\s", text)))
        if text in bold and names and any(fold(text) in value for value in told):
            yield Line(text, "p>strong", False)


def _noted(element: Any) -> str:
    """The name at the head of a note about the author that begins with it again ("Ana Ruiz", "Ana Ruiz writes …")."""
    first, second = [*islice(filter(None, map(squeeze, element.itertext())), 2), "", ""][:2]
    return first if second.startswith(f"{first} ") and is_name(first) else ""


def _at_end(near: Zone) -> Iterator[Line]:
    """Lines at the end of the article that are called a byline: one that opens with "by" or "text", the only one."""
    called: dict[str, None] = {}
    after = list(near.after)
    for element in after:
        named = _is_named(element)
        if element.tag in _LINES or element.tag == "section" or named:
            text = "\n".join(near.pieces(element, LONG))
            if named and not text and (name := _noted(element)):
                yield Line(name, "class:byline-at-end", False)
            labelled = not _names()[0].isdisjoint(parts(element))
            if not text.startswith(_QUOTES) and (said := byline(text)) and (labelled or len(said) > len(text) - 25):
                yield Line(said, "text:byline-at-end", False)
            elif named and 0 < len(text) <= SHORT:
                called[text] = None
    if len(called) == 1:
        yield Line(next(iter(called)), "class:byline-at-end", False)
    signed = {name for element in chain(near.below, after) if (name := _signed(near, element))}
    if len(signed) == 1 and not called:
        yield Line(signed.pop(), "style:text-align", False)


def _signed(near: Zone, element: Any) -> str:
    """The name with which a paragraph on the right side begins, when it holds little else and ends the article."""
    right = element.tag == "p" and (element.get("align") == "right" or _RIGHT.search(element.get("style") or ""))
    first = next(iter(near.pieces(element, SHORT)), "") if right else ""
    return first if is_name(first) and not any(map(is_body, islice(element.itersiblings(), MANY))) else ""
