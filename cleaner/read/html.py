"""A whole HTML page becomes the text of its article and the metadata that its markup names."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cleaner.edit import Finding
from cleaner.htmlpages import blocks, facts, media, streamed, tree
from cleaner.htmlpages.authors import agency, authors
from cleaner.htmlpages.body import Known, body
from cleaner.htmlpages.chrome import prune, silence
from cleaner.htmlpages.credited import organisations
from cleaner.htmlpages.dates import dates
from cleaner.htmlpages.related import take_related
from cleaner.htmlpages.semantics import Semantics, read
from cleaner.htmlpages.standfirst import standfirst
from cleaner.htmlpages.title import behind_title, outlet_in_title, site_names, title
from cleaner.htmlpages.zone import zone


@dataclass(frozen=True)
class Page:
    """What a page says.

    ``text`` is the article body without its headline, blocks separated by a blank line; ``fields`` metadata under
    the names of the article schema, unknown ones left out; ``evidence`` the markup path of each field and of the
    text; ``findings`` what does not fit together.
    """

    text: str
    fields: dict[str, Any] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def page(html: str | bytes, url: str | None = None, *, with_organisations: bool = False) -> Page:
    """Read one whole page.  Damaged markup gives what can be read of it.

    ``url`` is where the page came from, if known; ``with_organisations`` also names agencies, outlets and desks that it
    credits as authors.
    """
    root = tree.parse(html)
    if root is None:
        return Page("")
    said = read(root)
    streamed.settle(root)
    silence(root)
    held = list(root.iter())  # an element that is held is not wrapped for Python again each time it is met
    found = _Found()
    unsure = _about(found, root, said, url or "", with_organisations)
    base = found.fields.get("url", "")
    loose = media.loose_captions(root)
    found.put("images", media.images(root, loose), "figcaption")
    found.put("galleries", media.galleries(root), "class:gallery")
    found.put("media", media.players(root), "video|audio|iframe")
    lead, path = standfirst(root, said)
    found.put("subtitle", lead, path)
    titles = [*(tree.words_of(h1) for h1 in list(root.iter("h1"))[:3]), found.fields.get("title", "")]
    titles += [said.title, *said.meta.get("og:title", ()), *said.meta.get("twitter:title", ())]
    media.take_figures(root, loose)
    prune(root)
    found.put("related", take_related(root, base), "a")
    days = {str(found.fields.get(name, ""))[:10] for name in ("published", "updated")}
    made = body(root, said, Known(titles, lead, found.fields.get("authors", []), days), html)
    found.put("headings", [block.text for block in made.blocks if block.kind == "heading"], made.evidence)
    text = blocks.join(made.blocks)
    found.put("links", [link for link in media.links(root, base) if link["text"] in text], "a[href]")
    found.evidence["text"] = made.evidence
    del held
    return Page(text, found.fields, found.evidence, [*unsure, *facts.conflicts(said, found.fields)])


class _Found:
    """Fields with their evidence; what is empty is not put."""

    def __init__(self) -> None:
        self.fields: dict[str, Any] = {}
        self.evidence: dict[str, str] = {}

    def put(self, name: str, value: Any, path: str) -> None:
        if value:
            self.fields[name] = value
            self.evidence[name] = path


def _about(found: _Found, root: Any, said: Semantics, url: str, with_organisations: bool) -> list[Finding]:
    """Put the fields that say what the article is: headline, people, dates, place in the site.

    Gives a finding when the page shows a date that cannot be read without guessing.
    """
    sites = site_names(said, url)
    headline, path = title(root, said, url)
    found.put("title", headline, path)
    near = zone(root, headline)
    published, updated, unsure = dates(root, said, near)
    days = {moment.day for moment in (published, updated) if moment}
    sites |= behind_title(headline, said)
    persons, path = authors(root, said, near, sites, days)
    if with_organisations:
        others, where = organisations(said, near, sites, persons)
        persons, path = [*persons, *others], path or where
    found.put("authors", persons, path)
    if published:
        found.put("published", published.value, published.path)
        found.put("published_precision", published.precision, published.path)
    if updated:
        found.put("updated", updated.value, updated.path)
    found.put("syndicated_from", *agency(said))
    found.put("url", *facts.address(said, url))
    outlet, where = facts.publisher(said)
    found.put("publisher", *((outlet, where) if outlet else outlet_in_title(said, url)))
    found.put("section", *facts.section(said, root, found.fields.get("title", "")))
    found.put("language", *facts.language(said))
    found.put("rights", *facts.rights(said))
    message = "the page shows a date whose day and month could be swapped, and nothing settles it; none was taken"
    return [Finding(message, name="date-ambiguous", level="warning")] if unsure else []
