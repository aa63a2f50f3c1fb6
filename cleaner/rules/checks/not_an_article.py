"""A page that stands in for an article.

What   Texts of a block page, an error page, a login wall or a deleted article.
Why    They came over the wire with the articles and are none; no edit can help.
Kept   Articles that speak of such pages.
"""

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Finding
from cleaner.lazy import lazy
from cleaner.rule import REPORT, Rule
from cleaner.words import any_of, inside

_SURE = lazy(any_of("block_page"), re.IGNORECASE)
_ALONE = lazy(
    rf"[\s#*]{{0,8}}(?:{any_of('error_title')}(?=\s*(?:[.!|。！\n–—-]|$))|{any_of('error_opening')})", re.IGNORECASE
)
_LONGEST = 600

rule = Rule("CHK001", REPORT, inside("block_page", "error_title", "error_opening"))


def find(doc: Document) -> Iterator[Finding]:
    text = doc.text
    match = _SURE.search(text) if len(text) <= 10 * _LONGEST else None
    if match is None and len(text) <= _LONGEST:
        match = _ALONE.match(text)
    if match is not None:
        message = f"this is no article but an error or block page: “{match[0].strip()}”"
        yield Finding(message, 0, len(text), level="error")


REPORTS = [
    "Sorry, you have been blocked. Cloudflare Ray ID: 95a6e54a5eb5f76e",
    "404 Not Found\n\nThe page you are looking for does not exist.",
    "您所访问的资源已不存在。",
    "Access denied. You do not have permission to view this page.",
]
KEEPS = [
    "The firm Cloudflare said that it had blocked the site.",
    "The novel is called 404 Not Found and sells well.",
    "He was denied access to the page.",
    "“Page not found,” the screen said when he typed the address of the ministry.",
]
