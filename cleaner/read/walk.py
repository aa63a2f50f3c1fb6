"""Which files there are, in which order, and in which format."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from cleaner.read import reasons

FORMATS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "tsv", ".xml": "xml", ".rss": "xml", ".atom": "xml", ".nitf": "xml",
    ".parquet": "parquet", ".warc": "warc", ".wet": "warc", ".zip": "zip", ".tar": "tar",
}  # fmt: skip
COMPRESSIONS = {".gz": "gz", ".bz2": "bz2", ".xz": "xz", ".zst": "zst"}
_TARS = {".tgz": "gz", ".tbz2": "bz2", ".txz": "xz"}


@dataclass(frozen=True)
class Item:
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
    path = PurePosixPath(name.lower())
    suffix = path.suffix
    if suffix in _TARS:
        return "tar", _TARS[suffix]
    compression = COMPRESSIONS.get(suffix)
    if compression:
        suffix = PurePosixPath(path.stem).suffix
    found = FORMATS.get(suffix, "")
    if compression and found in ("zip", "parquet"):
        return "", None
    return found, compression


def discover(root: Path | str) -> list[Item]:
    """The input files below ``root``, or ``root`` itself, sorted by relative path; hidden ones are left out.

    Raises FileNotFoundError when there is no such file or folder.
    """
    root = Path(root)
    if not root.exists():
        raise FileNotFoundError(f"{root}: no such file or folder")
    top, found = root.resolve(), []
    if not root.is_dir():
        return [replace(_item(root, root.name), home=root.absolute().parent.name)]
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names + [name for name in folders if Path(folder, name).is_symlink()]:
            if not name.startswith("."):
                path = Path(folder, name)
                item = _checked(path, path.relative_to(root).as_posix(), top)
                if item:
                    found.append(item)
    return [replace(item, home=top.name) for item in sorted(found, key=lambda item: item.rel)]


def _checked(path: Path, rel: str, top: Path) -> Item | None:
    if not path.is_symlink():
        return _item(path, rel)
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return Item(path, rel, 0, "", None, reasons.SYMLINK_BROKEN)
    if target != top and top not in target.parents:
        return Item(path, rel, 0, "", None, reasons.SYMLINK_OUTSIDE)
    # A folder inside the root is walked under its own name.
    return None if target.is_dir() else _item(path, rel)


def _item(path: Path, rel: str) -> Item:
    kind, compression = format_of(path.name)
    try:
        state = path.stat()
    except OSError:
        return Item(path, rel, 0, kind, compression, reasons.FILE_UNREADABLE)
    if not stat.S_ISREG(state.st_mode):
        return Item(path, rel, 0, kind, compression, reasons.FILE_SPECIAL)
    return Item(path, rel, state.st_size, kind, compression, "" if kind else reasons.FORMAT_UNKNOWN)
