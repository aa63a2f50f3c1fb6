"""What a process costs: CPU time, wall time and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple


class Cost(NamedTuple):
    """What a process took: CPU and wall seconds, and its peak memory in megabytes."""

    cpu: float
    wall: float
    peak: float


def cost(*command: str, cwd: Path | None = None) -> Cost:
    """Run a command and its children to the end.  Raises CalledProcessError when it fails."""
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=said[-2000:].decode("utf-8", "replace"))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(cpu, time.perf_counter() - begin, used.ru_maxrss / unit)


def apart(make: Callable[..., Any], *about: Any) -> Any:
    """What ``make`` gives, made in a process of its own: the system counts what this one holds for its children's."""
    with ProcessPoolExecutor(1) as pool:
        return pool.submit(make, *about).result()
