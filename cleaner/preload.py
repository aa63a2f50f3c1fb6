"""Imported once by the process from which workers are forked, so that each has the rules and word lists ready."""

from cleaner.rule import discover

discover()
