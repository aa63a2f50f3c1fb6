"""The extractor's selectors give what their XPath expressions give."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree, html

from cleaner.htmlpages import tree
from cleaner.htmlpages.selectors import Quick, Selector, selector

PAGES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*.html"))
NAMESPACES = {"re": "http://exslt.org/regular-expressions"}
KEPT = (
    ".//*[self::div or self::p][re:test(@id|@class, '^note|-box$')]",
    ".//*[contains(translate(@class, 'BN', 'bn'), 'banner') or @aria-hidden='true']",
    ".//*[self::div or self::section][@data-more or re:test(@class, 'more', 'i')]",
    ".//*[self::div][re:test(@class, 'box')][not(.//h1) or @id='top']",
    ".//*[self::div][not(@class) or starts-with(@class, 'a')]",
    ".//*[self::div or self::p][re:test(@class, 'note(?!pad)')][1]",
    "(.//*[self::div or self::p][re:test(@class, 'note(?!pad)')])[1]",
    ".//*[re:test(@class, '^$|small')]",
    ".//*[self::div or self::ul][re:test(@id, 'list')][not(self::ul) or re:test(@id, '^comment')]",
)
LEFT = (".//header", "(.//article)[1]", ".//*[self::p][position()=2]", ".//div[@class='a']", ".//*[self::p][..]")
PAGE = """
<div id="top" class="box"><h1>A</h1><div class="note-box">b</div><div class="notepad">c</div><p class="note">d</p></div>
<div class="box"><h1>e</h1></div><div>f<section data-more="">g</section><section data-more="1">h</section></div>
<div class="READ More">i</div><p class="Banner big">j</p><span aria-hidden="true">k</span><p id="note">l</p>
<div class="note a
b">m</div><ul id="commentlist"><li>n</li></ul><ul id="mylist"></ul><div class="">o</div><div id="x" class="note">p</div>
"""


@pytest.mark.parametrize("path", KEPT)
def test_a_selector_finds_what_its_expression_finds(path: str) -> None:
    expression = etree.XPath(path, namespaces=NAMESPACES)
    quick, root = selector(expression), html.document_fromstring(PAGE)
    assert isinstance(quick, Selector)
    assert quick(root) == quick(root) == list(expression(root))


@pytest.mark.parametrize("path", LEFT)
def test_an_expression_of_another_form_is_left_alone(path: str) -> None:
    expression = etree.XPath(path, namespaces=NAMESPACES)
    assert selector(expression) is expression


def test_all_expressions_of_the_extractor_keep_their_meaning() -> None:
    xpaths = pytest.importorskip("trafilatura.xpaths")
    with Quick(xpaths):
        kept = [one for one in _all(xpaths) if isinstance(one, Selector)]
    assert kept
    assert not any(isinstance(one, Selector) for one in _all(xpaths))
    for path in PAGES:
        root = tree.parse(path.read_bytes())
        for one in kept:
            assert one(root) == list(etree.XPath(one.path, namespaces=NAMESPACES)(root))


def _all(module: ModuleType) -> list:
    return [one for group in vars(module).values() if isinstance(group, list) for one in group]
