"""The desk where records are cleaned: one `Cleaner` for each set of limits, the right one for each record."""

from __future__ import annotations

from cleaner.config import Options
from cleaner.document import Record
from cleaner.engine import Cleaned, Cleaner
from cleaner.given import settle_dates
from cleaner.read.profile import Profile, builtin_profiles, profile_for
from cleaner.rule import chosen, discover


class Desk:
    """Cleans records as the options say.  Made once for a process.

    Raises ValueError when the options select a rule that does not exist.
    """

    def __init__(self, options: Options) -> None:
        self._profiles = (*options.sources, *builtin_profiles())
        rules = chosen(discover(), options.select, options.ignore)
        self._cleaner = Cleaner(rules, risky=options.risky, max_removed=options.max_removed)

    def clean(self, record: Record) -> Cleaned:
        """Clean one record with the limits, date order and literal lines of its source."""
        profile = self.profile(record)
        settle_dates(record, (profile.date_order or None) if profile else None)
        lines = frozenset(profile.lines) if profile else frozenset()
        return self._cleaner.clean(record.text, record.fields, kind=record.kind, source_lines=lines)

    def profile(self, record: Record) -> Profile | None:
        """The source profile that the record's path matches."""
        return profile_for(record.path, self._profiles)
