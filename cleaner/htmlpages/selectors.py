"""The extractor's selectors, answered from what they have said of elements with the same attributes.

Most of trafilatura's time goes into XPath expressions that ask Python for regular expressions, a dozen times for each
element.  What nearly all of them look at is an element's own name and attributes, which the paragraphs of a page and
the pages of a site share.  Expressions of another form are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from cleaner.lazy import lazy

_ANY = ".//*"
_STRING = lazy(r"'[^']*'|\"[^\"]*\"")
_TAGS = lazy(r"self::[\w-]+(?:\s+or\s+self::[\w-]+)*")
_OWN = lazy(r"(?:@[\w-]+|self::[\w-]+|\b(?:re:test|contains|starts-with|translate|not|or|and)\b|[\s=(),|])*")
_ATTRIBUTE = lazy(r"@([\w-]+)")
_SELF = lazy(r"self::([\w-]+)")
_ARGUMENT = lazy(r"(?:['\"]\s*,|translate\([^()'\"]*,)\s*$")
_TEST = lazy(r"re:test\([^()'\"]*,\s*$")
_SMALL = lazy(r"translate\([^()]*\)\s*,\s*$")
_FLAG = lazy(r"\s*,\s*['\"]i['\"]")
_MARK = lazy(r"\\.|\[(?:\\.|[^\]\\]){0,99}\]|[()|]")
_LETTER = lazy(r"[\w^ -](?![?*+{])")
_ASKED = lazy(r"(?:re:test|contains|starts-with)\((?:[^()]|\([^()]*\))*\)|@[\w-]+\s*=\s*''")
"""Parts of a condition: a string that is no test itself, before it; a regular expression, before it; a text that is
compared in small letters, before it; a flag behind an expression; what parts a pattern; a letter that has to stand at
its beginning; a whole test of an attribute's value."""

_NAMESPACES = {"re": "http://exslt.org/regular-expressions"}
_KEPT = 20_000


class Selector:
    """An XPath expression for elements below one, of which the ``own`` conditions are kept by attributes.

    ``tags`` are the names that an element may have, any if there are none; ``more`` conditions look further.
    ``first`` says that only the first of all is selected, ``each`` that only the first in each parent is.
    """

    def __init__(self, path: str, tags: list[str], own: list[str], more: list[str]) -> None:
        from lxml.etree import XPath

        def fits(conditions: list[str]) -> XPath:
            return XPath(f"boolean(self::*[{']['.join(conditions)}])", namespaces=_NAMESPACES)

        self.path = path
        self.first = path.lstrip().startswith("(")
        self.each = False
        self._tags = tags
        self._names = tuple(dict.fromkeys(_ATTRIBUTE.findall(_STRING.sub("", "".join(own)))))
        self._own, self._more = fits(own), fits(more) if more else None
        self._hint, bare = _hint(own)
        self._bare = [at for at, name in enumerate(self._names) if name in bare]
        self._known: dict[tuple[Any, ...], bool] = {}

    def __call__(self, tree: Any) -> list[Any]:
        """The elements below ``tree`` that the expression selects, in document order."""
        return list(islice(self._selected(tree), 1 if self.first else None))

    def _selected(self, tree: Any) -> Iterator[Any]:
        parents: set[Any] = set()
        for element in tree.iterdescendants(*(self._tags or "*")):
            key = (element.tag, *map(element.get, self._names))
            known = self._known.get(key)
            if known is None:
                if len(self._known) >= _KEPT:
                    self._known.clear()
                known = self._known[key] = self._may(key[1:]) and self._own(element)
            if not known or (self._more and not self._more(element)):
                continue
            if self.each:
                if element.getparent() in parents:
                    continue
                parents.add(element.getparent())
            yield element

    def _may(self, values: tuple[str | None, ...]) -> bool:
        """Whether an element with these ``values`` of the attributes may fit: a cheap test."""
        if self._hint is None or (self._bare and any(values[at] is not None for at in self._bare)):
            return True
        return self._hint.search("\n".join([value for value in values if value])) is not None


def _hint(conditions: list[str]) -> tuple[re.Pattern[str] | None, frozenset[str]]:
    """What the values of an element's attributes hold if it fits, and the attributes that count by being there.

    Without a negation one of the tests that a condition is made of has to be true; any condition will do.
    """
    for condition in conditions:
        bare = _STRING.sub("''", condition)
        if "not(" in bare or "self::" in bare:
            continue
        patterns: list[str] = []
        for string in _STRING.finditer(condition):
            before, text = condition[: string.start()], string[0][1:-1]
            if _ARGUMENT.search(before):
                continue
            small = _SMALL.search(before) or _FLAG.match(condition, string.end())
            text = text if _TEST.search(before) else re.escape(text)
            patterns += [f"(?i:{text})"] if small else _alternatives(text)
        try:
            hint = re.compile(_grouped(patterns), re.MULTILINE)
        except re.error:
            continue
        if not hint.search(""):
            return hint, frozenset(_ATTRIBUTE.findall(_ASKED.sub("", bare)))
    return None, frozenset()


def _alternatives(pattern: str) -> list[str]:
    """The parts of a pattern any of which may match."""
    found, depth, start = [], 0, 0
    for mark in _MARK.finditer(pattern):
        depth += (mark[0] == "(") - (mark[0] == ")")
        if mark[0] == "|" and depth == 0:
            found.append(pattern[start : mark.start()])
            start = mark.end()
    return [*found, pattern[start:]]


def _grouped(patterns: list[str]) -> str:
    """A pattern for any of ``patterns`` that tries those with the same first letter together: twice as fast."""
    groups: dict[str, list[str]] = {}
    for pattern in dict.fromkeys(patterns):
        first = pattern[:1] if _LETTER.match(pattern) else ""
        groups.setdefault(first, []).append(pattern[len(first) :])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())


def selector(expression: Any) -> Any:
    """``expression``, an `lxml.etree.XPath`, as a `Selector`; itself when it is of another form."""
    path = getattr(expression, "path", "")
    body = path.strip().removeprefix("(").removesuffix(")[1]").strip()
    conditions = _conditions(body.removeprefix(_ANY)) if body.startswith(_ANY) else []
    each = bool(conditions) and conditions[-1].strip() == "1"
    conditions = conditions[:-1] if each else conditions
    tags = _SELF.findall(conditions.pop(0)) if conditions and _TAGS.fullmatch(conditions[0].strip()) else []
    own = [one for one in conditions if _OWN.fullmatch(_STRING.sub("", one))]
    more = [one for one in conditions if one not in own]
    if not own or any(_position(one) for one in more):
        return expression
    made = Selector(path, tags, own, more)
    made.each = each
    return made


def _conditions(text: str) -> list[str]:
    """What stands in the brackets that follow each other in ``text``; nothing when they do not fill it."""
    found, depth, start = [], 0, 0
    for at, sign in enumerate(_STRING.sub(lambda string: "_" * len(string[0]), text)):
        if sign == "[":
            start = at + 1 if depth == 0 else start
            depth += 1
        elif sign == "]":
            depth -= 1
            if depth == 0:
                found.append(text[start:at])
        elif depth == 0:
            return []
    return found if depth == 0 else []


def _position(condition: str) -> bool:
    bare = _STRING.sub("", condition)
    return bare.strip().isdecimal() or "position(" in bare or "last(" in bare


class Quick:
    """While it is entered, each list of the module ``expressions`` holds a `Selector` in the place of an expression."""

    def __init__(self, expressions: Any) -> None:
        lists = [value for value in vars(expressions).values() if isinstance(value, list)]
        self._lists = [(one, list(one), list(map(selector, one))) for one in lists]

    def __enter__(self) -> None:
        for here, _, quick in self._lists:
            here[:] = quick

    def __exit__(self, *raised: object) -> None:
        for here, slow, _ in self._lists:
            here[:] = slow
