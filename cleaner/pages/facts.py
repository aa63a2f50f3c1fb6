"""Smaller facts about an article: where it stands, who publishes it, in which language, under what rights."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin, urlsplit

from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.pages.semantics import Semantics
from cleaner.pages.tree import dense, squeeze

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
    return said.first("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")


def section(said: Semantics) -> tuple[str, str]:
    """The section of the outlet, and its markup path."""
    name = said.told("articleSection")
    if name:
        return name, "json-ld:articleSection"
    value, path = said.first(
        "article:section", "section", "parsely-section", "cxenseparse:section", "dc.subject.section"
    )
    return (value, path) if "://" not in value else ("", "")


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
