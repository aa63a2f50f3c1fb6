"""The desk where records are cleaned: one `Cleaner` for all, with the entries and the limit of each record's source."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlsplit

from cleaner.config import Options
from cleaner.crosscheck import crosscheck
from cleaner.engine import Cleaned, Cleaner, Limit
from cleaner.given import settle
from cleaner.profile.supplier import CODE, stale, supplier_rules
from cleaner.read.profile import Profile, builtin_profiles, matches
from cleaner.record import Record
from cleaner.roster import roster
from cleaner.rule import Rule, chosen
from cleaner.run.statistics import Watch
from cleaner.text.language import Detector

DEFAULT = Options().max_removed


def every_rule(options: Options, general: Callable[[], tuple[Rule, ...]] = roster) -> tuple[Rule, ...]:
    """All rules there are: the ``general`` ones, and one for each source profile with entries."""
    return (*general(), *supplier_rules((*options.sources, *builtin_profiles())).values())


class Desk:
    """Cleans records as the options say.  Made once for a process.

    Raises ValueError when the options name a rule or a source that does not exist.
    """

    def __init__(self, options: Options) -> None:
        self._options = options
        profiles = (*options.sources, *builtin_profiles())
        self._narrow = [profile for profile in profiles if profile.publishers]
        self.watch = Watch() if options.statistics else None
        rules = chosen(every_rule(options), options.select, options.ignore)
        rules = self.watch.timed(rules) if self.watch else rules
        self._rules = {rule.name: rule for rule in rules if rule.code.startswith(CODE)}
        general = [rule for rule in rules if not rule.code.startswith(CODE)]
        self._cleaner = Cleaner(general, risky=options.risky, max_removed=options.max_removed)
        self._limits = limits(options)
        self._languages = Detector() if options.detect_language else None

    def clean(self, record: Record) -> Cleaned:
        """Clean one record with the entries, limit and date order of its source."""
        profile = self.profile(record)
        settle(record, profile, with_organisations=self._options.organisations)
        name = profile.name if profile else ""
        cleaned = self._cleaner.clean(
            record.text,
            record.fields,
            kind=record.kind,
            source=self._rules.get(f"source-{name}"),
            limit=self._limits.get(name, self._limits[""]),
        )
        if profile and profile.valid_until:
            # What a file was read with has been held against today's date once, by its reader.
            today = "" if profile is record.profile else self._options.today
            found = stale(profile, cleaned.fields.get("published"), today)
            cleaned.findings += [found] if found else []
        if not cleaned.rejected:
            since = profile.since if profile else ""
            crosscheck(record, cleaned, today=self._options.today, since=since)
            if self._languages:
                self._languages.settle(record, cleaned)
        return cleaned

    def profile(self, record: Record) -> Profile | None:
        """The record's source profile: one for its publisher, else the one its file was read with."""
        if self._narrow and record.fields:
            names = {str(record.fields.get("publisher") or "").casefold(), *hosts(record.fields.get("url"))} - {""}
            for profile in self._narrow:
                if names & {name.casefold() for name in profile.publishers} and (
                    not profile.match or matches(profile, record.path)
                ):
                    return profile
        return record.profile


def limits(options: Options) -> dict[str, Limit]:
    """The limit of each source by name, of all others under "": default < file < profile < command line."""
    said = dict(options.max_removed_said)
    origin = "max-removed in the configuration" if options.max_removed != DEFAULT else "the default of max-removed"
    found = {"": Limit(said[""], "--max-removed") if "" in said else Limit(options.max_removed, origin)}
    for profile in (*builtin_profiles(), *reversed(options.sources)):
        if profile.name in said:
            found[profile.name] = Limit(said[profile.name], f"--max-removed {profile.name}={said[profile.name]:g}")
        elif profile.max_removed is not None and "" not in said:
            found[profile.name] = Limit(profile.max_removed, f"max_removed of source.{profile.name}")
    unknown = set(said) - set(found)
    if unknown:
        known = ", ".join(sorted({profile.name for profile in (*options.sources, *builtin_profiles())}))
        raise ValueError(f"--max-removed: there is no source profile {min(unknown)!r}; known are {known}")
    return found


@lru_cache(maxsize=4096)
def hosts(url: object) -> tuple[str, ...]:
    """The host of an address and the domains above it, without "www": a.b.org gives a.b.org and b.org."""
    try:
        host = urlsplit(url).hostname if isinstance(url, str) else None
    except ValueError:
        host = None
    parts = (host or "").removeprefix("www.").split(".")
    return tuple(".".join(parts[number:]) for number in range(max(0, len(parts) - 1)))
