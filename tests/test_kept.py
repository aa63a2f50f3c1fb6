"""What is kept between starts changes nothing but the time they take."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest

from cleaner import kept, lazy
from cleaner.kept import Drawers, Shelf
from cleaner.words import any_of, languages, words

LONG = r"(?P<word>" + any_of("credit_label", "photo_agency") + r")(?-i:[A-Z])?\s{0,3}(?P<rest>\w{1,9})"
TEXTS = ["Photo: Ana", "FOTO: x", "foto Reuters", "写真：山", "nothing", "PhotoA b", ""]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "corpus-clean"


def found(pattern: re.Pattern[str]) -> list[object]:
    return [(m.span(), m.groupdict(), m.lastgroup) if (m := pattern.search(text)) else None for text in TEXTS]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.MULTILINE])
def test_a_kept_pattern_is_the_same_pattern(home: Path, monkeypatch: pytest.MonkeyPatch, flags: int) -> None:
    plain = re.compile(LONG, flags)
    for compiled_before in (False, True):
        drawers = Drawers("pattern", "test")
        monkeypatch.setattr(lazy, "_KEPT", drawers)
        if compiled_before:
            monkeypatch.setattr(lazy, "_parts", lambda *given: pytest.fail("compiled again"))
        pattern = lazy.lazy(LONG, flags)
        assert found(pattern) == found(plain)
        assert (pattern.flags, pattern.groups, dict(pattern.groupindex)) == (
            plain.flags,
            plain.groups,
            dict(plain.groupindex),
        )
        assert pattern.sub("<>", TEXTS[0]) == plain.sub("<>", TEXTS[0])
        assert drawers.save() is not compiled_before
    assert len(list(home.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"junk", b"\x00" * 99])
def test_a_damaged_file_is_made_again(home: Path, damage: bytes) -> None:
    first = Shelf("test", "1")
    first["key"] = 0
    first.save()
    (path,) = home.iterdir()
    path.write_bytes(path.read_bytes()[:-3] + damage)
    shelf = Shelf("test", "1")
    assert shelf.get("key", lambda: 1) == 1
    shelf.save()
    assert Shelf("test", "1")["key"] == 1
    assert kept.load(path.name) is not None


@pytest.mark.parametrize("damage", [b"", b"junk", b"\x00" * 99])
def test_a_damaged_drawer_is_filled_again(home: Path, damage: bytes) -> None:
    first = Drawers("test", "1")
    first[b"key"], first[b"other"] = 0, 7
    first.save()
    path = next(path for path in home.iterdir() if path.name.endswith(b"key".hex()))
    path.write_bytes(path.read_bytes()[:-3] + damage)
    drawers = Drawers("test", "1")
    with pytest.raises(KeyError):
        drawers[b"key"]
    assert drawers[b"other"] == 7
    drawers[b"key"] = 1
    drawers.save()
    assert Drawers("test", "1")[b"key"] == 1


def test_code_that_makes_no_sense_is_compiled_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawers = Drawers("pattern", "test")
    monkeypatch.setattr(lazy, "_KEPT", drawers)
    assert lazy.lazy(LONG, re.IGNORECASE).search("photo Ana")
    (key,) = drawers._new
    drawers[key] = (32, b"\xff\xff\x00\x00" * 8, 1, {}, (None, None))
    assert lazy.lazy(LONG, re.IGNORECASE).search("photo Ana")


def test_a_faulty_pattern_says_so_when_it_is_used() -> None:
    pattern = lazy.lazy("(" + "a" * 600)
    with pytest.raises(re.error):
        pattern.search("a")


def test_what_others_kept_meanwhile_stays(home: Path) -> None:
    one, two = Shelf("test", "2"), Shelf("test", "2")
    one["a"], two["b"] = 1, 2
    one.save()
    two.save()
    assert (Shelf("test", "2")["a"], Shelf("test", "2")["b"]) == (1, 2)


def test_a_folder_that_cannot_be_made_is_no_fault(home: Path) -> None:
    home.write_text("a file where the folder should be")
    shelf = Shelf("test", "3")
    shelf["a"] = 1
    shelf.save()
    assert shelf["a"] == 1


def test_word_lists_are_those_of_the_files() -> None:
    from cleaner.words import _parsed

    assert languages() == _parsed()
    assert words("credit_label")


def test_what_is_old_goes_when_something_new_is_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_SHELVES", [])
    shelf = Shelf("test", "4")
    kept.keep("old", b"1")
    kept.keep("young", b"2")
    days = time.time() - (kept.DAYS + 1) * 86_400
    os.utime(kept.folder() / "old", (days, days))
    kept.save()
    assert kept.load("old") == b"1"
    shelf["a"] = 3
    kept.save()
    assert (kept.load("old"), kept.load("young"), Shelf("test", "4")["a"]) == (None, b"2", 3)
