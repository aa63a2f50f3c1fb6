"""Clean and read damaged input until something breaks.

    python benchmarks/fuzz [--target rules|readers] [--first N] [--count N] [--log FILE]

Execution N of a target makes one input from N alone, so that a finding is repeated by ``--first N --count 1``.
``rules``: a text cut together from the examples of the rules; no rule may fail, undo must give the text back, a second
cleaning (by the same command, and as an article that was cleaned before) must change nothing.  ``readers``: a file of
any format with bytes changed; reading must not raise, and every refusal must have its place and reason.  Neither may
take longer than ``HANG`` seconds.  Findings go to standard output, one JSON object a line; exit code 1 when there
are any.
"""

from __future__ import annotations

import argparse
import json
import logging
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import readers
import rules

HANG = 20
TARGETS: dict[str, Callable[[], Callable[[int], str]]] = {"rules": rules.target, "readers": readers.target}


class Hang(Exception):
    """An execution took too long."""


def alarm(*_: Any) -> None:
    """What the clock does to an execution that takes too long."""
    raise Hang


def once(check: Callable[[int], str], number: int) -> str:
    """What is wrong with one execution; empty when nothing is."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, HANG)
    try:
        return check(number)
    except Hang:
        return f"hang: more than {HANG} s"
    except Exception:
        return f"crash: {traceback.format_exc(limit=-2)}"
    finally:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> int:
    """Run the executions that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", choices=TARGETS, action="append")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--log", type=Path, help="append the totals to this file every minute")
    asked = parser.parse_args()
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, alarm)
    logging.disable()
    done: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    checks = {name: TARGETS[name]() for name in asked.target or TARGETS}
    spoken = time.monotonic()
    for number in range(asked.first, asked.first + asked.count):
        for name, check in checks.items():
            fault = once(check, number)
            done[name] += 1
            if fault:
                wrong[f"{name} {fault.partition(':')[0]}"] += 1
                print(json.dumps({"target": name, "number": number, "fault": fault}, ensure_ascii=True), flush=True)
        if asked.log and time.monotonic() - spoken > 60:
            spoken = time.monotonic()
            note(asked.log, number + 1, done, wrong)
    if asked.log:
        note(asked.log, asked.first + asked.count, done, wrong)
    print(f"{dict(done)} executions, findings: {dict(wrong) or 'none'}", file=sys.stderr)
    return 1 if wrong else 0


def note(path: Path, upto: int, done: Counter[str], wrong: Counter[str]) -> None:
    """Append the totals so far."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"next": upto, "done": done, "findings": wrong}) + "\n")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        readers.SCRATCH = Path(scratch)
        sys.exit(main())
