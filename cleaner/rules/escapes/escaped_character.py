r"""A character that a program wrote out as an escape.

What   ``\xa0``, ``\u2019``, ``\u00fc`` and the like in running text; each becomes the character that it names.  Pairs
       of surrogates and bytes of UTF-8 are read together.  A ``\n`` between a small letter, or a full stop, and a word
       with a capital is a line break where the text has no other backslash.
Why    They glue words together, or cut them to pieces.
Kept   The same in code, between quotation marks, in brackets, in Markdown; escapes that name no visible character.
"""

from collections.abc import Iterator

from cleaner.document import Document
from cleaner.edit import Edit
from cleaner.lazy import lazy
from cleaner.rule import Hints, Rule
from cleaner.text.repair import on_repaired, repaired

rule = Rule(code="ENC011", hints=Hints(inside=("\\x", "\\u", "\\n")))

_ESCAPE = lazy(
    r"\\(?<![\\\"'`=(\[/]\\)(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})"
    r"(?:\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}){0,15}(?![\\\"'`)\]\-}])",
)
_CODE = lazy(r"\((?<=\w\()[\"']|\\(?:(?:begin|frac)\b|(?<=[A-Za-z]:\\)|[0-9]{1,3}\b|[dws][+*])")
_BREAK = lazy(
    r"\\n(?:(?<=[^\W\d_A-Z]\\n)|(?<=[.!?…]\\n)|(?<=[.!?…] \\n))(?<!\\n\\n)(?:\\n)?(?=[A-ZÀ-Ý][\w'’-]{1,20}[ ,])"
)


def find(doc: Document) -> Iterator[Edit]:
    if doc.kind != "markdown" and not _CODE.search(doc.text):
        yield from on_repaired(doc.text, _escapes)


def _escapes(text: str) -> Iterator[Edit]:
    if "\\n" in text and text.count("\\") == text.count("\\n"):
        yield from (Edit(match.start(), match.end(), "\n" * (len(match[0]) // 2)) for match in _BREAK.finditer(text))
    for match in _ESCAPE.finditer(text):
        named = _named(match[0])
        if named is not None:
            yield Edit(match.start(), match.end(), named)


def _named(escape: str) -> str | None:
    """The characters that ``escape`` names, None where they are none that a writer could have meant."""
    units = escape.encode("ascii").decode("unicode-escape")
    try:
        if "\\u" not in escape and not units.isascii():
            units = _of_bytes(units)
        named = units.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None
    kept = repaired(named)
    return kept if min(named) >= " " and all(char.isprintable() or char == "\xa0" for char in kept) else None


def _of_bytes(units: str) -> str:
    try:
        return units.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return units


FIXES = [
    ("It rained. \\nThe ferry sailed.", "It rained. \nThe ferry sailed."),
    ("It rained.\\n\\nThe ferry sailed.", "It rained.\n\nThe ferry sailed."),
    ("Par Anne Roux\\nHarbour News, Lyon Le ferry repart.", "Par Anne Roux\nHarbour News, Lyon Le ferry repart."),
    ("Le film «\\xa0Le Passage\\xa0» sort demain.", "Le film «\xa0Le Passage\xa0» sort demain."),
    ("Ein umgest\\u00fcrzter Baum \\u2013 nicht mehr\\u200b.", "Ein umgestürzter Baum – nicht mehr."),
    ("Bravo \\ud83d\\ude00 und caf\\xc3\\xa9", "Bravo 😀 und café"),
]
KEEPS = [
    "The sign \\nA of a program, he says.",
    "A line ends with \\n in most programs, The Post says.",
    "It lies in reports\\nSpring of the folder archive\\old there.",
    's.replace("\\xa0", " ")',
    "The pattern [\\x20-\\x7e] and '\\u00e9' in code",
    "Half a pair \\ud83d stays, and so does \\x07.",
    "Save it under C:\\users\\xavier\\u2024 please.",
    "Nothing here but a \\ and an \\x.",
]
