"""Workers in processes of their own, or this process alone: tasks in, results out as they come."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

from cleaner import garbage, kept

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Make = Callable[..., Callable[[Any], Any]]

METHOD = "spawn" if sys.platform in ("win32", "darwin") else "forkserver"
"""How workers come to be."""


class Lost(Exception):
    """A worker did not come back with a result; ``args[0]`` is its task, the rest says why."""


class Failed(NamedTuple):
    """What a worker sends when a task raised."""

    error: OSError | None
    trace: str


class _Seat(NamedTuple):
    process: Any
    pipe: Connection


def prepare() -> None:
    """Begin to start the process from which workers are forked; it imports what they need while this one goes on."""
    if METHOD == "forkserver":
        from multiprocessing import forkserver, get_context, resource_tracker

        get_context(METHOD).set_forkserver_preload(["cleaner.preload"])
        resource_tracker.ensure_running()  # its start lets Ctrl-C through again
        with _undisturbed():
            forkserver.ensure_running()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Processes that are started in here never hear of Ctrl-C, which a terminal sends to all of them: this one does."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Crew:
    """``size`` workers, each of which does ``make(*about)(task)``; one worker is this process itself.

    ``make`` and ``about`` are pickled.  Workers end when this process does, however it ends.
    """

    def __init__(self, size: int, make: Make, about: tuple[Any, ...]) -> None:
        self._size, self._make, self._about = size, make, about
        self._do: Callable[[Any], Any] | None = None
        self._seats: list[_Seat] = []
        self._idle: deque[_Seat] = deque()
        self._at_work: dict[Any, tuple[_Seat, Any]] = {}
        self._done: deque[tuple[Any, Any]] = deque()

    def __enter__(self) -> Crew:
        if self._size > 1:
            from multiprocessing import get_context

            prepare()
            context = get_context(METHOD)
            for _ in range(self._size):
                self._hire(context)
        return self

    def _hire(self, context: Any) -> None:
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._make, self._about), daemon=True)
        with _undisturbed():
            process.start()
        theirs.close()
        seat = _Seat(process, ours)
        self._seats.append(seat)
        self._idle.append(seat)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for seat in self._seats:
            if kind is not None:
                seat.process.kill()
            seat.pipe.close()
        for seat in self._seats:
            seat.process.join()

    @property
    def apart(self) -> bool:
        """Whether the workers are processes of their own."""
        return self._size > 1

    @property
    def free(self) -> bool:
        """Whether a task given now would be begun at once."""
        return bool(self._idle) if self._size > 1 else not self._done

    @property
    def busy(self) -> bool:
        """Whether results are still to come."""
        return bool(self._at_work or self._done)

    def give(self, task: Any) -> None:
        """Have a task done.  Only when there is a free worker."""
        if self._size > 1:
            seat = self._idle.popleft()
            self._at_work[seat.pipe] = (seat, task)
            try:
                seat.pipe.send(task)
            except OSError:
                raise self._lost(seat, task) from None
            return
        if self._do is None:
            self._do = self._make(*self._about)
        self._done.append((task, self._do(task)))

    def take(self) -> tuple[Any, Any]:
        """The next task that is done, with its result, as soon as there is one.

        Raises the OSError that the task raised, RuntimeError for what else it raised, and Lost when the worker died.
        """
        if self._size == 1:
            return self._done.popleft()
        from multiprocessing.connection import wait

        pipe: Any = wait(list(self._at_work))[0]
        seat, task = self._at_work.pop(pipe)
        try:
            result = pipe.recv()
        except (EOFError, OSError):
            raise self._lost(seat, task) from None
        if isinstance(result, Failed):
            raise result.error or RuntimeError(result.trace)
        self._idle.append(seat)
        return task, result

    def _lost(self, seat: _Seat, task: Any) -> Lost:
        seat.process.join(5)
        code = seat.process.exitcode
        if code is not None and code < 0:
            return Lost(task, f"was ended by the system ({signal.Signals(-code).name})")
        return Lost(task, f"ended unexpectedly (exit code {code})")


def _serve(pipe: Connection, make: Make, about: tuple[Any, ...]) -> None:
    """A worker's life."""
    garbage.hold()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    do: Callable[[Any], Any] | None = None
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            kept.save()
            return
        try:
            do = do or make(*about)
            result = do(task)
        except OSError as error:
            result = Failed(OSError(error.errno, error.strerror or str(error), error.filename), "")
        except Exception:
            import traceback

            result = Failed(None, traceback.format_exc())
        pipe.send(result)


def _leave_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
