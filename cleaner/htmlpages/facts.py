"""Smaller facts about an article: where it stands, who publishes it, in which language, under what rights."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from cleaner.edit import Finding
from cleaner.htmlpages.semantics import Semantics, plain, types
from cleaner.htmlpages.tree import parts, words_of
from cleaner.lazy import lazy
from cleaner.text.folding import dense, squeeze

MANY = 8
"""Steps of the way from the front page that are read; longer lists are menus."""

LONG = 40
"""Characters that the name of a section may have."""

_TRAIL = frozenset(("breadcrumb", "breadcrumbs"))
_SECTIONS = ("article:section", "section", "parsely-section", "cxenseparse:section", "dc.subject.section")
_NOWHERE = frozenset(
    (
        "", "undefined", "null", "none", "tag", "tags", "home", "homepage", "frontpage", "startseite", "start",
        "accueil", "index", "article", "articles", "uncategorized", "uncategorised", "default",
    )
)  # fmt: skip
"""What a template says when it knows no section."""

_LANGUAGE = lazy(r"^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.].{0,20})?$")


def address(said: Semantics, url: str) -> tuple[str, str]:
    """The canonical address, and its markup path."""
    shared, path = said.first("og:url")
    for value, source in (
        (said.canonical, "link:canonical"),
        (shared, path),
        (said.told("url"), "json-ld:url"),
        (url, "input"),
    ):
        try:
            whole = urljoin(url, value)
            if value and urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname:
                return whole, source
        except ValueError:
            continue
    return "", ""


def publisher(said: Semantics) -> tuple[str, str]:
    """The outlet, and its markup path."""
    node = said.node(said.ld.get("publisher"))
    node = node[0] if isinstance(node, list) and node else node
    name = node.get("name") if isinstance(node, dict) else node
    if isinstance(name, str) and name.strip() and "://" not in name:
        return squeeze(name), "json-ld:publisher"
    names = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
    titles = {dense(said.title), *map(dense, said.meta.get("og:title", ()))}
    for found, path in (said.first(name) for name in names):
        if found and (len(found) <= LONG or dense(found) not in titles):
            return found, path
    return "", ""


def section(said: Semantics, root: Any, title: str) -> tuple[str, str]:
    """The section of the outlet, and its markup path: as stated, else the last step of the way from the front page."""
    told = [(said.told("articleSection"), "json-ld:articleSection")]
    told += [(value, f"meta:{name}") for name in _SECTIONS for value in said.meta.get(name, ())[:1]]
    told += [*((name, "json-ld:BreadcrumbList") for name in _listed(said)[-1:])]
    for value, path in told:
        if value and "://" not in value and dense(value) not in _NOWHERE and dense(value) != dense(title):
            return value, path
    steps = [step for step in _steps(root) if dense(step) not in {*_NOWHERE, dense(title)}]
    return (steps[-1], "class:breadcrumb") if steps else ("", "")


def _listed(said: Semantics) -> list[str]:
    """The names of the steps from the front page to this one, without these two, by the first list in JSON-LD."""
    lists = [node.get("itemListElement") for node in said.nodes if "breadcrumblist" in types(node)]
    items = [item for item in lists[0] if isinstance(item, dict)] if lists and isinstance(lists[0], list) else []
    here = [said.canonical, said.told("url"), said.first("og:url")[0]]
    names = []
    for item in items[:MANY]:
        inner = item.get("item")
        name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else "")
        target = (inner.get("@id") or inner.get("url") or "") if isinstance(inner, dict) else inner or ""
        if isinstance(name, str) and isinstance(target, str) and not _is_front(target) and target not in here:
            names.append(plain(name))
    known = {dense(text) for text in (said.title, *said.meta.get("og:title", ()), said.told("headline"))}
    return [name for name in names if 1 < len(name) <= LONG and dense(name) not in known]


def _steps(root: Any) -> list[str]:
    """The links to sections in the first element that is called a breadcrumb."""
    for element in root.iter("nav", "div", "ul", "ol", "p", "section"):
        if _TRAIL.isdisjoint(parts(element)) and (element.get("aria-label") or "").lower() not in _TRAIL:
            continue
        links = [(words_of(a), a.get("href") or "") for a in element.iter("a")]
        if links and len(links) <= MANY:
            return [name for name, target in links if 1 < len(name) <= LONG and target and not _is_front(target)]
    return []


def _is_front(address: str) -> bool:
    """True for the address of a front page, and for none."""
    try:
        target = urlsplit(address.strip())
    except ValueError:
        return True
    return target.path in ("", "/") and not target.query


def language(said: Semantics) -> tuple[str, str]:
    """The declared language as a tag such as ``de`` or ``pt-BR``, and its markup path."""
    spoken = said.ld.get("inLanguage")
    spoken = spoken.get("alternateName") or spoken.get("name") if isinstance(spoken, dict) else spoken
    told = (
        (said.language, "html[lang]"),
        (spoken, "json-ld:inLanguage"),
        said.first("content-language", "language", "dc.language", "og:locale"),
    )
    for value, path in told:
        tag = _LANGUAGE.match(value.strip()) if isinstance(value, str) else None
        if tag:
            parts = [tag[1].lower(), (tag[2] or "").title(), (tag[3] or "").upper()]
            return "-".join(part for part in parts if part), path
    return "", ""


def rights(said: Semantics) -> tuple[str, str]:
    """The statement of rights, and its markup path."""
    for key in ("copyrightNotice", "license"):
        if said.told(key):
            return said.told(key), f"json-ld:{key}"
    return said.first("copyright", "dc.rights", "dcterms.rights", "rights", "dcterms.license", "license")


def conflicts(said: Semantics, fields: dict[str, Any]) -> list[Finding]:
    """What the statements of one page do not agree on."""
    found = []
    published = fields.get("published", "")
    node = said.node(said.ld.get("publisher"))
    founded = str(node.get("foundingDate") or "") if isinstance(node, dict) else ""
    if published and re.match(r"\d{4}", founded) and published[:4] < founded[:4]:
        found.append(_finding("date-before-outlet", f"published {published}, but the outlet dates from {founded}"))
    days = {said.told("datePublished")[:10], *(value[:10] for value in said.meta.get("article:published_time", ()))}
    days = {day for day in days if re.match(r"\d{4}-\d\d-\d\d$", day)}
    days |= {published[:10]} if days and len(published) >= 10 else set()
    if len(days) > 1:
        found.append(
            _finding("dates-differ", f"the page gives several dates of publication: {', '.join(sorted(days))}")
        )
    shared = said.first("og:site_name")[0]
    outlet = fields.get("publisher", "")
    if shared and outlet and dense(shared) not in dense(outlet) and dense(outlet) not in dense(shared):
        found.append(_finding("publishers-differ", f"the page names two publishers: {outlet!r} and {shared!r}"))
    return found


def _finding(name: str, message: str) -> Finding:
    return Finding(message, name=name, level="warning")
