"""Imported once by the process from which workers are forked, so that each has the rules and word lists ready."""

from importlib import import_module

from cleaner import garbage

garbage.hold()
import_module("cleaner.pipeline")
import_module("cleaner.rule").discover()
