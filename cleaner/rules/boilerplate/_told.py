"""Phrases of prompts that the story itself says, or somebody in it."""

from __future__ import annotations

import re

from cleaner.lazy import lazy

_REPORTED = lazy(
    r",[\"”’]? (?:[\w'’]{1,20} ){1,3}(?:said|says|told|asked|warned|urged|advised)(?: [\w'’]{1,20}){0,4}\.?\s{0,9}$"
)
_PLAIN = lazy(r"(?:(?<!さ)い|(?<!しょ)う|(?<![まで])す|[るただくつぬむぶぐ])。[」』]?$|(?<!니)다[.\"”]{1,2}$")
_PARTICLES = "的者说說称稱时時"


def told(match: re.Match[str]) -> bool:
    """Whether a phrase is how a sentence of the story begins: one that says who spoke, or goes on in plain style.

    Japanese and Korean notices are polite, news are not; in Chinese a phrase goes on with a particle.
    """
    if reported(match[0]):
        return True
    rest = match.string[match.end("said") : match.end()].rstrip()
    if not rest or rest.isascii() or match["said"].isascii():
        return False
    return rest[0] in _PARTICLES or _PLAIN.search(rest[-8:]) is not None


def reported(text: str) -> bool:
    """Whether ``text`` ends by naming who said it: “Sign up for the army, they told us.”"""
    return _REPORTED.search(text) is not None
