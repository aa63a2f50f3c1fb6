"""One run at a time in one folder."""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class Busy(Exception):
    """Another run is writing to the same folder."""


class Lock:
    """Keeps a second run out of a folder; the system takes it away when the process ends, however it ends.

    Entering raises Busy when another run holds it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Lock:
        self._file = self._path.open("ab")
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(self._file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.close()
            if error.errno not in _TAKEN:
                raise
            out = self._path.parent.parent
            raise Busy(f"{out}: another run is writing here; wait for it or choose another folder") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()
