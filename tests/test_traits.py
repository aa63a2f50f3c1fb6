"""What the shape of a text says at a glance."""

from __future__ import annotations

from cleaner.scan.traits import (
    ALIKE,
    BARE_HEAD,
    DATED,
    HANGING,
    LISTED,
    RULED,
    SHORT,
    SIGNED,
    UNCLOSED,
    traits,
)

_LINE = "The ferry to the island sailed again on Monday, its owner said in a statement to the press."
_STORY = [f"{_LINE} {_LINE}", "", f"{_LINE} It rained. {_LINE}", "", f"{_LINE} It snowed, too. {_LINE}"]


def _of(rows: list[str]) -> int:
    return traits("\n".join(rows), rows)


def test_prose_has_no__of() -> None:
    assert _of(_STORY) == 0


def test_each_trait() -> None:
    assert _of(["Ferry sails again", "", *_STORY]) == SHORT | UNCLOSED | BARE_HEAD
    assert _of([f"WESTHAVEN (Reuters) - {_LINE} {_LINE}", "", *_STORY]) == SIGNED
    assert _of([*_STORY, "", f"{_LINE} It was published on 3 March 2015 by the Courier of the town."]) == DATED
    assert _of([*_STORY, "", f"* {_LINE} {_LINE}"]) == LISTED
    assert _of([*_STORY, "", f"[{_LINE}](https://example.org) {_LINE}"]) == LISTED
    assert _of([*_STORY[:2], f"{_LINE} {_LINE}"[:-1], *_STORY]) == UNCLOSED | ALIKE
    assert _of([*_STORY, "", f"{_LINE} {_LINE}"[:-1]]) == UNCLOSED | HANGING
    assert _of([*_STORY[:2], f"{_LINE} {_LINE} *", *_STORY]) == UNCLOSED | ALIKE | RULED
    assert _of([*_STORY[:2], f"{_LINE} It thawed. {_LINE}", *_STORY]) == ALIKE


def test_a_text_of_one_line_is_always_a_list() -> None:
    assert _of([]) == 0
    assert _of([f"{_LINE} {_LINE} {_LINE}"]) == LISTED
    assert _of([_LINE]) == SHORT | LISTED
    assert _of(["Ferry sails again.."]) == SHORT | BARE_HEAD | LISTED
    assert _of([f"WESTHAVEN (Reuters) - {_LINE} {_LINE} {_LINE}"[:-1]]) == LISTED | SIGNED | UNCLOSED | HANGING
    assert _of([f"{_LINE} {_LINE} {_LINE} 3 March 2015."]) == DATED | LISTED
