"""Bylines in Chinese: roles, with or without the outlet in front, each with the names behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from cleaner.lazy import lazy
from cleaner.text.scripts import HAN
from cleaner.words import any_of, words

_HAN = f"[{HAN}]"
_BRACKETS, _BEHIND = "（）()【】[] 　\t", " 　；;，,、|｜丨"
_SIGN = r"[ 　]{0,2}[：:／/｜|丨=＝][ 　]{0,2}|[ 　]{1,3}"
_LONGEST, _NAMED = 80, 4
_BETWEEN = r"[ 　、，,&/／]{1,3}"
_SPLIT = lazy(_BETWEEN)


@cache
def _segment() -> re.Pattern[str]:
    writer, staff = any_of("writer_role"), any_of("staff_role", "source_role")
    title = rf"[A-Za-z]{{0,4}}{_HAN}{{0,8}}?(?:{any_of('role_prefix')})?"
    name = rf"(?!{_HAN}{{0,8}}(?:{writer}|{staff})){_HAN}{{2,4}}(?:·{_HAN}{{1,8}})?(?!{_HAN})"
    return lazy(
        rf"(?:(?P<writer>{title}{writer})|(?P<staff>{title}{staff}))(?P<sign>{_SIGN}|)(?:{title}{writer}(?:{_SIGN}))?"
        rf"(?P<names>{name}(?:{_BETWEEN}{name}){{0,9}})(?:_[A-Z]{{1,3}}\d{{1,7}})?(?:[{_BEHIND}]{{1,4}}|$)"
    )


def eastern(text: str) -> dict[str, Any] | None:
    """What a line in Chinese lifts as a byline: writers, the staff beside them, the source; None when it is none."""
    bare = text.strip(_BRACKETS) if len(text) <= _LONGEST else ""
    lift: dict[str, Any] = {}
    at, sure = 0, bool(bare)
    while at < len(bare):
        match = _segment().match(bare, at)
        if match is None or not _is_bound(match):
            return None
        role, names = match["writer"] or match["staff"], _SPLIT.split(match["names"])
        if names[-1].endswith(words("credit_suffix")):
            lift["images"] = [{"caption": None, "credit": bare}]
        elif match["writer"]:
            lift.setdefault("authors", []).extend(names)
        elif role.endswith(words("source_role")):
            lift["syndicated_from"] = names[0]
        else:
            lift.setdefault("contributors", []).append(match[0].rstrip(_BEHIND))
        sure = sure and bool(match["sign"].strip()) and role not in words("picture_role")
        at = match.end()
    return lift if lift.keys() & {"authors", "images"} or (sure and "contributors" in lift) else None


def _is_bound(match: re.Match[str]) -> bool:
    """Whether role and names belong together: by a sign, by a blank behind a word, or as an outlet's reporters."""
    role = match["writer"] or match["staff"]
    if role[:-1] and role[-1] in words("writer_role", "staff_role") and role not in words("writer_role", "staff_role"):
        return False  # the last letter of another word, such as that for an essay
    if match["sign"].strip():
        return True
    known = words("role_heading")
    return len(role) >= (2 if match["sign"] else _NAMED) and not any(n in known for n in _SPLIT.split(match["names"]))
