"""Languages and addresses of the input in their normal form."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from cleaner.lazy import lazy
from cleaner.words import by_language

_TAG = lazy(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@][\w.@-]{0,20})?")
_TRACKING = lazy(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_hsenc|_hsmi|at_\w+|cmpid", re.I)


def language_tag(text: str) -> str:
    """A language as BCP 47 has it: "en_US.UTF-8" is en-US, "German" and "deu" are de; what is unknown stays."""
    text = text.strip()
    named = _names().get(text.casefold())
    if named:
        return named
    match = _TAG.fullmatch(text)
    if match is None:
        return text
    main = _names().get(match[1].lower(), match[1].lower())
    return "-".join(part for part in (main, (match[2] or "").title(), (match[3] or "").upper()) if part)


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): code for code, names in by_language("language_name").items() for name in names}


def plain_address(url: str) -> str:
    """An address without what only tells where its reader came from: no fragment, no tracking parameters."""
    url = url.strip()
    if not url.lower().startswith(("http://", "https://")):
        return url
    try:
        parts = urlsplit(url)
        asked = parse_qsl(parts.query, keep_blank_values=True)
        kept = [(key, value) for key, value in asked if not _TRACKING.fullmatch(key)]
        query = parts.query if len(kept) == len(asked) else urlencode(kept)
        fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
        return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, fragment))
    except ValueError:
        return url
