"""The whole work of a rule, not only its patterns, grows in proportion to the text: counted, not timed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import tally
from shell import ENVIRONMENT

PARTS = 4
CARELESS = {
    "looks through the text for every line": "[row for row in rows if row[:9] in text[len(row):]]",
    "searches the text for every line": "[row for row in rows if re.search('!', text)]",
    "goes through the lines for every line": "[row for row in rows if sum(other == row for other in rows) > 1]",
    "has the lines gone through for every line": "[row for row in rows if rows.count(row) > 1]",
    "copies what is left for every line": "[text[at:] for at in range(len(rows))]",
    "puts each line first": "[found.insert(0, row) for found in [[]] for row in rows]",
    "joins all lines for every line": "[''.join(map(str.lower, rows)) for row in rows]",
    "takes the best of all for every line": "[max(rows, key=len) for row in rows]",
}
CAREFUL = {
    "looks through each line": "[row for row in rows if 'x' in row and re.search('!', row)]",
    "looks the lines up": "[row for said in [set(rows)] for row in rows if row in said]",
    "looks at the neighbours": "[row for at, row in enumerate(rows) if row in rows[max(0, at - 2) : at]]",
    "goes on where it stopped": "[match.start() for match in re.compile('lo').finditer(text)]",
    "tries at every place": "[at for at in range(len(text)) if re.compile('x+y').match(text, at)]",
    "stops at the first": "[next((other for other in rows), '') for row in rows]",
}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_work_of_a_rule_grows_with_the_text(part: int) -> None:
    script = Path(__file__).parent / "growth.py"
    words = [sys.executable, str(script), str(part), str(PARTS)]
    done = subprocess.run(words, env=ENVIRONMENT, capture_output=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    assert json.loads(done.stdout) == []


def counted(work: str, count: int) -> tally.Count:
    space: dict[str, Any] = {"__name__": "cleaner"}
    exec(tally.rewritten(f"import re\ndef work(rows, text):\n    return {work}\n", "work.py"), space)
    rows = [f"hello {number:06}" for number in range(count)]
    return tally.count(lambda: space["work"](rows, "\n".join(rows)))


@pytest.mark.parametrize(("work", "linear"), [*((w, False) for w in CARELESS), *((w, True) for w in CAREFUL)])
def test_the_counts_tell_careless_work_from_careful(work: str, linear: bool) -> None:
    small, large = (counted((CARELESS | CAREFUL)[work], count) for count in (200, 400))
    assert (max(b / max(1, a) / 2 for a, b in zip(small, large, strict=True)) <= 1.3) == linear
