"""Which files there are, in which order, and in which format."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from posixpath import splitext
from typing import NamedTuple

from cleaner.read import reasons

FORMATS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "tsv", ".xml": "xml", ".rss": "xml", ".atom": "xml", ".nitf": "xml",
    ".parquet": "parquet", ".warc": "warc", ".wet": "warc", ".zip": "zip", ".tar": "tar",
}  # fmt: skip
COMPRESSIONS = {".gz": "gz", ".bz2": "bz2", ".xz": "xz", ".zst": "zst"}
OWN = "corpus-clean.toml"
"""The configuration, which is no article where it lies beside them."""

_TARS = {".tgz": "gz", ".tbz2": "bz2", ".txz": "xz"}


class Item(NamedTuple):
    """One input file.  ``rel`` is its POSIX path below the root, ``size`` its bytes on disk, ``home`` the root's name.

    An item that must not or cannot be read has a ``refused`` reason; reading it gives that one ``Unreadable``.
    """

    path: Path
    rel: str
    size: int
    format: str
    compression: str | None = None
    refused: str = ""
    home: str = ""


def format_of(name: str) -> tuple[str, str | None]:
    """``(format, compression)`` from a file name; the format is empty when the suffix is not known."""
    stem, suffix = splitext(name.lower())
    if suffix in _TARS:
        return "tar", _TARS[suffix]
    compression = COMPRESSIONS.get(suffix)
    if compression:
        suffix = splitext(stem)[1]
    found = FORMATS.get(suffix, "")
    if compression and found in ("zip", "parquet"):
        return "", None
    return found, compression


def discover(root: Path | str) -> list[Item]:
    """The input files below ``root``, or ``root`` itself, sorted by path; not hidden ones and the configuration.

    A folder in it that cannot be listed is refused.  Raises FileNotFoundError when there is no such file or folder,
    ValueError for a folder that a run has written, and the OSError of the system when the root cannot be listed.
    """
    root = Path(root)
    if not root.exists():
        raise FileNotFoundError(f"{root}: no such file or folder")
    top = root.resolve()
    if not root.is_dir():
        return [_item(root, root.name, root.absolute().parent.name)]
    found = []
    folders = [(root, "")]
    while folders:
        folder, above = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            if folder is root:
                raise
            found.append(Item(folder, above[:-1], 0, "", None, reasons.FILE_UNREADABLE, top.name))
            continue
        if folder is root and {"manifest.json", "edits", "articles"} <= {entry.name for entry in entries}:
            raise ValueError(f"{root}: is the output of a run; its articles are in {root / 'articles'}")
        for entry in entries:
            if entry.name.startswith(".") or entry.name == OWN:
                continue
            path, rel = folder / entry.name, f"{above}{entry.name}"
            if entry.is_symlink():
                item = _linked(path, rel, top)
                if item:
                    found.append(item)
            elif entry.is_dir():
                folders.append((path, f"{rel}/"))
            else:
                found.append(_item(path, rel, top.name))
    return sorted(found, key=lambda item: item.rel)


def _linked(path: Path, rel: str, top: Path) -> Item | None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return Item(path, rel, 0, "", None, reasons.SYMLINK_BROKEN, top.name)
    if target != top and top not in target.parents:
        return Item(path, rel, 0, "", None, reasons.SYMLINK_OUTSIDE, top.name)
    # A folder inside the root is walked under its own name.
    return None if target.is_dir() else _item(path, rel, top.name)


def _item(path: Path, rel: str, home: str) -> Item:
    kind, compression = format_of(rel)
    try:
        state = path.stat()
    except OSError:
        return Item(path, rel, 0, kind, compression, reasons.FILE_UNREADABLE, home)
    if not stat.S_ISREG(state.st_mode):
        return Item(path, rel, 0, kind, compression, reasons.FILE_SPECIAL, home)
    return Item(path, rel, state.st_size, kind, compression, "" if kind else reasons.FORMAT_UNKNOWN, home)
