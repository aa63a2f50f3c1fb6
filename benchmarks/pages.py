"""Compare the reading of whole pages with other extractors, on pages with reference answers.

    python benchmarks/pages.py FOLDER [FOLDER …] [--tools corpus-clean,trafilatura]

A folder holds sets: ``NAME_gold.jsonl`` (or ``.jsonl.gz``), one JSON object a line with ``id`` and any of ``text``,
``with``, ``without``, ``title``, ``published``, ``authors``; and the pages as ``NAME_html/ID.html`` or in
``NAME_html.tar.gz``.  Tools that are not installed are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import socket
import tarfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from page_scores import Scores

Found = dict[str, Any]
Tool = Callable[[bytes], Found]
MEASURES = ("body", "precision", "recall", "snippets", "title", "date", "authors", "invented")


def corpus_clean() -> Tool:
    """This project: its reader, then all safe rules."""
    from cleaner.engine import Cleaner

    cleaner, reader = Cleaner(), reader_alone()

    def read(raw: bytes) -> Found:
        found = reader(raw)
        cleaned = cleaner.clean(found.pop("text"), found, kind="page")
        return {"text": cleaned.text, **cleaned.fields}

    return read


def reader_alone() -> Tool:
    """The reader of this project without the rules."""
    from cleaner.read.html import page

    def read(raw: bytes) -> Found:
        found = page(raw)
        return {"text": found.text, **found.fields}

    return read


def with_organisations() -> Tool:
    """The reader, which names agencies, outlets and desks as authors, as many references do."""
    from cleaner.read.html import page

    def read(raw: bytes) -> Found:
        found = page(raw, with_organisations=True)
        return {"text": found.text, **found.fields}

    return read


def trafilatura() -> Tool:
    """trafilatura with metadata, its defaults otherwise."""
    from trafilatura import bare_extraction

    def read(raw: bytes) -> Found:
        found: Any = bare_extraction(raw, with_metadata=True)
        values = found.as_dict() if found is not None else {}
        names = [name.strip() for name in (values.get("author") or "").split(";")]
        return {
            "text": values.get("text"),
            "title": values.get("title"),
            "published": values.get("date"),
            "authors": names,
        }

    return read


def newspaper() -> Tool:
    """newspaper4k, without any download."""
    from newspaper import Article

    def read(raw: bytes) -> Found:
        article = Article("http://page.invalid/")
        article.download(input_html=raw.decode("utf-8", "replace"))
        article.parse()
        published = article.publish_date
        day = published.isoformat() if hasattr(published, "isoformat") else str(published or "")
        return {"text": article.text, "title": article.title, "published": day, "authors": article.authors}

    return read


def readability() -> Tool:
    """readability-lxml; its summary as text."""
    from lxml import html
    from readability import Document

    def read(raw: bytes) -> Found:
        document = Document(raw.decode("utf-8", "replace"))
        blocks = html.fromstring(document.summary()).xpath("//p|//h2|//h3|//h4|//li|//blockquote|//pre|//td")
        text = "\n".join(" ".join(block.itertext()) for block in blocks if not block.xpath(".//p|.//li"))
        return {"text": text, "title": document.short_title()}

    return read


def resiliparse() -> Tool:
    """resiliparse, main content only."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def read(raw: bytes) -> Found:
        tree = HTMLTree.parse_from_bytes(raw, detect_encoding(raw))
        return {"text": extract_plain_text(tree, main_content=True, alt_texts=False), "title": tree.title}

    return read


TOOLS: dict[str, tuple[str, Callable[[], Tool]]] = {
    "corpus-clean": ("cleaner", corpus_clean),
    "its reader alone": ("cleaner", reader_alone),
    "its reader with organisations": ("cleaner", with_organisations),
    "trafilatura": ("trafilatura", trafilatura),
    "newspaper4k": ("newspaper", newspaper),
    "readability-lxml": ("readability", readability),
    "resiliparse": ("resiliparse", resiliparse),
}


def sets(folder: Path) -> Iterator[tuple[str, list[tuple[Found, bytes]]]]:
    """The sets of a folder: name, and for each page the reference answer and the page's bytes."""
    for path in sorted(folder.glob("*_gold.jsonl*")):
        name = path.name.split("_gold.jsonl")[0]
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        gold = [json.loads(line) for line in raw.decode("utf-8").split("\n") if line.strip()]
        pages = read_pages(folder, name)
        both = [(answer, pages[str(answer["id"])]) for answer in gold if str(answer["id"]) in pages]
        if both:
            yield name, both


def read_pages(folder: Path, name: str) -> dict[str, bytes]:
    """The pages of a set by id; empty when the folder has none."""
    if (folder / f"{name}_html").is_dir():
        return {path.stem: path.read_bytes() for path in (folder / f"{name}_html").glob("*.html")}
    archive = folder / f"{name}_html.tar.gz"
    if not archive.exists():
        return {}
    with tarfile.open(archive) as tar:
        members = [member for member in tar if member.isfile() and member.name.endswith(".html")]
        return {Path(m.name).stem: file.read() for m in members if (file := tar.extractfile(m))}


def measure(tool: Tool, pages: list[tuple[Found, bytes]]) -> tuple[dict[str, float], float, int]:
    """The scores of a tool on a set, its pages per second of processor time, and how many pages it failed on."""
    scores, failed = Scores(), 0
    tool(pages[0][1])
    spent = 0.0
    for gold, raw in pages:
        start = time.process_time()
        try:
            found = tool(raw)
        except Exception:  # a tool that fails on a page has read nothing
            found, failed = {}, failed + 1
        spent += time.process_time() - start
        scores.add(gold, found)
    return scores.row(), len(pages) / spent if spent else 0.0, failed


def offline() -> None:
    """Forbid connections: some tools look things up, which would be measured instead of their reading."""

    def refuse(*_: Any) -> None:
        raise OSError("no network while measuring")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse  # type: ignore[assignment]


def main() -> None:
    """Print one table per set."""
    offline()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--tools", default=",".join(TOOLS), help="comma-separated; all that are installed by default")
    asked = parser.parse_args()
    logging.disable(logging.CRITICAL)
    wanted = [name for name in asked.tools.split(",") if name]
    if unknown := [name for name in wanted if name not in TOOLS]:
        parser.error(f"no such tool: {', '.join(unknown)}; choose from {', '.join(TOOLS)}")
    for folder in asked.folders:
        for name, pages in sets(folder):
            heads = "".join(f"{measured:>11}" for measured in MEASURES)
            print(f"\n{name} ({len(pages)} pages)\n{'':18}{heads}{'pages/s':>9}{'failed':>8}")
            for tool in wanted:
                module, make = TOOLS[tool]
                if find_spec(module) is None:
                    print(f"{tool:18} not installed")
                    continue
                row, speed, failed = measure(make(), pages)
                cells = "".join(f"{row[m]:11.3f}" if m in row else f"{'–':>11}" for m in MEASURES)
                print(f"{tool:18}{cells}{speed:9.0f}{failed:8}")


if __name__ == "__main__":
    main()
