"""A whole HTML page becomes the text of its article and the metadata that its markup names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cleaner.edit import Finding
from cleaner.pages import blocks, tree
from cleaner.pages.authors import authors
from cleaner.pages.body import body
from cleaner.pages.dates import dates
from cleaner.pages.related import take_related
from cleaner.pages.semantics import read
from cleaner.pages.chrome import prune
from cleaner.pages.standfirst import standfirst
from cleaner.pages.tree import words_of
from cleaner.pages.title import title


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says.

    ``text`` is the article body, blocks separated by a blank line; ``fields`` metadata under the names of the
    article schema; ``evidence`` the markup path of each field; ``findings`` what does not fit together.
    """

    text: str
    fields: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def page(html: str | bytes, url: str | None = None) -> Page:
    """Read one whole page.  ``url`` is where it came from, if known.  Damaged markup gives what can be read of it."""
    root = tree.parse(html)
    if root is None:
        return Page("")
    said = read(root)
    fields: dict[str, Any] = {}
    evidence: dict[str, str] = {}
    for name, (value, path) in {
        "title": title(root, said, url or ""),
        "authors": authors(root, said),
        "published": dates(root, said),
    }.items():
        if value:
            fields[name] = value
            evidence[name] = path
    titles = [words_of(h1) for h1 in root.iter("h1")][:3]
    titles += [fields.get("title", ""), said.title, *said.meta.get("og:title", ())]
    lead, path = standfirst(root, said)
    if lead:
        fields["subtitle"], evidence["subtitle"] = lead, path
    prune(root)
    if related := take_related(root, url or said.canonical or ""):
        fields["related"], evidence["related"] = related, "a"
    found = body(root, said, titles, lead)
    evidence["text"] = found.evidence
    return Page(blocks.join(found.blocks), fields, evidence)
