"""Settings of the whole suite, where no test is timed, since patterns are compiled when first used; and a dump."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from shell import corpus, dirty, jsonl

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small dump: two record files, and two folders of loose documents."""
    corpus(tmp_path / "in", big=3, small=6, words=40)
    jsonl(tmp_path / "in" / "more.jsonl", [{"id": "m", "text": dirty(5)}])
    return tmp_path
