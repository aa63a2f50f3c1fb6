"""Compiles a Hyperscan database: ``python compiling.py < expressions > database``, both as bytes.

That takes several times the memory of what it gives, so `cleaner.scan.native` has it done by a process of its own.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Sequence

Expression = tuple[bytes, int]
"""An expression and its flags."""


def compiled(expressions: Sequence[Expression]) -> bytes:
    """A database for some expressions, numbered in order.

    Raises ImportError without the package, and `hyperscan.error` for what it cannot compile.
    """
    import hyperscan

    made, (patterns, flags) = hyperscan.Database(), zip(*expressions, strict=True)
    count = len(patterns)
    made.compile(expressions=list(patterns), ids=list(range(count)), elements=count, flags=list(flags))
    data: bytes = hyperscan.dumpb(made)
    return data


if __name__ == "__main__":
    sys.stdout.buffer.write(compiled(marshal.loads(sys.stdin.buffer.read())))
