"""A page that stands in for an article.

What   Texts of a block page, an error page, a login or consent wall, or a deleted article; “None”, “null”, “{}” and
       what else a program writes where it had nothing.
Why    They came over the wire with the articles and are none; no edit can help, so the record is rejected.
Kept   Articles that speak of such pages; where a longer text only quotes one, that is reported.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.rule import REPORT, Hints, Rule
from cleaner.words import any_of, inside

_BLOCK = lazy(any_of("block_page"), re.IGNORECASE)
_CONSENT = lazy(any_of("consent_wall"), re.IGNORECASE)
_ALONE = lazy(
    rf"[\s#*]{{0,8}}(?:{any_of('error_title')}(?=\s*(?:[.!|。！\n–—-]|$))|{any_of('error_opening')})", re.IGNORECASE
)
_VOID = lazy(r"(?:None|null|NULL|nil|nan|NaN|N/A|undefined|\[\]|\{\}|\"\"|'')\.?")
_OPENED, _BLOCKED, _WALLED, _LONGEST = 300, 600, 1500, 6000
"""Characters up to which a text is such a page for certain: one that begins with an error, one with words of a block
page, one that begins with a phrase of a wall and has another; and up to which it is worth a look."""

_HEAD, _QUOTES = 80, "“‘\"'«„‚「"

_NOTHING = ("none", "null", "nil", "nan", "n/a", "undefined", "[]", "{}", '""', "''")

rule = Rule(
    "CHK001",
    REPORT,
    Hints(_NOTHING, inside=inside("block_page", "consent_wall", "error_title", "error_opening").inside),
    rejects=True,
)


def find(doc: Document) -> Iterator[Finding]:
    text = doc.text.strip()
    if _VOID.fullmatch(text):
        yield Finding(
            f"this is no article but what a program writes for nothing: {text}", 0, len(doc.text), level="error"
        )
    if len(text) > _LONGEST or text[:1] in _QUOTES:
        return
    opened = _ALONE.match(text) if len(text) <= _BLOCKED else None
    blocked = _BLOCK.search(text)
    first = opened or blocked
    sure = len(text) <= (_BLOCKED if blocked else _OPENED if opened else 0)
    if not sure and len(text) <= _WALLED:
        phrases = sorted((*_CONSENT.finditer(text), *_BLOCK.finditer(text)), key=lambda match: match.start())
        begins = bool(phrases) and phrases[0].start() <= _HEAD and text[max(0, phrases[0].start() - 1)] not in _QUOTES
        sure = begins and len({match[0].casefold() for match in phrases}) > 1
        first = phrases[0] if sure else first
    if first and sure:
        message = f"this is no article but an error or block page: “{first[0].strip()}”"
        yield Finding(message, 0, len(doc.text), level="error")
    elif first:
        yield Finding(f"this may be an error or block page: “{first[0].strip()}”", 0, len(doc.text))


REPORTS = [
    "Sorry, you have been blocked. Cloudflare Ray ID: 95a6e54a5eb5f76e",
    "404 Not Found\n\nThe page you are looking for does not exist.",
    "您所访问的资源已不存在。",
    "A guide to captchas. " * 30 + "“Verify you are human,” says one of them, and nobody likes it.",
    "None",
    "{}",
    "Access denied. You do not have permission to view this page.",
    "Before you continue to Roe News\n\nWe and our partners store and read data on your device. Manage your choices.",
    "Bestätigen Sie, dass Sie ein Mensch sind. Dies kann einige Sekunden dauern.",
]
KEEPS = [
    "The firm Cloudflare said that it had blocked the site.",
    "The novel is called 404 Not Found and sells well.",
    "He was denied access to the page.",
    "“Page not found,” the screen said when he typed the address of the ministry.",
    "The regulator fined the firm for its banner. " * 40 + "It read: “We value your privacy.”",
    "We value your privacy, the bank wrote to its customers. It rained all day.",
    "The search engine adds a “Reject all” button. It stands beside “Accept all cookies” from Monday.",
    "None of it was true.",
    "Nothing",
    "Before you continue to the summit, rest. The last mile is the hardest.",
]
