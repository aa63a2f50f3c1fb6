"""What the press of many languages leaves around its articles goes, and prose that opens with the same words stays."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

import cleaner

HOME = Path(__file__).parent.parent / "fixtures" / "languages"
LIKE = {"uk": "ru", "bg": "ru", "fa": "ar", "ur": "ar", "he": "ar", "bn": "hi"}
"""Languages between whose lines the paragraphs of another one in a like script stand."""


def rows(name: str) -> list[list[str]]:
    """The rows of a file, comments left out, cut at the bars."""
    lines = (HOME / name).read_text(encoding="utf-8").splitlines()
    parts = 2 if name in ("residue.txt", "one-line.txt") else 1
    return [line.split("|", parts) for line in lines if not line.startswith("#")]


def by_language(name: str) -> list[tuple[str, list[list[str]]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for language, *rest in rows(name):
        found[language].append(rest)
    return sorted(found.items())


PARAGRAPHS = {language: [text for (text,) in texts] for language, texts in by_language("paragraphs.txt")}


def around(language: str) -> list[str]:
    return PARAGRAPHS.get(LIKE.get(language, language), PARAGRAPHS["en"])


@pytest.mark.parametrize(("language", "lines"), by_language("residue.txt"), ids=lambda value: str(value)[:2])
def test_residue_goes_and_the_paragraphs_around_it_stay(language: str, lines: list[list[str]]) -> None:
    paragraphs = around(language)
    for place, line in lines:
        at = {"h": 0, "m": 1, "t": 3}[place]
        text = "\n\n".join([*paragraphs[:at], line, *paragraphs[at:]])
        assert cleaner.clean(text).text.strip() == "\n\n".join(paragraphs), line


@pytest.mark.parametrize(("language", "lines"), by_language("one-line.txt"), ids=lambda value: str(value)[:2])
def test_residue_goes_where_line_breaks_are_lost(language: str, lines: list[list[str]]) -> None:
    paragraphs = around(language)
    for place, line in lines:
        at = {"h": 0, "m": 1, "t": 3}[place]
        text = " ".join([*paragraphs[:at], line, *paragraphs[at:]])
        assert cleaner.clean(text).text.strip() == " ".join(paragraphs), line


@pytest.mark.parametrize(("language", "lines"), by_language("datelines.txt"), ids=lambda value: str(value)[:2])
def test_datelines_become_a_field(language: str, lines: list[list[str]]) -> None:
    paragraphs = around(language)
    for (line,) in lines:
        dateline = line.removesuffix("|")
        found = cleaner.clean("\n\n".join([dateline + paragraphs[0], *paragraphs[1:]]))
        assert found.text == "\n\n".join(paragraphs), dateline
        assert dateline.strip().endswith(found.fields["dateline"]["text"])


@pytest.mark.parametrize(("language", "lines"), by_language("prose.txt"), ids=lambda value: str(value)[:2])
def test_prose_that_opens_like_residue_stays(language: str, lines: list[list[str]]) -> None:
    paragraphs = around(language)
    for (line,) in lines:
        for at in range(4):
            text = "\n\n".join([*paragraphs[:at], line, *paragraphs[at:]])
            assert cleaner.clean(text).text == text
        within = f"{paragraphs[0]} {line} {paragraphs[1]}\n\n{paragraphs[2]}"
        assert cleaner.clean(within).text == within
