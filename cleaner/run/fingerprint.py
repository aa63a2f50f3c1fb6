"""What decides over a run's output besides its input: rules, word lists, options, and the libraries that judge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from unicodedata import unidata_version

import orjson

from cleaner.config import Options
from cleaner.installed import version
from cleaner.package import checksum
from cleaner.rule import Rule
from cleaner.text.language import detector

_ASIDE = ("jobs", "report", "exit_zero", "fail_on", "max_rejected", "statistics")
_JUDGES = ("ftfy", "beautifulsoup4", "lxml", "chardet", "trafilatura", "warcio")


def rules_hash(rules: Iterable[Rule]) -> str:
    """A checksum over the code, word lists and data of the package, its judges' versions, and which rules run."""
    return sha256(f"{_package()} {' '.join(rule.code for rule in rules)}".encode()).hexdigest()


@cache
def _package() -> str:
    judges = "".join(f"{name} {version(name) or '-'}\0" for name in _JUDGES)
    return sha256(f"{unidata_version} {checksum()} {judges}".encode()).hexdigest()


def config_hash(options: Options) -> str:
    """A checksum over the options that change what is written, and over what detects languages, if it is asked.

    Raises ValueError when it is asked but not installed.
    """
    values = {name: value for name, value in asdict(options).items() if name not in _ASIDE}
    if options.detect_language:
        values["detector"] = detector()
    return sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()
