"""What cleaning would change in a document, shown like a version-control diff."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from cleaner.engine import Cleaned
from cleaner.show import one_line, visible

_CONTEXT = 60


def diff(name: str, cleaned: Cleaned) -> Iterator[str]:
    """The lines of a unified diff from the original to the cleaned text, one context line around a change.

    Lines longer than a screen are shown from shortly before the first to shortly after the last difference.
    """
    counts = ", ".join(
        f"{code} {edit_name} ×{count}"
        for (code, edit_name), count in sorted(_by_rule(cleaned).items())
    )  # fmt: skip
    yield f"--- {one_line(name, 400)}"
    yield f"+++ cleaned: {counts}"
    before, after = cleaned.original.split("\n"), cleaned.text.split("\n")
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for group in matcher.get_grouped_opcodes(1):
        first, last = group[0], group[-1]
        yield f"@@ -{first[1] + 1},{last[2] - first[1]} +{first[3] + 1},{last[4] - first[3]} @@"
        for tag, a, b, c, d in group:
            if tag == "equal":
                yield from (f" {visible(_excerpt(line, 0, 0))}" for line in before[a:b])
                continue
            yield from _changed(before[a:b], after[c:d])


def _changed(old: list[str], new: list[str]) -> Iterator[str]:
    if len(old) == len(new):
        pairs = [_focus(a, b) for a, b in zip(old, new, strict=True)]
        old, new = [a for a, _ in pairs], [b for _, b in pairs]
    yield from (f"-{visible(_excerpt(line, 0, 0))}" for line in old)
    yield from (f"+{visible(_excerpt(line, 0, 0))}" for line in new)


def _focus(old: str, new: str) -> tuple[str, str]:
    """Both lines cut down to where they differ, with some context."""
    if max(len(old), len(new)) <= 4 * _CONTEXT:
        return old, new
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    tail = next((i for i in range(shortest - head) if old[-1 - i] != new[-1 - i]), shortest - head)
    return _excerpt(old, head, tail), _excerpt(new, head, tail)


def _excerpt(line: str, head: int, tail: int) -> str:
    if len(line) <= 4 * _CONTEXT:
        return line
    if not head and not tail:
        return f"{line[: 2 * _CONTEXT]} … {line[-2 * _CONTEXT :]}"
    start, end = max(0, head - _CONTEXT), min(len(line), len(line) - tail + _CONTEXT)
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def _by_rule(cleaned: Cleaned) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for edit in cleaned.edits:
        counts[edit.code, edit.name] = counts.get((edit.code, edit.name), 0) + 1
    return counts
