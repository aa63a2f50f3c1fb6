"""What every reader knows of the file it reads, and how it makes records from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from cleaner.document import Kind
from cleaner.edit import Finding
from cleaner.read import charset, fields, reasons
from cleaner.read.front import front_matter
from cleaner.read.options import ReadOptions
from cleaner.read.profile import Profile, builtin_profiles, profile_for
from cleaner.record import Record, Unreadable

if TYPE_CHECKING:
    from cleaner.read.html import Page

Made = Record | Unreadable


@dataclass
class Context:
    """One file or archive member while it is read; ``whole`` until its first record is made, if it has that."""

    rel: str
    options: ReadOptions
    profile: Profile | None = None
    mapper: fields.Mapper = field(default_factory=fields.Mapper)
    finding: Finding | None = None
    home: str = ""
    whole: bool = True

    @classmethod
    def of(cls, rel: str, options: ReadOptions, home: str = "") -> Context:
        """The context of the file ``rel`` in the folder called ``home``, with the profile that fits it."""
        profile = profile_for(rel, options.profiles, home) or profile_for(rel, builtin_profiles(), home)
        return cls.under(rel, options, profile, home)

    @classmethod
    def under(cls, rel: str, options: ReadOptions, profile: Profile | None, home: str = "") -> Context:
        """The context of the file ``rel`` with a given profile."""
        mapper = fields.Mapper(profile, options.text_field, options.keep_extra)
        return cls(rel, options, profile, mapper, home=home)

    @property
    def encoding(self) -> str | None:
        """The character set that the user or the profile forces."""
        return self.options.encoding or (self.profile.encoding if self.profile else None) or None

    def bad(self, line: int, reason: str, message: str = "", raw: str | bytes = "") -> Unreadable:
        """A refusal of what starts at ``line``; ``raw`` is cut to the limit and always encodable."""
        shown = raw[: self.options.limits.max_raw]
        if isinstance(shown, bytes):
            shown = shown.decode("utf-8", "backslashreplace")
        elif not shown.isascii():
            shown = shown.encode("utf-8", "backslashreplace").decode("utf-8")
        return Unreadable(self.rel, line, reason, message or reasons.EXPLANATIONS[reason], shown)

    def record(self, given: Mapping[str, Any], line: int, raw: str | bytes, sound: bool = True) -> Record | Unreadable:
        """The record that the fields ``given`` make; not ``sound`` ones may hold half surrogate pairs."""
        try:
            mapped = self.mapper.map(given)
        except fields.NoText as error:
            return self.bad(line, error.reason, str(error), raw)
        findings = self.findings()
        if not sound:
            if not encodable(mapped.text):
                return self.bad(line, reasons.SURROGATE, "the text holds half a surrogate pair", raw)
            if scrub(mapped):
                findings.append(Finding("half a surrogate pair in the metadata was replaced by U+FFFD", name="charset"))
        evidence: dict[str, str] = {}
        kind, text = "article" if mapped.cleaned else fields.kind_of(mapped.text), mapped.text
        if mapped.markdown:  # indented code and hard breaks mean in it what they have always meant
            kind = "markdown"
        if not mapped.cleaned and text.startswith("---") and (front := front_matter(text)):
            kind, mapped.fields = "markdown", {**self.mapper.fields(front), **mapped.fields}
        if kind == "page":
            from cleaner.crosscheck import against_page

            made = self.page(text, mapped.fields.get("url"), line, raw)
            if isinstance(made, Unreadable):
                return made
            findings += [*made.findings, *against_page(mapped.fields, made.fields)]
            evidence = {**made.evidence, **dict.fromkeys(mapped.fields, "record")}
            text, mapped.fields = made.text, {**made.fields, **mapped.fields}
        return Record(
            mapped.id or f"{self.rel}:{line}",
            text,
            self.rel,
            line,
            cast(Kind, kind),
            mapped.source or (self.profile.name if self.profile else ""),
            mapped.fields,
            mapped.extra,
            findings,
            evidence,
            self.profile,
            mapped.crawled,
        )

    def document(self, text: str, kind: Kind, found: dict[str, Any], finding: Finding | None) -> Record | Unreadable:
        """The record of a file that is one article."""
        if not text.strip():
            return self.bad(1, reasons.TEXT_EMPTY, "the document holds nothing but white space", text)
        source = self.profile.name if self.profile else ""
        found = {**self.mapper.known(), **found}
        self.finding = finding
        findings = self.findings()
        return Record(self.rel, text, self.rel, 1, kind, source, found, {}, findings, profile=self.profile)

    def page(self, html: str, url: str | None, line: int, raw: str | bytes) -> Page | Unreadable:
        """What a whole HTML page says."""
        from cleaner.read.html import page

        try:
            found = page(html, url, with_organisations=self.options.organisations)
        except (ValueError, LookupError, RecursionError, AssertionError, TypeError, AttributeError) as error:
            return self.bad(line, reasons.HTML_UNREADABLE, f"the HTML could not be parsed ({error})", raw)
        if not found.text.strip():
            return self.bad(line, reasons.TEXT_EMPTY, "the page holds no article text", raw)
        return found

    def decode(self, data: bytes, declared: str | None = None) -> tuple[str, Finding | None]:
        """The text of a whole document and the finding about its character set.  Raises charset.NotText."""
        text, _, finding = charset.decode_any(data, declared, self.encoding)
        return text, finding

    def findings(self) -> list[Finding]:
        """What is to be said about the file, once, on its first record."""
        finding, self.finding = self.finding, None
        expired, self.whole = self._expired() if self.whole else None, False
        return [one for one in (finding, expired) if one]

    def _expired(self) -> Finding | None:
        if not (self.profile and self.options.today):
            return None
        from cleaner.profile.supplier import stale

        return stale(self.profile, None, self.options.today)


def encodable(text: str) -> bool:
    """Whether ``text`` is free of half surrogate pairs."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def scrub(mapped: fields.Mapped) -> bool:
    """Replace half surrogate pairs in the metadata by U+FFFD; tells whether there were any."""
    clean = (_scrubbed(mapped.fields), _scrubbed(mapped.id), _scrubbed(mapped.extra), _scrubbed(mapped.source))
    changed = clean != (mapped.fields, mapped.id, mapped.extra, mapped.source)
    mapped.fields, mapped.id, mapped.extra, mapped.source = clean
    return changed


def _scrubbed(value: Any) -> Any:
    if isinstance(value, str):
        return value if encodable(value) else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_scrubbed(one) for one in value]
    if isinstance(value, dict):
        return {_scrubbed(key): _scrubbed(one) for key, one in value.items()}
    return value
