"""The metadata block at the head of a Markdown file."""

from __future__ import annotations

from typing import Any

from cleaner.lazy import lazy

_FRONT = lazy(r"\ufeff?---[ \t]{0,20}\r?\n")
_KEY = lazy(r"([A-Za-z_][\w .-]{0,60}?)[ \t]{0,20}:(?:[ \t]{1,20}(.{0,10000}))?$")
_FRONT_LINES = 400


def front_matter(text: str) -> dict[str, Any]:
    """The plain keys of a YAML front matter: strings and lists of strings; anything cleverer is passed over."""
    start = _FRONT.match(text)
    if not start:
        return {}
    found: dict[str, Any] = {}
    key = ""
    at = start.end()
    for _ in range(_FRONT_LINES):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)].rstrip("\r")
        if line.rstrip() in ("---", "..."):
            return found
        if end < 0:
            break
        at = end + 1
        item = line.strip()
        if item.startswith("- ") and key:
            if not isinstance(found.get(key), list):
                found[key] = []
            found[key].append(_plain(item[2:]))
        elif not line.startswith((" ", "\t", "#")) and (match := _KEY.match(line)):
            key = match[1]
            found[key] = _value(match[2] or "")
    return {}


def _value(given: str) -> Any:
    given = given.strip()
    if given.startswith("[") and given.endswith("]"):
        return [_plain(one) for one in given[1:-1].split(",") if one.strip()]
    return None if given in ("", "null", "~", "|", ">", "|-", ">-") else _plain(given)


def _plain(given: str) -> str:
    given = given.strip()
    if len(given) > 1 and given[0] == given[-1] and given[0] in "\"'":
        inner = given[1:-1]
        return inner.replace('\\"', '"').replace("\\\\", "\\") if given[0] == '"' else inner.replace("''", "'")
    return given.partition(" #")[0].rstrip()
