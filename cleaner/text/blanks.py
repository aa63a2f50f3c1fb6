"""Where the blanks beside a place in a text end; what stands behind them is not copied, as ``strip`` would."""

from __future__ import annotations


def before(text: str, at: int, blanks: str | None = None) -> int:
    """Where the run of ``blanks`` (None: any white space) begins that ends at ``at``."""
    while at and (text[at - 1].isspace() if blanks is None else text[at - 1] in blanks):
        at -= 1
    return at


def behind(text: str, at: int, blanks: str | None = None) -> int:
    """Where the run of ``blanks`` (None: any white space) ends that begins at ``at``."""
    while at < len(text) and (text[at].isspace() if blanks is None else text[at] in blanks):
        at += 1
    return at
