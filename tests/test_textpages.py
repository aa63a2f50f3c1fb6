"""Finding the article in the text of a whole page, through the Cleaner and the parts below it."""

from __future__ import annotations

import json
from bisect import bisect_right
from importlib import resources

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import cleaner
from cleaner.rules.chrome._examples import BOX, FOOT, LISTS, MENU, MENU_DE, MORE, PAGES, STORY, TITLE
from cleaner.textpages.features import features
from cleaner.textpages.kinds import initials
from cleaner.textpages.model import CONTEXT, WINDOWS, First, Weights, amounts, around, main_run, scores
from cleaner.textpages.opening import opening
from cleaner.textpages.region import NOTHING, levelled, path, region
from cleaner.textpages.shapes import NAMES, Unit
from cleaner.textpages.units import lines, sentences

ONE_LINE = " ".join(
    (
        *MENU.split("\n"),
        *MENU_DE.split("\n"),
        "Shipping",
        "Tides",
        "Ferries",
        "Council",
        STORY,
        MORE,
        *FOOT.split("\n"),
        "Help",
        "Apps",
    )
).replace("\n", " ")


@pytest.mark.parametrize(("menu", "story", "foot"), PAGES)
def test_the_article_is_what_is_left_of_a_page(menu: str, story: str, foot: str) -> None:
    page = menu + story + foot
    found = cleaner.clean(page)
    assert found.rejected is None
    assert found.text == story
    assert {edit.code for edit in found.edits} == {"CHR001", "CHR002"}
    assert cleaner.undo(found.text, found.edits) == page
    assert cleaner.clean(found.text).text == found.text


def test_headline_date_and_byline_above_the_article_become_metadata() -> None:
    page = f"{TITLE} - The Westhaven Post\n{MENU}{TITLE}\n\nBy Maren Holt\n\n14 March 2023\n\n{STORY}\n\n{MORE}{FOOT}"
    found = cleaner.clean(page)
    assert found.text == f"{STORY}\n\n{MORE}"
    assert found.fields["title"] == TITLE
    assert found.fields["published"] == "2023-03-14"


def test_little_of_a_menu_will_do_above_a_long_foot() -> None:
    links = "".join(f"Harbour {number}\nTides {number}\n" for number in range(40))
    top = "Home\nAdvertisement\n"
    assert cleaner.clean(f"{top}{STORY}\n{MORE}\n{links}{FOOT}{MENU}").text == f"{STORY}\n{MORE}"
    assert links.rstrip() in cleaner.clean(f"{STORY}\n{MORE}\n{links}").text


def test_a_headline_is_lifted_without_its_sign() -> None:
    page = f"{MENU}# {TITLE}\n\nBy Maren Holt\n\n14 March 2023\n\n{STORY}\n\n{MORE}{FOOT}"
    assert cleaner.clean(page).fields["title"] == TITLE


def test_a_line_of_tags_is_no_headline() -> None:
    page = f"{MENU}{STORY}\n\n{MORE}{FOOT}".replace("\n", '\n<span id="a"></span> [](/)\n', 3)
    assert "<" not in str(cleaner.clean(page).fields.get("title"))


def test_a_title_that_the_record_has_is_kept() -> None:
    found = cleaner.clean(f"{MENU}# {TITLE}\n\n{STORY}{FOOT}", {"title": "Bridge"})
    assert found.fields["title"] == "Bridge"


def test_a_page_without_line_breaks_loses_its_menu_and_no_sentence() -> None:
    found = cleaner.clean(ONE_LINE)
    assert STORY.replace("\n\n", " ") in found.text
    assert "Classifieds" not in found.text
    assert cleaner.undo(found.text, found.edits) == ONE_LINE


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ("Sport Share via e-mail Nov 20 2019, 10:18am ist updated: Nov 20 2019, 13:42pm ist ", "The bridge was closed "
         "to all of them by the storm."),
        ("Home News Storm closes the only bridge in town Print this Storm closes the only bridge in town ", "The mayor "
         "of the town told them to wait."),
        ("Home News Sport by Jo Roe | 18 November 2018 05:47 PM ", "With Hong"),
        ("Home News Sport Weather Jobs ", "Health authorities in Lom’s Inner"),
        ("Home News Sport Weather Jobs Arts and Culture", ""),
        ("Home News Sport Weather Generic selectors", ""),
        ("Home News Storms cancelled Business Pensions Football Staying", ""),
    ],
)  # fmt: skip
def test_the_first_sentence_is_found_in_the_labels_that_run_into_it(labels: str, said: str) -> None:
    page = f"{labels}{said} and more."
    at = opening(page, 0, len(labels + said), "Storm closes the only bridge in town")
    assert page[at : len(labels + said)] == said


def test_a_page_without_line_breaks_may_begin_with_headlines_in_small_letters() -> None:
    news = "Storm closes the pier Ten walks for a wet day Home News Sport Weather Jobs "
    foot = ONE_LINE.rpartition("Most read")[2]
    found = cleaner.clean(f"{news * 7}{MENU}{MENU_DE}{STORY} {MORE} {STORY} {foot}".replace("\n", " "))
    assert STORY.replace("\n\n", " ").removeprefix("The harbour bridge ") in found.text
    assert "Ten walks" not in found.text
    assert "Advertise with us" not in found.text


def test_an_article_in_one_line_that_hardly_has_a_stop_at_its_ends_is_no_page() -> None:
    guests = ", ".join(f"Prof. Dr. {name}" for name in ("Anand Reyk", "Eva Lang", "Jo Roe", "Mo Poe", "Ana Ruiz") * 6)
    assert region(f"The conference was opened by {guests}. {STORY} {STORY} It was closed by {guests}") is NOTHING


def test_a_first_sentence_that_links_break_into_lines_is_whole() -> None:
    begin = "The\nharbour bridge\n(closed),\nfor nine months the talk of the town, "
    page = f"{MENU}{TITLE}\n{begin}{STORY}{FOOT}"
    assert cleaner.clean(page).text == f"{begin}{STORY}"


def test_a_line_that_a_capital_letter_opens_belongs_to_no_sentence_above_it() -> None:
    assert cleaner.clean(f"{MENU.strip()}\n{STORY}{FOOT}").text == STORY


def test_a_last_sentence_that_links_break_into_lines_is_whole() -> None:
    end = "\n\nThe mayor said so to the\nWesthaven Post\n, which was told of it on Monday."
    assert cleaner.clean(f"{MENU}{STORY}{end}{FOOT}").text == STORY + end


def test_names_and_titles_at_the_start_of_an_article_are_no_menu() -> None:
    guests = "Prof. Dr. Anand Reyk, Dean of Studies, Asst. Prof. Dr. Eva Lang, Head of the Institute, Mr. Jo Roe, Mayor"
    opening = f"Lom – The Third Conference of Harbour Officers was held in Lom. It was opened by {guests}, and others. "
    assert region(opening * 3 + STORY.replace("\n\n", " ")) is NOTHING


@pytest.mark.parametrize("text", [STORY, f"{STORY}\n\n{MORE}", LISTS, STORY + FOOT, STORY + BOX + MORE, MENU, ""])
def test_what_no_menu_stands_above_is_no_page(text: str) -> None:
    assert region(text) is NOTHING


@pytest.mark.parametrize("kind", ["page", "article"])
def test_a_text_that_a_reader_took_from_a_page_is_left_alone(kind: cleaner.document.Kind) -> None:
    found = cleaner.Cleaner().clean(MENU + STORY + FOOT, kind=kind)
    assert not [edit for edit in found.edits if edit.code.startswith("CHR00") and edit.code != "CHR004"]


def test_an_article_with_front_matter_is_no_page() -> None:
    assert region(f"---\ntitle: {TITLE}\n---\n{MENU}{STORY}{FOOT}") is NOTHING


def test_links_are_seen_through_but_counted() -> None:
    (unit,) = lines("* [Home](/home) and [![logo](/l.png)](https://town.example/x_(y)) (/more)").units
    assert unit.text == "Home and"
    assert unit.mark == "*"
    assert unit.targets >= 2
    assert unit.linked > 0.4


def test_blank_lines_before_the_menu_do_not_hide_it() -> None:
    page = "\n" * 80 + MENU.replace("\n", "\n\n\n\n") + STORY + FOOT
    assert cleaner.clean(page).text == STORY


def test_labels_before_a_sentence_are_parted_from_it() -> None:
    found = sentences("Home News Sport Weather Jobs The bridge was closed to all of them. It rained.").units
    labels, *said = [unit.text for unit in found]
    assert labels == "Home News Sport Weather Jobs"
    assert said == ["The bridge was closed to all of them.", "It rained."]


def test_the_weights_name_features_that_exist() -> None:
    table = json.loads(resources.files("cleaner.textpages").joinpath("weights.json").read_text(encoding="utf-8"))
    for part in table.values():
        assert set(part["own"]) | set(part["second"]) <= set(NAMES)
        assert {name: len(table) for name, table in part["context"].items()} == {
            name: len(bounds) + 1 for name, bounds in CONTEXT.items()
        }


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aA. \n[](*#|<>/:1。あ\u0e01-", max_size=300))
def test_any_text_is_cut_into_units_that_cover_it(text: str) -> None:
    for cut in (lines(text), sentences(text)):
        covered = "".join(text[start:end] for start, end in cut.spans)
        assert "".join(covered.split()) == "".join(text.split())
        assert len(features(cut)) == len(scores(cut)) == len(path(scores(cut))) == len(cut.units) == len(cut.spans)


FIRST = st.builds(
    First, st.integers(0, 32), st.floats(0, 1, allow_subnormal=False), st.just(0.0), st.booleans(), st.booleans()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(FIRST, st.integers(0, 500)), min_size=1, max_size=40))
def test_what_surrounds_a_unit_is_told_by_name(page: list[tuple[First, int]]) -> None:
    first = [seen for seen, _ in page]
    units = [Unit("", size) for _, size in page]
    columns = {name: around(_classes(name), units, first) for name in CONTEXT}
    for at in range(len(units)):
        values = _surroundings(units, first, at)
        expected = {name: bisect_right(CONTEXT[name], value) for name, value in values.items()}
        assert {name: column[at] for name, column in columns.items()} == expected


def _classes(name: str) -> Weights:
    """Weights by which a unit scores the number of its class of one value, and nothing else."""
    table = {name: list(map(float, range(len(CONTEXT[name]) + 1)))}
    return Weights.of({"own": {}, "base": 0.0, "second": {}, "context": table, "second_base": 0.0})


def _surroundings(units: list[Unit], first: list[First], at: int) -> dict[str, float]:
    """The values of ``CONTEXT`` for one unit, one by one."""
    prose = amounts(units, [seen.likely for seen in first])
    start, end, share = main_run(prose, [seen.likely for seen in first])
    inside = start <= at < end

    def odds(place: int) -> float:
        return first[place].level / 4 - 4 if 0 <= place < len(first) else -2

    def since(flags: list[bool]) -> int:
        return sum(flags[start:at]) if at >= start else -sum(flags[at:start])

    said: dict[str, float] = {
        name: sum(odds(at + step) for step in range(low, high + 1)) / (high - low + 1)
        for name, (low, high) in WINDOWS.items()
    }
    return said | {
        "above the run": max(0, start - at),
        "into the run": inside * (at - start + 1),
        "to the run's end": inside * (end - at),
        "below the run": max(0, at - end + 1),
        "chrome since the run's start": since([seen.chrome for seen in first]),
        "phrases since the run's start": since([seen.phrase for seen in first]),
        "share of the run, inside": share * inside,
        "share of the run, outside": share * (not inside),
        "prose on the page": sum(prose),
    }


@given(st.text(alphabet="aAéÉжЖ .“’1\u00a0\t\u3000あ", max_size=80))
@example("1\u00a0A  1")
@example("\u3000A b c d e f g h i j")
@settings(max_examples=500)
def test_initials_are_those_of_the_words(text: str) -> None:
    text = text.strip(" ")
    words = text.split()
    expected = sum(word[0].isupper() for word in words), sum(word[0].islower() for word in words)
    assert initials(text, len(words)) == expected


def test_a_line_in_doubt_counts_for_less_where_the_others_are_beyond_doubt() -> None:
    units = lines("\n".join(["word " * 40] * 3 + ["A last line"])).units
    clear, dim = levelled(units, [5.0, 5.0, 5.0, -0.5]), levelled(units, [1.0, 1.0, 1.0, -0.5])
    assert clear[-1] < -2 < -0.5 < dim[-1]
    assert path(clear) == [True, True, True, False]
    assert path(dim) == [True, True, True, True]


def test_even_the_best_line_of_a_page_without_prose_is_raised() -> None:
    units = lines("Tea\nCoffee\nCakes").units
    assert max(levelled(units, [-1.0, -2.0, 0.1])) == pytest.approx(2.0)
    assert max(levelled(units, [-6.0, -7.0, -8.0])) < 0
