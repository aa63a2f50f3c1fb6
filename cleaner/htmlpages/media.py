"""Pictures, galleries, players and links of an article, as its markup names them."""

from __future__ import annotations

import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from cleaner.htmlpages.dates import stamp
from cleaner.htmlpages.tree import ancestors, drop, joined, parts, spaced, words_of
from cleaner.htmlpages.zone import short_text
from cleaner.lazy import lazy
from cleaner.rules.media._labels import label
from cleaner.rules.media._tail import captioned
from cleaner.text.credits import image, strength
from cleaner.text.folding import squeeze
from cleaner.words import any_of, words

_CAPTIONS = ("p", "div", "span", "small", "em", "dd", "td")
_PICTURE = lazy(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)|^#|^$", re.I)
LONG = 1000
"""Characters that a caption may have; what is longer is no caption."""


def images(root: Any, loose: list[Any]) -> list[dict[str, str | None]]:
    """Captions and credits of the figures of ``root``, in document order; a figure with neither is left out.

    ``loose`` are the captions outside figures, see ``loose_captions``.
    """
    found: list[dict[str, str | None]] = []
    for figure in root.iter("figure", "figcaption"):
        if figure.tag == "figcaption" and any(around.tag == "figure" for around in figure.iterancestors()):
            continue
        captions = [figure] if figure.tag == "figcaption" else list(figure.iter("figcaption"))[:1]
        if _elsewhere(captions[0] if captions else figure):
            continue
        entry = _entry(captions[0]) if captions else _named(figure)
        if (entry["caption"] or entry["credit"]) and entry not in found:
            found.append(entry)
    for caption in loose:
        entry = _entry(caption)
        if (entry["caption"] or entry["credit"]) and entry not in found:
            found.append(entry)
    return found


def _elsewhere(caption: Any) -> bool:
    """True for the picture of another story: all of it is a link to a page, and no credit."""
    around = next(caption.iterancestors("a"), None)
    whole = words_of(caption)
    inside = [link for link in caption.iter("a") if words_of(link) == whole] if whole and not strength(whole) else []
    return any(not _PICTURE.search((link.get("href") or "").strip()) for link in (*inside, around) if link is not None)


def _has_headline(caption: Any) -> bool:
    """True for what holds a heading with a link: the teaser of another story."""
    return any(next(heading.iter("a"), None) is not None for heading in caption.iter("h1", "h2", "h3", "h4"))


def _is_teaser(around: Any) -> bool:
    """True for what holds a heading with a link, and no paragraph beside it."""
    return _has_headline(around) and next(around.iter("p"), None) is None


def loose_captions(root: Any) -> list[Any]:
    """Elements outside figures that are called a caption and stand beside a picture."""
    found: list[Any] = []
    wanted = frozenset(words("caption_names")) - frozenset(words("credit_names"))
    for element in root.iter(*_CAPTIONS):
        called = element.get("class")
        if not called or not ("aption" in called or "egende" in called or "ildunter" in called):
            continue
        if wanted.isdisjoint(parts(element)):
            continue
        text = short_text(element, LONG)
        moment = stamp(text, "") if text else None
        if element.getparent() in found or not 0 < len(text) <= LONG or (moment and "T" in moment.value):
            continue
        around = list(ancestors(element, 3))
        inside = any(outer.tag in ("figure", "figcaption") for outer in element.iterancestors())
        if inside or _elsewhere(element) or _has_headline(element):
            continue
        beside = next((outer for outer in around if next(outer.iter("img", "picture"), None) is not None), None)
        if beside is not None and not (beside is not element and _is_teaser(beside)):
            found.append(element)
    return found


def _entry(caption: Any) -> dict[str, str | None]:
    wanted = frozenset(words("credit_names"))
    credits = [part for part in caption.iterdescendants() if _called(part, wanted)]
    credit = spaced(credits[0]) if credits else ""
    text = spaced(caption)
    if not credit and text.startswith("/"):
        return image("", text[1:LONG].strip())
    if not credit:
        return captioned(text[:LONG])
    if text.endswith(credit):
        text = text[: -len(credit)].rstrip(" |–—-/·(")
    lead = label().match(credit)
    named = credit[lead.end() if lead else 0 :][:200].strip("()© ")
    return image(text[:LONG], None if named.lower() in wanted else named)


def _named(figure: Any) -> dict[str, str | None]:
    wanted = frozenset(words("caption_names"))
    for part in figure.iter("p", "div", "span", "small"):
        if _called(part, wanted) and words_of(part):
            return _entry(part)
    return {"caption": None, "credit": None}


def galleries(root: Any) -> list[dict[str, Any]]:
    """Galleries of the article: their title where they have one, and how many pictures they say they hold."""
    found: list[dict[str, Any]] = []
    wanted = frozenset(words("gallery_names"))
    for element in root.iter("div", "section", "figure", "ul"):
        if wanted.isdisjoint(parts(element)) or any(_called(around, wanted) for around in element.iterancestors()):
            continue
        heads = [words_of(h) for h in element.iter("h2", "h3", "h4") if words_of(h)]
        count = _count().search(words_of(element)[:5000])
        number = int(count[2] or count[3]) if count else len(list(element.iter("img"))) or None
        if heads or (number and number > 1):
            found.append({"title": heads[0][:300] if heads else None, "count": number})
    return found[:20]


def _called(element: Any, wanted: frozenset[str]) -> bool:
    """True when class or id of an element hold one of ``wanted`` as a part."""
    return not wanted.isdisjoint(parts(element))


@cache
def _count() -> re.Pattern[str]:
    """How many pictures: "3/12" or "12 photos"."""
    return lazy(
        rf"(?<!\d)(\d{{1,3}})\s{{0,2}}/\s{{0,2}}(\d{{1,3}})(?!\d)|(?<!\d)(\d{{1,3}})\s{any_of('gallery_unit')}(?!\w)",
        re.I,
    )


def players(root: Any) -> list[dict[str, str | None]]:
    """Video, audio and embedded players with their titles."""
    found: list[dict[str, str | None]] = []
    for element in root.iter("video", "audio", "iframe"):
        kind = element.tag if element.tag != "iframe" else _kind(element.get("src") or element.get("data-src") or "")
        title = squeeze(element.get("title") or element.get("aria-label"))[:300] or None
        entry: dict[str, str | None] = {"kind": kind, "title": title}
        if kind and entry not in found:
            found.append(entry)
    return found[:50]


def _kind(source: str) -> str:
    """What an embedded frame shows, by the words in its address; empty when it does not say."""
    try:
        address = urlsplit(source)
    except ValueError:
        return ""
    text = f"{address.netloc}{address.path}".lower()
    for kind in ("video", "audio"):
        if any(word in text for word in words(f"{kind}_frames")):
            return kind
    return ""


def take_figures(root: Any, loose: list[Any]) -> None:
    """Take figures out of ``root``, in place, that hold no paragraph of text, and captions beside pictures."""
    for figure in list(root.iter("figure")):
        if not any(len(words_of(p)) > 200 for p in figure.iter("p", "blockquote", "table")):
            drop(figure)
    for caption in loose:
        drop(caption)


def links(root: Any, base: str) -> list[dict[str, Any]]:
    """Links inside the paragraphs of ``root``: their words, where they lead, and whether that is an address."""
    found: list[dict[str, Any]] = []
    seen: set[tuple[str, str]] = set()
    for link in root.iter("a"):
        text, target = words_of(link), (link.get("href") or "").strip()
        if not text or not target or target.startswith(("#", "javascript:")) or (text, target) in seen:
            continue
        if not any(around.tag in ("p", "li", "blockquote", "td") for around in link.iterancestors()):
            continue
        seen.add((text, target))
        whole, valid = address(target, base)
        found.append({"text": text[:300], "target": whole, "valid": valid})
    return found[:500]


def address(target: str, base: str) -> tuple[str, bool]:
    """``target`` as a whole address where ``base`` allows, and whether it is one that can be followed."""
    try:
        whole = joined(base, target)
        parts = urlsplit(whole)
        return whole, parts.scheme == "mailto" or (parts.scheme in ("http", "https") and "." in (parts.hostname or ""))
    except ValueError:
        return target, False
