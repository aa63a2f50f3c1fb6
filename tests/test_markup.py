"""The rules for mark-up together: settled in one go, fast on hostile text, harmless to what is no mark-up."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from steps import calls

from cleaner.document import Kind
from cleaner.edit import Edit, apply, undo
from cleaner.engine import Cleaned, Cleaner
from cleaner.rule import discover
from cleaner.rules.markup._plan import Coded, _finders, joined
from cleaner.rules.markup._view import View

MARKUP = Cleaner([rule for rule in discover() if rule.phase == "markup"], max_removed=1.0, max_chrome=1.0)
KINDS: tuple[Kind, ...] = ("text", "markdown", "html")
FRAME = "Before.\n\n{}\n\nAfter."
MARKED = "## Before\n\n**a** [b](/c)\n\n{}\n\nAfter."


def clean(text: str, kind: Kind = "text") -> Cleaned:
    found = MARKUP.clean(FRAME.format(text), kind=kind)
    assert not [finding for finding in found.findings if finding.level == "error"]
    return found


def words(text: str, kind: Kind = "text") -> str:
    return " ".join(clean(text, kind).text.split()[1:-1])


PIECES = [
    *"[]()!<>&;a \n*_`#\\|-",
    *(
        "](",
        "](http://a.b)",
        "![",
        "[1]",
        "]: /u",
        "http://a.b",
        "\\[",
        "\\]",
        "**",
        "## ",
        "```\n",
        "|---|",
        "[b]",
        "[/b]",
    ),
    *("<b>", "</b>", "<p>", "<!--", "-->", "<script>", "</script>", "href=", '"', "&lt;", "&gt;", "&amp;", "&nbsp;"),
    *("&#42;", "&shy;", "e&#769;", "&lt;b&gt;", "{", "}", "{{", "}}", "var a = 1;", "function(){", "[url="),
]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), frame=st.sampled_from([FRAME, MARKED]))
def test_what_is_clean_stays_clean(kind: Kind, pieces: list[str], frame: str) -> None:
    text = frame.replace("{}", "".join(pieces))
    once = MARKUP.clean(text, kind=kind)
    assert not [finding for finding in once.findings if finding.level == "error"]
    assert undo(once.text, once.edits) == text
    assert MARKUP.clean(once.text, kind=kind).text == once.text


@pytest.mark.parametrize("markdown", [False, True])
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(st.sampled_from([*PIECES, "---\n", "title: a\n", "===", "~~", "}"]), max_size=40))
def test_no_rule_finds_anything_without_its_signs(markdown: bool, pieces: list[str]) -> None:
    view = View("".join(pieces), "text", markdown)
    for code, signs, spans in _finders():
        assert signs == set(View("".join(signs), "text", markdown).signs)
        assert not signs.isdisjoint(view.text) or not list(spans(view)), code


@given(
    text=st.text("abcdefgh", min_size=1, max_size=20),
    cuts=st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4), st.sampled_from(["", "X", "YZ"])), max_size=5),
    more=st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4), st.sampled_from(["", "W"])), max_size=5),
)
def test_two_rounds_of_edits_are_told_as_one(
    text: str, cuts: list[tuple[int, int, str]], more: list[tuple[int, int, str]]
) -> None:
    first = _apart(text, cuts)
    between = apply(text, [edit for edit, _ in first])
    second = _apart(between, more)
    wanted = apply(between, [edit for edit, _ in second])
    assert apply(text, [edit for edit, _ in joined(first, second, between)]) == wanted


def _apart(text: str, wanted: list[tuple[int, int, str]]) -> list[Coded]:
    made: list[Coded] = []
    at = 0
    for start, length, new in sorted(wanted):
        if start >= at and start + length <= len(text):
            made.append(Coded(Edit(start, start + length, new), "MRK000"))
            at = start + length
    return made


HOSTILE = [
    *(
        "[",
        "![",
        "]",
        "[a](",
        "[a](http://x ",
        "[a](b",
        "](",
        "[[a]]",
        "(a)[",
        "\\[",
        "[a]: ",
        "[a]: /b\n",
        "[a][b]",
        "[b]",
    ),
    *("<", "<a ", "<a href=", "<a b='", "<p>", "<b", "</", "&lt;a ", "&lt;", "&amp;", "&", "&#", "<!--", "<script>"),
    *(
        "<<b>b>",
        "*",
        "**a",
        "**a** ",
        "_a ",
        "_",
        "~~",
        "`a",
        "```\n",
        "# ",
        "#",
        "\\",
        "\\_",
        "|",
        "|-",
        "|---|\n",
        "a|",
    ),
    *(
        "{",
        "{{",
        "{{a",
        "{%",
        "[url=",
        "[caption]",
        '[a b="',
        "---\n",
        "var a = ",
        "function(",
        ". $(document",
        "a{b:c;",
    ),
    *(".a{color:", "'", "(((", "[a](b(", "[a](<", "[x](data:image/png;base64,", "<figcaption>", "<h2>", "<td>"),
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_calls_grow_with_the_text_and_no_faster(piece: str, kind: Kind) -> None:
    def clean(count: int) -> object:
        return MARKUP.clean("Before. [x](http://a.b) # a\n" + piece * count + "\nAfter.", kind=kind)

    def counted(count: int) -> int:
        clean(count)  # what is made when it is first needed is not counted
        return calls(lambda: clean(count))

    assert counted(1600) <= 8 * 1.3 * counted(200)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One &amp; <a href='/x'>[two](https://a.example)</a></p>", "One & two"),
        ("**[One](https://a.example)** <b>*two*</b>", "One *two*"),
        ("&#91;One&#93;(https://a.example)", "One"),
        ("<<b>b>One</b>", "One"),
        ("&lt;p&gt;One&amp;lt;br&amp;gt;two", "One two"),
        ("[caption]![a](/b.png) A crane[/caption]One", "One"),
        ("[url=https://a.example][b]One[/b][/url]", "One"),
        (
            "e&#769;t&eacute;, Caf&Atilde;&copy; &lt;DELL.O&gt; a < b > c <3 R&B;",
            "été, Café <DELL.O> a < b > c <3 R&B;",
        ),
    ],
)
def test_mark_up_within_mark_up(text: str, expected: str) -> None:
    assert words(text) == expected


def test_lifted_words_carry_no_mark_up() -> None:
    text = "## The **[one](https://a.example)** &amp; only\n\n[*Two* `x`][1]\n\n[1]: https://b.example\n"
    fields = clean(text, "markdown").fields
    assert fields["headings"] == ["The one & only"]
    assert [link["text"] for link in fields["links"]] == ["one", "Two `x`"]


def test_a_record_of_html_is_one_fragment() -> None:
    assert words("<x-box size='1'>One</x-box> <Card>two</Card>", "html") == "One two"
    assert words("Use <x-box> and <Card> here.") == "Use <x-box> and <Card> here."


def test_code_is_left_alone() -> None:
    code = "```html\n<p>[a](https://a.example)</p> &amp; **b**\n# c\n```"
    for kind in KINDS:
        assert code in clean(code, kind).text


def test_a_text_that_never_settles_is_left_as_it_is() -> None:
    deep = "<" * 40 + "b>" * 40
    assert clean(deep).text == FRAME.format(deep)
