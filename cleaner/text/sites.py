"""The addresses by which outlets go: "roepost.com", "Harbour.co.id"."""

from __future__ import annotations

_ENDS = (
    "com", "net", "org", "co", "info", "news", "tv", "id", "in", "vn", "ru", "ua", "pl", "de", "fr", "it", "es", "ma",
    "br",
)  # fmt: skip

ENDING = rf"(?:\.[\w-]{{2,12}})?\.(?:{'|'.join(_ENDS)})"
"""What ends the address of a site, in small letters: a top-level domain, maybe with another one before it."""
