"""What a source profile does to texts: its entries as a rule, its limit, its date of expiry, its samples."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache

from cleaner.document import Document, Line
from cleaner.edit import Edit, Finding
from cleaner.engine import Cleaned, Cleaner
from cleaner.lazy import lazy
from cleaner.profile.cuts import Cut, Matcher, lift, spaced
from cleaner.read.profile import Profile, Sample
from cleaner.record import Record
from cleaner.rule import Rule
from cleaner.text.dates import read_date

CODE = "SRC-"
"""The codes of profiles begin so; `--ignore SRC` leaves them all out."""

_NAME = lazy(r"\w[\w.-]{0,79}")
_CHAIN = 20
"""How many entries may follow one another at the head or the tail of an article."""


def rule_of(profile: Profile) -> Rule | None:
    """The entries of a profile as a rule, None when it has none.  Raises ValueError for a name that makes no code."""
    cuts = cuts_of(profile)
    if not cuts:
        return None
    if not _NAME.fullmatch(profile.name):
        raise ValueError(f"source.{profile.name}: the name of a source with entries is letters, digits, - . and _")
    lines = [Matcher(cut) for cut in cuts if cut.at in ("line", "anywhere")]
    heads, tails = ([Matcher(cut) for cut in cuts if cut.at == place] for place in ("head", "tail"))

    def find(doc: Document) -> Iterator[Edit]:
        for matchers, wanted in ((heads, doc.head), (tails, doc.tail)):
            near = [matcher for matcher in matchers if matcher.anchor in doc.text]
            if near:
                yield from _chain(near, wanted(1), tail=matchers is tails)
        near = [matcher for matcher in lines if matcher.anchor in doc.text]
        if near:
            for line in doc.alive():
                for matcher in near:
                    for found in matcher.find(line.text):
                        yield _edit(line, found.start, found.end, matcher.cut, found.value)

    return Rule(
        code=CODE + profile.name.upper(),
        find=find,
        name=f"source-{profile.name}",
        phase="boilerplate",
        page=_page(profile, cuts),
        fixes=tuple((sample.text, sample.result) for sample in profile.sample if not sample.format),
    )


def cuts_of(profile: Profile) -> tuple[Cut, ...]:
    """The entries of a profile, its literal lines among them."""
    from cleaner.profile.cuts import escaped

    return (*(Cut(escaped(line.strip())) for line in profile.lines if line.strip()), *profile.cut)


def _chain(matchers: list[Matcher], lines: list[Line], tail: bool) -> Iterator[Edit]:
    """The entries that stand at the outer end of the first or last line, one behind the other."""
    for line in lines:
        text, offset = line.text, 0
        for _ in range(_CHAIN):
            found = next(((m, f) for m in matchers for f in m.find(text)), None)
            if found is None:
                break
            matcher, (start, end, value) = found
            yield _edit(line, start + offset, end + offset, matcher.cut, value)
            text, offset = (text[:start], 0) if tail else (text[end:], offset + end)


def _edit(line: Line, start: int, end: int, cut: Cut, value: str) -> Edit:
    lifted = lift(cut, value)
    if not line.text[:start].strip() and not line.text[end:].strip():
        return line.cut(**lifted)
    start, end, new = spaced(line.text, start, end)
    return line.span(start, end, new, **lifted)


def _page(profile: Profile, cuts: tuple[Cut, ...]) -> str:
    places = {"line": "a whole line", "head": "at the start", "tail": "at the end", "anywhere": "anywhere in a line"}
    until = f"It is valid until {profile.valid_until}." if profile.valid_until else "It has no date of expiry."
    rows = [
        f"  {cut.text}  ({places[cut.at]}{f'; goes to {cut.lift}' if cut.lift else ''})"
        for cut in cuts
    ]  # fmt: skip
    where = ", ".join((*profile.match, *profile.publishers)) or "nothing by itself"
    return "\n".join((
        f"What the source profile {profile.name} names as its supplier's own furniture.", "",
        f"What   Its entries, in texts of {where}.",
        "Why    A supplier's furniture recurs word for word; naming it is surer than any general pattern.",
        f"Kept   Whatever no entry names. {until}", "", "Entries", *rows,
    ))  # fmt: skip


def supplier_rules(profiles: Iterable[Profile]) -> dict[str, Rule]:
    """The rules of profiles by profile name; the first of a name counts.

    Raises ValueError for a name that makes no code, or the code of another.
    """
    found: dict[str, Rule] = {}
    codes: dict[str, str] = {}
    for profile in profiles:
        if profile.name in found or (rule := rule_of(profile)) is None:
            continue
        if rule.code in codes:
            raise ValueError(
                f"source.{profile.name}: has the code {rule.code} of source.{codes[rule.code]}; rename one"
            )
        found[profile.name], codes[rule.code] = rule, profile.name
    return found


def stale(profile: Profile, dated: str | None, today: str) -> Finding | None:
    """The finding that a profile has expired: its article is dated after ``valid_until``, or ``today`` is.

    ``dated`` is the article's date as it stands in its fields.  No clock is asked.
    """
    limit = profile.valid_until
    if not limit:
        return None
    stated = read_date(dated) if dated else None
    day = stated.iso[:10] if stated else ""
    if day > limit:
        why = f"this article is dated {day}"
    elif today > limit:
        why = f"today is given as {today}"
    else:
        return None
    message = f"the source profile {profile.name} was valid until {limit}, and {why}: check its entries, then its date"
    return Finding(message, code="SOURCE1", name="profile-expired")


@cache
def _bare() -> Cleaner:
    return Cleaner((), max_removed=1.0)


def fault(profile: Profile) -> str | None:
    """What is wrong with the first sample of a profile that does not come out as it says; None when all do."""
    rule = rule_of(profile)
    for number, sample in enumerate(profile.sample, 1):
        where = f"source.{profile.name}: sample {number}"
        cleaned = _tried(profile, rule, sample)
        if isinstance(cleaned, str):
            return f"{where} cannot be read: {cleaned}"
        if cleaned.text != sample.result:
            return f"{where} gives {cleaned.text!r}, not {sample.result!r}; correct the entries or the sample"
        for name, wanted in sample.fields:
            if cleaned.fields.get(name) != wanted:
                return f"{where} gives {cleaned.fields.get(name)!r} as {name}, not {wanted!r}"
    return None


def _tried(profile: Profile, rule: Rule | None, sample: Sample) -> Cleaned | str:
    if not sample.format:
        return _bare().clean(sample.text, source=rule)
    from cleaner.read import read_as
    from cleaner.read.options import ReadOptions

    record = next(read_as(io.BytesIO(sample.text.encode()), sample.format, profile, ReadOptions()), None)
    if not isinstance(record, Record):
        return record.message if record else "it holds no record"
    return _bare().clean(record.text, record.fields, kind=record.kind, source=rule)
