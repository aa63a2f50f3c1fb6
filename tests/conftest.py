"""Settings of the whole suite: no test is timed, since patterns are compiled when first used."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
