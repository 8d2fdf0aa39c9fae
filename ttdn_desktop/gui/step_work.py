"""What dialogs of several steps do on the worker: one thing at a time, stopped if need be."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

T = TypeVar("T")


class StepWork(QObject):
    """`busy` is told when a work begins and when it is over, `refused` why one was not done."""

    refused = Signal(object)  # KnownError
    busy = Signal(bool)

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self.bench = bench
        self._task: Task | None = None

    def start(
        self, label: str, work: Callable[[Office, Task], T], done: Callable[[T], None]
    ) -> None:
        """Begin a work named by the key of its label; its answer is given to `done`."""
        self.busy.emit(True)  # noqa: FBT003 (a signal's)
        jobs, told = self.bench.jobs, self.bench.say(label)
        self._task = jobs.do_long(told, work, done, refused=self._on_refused)
        self._task.ended.connect(self._on_ended)

    def stop(self) -> None:
        """Stop what is at work, where it can be stopped with nothing half done."""
        if self._task is not None:
            self._task.cancel()

    def _on_ended(self) -> None:
        self._task = None
        self.busy.emit(False)  # noqa: FBT003 (a signal's)

    def _on_refused(self, error: KnownError) -> None:
        self.refused.emit(error)
