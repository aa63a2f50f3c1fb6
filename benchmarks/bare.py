"""How much metadata is read from bare text: the pages' HTML is hidden, and title, date and authors are compared.

    python benchmarks/bare.py FOLDER [FOLDER …] [--forms bs4,inscriptis] [--misses title]

Folders are laid out as for ``pages.py``.  Forms of text: ``bs4`` is BeautifulSoup's ``get_text`` with a line break
between the pieces, ``inscriptis`` that program's rendering of the whole page, ``article`` trafilatura's text below
the headline, byline and date as many dumps have them.  The row "in the text" says on how many pages the reference
answer stands in the text at all; no reading can do better.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from page_scores import Scores, fold, same_day
from pages import Found, offline, sets

from cleaner import Cleaner
from cleaner.htmlpages.tree import decode
from cleaner.text.dates import ORDERS, date_pattern, read_date

MEASURES = ("title", "date", "authors", "invented")
FORMS = ("bs4", "inscriptis", "article")
_DATE = re.compile(date_pattern(), re.IGNORECASE)


def bs4_text(raw: bytes, _: Found) -> str:
    """The strings of a page, one a line, without those of scripts and styles."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(raw, "lxml").get_text("\n")


def inscriptis_text(raw: bytes, _: Found) -> str:
    """A page as inscriptis lays it out."""
    from inscriptis import get_text

    return str(get_text(decode(raw)))


def article_text(raw: bytes, gold: Found) -> str:
    """trafilatura's text below a headline, a byline and a date."""
    from trafilatura import extract

    block = [gold.get("title"), ", ".join(gold.get("authors") or ()), (gold.get("published") or "")[:10]]
    return "\n".join([*filter(None, block), "", extract(raw) or ""])


def stated(gold: Found, text: str) -> Found:
    """The part of the reference answer that stands in ``text``."""
    plain = fold(text)
    days = (read_date(match[0], order) for match in _DATE.finditer(text) for order in ORDERS)
    wanted = gold.get("published") or ""
    return {
        "title": gold["title"] if fold(gold.get("title")) in plain else None,
        "published": next((day.iso for day in days if day and same_day(wanted, day.iso)), None),
        "authors": [name for name in gold.get("authors") or () if fold(name) in plain],
    }


def measure(make: Callable[[bytes, Found], str], pages: list[tuple[Found, bytes]], show: str) -> list[Any]:
    """The scores of what stands in the texts, and of what is read from them."""
    cleaner, best, ours = Cleaner(max_removed=1), Scores(), Scores()
    for gold, raw in pages:
        asked = {name: gold[name] for name in ("title", "published", "authors") if name in gold}
        text = make(raw, gold)
        there, found = stated(asked, text), cleaner.clean(text).fields
        best.add(asked, there)
        ours.add(asked, found)
        if show:
            _show(show, gold, there, found)
    return [("in the text", best.row()), ("corpus-clean", ours.row())]


def _show(name: str, gold: Found, there: Found, found: Found) -> None:
    """Print one page if ``name`` was read wrongly."""
    if name not in gold:
        return
    scores = Scores()
    scores.add({name: gold[name]}, {name: found.get(name)})
    if any(value != (key != "invented") for key, value in scores.row().items()):
        print(f"{gold['id']}\n  wanted {gold.get(name)}\n  there  {there.get(name)}\n  found  {found.get(name)}")


def main() -> None:
    """Print one table per set and form."""
    offline()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--forms", default="bs4,inscriptis", help=f"comma-separated, of {', '.join(FORMS)}")
    parser.add_argument("--sets", default="", help="only these sets, comma-separated")
    parser.add_argument("--misses", default="", choices=["", "title", "published", "authors"])
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th page")
    asked = parser.parse_args()
    for folder in asked.folders:
        for name, pages in sets(folder):
            if (asked.sets and name not in asked.sets.split(",")) or not any("title" in gold for gold, _ in pages):
                continue  # not asked for, or references without metadata
            for form in asked.forms.split(","):
                print(f"\n{name} as {form} text ({len(pages[:: asked.every])} pages)")
                print(" " * 18 + "".join(f"{measured:>11}" for measured in MEASURES))
                for what, row in measure(globals()[f"{form}_text"], pages[:: asked.every], asked.misses):
                    print(f"{what:18}" + "".join(f"{row[m]:11.3f}" if m in row else f"{'–':>11}" for m in MEASURES))


if __name__ == "__main__":
    main()
