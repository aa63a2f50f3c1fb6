"""Imported once by the process from which workers are forked, so that each has the rules and word lists ready."""

from importlib import import_module

from cleaner import garbage

garbage.hold()
for name in ("cleaner.pipeline", "cleaner.text.by_ftfy"):
    import_module(name)
import_module("cleaner.rule").discover()
