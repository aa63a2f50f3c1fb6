"""Which output an input goes to: a name that no file system trips over, that stays below OUT, and that is unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from cleaner.lazy import lazy
from cleaner.read import Item

SUFFIX = ".jsonl"
DOCUMENTS = "_documents"
"""The output that the loose documents of a folder share."""

LOOSE = ("text", "markdown", "html")
"""Formats whose files are one document each."""

_UNSAFE = lazy(r'[/\x00-\x1f\x7f-\x9f<>:"|?*\\\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|[. ]$')
_DEVICE = lazy(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)", re.IGNORECASE)
_LONGEST = 200


def is_loose(item: Item) -> bool:
    """Whether the file shares an output with its neighbours: one document, or one that is refused as a whole."""
    return item.format in LOOSE or bool(item.refused)


def assign(items: Iterable[Item]) -> dict[str, str]:
    """The output of each input, both as POSIX paths; two inputs that would collide get different names."""
    wanted: dict[tuple[bool, str], str] = {}
    group_of: dict[str, tuple[bool, str]] = {}
    for item in items:
        folder, _, name = item.rel.rpartition("/")
        parts = [safe(part) for part in folder.split("/")] if folder else []
        loose = is_loose(item)
        group = group_of[item.rel] = (loose, folder if loose else item.rel)
        stem = DOCUMENTS if loose else safe(name.removesuffix(SUFFIX))
        wanted[group] = "/".join([*parts, stem + SUFFIX])
    folders = {_fold(path[:at]) for path in wanted.values() for at, char in enumerate(path) if char == "/"}
    taken: set[str] = set()
    for group, path in sorted(wanted.items()):
        wanted[group] = _free(path, folders, taken)
        taken.add(_fold(wanted[group]))
    return {rel: wanted[group] for rel, group in group_of.items()}


def _free(path: str, folders: set[str], taken: set[str]) -> str:
    number, name = 1, path
    while _fold(name) in folders or _fold(name) in taken:
        number += 1
        name = f"{path.removesuffix(SUFFIX)}~{number}{SUFFIX}"
    return name


def _fold(path: str) -> str:
    """What a file system without regard to case or composition takes the path for."""
    return unicodedata.normalize("NFC", path).casefold()


def safe(part: str) -> str:
    """One part of a path with everything troublesome written as ``%`` and hexadecimal digits, and not too long."""
    if part in ("", ".", ".."):
        return "%2E" * len(part) or "%"
    made = _UNSAFE.sub(lambda match: _percent(match[0]), part)
    if _DEVICE.match(made):
        made = _percent(made[0]) + made[1:]
    if len(made.encode()) > _LONGEST:
        made = made.encode()[: _LONGEST - 17].decode("utf-8", "ignore") + "~" + sha256(made.encode()).hexdigest()[:16]
    return made


def printable(rel: str) -> str:
    """A relative path as rows can hold it: bytes that are not UTF-8 are written as ``%`` and hexadecimal digits."""
    return re.sub("[\ud800-\udfff]", lambda match: _percent(match[0]), rel)


def all_printable(items: Iterable[Item]) -> list[Item]:
    """The items with relative paths that rows can hold, still all different."""
    items = list(items)
    taken, made = {item.rel for item in items}, []
    for item in items:
        rel = printable(item.rel)
        while rel != item.rel and rel in taken:
            rel = f"%{rel}"
        taken.add(rel)
        made.append(item if rel == item.rel else item._replace(rel=rel))
    return made


def _percent(char: str) -> str:
    try:
        data = char.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = char.encode("utf-8", "surrogatepass")
    return "".join(f"%{byte:02X}" for byte in data)
