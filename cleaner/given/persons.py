"""Authors of the input: names of people one by one, in the order in which they are spoken."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import unquote

from cleaner.given.note import by_markup, put
from cleaner.lazy import lazy
from cleaner.record import Record
from cleaner.rules.metadata._names import agency, titled
from cleaner.text.folding import dense
from cleaner.text.names import is_full_name
from cleaner.text.people import organisations_in, people

_ADDRESSED = lazy(r"[\w.+-]{1,64}@[\w.-]{1,80}\s{0,3}\((?P<name>[^()@]{3,60})\)")
_BEHIND = lazy(r"\s(?:in|at|for|from|en|à|aus|i|da|em|w)\s(?=[^\W\d_a-zß-ÿ]).{1,60}$")
_PAGE = lazy(r"/(?:authors?|autor(?:en)?|auteur|profile|people|staff|by)/([a-z]{2,20}(?:[-_][a-z]{2,20}){1,3})/?$")
_NOBODY = frozenset(("none", "null", "nan", "n/a", "na", "nil", "-", "undefined", "anonymous"))


def settle_people(record: Record, with_organisations: bool = False) -> None:
    """Leave the people among the record's authors, each once; a news agency among them goes to the dateline.

    ``with_organisations`` leaves whoever is credited, but not what stands for nobody.
    """
    given = record.fields["authors"]
    if by_markup(record, "authors"):
        return
    texts = [str(one) for one in (given if isinstance(given, (list, tuple)) else [given])]
    outlet = dense(str(record.fields.get("publisher") or ""))
    found: dict[str, str] = {}
    for text in texts:
        names = [name for name in (() if agency(text) else persons(text)) if dense(name) != outlet]
        others = organisations_in(text, bool(names)) if with_organisations else []
        for name in (*names, *others):
            found.setdefault(dense(name), name)
    agencies = [known for text in texts if (known := agency(text))]
    if agencies and "dateline" not in record.fields:
        record.fields["dateline"] = {"place": None, "agency": agencies[0], "text": None}
        record.evidence["dateline"] = "input: authors"
    put(record, "authors", list(found.values()))


@lru_cache(maxsize=4096)
def persons(text: str) -> tuple[str, ...]:
    """The names of people in one entry: "By Ann Other and Jo Roe", "OTHER, Ann", "ann@roe.example (Ann Other)"."""
    text = " ".join(text.split())
    match = _ADDRESSED.fullmatch(text)
    text = unquote(match["name"] if match else text)
    if "://" in text:
        slug = _PAGE.search(text)
        text = slug[1].replace("-", " ").replace("_", " ").title() if slug else ""
    if not text or text.casefold().strip(" .") in _NOBODY:
        return ()
    pairs = [part.strip() for part in text.split(",")]
    if len(pairs) > 2 and len(pairs) % 2 == 0 and all(part and " " not in part for part in pairs[::2]):
        return tuple(name for at in range(0, len(pairs), 2) for name in persons(", ".join(pairs[at : at + 2])))
    names = people(text, set()) or people(_BEHIND.sub("", text), set()) or ([text] if is_full_name(text) else [])
    return tuple(_spoken(name) if len(names) == 1 and len(pairs) == 2 else titled(name) for name in names)


def _spoken(name: str) -> str:
    """A name whose surname may have stood first, in capitals: "Jane DOE" was "DOE, Jane"."""
    name = titled(name)
    head, _, last = name.rpartition(" ")
    return f"{head} {titled(last)}" if head and not head.isupper() and len(last) > 3 else name
