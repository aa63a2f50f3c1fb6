"""The people who wrote the article: what the markup states of them is checked against what readers see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from cleaner.htmlpages.bylines import Line, bylines, weak_bylines
from cleaner.htmlpages.semantics import Semantics, plain, types
from cleaner.htmlpages.tree import ancestors, content, ordered, words_of
from cleaner.htmlpages.zone import Zone, foreign
from cleaner.lazy import lazy
from cleaner.text.folding import dense, fold, squeeze
from cleaner.text.people import agencies_in, bare, is_name, people

LONG = 160
"""Characters above which an element with the property author holds more than names."""

MANY = 100
"""Authors of one page that are read."""

SHOWN = 6
"""Bylines in which the one is looked for after whom a site is called."""

DEEP = 20
"""Elements around a link that are asked whose it is."""

WORDS = 4
"""Words of the longest name after which a site is called."""

_ORGANIZATIONS = frozenset({"organization", "newsmediaorganization", "corporation"})
_ACCOUNT = lazy(r"([a-z]{1,20})[._-]([a-z]{3,30})(?:@\S{1,99})?", re.I)
Claim = tuple[str, bool]
"""A text that names authors, and whether the markup types it as a person (pen names count then)."""


def authors(root: Any, said: Semantics, near: Zone, sites: set[str], days: set[str]) -> tuple[list[str], str]:
    """The authors in the order of the page, and the markup path of the source that names them.

    ``near`` is the zone around the headline, ``sites`` what the outlet calls itself, ``days`` the dates of the
    article.  What JSON-LD, microdata or meta elements state is taken, unless the byline that readers see says more:
    the full name, further names, or other names while the stated ones stand nowhere on the page.
    """
    sites = sites - _persons(said)
    stated, path = _stated(root, said, near, sites)
    if not stated and (others := _without_own(sites, root, said, near)) < sites:
        sites = others
        stated, path = _stated(root, said, near, sites)
    shown, where = _shown(bylines(near), said, sites)
    if not shown and not (_is_whole(stated) and _visible(root, stated)):
        shown, where = _shown(weak_bylines(near, said, days), said, sites)
        if not stated and shown and agency(said)[0]:
            return [], ""
    if not stated:
        return (shown, where) if shown else _elsewhere(root, sites) or _by_account(root, said)
    if not shown or shown == stated:
        whole = _whole_name(root, stated[0]) if len(stated) == 1 else ""
        return ([whole], "text:name") if whole else (stated, path)
    strong = where in ("rel=author", "class:byline")
    known = {dense(name) for name in stated}
    seen = {dense(name) for name in shown}
    if (strong and known < seen) or _fuller(shown, stated):
        return shown, where
    if path == "meta:author" and known.isdisjoint(seen) and (strong or where in ("text:byline", "a[href*=author]")):
        in_byline = any(name in line.text for line in islice(bylines(near), SHOWN) for name in stated)
        return (stated, path) if in_byline else (shown, where)
    return (shown, where) if where != "text:beside-date" and not _visible(root, stated) else (stated, path)


def agency(said: Semantics) -> tuple[str, str]:
    """The first news agency that the page states as an author, and the markup path."""
    claims = ((from_ld(said, True), "json-ld:author"), (from_props(said), "itemprop:author"))
    for source, path in (*claims, (_from_meta(said), "meta:author")):
        for text, _ in source:
            if found := agencies_in(bare(text)):
                return found[0].strip(), path
    return "", ""


def _fuller(shown: list[str], stated: list[str]) -> bool:
    """True when the byline gives the whole name of the one single word that is stated."""
    return len(stated) == len(shown) == 1 and " " not in stated[0] and shown[0].startswith(f"{stated[0]} ")


def _whole_name(root: Any, first: str) -> str:
    """The full name of the one who is stated by the single word ``first``, when it alone stands on the page."""
    if not first.isalpha():
        return ""
    pattern = lazy(rf"{first} (?:[a-z]{{1,3}} ){{0,2}}[^\W\d_][\w'’-]{{1,25}}")
    found = {name for piece in root.itertext() if pattern.fullmatch(name := squeeze(piece)) and is_name(name)}
    return found.pop() if len(found) == 1 else ""


def _stated(root: Any, said: Semantics, near: Zone, sites: set[str]) -> tuple[list[str], str]:
    claims = (
        (from_ld(said), "json-ld:author"),
        (from_props(said, near), "itemprop:author"),
        (_from_meta(said), "meta:author"),
    )
    for source, path in claims:
        names = [name for name in _all(source, sites) if not name.islower()]
        if names and (path != "meta:author" or said.first("og:type")[0].lower() == "article" or _visible(root, names)):
            return names, path
    return [], ""


def _visible(root: Any, names: list[str]) -> bool:
    """True when readers see one of ``names`` on the page."""
    text = "".join(map(content, root.iter("body")))
    if any(name in text for name in names):
        return True
    text = squeeze(text).casefold()
    return any(name.casefold() in text for name in names)


def _is_whole(stated: list[str]) -> bool:
    """True when nothing but a surer byline would add to the names that are stated, if readers see one of them."""
    return len(stated) > 1 or (len(stated) == 1 and " " in stated[0])


def _shown(lines: Iterable[Line], said: Semantics, sites: set[str]) -> tuple[list[str], str]:
    cut: list[str] = []
    for found in lines:
        names = people(found.text, sites, found.sure, found.sure and found.path != "text:byline")
        names = _without_places(names, said)
        if cut:
            return (names if set(cut) < set(names) else cut), "class:byline"
        if names and not (found.path == "class:byline" and found.text.endswith(",")):
            return names, found.path
        cut = names
    return (cut, "class:byline") if cut else ([], "")


def _without_places(names: list[str], said: Semantics) -> list[str]:
    """``names`` without those that the page names as topics, if there are others: places, mostly."""
    topics = {fold(topic) for value in (*said.meta.get("keywords", ()), *said.meta.get("article:tag", ()))
              for topic in value.split(",")}  # fmt: skip
    return [name for name in names if fold(name) not in topics] or names


def _all(claims: Iterable[Claim], sites: set[str]) -> list[str]:
    found: list[str] = []
    for text, typed in claims:
        found += [name for name in people(text, sites, True, typed) if name not in found]
    return found


def _persons(said: Semantics) -> set[str]:
    """The people who are the outlet: the publisher of a page can be its author."""
    nodes = [node for node in said.nodes if "person" in types(node)]
    names = {str(node.get("name") or "") for node in nodes if "organization" in types(node)}
    return {dense(name) for name in names if " " in name}


def _without_own(sites: set[str], root: Any, said: Semantics, near: Zone) -> set[str]:
    """``sites`` without those called after the one who writes there ("Ana Ruiz", anaruiz.example).

    A name counts that the page gives to a person: one of its words written small somewhere would make it an outlet's.
    On pages of news JSON-LD has to say more of the person than the name, which it does for no outlet.
    """
    claims = [text for text, typed in from_ld(said, detailed=_is_news(said)) if typed]
    if not _is_news(said):
        shown = list(islice(bylines(near), SHOWN))
        claims += [line.text for line in shown if line.sure]
        claims += [text for text, _ in _from_meta(said) if any(text in line.text for line in shown)]
    for name in _all(((text, False) for text in claims), set()):
        plain = dense(name)
        named = {site for site in sites if plain in site or (len(site) > 4 and site in plain)}
        if named and 1 <= name.count(" ") < WORDS and not _has_words(root, name):
            sites = sites - named
    return sites


def _is_news(said: Semantics) -> bool:
    return any("news" in kind for node in said.nodes for kind in types(node))


def _has_words(root: Any, name: str) -> bool:
    """True when one of the words of ``name`` is a word of the language: it stands on the page without a capital."""
    small = [word.lower() for word in re.findall(r"[^\W\d_]{2,}", name) if word[0].isupper()]
    found = re.compile(rf"(?<![\w.@/-])(?:{'|'.join(small)})(?![\w@/-]|\.\w)")
    return not small or any(found.search(content(body)) for body in root.iter("body"))


_DETAILS = frozenset({"image", "description", "jobTitle", "sameAs"})
"""What JSON-LD says of people besides their name and page."""


def from_ld(said: Semantics, organizations: bool = False, detailed: bool = False) -> Iterator[Claim]:
    """The authors that JSON-LD states; ``detailed`` leaves out those of whom it says nothing else."""
    value = said.ld.get("author") or said.ld.get("creator")
    for item in value[:MANY] if isinstance(value, list) else [value]:
        node = said.node(item)
        if isinstance(node, dict):
            if detailed and _DETAILS.isdisjoint(node):
                continue
            if organizations or "person" in types(node) or _ORGANIZATIONS.isdisjoint(types(node)):
                name = node.get("name") or f"{node.get('givenName') or ''} {node.get('familyName') or ''}"
                for single in name[:MANY] if isinstance(name, list) else [name]:
                    yield plain(single) if isinstance(single, str) else "", "person" in types(node)
        elif isinstance(node, str) and "://" not in node:
            yield plain(node), False


def from_props(said: Semantics, near: Zone | None = None) -> Iterator[Claim]:
    """Microdata authors of the first item that has some: other stories on the page have items of their own.

    Those ``near`` the headline come before all others, and who made a picture is no author.
    """
    elements = [e for e in said.props.get("author", ()) if next(e.iterancestors("figure", "figcaption"), None) is None]
    around = {*near.below, *near.above} if near and elements else ()
    elements = [element for element in elements if element in around] or [e for e in elements if not _of_other(e, near)]
    scope = _scope(elements[0]) if elements else None
    for element in elements[:12]:
        if _scope(element) is not scope:
            continue
        inner = element.xpath(".//*[@itemprop='name']")
        beside = [name for name in inner if inner and name.getparent() is inner[0].getparent()]
        for holder in beside or [element]:
            text = holder.get("content") or words_of(holder)
            if len(text) <= LONG:
                yield text, "person" in (element.get("itemtype") or "").lower()


def _of_other(element: Any, near: Zone | None) -> bool:
    """True for an author in an item, or a link, that holds a headline, but not the one of the article."""
    if near is None or near.headline is None:
        return False
    scope = _scope(element)
    around = [scope] if scope is not None else []
    around += element.iterancestors("a")
    return any(
        next(outer.iter("h2", "h3", "h4"), None) is not None and near.headline not in set(outer.iter())
        for outer in around
    )


def _scope(element: Any) -> Any:
    return next((around for around in element.iterancestors() if around.get("itemscope") is not None), None)


def _from_meta(said: Semantics) -> Iterator[Claim]:
    for name in ordered("author_meta"):
        values = said.meta.get(name, [])
        if name == "twitter:data1" and not any("author" in v.lower() for v in said.meta.get("twitter:label1", ())):
            continue
        if any("://" not in value for value in values):
            yield from ((value, False) for value in values if "://" not in value)
            return


def _elsewhere(root: Any, sites: set[str]) -> tuple[list[str], str] | None:
    """The one author to whom links on the page lead, wherever they stand.

    When they stand in what belongs to the site, the name has to stand in the article, too, as a line of its own.
    """
    links = [a for a in root.iter("a") if "author" in (a.get("rel") or "").split()][:MANY]
    named = {name for link in links for name in people(words_of(link), sites, False)}
    if len(named) != 1:
        return None
    held = (e for e in root.iter("*") if squeeze(e.text) in named)
    return (list(named), "rel=author") if any(not any(map(foreign, ancestors(e, DEEP))) for e in held) else None


def _by_account(root: Any, said: Semantics) -> tuple[list[str], str]:
    """The name on the page to which a stated account or mail address belongs (``i.okafor@…``: Ines Okafor)."""
    stated = [(text, "json-ld:author") for text, _ in from_ld(said)]
    stated += [(text, "meta:author") for text in said.meta.get("author", ())]
    stated = [(value, path) for value, path in stated if _ACCOUNT.fullmatch(value)][:3]
    for value, path in stated:
        if account := _ACCOUNT.fullmatch(value):
            given, family = account[1].capitalize(), account[2].capitalize()
            rest = r"[\w.'’-]{1,20}" if len(given) == 1 else ""
            text = squeeze(" ".join(piece for body in root.iter("body") for piece in body.itertext()))
            if name := re.search(rf"(?<!\w){given}{rest}(?: [A-Z]\.)? {family}(?!\w)", text):
                return [name[0]], path
    return [], ""
