"""Markup or script that is still in the text.

What   Tags, entities, shortcodes and JavaScript that no rule has resolved.
Why    They show that the text was extracted badly.
Kept   Angle brackets around names and addresses; Markdown, which may speak of code.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.rule import REPORT, Hints, Rule
from cleaner.scan.scanner import fold

_SIGNED = (
    r"[<&\[](?:(?<=<)/?(?:p|br|div|span|a|b|i|em|strong|img|li|ul|ol|h[1-6]|table|t[dr]|script|style|iframe|blockquote)\b"
    r"[^<>\n]{0,200}>|(?<=&)(?:nbsp|amp|quot|lt|gt|#\d{2,5}|#x[0-9a-f]{2,4});|(?<=<)!(?:\[CDATA\[|--)"
    r"|(?<=\[)/?(?:caption|gallery|embed|vc_[a-z_]{2,20})\b[^\[\]\n]{0,200}\])"
)
_SCRIPTED = r"document\.getElementById\(|\bfunction ?\([\w, ]{0,60}\) ?\{|\bvar [\w$]{1,40} ?= ?[^\n;]{0,80};"
_MARKUP = {False: lazy(_SIGNED, re.IGNORECASE), True: lazy(f"{_SIGNED}|{_SCRIPTED}", re.IGNORECASE)}
"""For texts without a word of `_SCRIPT_WORDS`, and with one."""

_SCRIPT_WORDS = ("getelementbyid(", "function", "var ")

_TAGS = ("p", "br", "div", "span", "a ", "b", "i", "em", "st", "img", "li", "ul", "ol", "h", "t", "s", "bl")
_OTHERS = ("&nbsp;", "&amp;", "&quot;", "&lt;", "&gt;", "&#", "<!", "[caption", "[gallery", "[embed", "[vc_", "[/")
_SCRIPT = (r"document\.getelementbyid\(", r"\bfunction ?\(", r"\bvar [\w$]{1,40} ?=")

rule = Rule("CHK006", REPORT, Hints(inside=("</", *(f"<{tag}" for tag in _TAGS), *_OTHERS), shapes=_SCRIPT))


def find(doc: Document) -> Iterator[Finding]:
    if doc.kind == "markdown":
        return
    text = doc.text
    folded = fold(text)
    found = list(_MARKUP[any(word in folded for word in _SCRIPT_WORDS)].finditer(text))
    if found:
        yield doc.note(found[0].start(), found[0].end(), f"{len(found)} pieces of markup or script are left")


REPORTS = ["It rained.<br/>It snowed.", "It rained &nbsp; all day.", "var x = 1; It rained."]
KEEPS = ["Write to <jo@roe.com> or not.", "Blips & chips", "The function (of rain) is to fall.", "A <DELL.O> share"]
