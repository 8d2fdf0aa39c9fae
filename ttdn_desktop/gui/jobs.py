"""Work off the window's thread: one worker owns the data folder, answers come back here.

`ask` reads, `do` changes. What a change has touched is announced once (`changed`), and pages read
anew. A KnownError goes to whoever asked, else to `refused`; anything else is a bug (`crashed`).
An answer to a widget that is gone by then is let go.
"""

from __future__ import annotations

from contextlib import ExitStack
from queue import SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Clock

    Opener = Callable[[Path], AbstractContextManager[Office]]
    Refused = Callable[[KnownError], None]

T = TypeVar("T")
LONG_MS = 600
"""Work that takes longer shows its progress."""

CANCELLED = "cancelled"
"""The key of what a work raises that the officer has stopped: nothing to be told of."""


class Task(QObject):
    """A work that may take long: how far it is, and the way to stop it.

    As the services' `Progress` it is called on the worker, where its signals start from.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, label: str, parent: QObject) -> None:
        """Name the work for the status line."""
        super().__init__(parent)
        self.label = label
        self.is_over = False
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop where it can be stopped with nothing half done."""
        self._stop.set()

    def step(self, done: int, total: int) -> None:
        """Say how far the work is; raises Cancelled where the officer has stopped it."""
        self.go_on()
        self.progressed.emit(done, total)

    def go_on(self) -> None:
        """Raise Cancelled where the officer has stopped the work."""
        if self._stop.is_set():
            from ttdn_desktop.services.ports import Cancelled  # noqa: PLC0415 (after the paint)

            raise Cancelled


class Jobs(QObject):
    """The one worker and its post."""

    changed = Signal(object)  # frozenset[Topic]
    refused = Signal(object)  # KnownError
    crashed = Signal(object)  # BaseException
    long_work = Signal(object)  # Task
    _back = Signal(object)  # Callable[[], None]

    def __init__(self, opener: Opener, clock: Callable[[], Clock]) -> None:
        """Start the worker; `opener` opens a data folder, on the worker; so is `clock` called."""
        super().__init__()
        self._opener = opener
        self._clock = clock
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._newest: dict[str, int] = {}
        self._waiting = 0
        self._is_closing = False
        self._desk = ExitStack()
        self._office: Office | None = None
        self._back.connect(self._give, Qt.ConnectionType.QueuedConnection)
        self._worker = Thread(target=self._work, name="desk")
        self._worker.start()

    @property
    def is_idle(self) -> bool:
        """Tell whether everything that was asked has been answered."""
        return not self._waiting

    def now_ms(self) -> int:
        """Return the instant in UTC milliseconds, out of the one clock."""
        return self._clock().now_ms()

    def open(
        self,
        folder: Path,
        done: Callable[[None], None],
        refused: Refused,
        opener: Opener | None = None,
    ) -> None:
        """Open a data folder in place of the one that is open, in a way of its own if need be."""
        self._post(lambda: self._open(folder, opener or self._opener), done, refused, "")

    def ask(
        self,
        work: Callable[[Office], T],
        done: Callable[[T], None],
        *,
        slot: str = "",
        refused: Refused | None = None,
    ) -> None:
        """Read something. In a named slot only the newest question is answered."""
        self._post(lambda: self._reading(work), done, refused, slot)

    def do(
        self,
        work: Callable[[Office], T],
        done: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> None:
        """Change something, and announce what has been changed."""
        self._post(lambda: self._changing(work), done, refused, "")

    def do_long(
        self,
        label: str,
        work: Callable[[Office, Task], T],
        done: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> Task:
        """Change something that may take long: with progress after 600 ms, and a way to stop."""
        task = Task(label, self)
        QTimer.singleShot(LONG_MS, task, lambda: None if task.is_over else self._announce(task))

        def changing(office: Office) -> T:
            task.go_on()
            return work(office, task)

        self._post(lambda: self._changing(changing), done, refused, "", lambda: _end(task))
        return task

    def do_alone_long(
        self,
        label: str,
        work: Callable[[Clock, Task], T],
        done: Callable[[T], None],
        refused: Refused,
    ) -> Task:
        """Do something without an open folder that may take long; it is shown from its start."""
        task = Task(label, self)
        self._announce(task)

        def working() -> T:
            task.go_on()
            return work(self._clock(), task)

        self._post(working, done, refused, "", lambda: _end(task))
        return task

    def do_alone(
        self, work: Callable[[Clock], T], done: Callable[[T], None], refused: Refused
    ) -> None:
        """Do something without an open folder: the first start."""
        self._post(lambda: work(self._clock()), done, refused, "")

    def do_closed(
        self, work: Callable[[Clock], T], done: Callable[[T], None], refused: Refused
    ) -> None:
        """Close the folder, then do something to it that nobody may have open meanwhile."""

        def alone() -> T:
            self._office = None
            self._desk.close()
            return work(self._clock())

        self._post(alone, done, refused, "")

    def close(self) -> None:
        """Finish the changes that are waiting, close the folder, end the worker."""
        self._is_closing = True
        self._queue.put(None)
        self._worker.join()

    def _announce(self, task: Task) -> None:
        self.long_work.emit(task)

    def _post(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Refused | None,
        slot: str,
        ended: Callable[[], None] | None = None,
    ) -> None:
        number = self._newest.get(slot, 0) + 1
        self._newest[slot] = number
        self._waiting += 1

        def is_stale() -> bool:
            return bool(slot) and self._newest[slot] != number

        def run() -> None:
            answer = _nothing if is_stale() else self._answer(work, done, refused)
            self._back.emit(lambda: take(answer))

        def take(answer: Callable[[], None]) -> None:
            try:
                (ended or _nothing)()
                (_nothing if is_stale() or _is_gone(done) else answer)()
            finally:
                self._waiting -= 1

        self._queue.put(run)

    def _give(self, answer: Callable[[], None]) -> None:
        """Run an answer; as a method of an object of the window's thread, it runs there."""
        answer()

    def _answer(
        self, work: Callable[[], T], done: Callable[[T], None], refused: Refused | None
    ) -> Callable[[], None]:
        try:
            result = work()
        except KnownError as known:
            error = known
            if known.key == CANCELLED:
                return _nothing
            return lambda: (refused or self.refused.emit)(error)
        except Exception as bug:  # noqa: BLE001 (told on the window's thread, whatever it is)
            fault = bug
            return lambda: self.crashed.emit(fault)
        return lambda: done(result)

    def _reading(self, work: Callable[[Office], T]) -> T:
        if self._is_closing:
            from ttdn_desktop.services.ports import Cancelled  # noqa: PLC0415 (after the paint)

            raise Cancelled
        return work(self._opened())

    def _changing(self, work: Callable[[Office], T]) -> T:
        from ttdn_desktop.services.topics import changed_since, tallies  # noqa: PLC0415 (late)

        office = self._opened()
        before = tallies(office)
        try:
            return work(office)
        finally:
            if topics := changed_since(office, before):
                self._back.emit(lambda: self.changed.emit(topics))

    def _opened(self) -> Office:
        if self._office is None:
            raise KnownError("folder_closed")
        return self._office

    def _open(self, folder: Path, opener: Opener) -> None:
        self._office = None
        self._desk.close()
        self._office = self._desk.enter_context(opener(folder))

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            job()
        self._desk.close()


def _is_gone(done: Callable[[T], None]) -> bool:
    """Tell whether an answer would go to a widget that has been deleted in the meantime."""
    owner = getattr(done, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


def _nothing() -> None:
    """Answer nothing."""


def _end(task: Task) -> None:
    task.is_over = True
    task.ended.emit()
    task.deleteLater()
