"""What dialogs of several steps do on the worker: one thing at a time, stopped if need be."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def start(
        self, label: str, work: Callable[[Office, Task], T], done: Callable[[T], None]
    ) -> None:
        """Begin a work named by the key of its label; its answer is given to `done`."""
        self.busy.emit(True)  # noqa: FBT003 (a signal's)
        task = self.bench.jobs.do_long(self.bench.say(label), work, done, refused=self.refused.emit)
        task.ended.connect(lambda: self.busy.emit(False))  # noqa: FBT003 (as above)
