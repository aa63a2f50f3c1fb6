"""Which version of a package is installed, told from the names in the folders of packages.

`importlib.metadata` says the same, but reads and parses a file for each and takes as long to import as a short run
takes to clean.
"""

from __future__ import annotations

import os
import sys
from functools import cache

_ENDS = (".dist-info", ".egg-info")


def version(name: str) -> str:
    """The version of the package ``name``; empty when it is not installed."""
    return _all().get(_plain(name), "")


@cache
def _all() -> dict[str, str]:
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = [entry.name for entry in os.scandir(folder or ".")]
        except OSError:
            continue
        for entry in names:
            if entry.endswith(_ENDS):
                name, _, said = entry.rpartition(".")[0].partition("-")
                found.setdefault(_plain(name), said)
    return found


def _plain(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")
