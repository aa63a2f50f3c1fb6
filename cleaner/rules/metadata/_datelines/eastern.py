"""Datelines in Chinese, Japanese and Korean."""

from __future__ import annotations

from cleaner.lazy import lazy
from cleaner.rules.metadata._datelines.form import Found
from cleaner.rules.metadata._places import agencies, is_known
from cleaner.text.scripts import HAN, KANA
from cleaner.words import words

_WIDE_SPACE = r"[ \u3000]"
_EASTERN = tuple(
    lazy(pattern + rf"{_WIDE_SPACE}{{0,4}}")
    for pattern in (
        r"(?P<agency>新华社|中新社|新華社|中新网|中新網)(?P<place>[^\d\s，。、]{0,10}?)\d{1,2}月\d{1,2}日[电電]"
        rf"(?:{_WIDE_SPACE}?[（(][^（）()\n]{{1,40}}[)）])?",
        rf"(?P<agency>本[报報][讯訊])(?P<place>)[（(](?:记者|記者|通讯员)[^（）()\n]{{1,40}}[)）]{_WIDE_SPACE}?",
        rf"(?P<place>[^\d\s，。、（(【]{{2,8}})[／/](?P<agency>[^\s，。、]{{2,8}}?){_WIDE_SPACE}",
        r"[（(【](?P<agency>中央社|共同社|路透|新华社|新華社|法新社)(?:記者|记者)?"
        r"(?P<place>[^（）()【】\n]{0,30}?)[电電報讯訊]?[)）】]",
        rf"【(?:\d{{1,2}}月\d{{1,2}}日{_WIDE_SPACE})?(?P<agency>[A-Z]{{2,10}}|[^\s【】=＝]{{2,8}})(?P<place>)"
        r"(?:[=＝][^【】\n]{1,20})?】",
        rf"［(?P<place>[^\s［］]{{2,12}}){_WIDE_SPACE}{{1,2}}[\d０-９]{{1,2}}日{_WIDE_SPACE}{{1,2}}"
        rf"(?P<agency>[^\s［］]{{2,8}})］{_WIDE_SPACE}{{0,3}}[-－–—]?",
        r"【(?P<place>[^\s【】=＝]{2,8}?)(?P<agency>共同|時事|ロイター|AFP|ＡＦＰ)(?:[=＝][^【】\n]{1,20})?】",
        r"[(\[](?P<place>[^\s()=\[\]]{2,12})=(?P<agency>[^\s()=\[\]]{2,8})[)\]][ ]?"
        r"(?:[^\s=]{2,6} ?(?:기자|특파원)(?: ?= ?)?)?",
    )
)

_NAME = rf"(?:[{HAN}々]{{2,5}}(?:{_WIDE_SPACE}[{HAN}々]{{1,4}})?|[{KANA}]{{3,12}})"
_POSTED = lazy(
    rf"[【（(](?P<place>[{KANA}]{{2,12}}|[{HAN}]{{2,4}})[＝=]{_NAME}(?:[、・]{_NAME}){{0,3}}[】）)]{_WIDE_SPACE}{{0,4}}"
)


def eastern(text: str) -> Found | None:
    """ "新华社北京6月10日电", "【東京共同】", "(서울=연합뉴스)", "【ソウル＝田中花子】"."""
    posted = _POSTED.match(text)
    if posted and posted.end() < len(text) and (posted["place"] < HAN or is_known(posted["place"])):
        return posted.end(), posted["place"], ""
    for pattern in _EASTERN:
        match = pattern.match(text)
        known = agencies(match["agency"]) if match else None
        if match and known and match.end() < len(text) and match["place"] not in words("credit_label"):
            return match.end(), match["place"].strip(), known
    return None
