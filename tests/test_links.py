"""Links in all the ways they break, and brackets that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import calls

from cleaner.text.links import code_spans, definitions, find_links, valid


def shown(text: str, markdown: bool = False) -> str:
    """``text`` as a reader would see it: link words stay, images and targets go."""
    cuts = []
    for link in find_links(text, markdown):
        cuts += [(link.start, link.end)] if link.image else [(link.start, link.text_start), (link.text_end, link.end)]
    pieces, at = [], 0
    for start, end in sorted(cuts):
        pieces.append(text[at:start])
        at = max(at, end)
    return "".join(pieces) + text[at:]


LINKS = [
    ("[the report](https://a.example/r)", "https://a.example/r"),
    ("[the report](https://a.example/r 'A title')", "https://a.example/r"),
    ('[the report](https://a.example/r "A \\"title\\" (1)")', "https://a.example/r"),
    ("[the report](https://a.example/r (A title))", "https://a.example/r"),
    ("[the report](<https://a.example/r (b c)>)", "https://a.example/r (b c)"),
    ("[the report]( https://a.example/r\n)", "https://a.example/r"),
    ("[the report](https://a.example/r_(1)_(2))", "https://a.example/r_(1)_(2)"),
    ("[the report](https://a.example/r\\(1)", "https://a.example/r\\(1"),
    ("[the report](https://a.example/?q=a b c)", "https://a.example/?q=a b c"),
    (
        "[the report](http://Two chiefs look for ‘a deal’ at the summit)",
        "http://Two chiefs look for ‘a deal’ at the summit",
    ),
    ("[the report](http://)", "http://"),
    ("[the report] (https://a.example/r)", "https://a.example/r"),
    ("[the report]\n(https://a.example/r)", "https://a.example/r"),
    ("(the report)[https://a.example/r]", "https://a.example/r"),
    ("[the report](https://a.example/r", "https://a.example/r"),
    ("[the report]()", ""),
    ("[the report](#part-2)", "#part-2"),
    ("[the report](../r.html)", "../r.html"),
    ("[the report](/r)", "/r"),
    ("[the report](//a.example/r)", "//a.example/r"),
    ("[the report](a.example.com/r)", "a.example.com/r"),
    ("[the report](mailto:jo@a.example?subject=One two)", "mailto:jo@a.example?subject=One two"),
    ("[the report](javascript:open('x'); return false)", "javascript:open('x'); return false"),
    ("[the report](data:text/html;base64,AAAA)", "data:text/html;base64,AAAA"),
    ("\\[the report\\](https://a.example/r)", "https://a.example/r"),
    ("\\[the report\\]( [https://a.example/r (new window)](https://a.example/r))", "https://a.example/r"),
    ("[the report](https://a.example/r_(1", "https://a.example/r_(1"),
]


@pytest.mark.parametrize(("text", "target"), LINKS)
def test_a_link_keeps_its_words(text: str, target: str) -> None:
    found = find_links(f"See {text}")
    assert [link.target for link in found] == [target]
    assert shown(f"See {text}") == "See the report"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a [b](/c) d](/e)", "a b d"),
        ("[[1]](#note)", "[1]"),
        ("[![a](/b.png)](/c)", ""),
        ("[![a](/b.png) d](/c)", " d"),
        ("![a [b](/c) d](/e.png)", ""),
        ("![](data:image/png;base64,iVBORw0KGgo=)x", "x"),
        ("[a](/b)[c](/d)", "ac"),
        ("[](/b)x", "x"),
        ("[a\n\n### b\n\n](https://a.example)", "a\n\n### b\n\n"),
        ("[a](https://a.example/b\n[c](https://a.example/d)", "a\nc"),
        ("[a](https://a.example/b_(c) and more (as said) so)", "a and more (as said) so)"),
        ("Wow![a](https://a.example) and b![c](https://a.example/c.png)", "Wow!a and b"),
        ("[a]\\(https://a.example)", "[a]\\(https://a.example)"),
    ],
)
def test_links_within_and_beside_links(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "As shown [8], and elsewhere [9, 10] (see [11]).",
        "The [n-word], [...] and [sic] stay, [犯罪] too.",
        "“It's an Ana [Ruiz] song.”",
        "He [the mayor](a man of few words) left.",
        "He [the mayor] (a man of few words) left.",
        "iRoe [Roe Translate] (via RoeBlog)",
        "Tar? [Bo Lee/Deep Roe Web] (Thanks, Tom!)",
        "Example: [Received via mail, May 2016]",
        "a[i](x), f[x](y) and g[z]() are calls",
        "A note.[^1]\n\n[^1]: https://a.example/note",
        "He came in [third] (1) and [fourth] (#2 in all).",
        "[犯罪](2019年)",
        "[a] b (https://a.example)",
        "`[a](https://a.example)` and ``[b](/c)``",
        "```\n[a](https://a.example)\n```\nwas it.",
        "[a](sic) [b](and so on) [c](?!)",
        "(?!)[Yesterday (15.07.2020) I wrote]",
    ],
)
def test_brackets_that_are_no_links(text: str) -> None:
    assert find_links(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b) [c](<d e>) [f](g(h(i)))", "a c f"),
        ("[a](b 'c')", "a"),
        ("\\[a](b)", "\\[a](b)"),
        ("[a \\[b\\] c](d)", "a \\[b\\] c"),
        ("x[a](b)", "x[a](b)"),
        ("![a](b)", ""),
    ],
)
def test_markdown_needs_no_address(text: str, expected: str) -> None:
    assert shown(text, markdown=True) == expected


def test_references() -> None:
    text = "See [it][1], [Them] [], [that][] and [So\nOn].\n\n"
    text += "[1]: /a\n[them]: <https://b.example> 'B'\n[that]:\n  /c\n[so on]: /d\n"
    assert [link.target for link in find_links(text)] == ["/a", "https://b.example", "/c", "/d"]
    assert [found.label for found in definitions(text)] == ["1", "them", "that", "so on"]
    cited = "As said [8] before.\n[8]: https://a.example/s\n"
    assert find_links(cited) == [] and definitions(cited) == []


def test_a_hard_wrapped_definition_is_taken_whole() -> None:
    long = "https://a.example/" + "x" * 58
    text = f"See [it][1].\n\n[1]: {long}\nyyy.html\n[2]: /b\n"
    first, second = definitions(text)
    assert first.target == long + "yyy.html"
    assert text[second.start : second.end] == "[2]: /b\n"


def test_code() -> None:
    text = "`a` and ``b`c`` but ` d ` and `e\n```py\nf\n```\nand ```\ng"
    assert [text[start:end] for start, end in code_spans(text)] == ["`a`", "``b`c``", "```py\nf\n```"]


@pytest.mark.parametrize(
    ("target", "usable"),
    [
        ("https://a.example/r?x=1#y", True),
        ("http://localhost/x", True),
        ("mailto:jo@a.example", True),
        ("https://[::1", False),
        ("http://A headline", False),
        ("http://headline", False),
        ("/r", False),
        ("//a.example/r", False),
        ("www.a.example", False),
        ("javascript:void(0)", False),
        ("mailto:jo", False),
        ("ftp://a.example", False),
        ("#", False),
        ("", False),
    ],
)
def test_valid(target: str, usable: bool) -> None:
    assert valid(target) is usable


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*"[]()!\\`<>\n a1:^", "](", "http://a.b", "]: /c\n", "```\n"]), max_size=30),
    st.booleans(),
)
def test_what_is_found_is_sound(pieces: list[str], markdown: bool) -> None:
    text = "".join(pieces)
    for link in find_links(text, markdown):
        assert 0 <= link.start < link.text_start <= link.text_end < link.end <= len(text)
        assert text[link.start : link.text_start].endswith(("[", "("))
    assert shown(text, markdown) == shown(text, markdown)


HOSTILE = [
    *("[", "![", "]", "](", "[a](", "[a](b", "[a](b(", "[a](http://x ", "[a](http://x\n", "[a](<", "[a](b '", "[[a]]"),
    *("(a)[", "(a)[http://", "\\[", "\\[a\\](", "[a]: ", "[a]: /b\n", "[a][b]", "[a]\n", "`", "`a", "``a`"),
    *("```\n", "~~~\n"),
    *("[a](data:image/png;base64,", "[a](/b 'c", "[a](\\(", "[](x)", "(((((", "[a](b)(", "[" * 40 + "](x)" * 40),
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("markdown", [False, True])
def test_calls_grow_with_the_text_and_no_faster(piece: str, markdown: bool) -> None:
    find_links("[x]: /y\n" + piece * 9, markdown)
    small, large = (
        calls(lambda count=count: find_links("[x]: /y\n" + piece * count, markdown))  # type: ignore[misc]
        for count in (200, 1600)
    )
    assert large <= 8 * 1.3 * small
