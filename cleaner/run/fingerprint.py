"""What decides over a run's output besides its input: rules, word lists, options, and the libraries that judge."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from io import FileIO
from pathlib import Path
from unicodedata import unidata_version

import orjson

from cleaner.config import Options
from cleaner.installed import version
from cleaner.rule import Rule
from cleaner.text.language import detector

_ASIDE = ("jobs", "report", "exit_zero", "fail_on", "max_rejected", "statistics")
_JUDGES = ("ftfy", "beautifulsoup4", "lxml", "chardet", "trafilatura", "warcio")


def rules_hash(rules: Iterable[Rule]) -> str:
    """A checksum over the code, word lists and data of the package, its judges' versions, and which rules run."""
    return sha256(f"{_package()} {' '.join(rule.code for rule in rules)}".encode()).hexdigest()


@cache
def _package() -> str:
    mark = sha256(unidata_version.encode())
    home = Path(__file__).parent.parent
    found = [f"{folder}/{name}" for folder, _, names in os.walk(home) for name in names]
    for path in sorted(path for path in found if path.endswith((".py", ".toml", ".json"))):
        with FileIO(path) as file:
            mark.update(path[len(str(home)) :].replace(os.sep, "/").encode() + b"\0" + file.read())
    for name in _JUDGES:
        mark.update(f"{name} {version(name) or '-'}\0".encode())
    return mark.hexdigest()


def config_hash(options: Options) -> str:
    """A checksum over the options that change what is written, and over what detects languages, if it is asked.

    Raises ValueError when it is asked but not installed.
    """
    values = {name: value for name, value in asdict(options).items() if name not in _ASIDE}
    if options.detect_language:
        values["detector"] = detector()
    return sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()
