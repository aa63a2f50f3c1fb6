"""Garbage collection kept away from what lives as long as the process: modules, rules, word lists, automata.

Start-up makes nothing but such objects, hundreds of thousands, and the collector would go through them again and again.
"""

from __future__ import annotations

import gc

_held = False


def hold() -> None:
    """Collect nothing until `release`.  For programs: a library leaves the collector alone."""
    global _held  # noqa: PLW0603
    _held = _held or gc.isenabled()
    gc.disable()


def release() -> None:
    """Everything is ready: collect from now on, but only what is made from now on.  Does nothing without `hold`."""
    global _held  # noqa: PLW0603
    if _held:
        gc.freeze()
        gc.enable()
        _held = False
