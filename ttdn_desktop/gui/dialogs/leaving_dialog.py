"""Before the program ends: the last backup at work, or why it was not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from ttdn_desktop.gui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words


class LeavingDialog(Dialog):
    """With a task it shows how far that is; without one it asks what to do now."""

    left_anyway = Signal()
    again = Signal()

    def __init__(self, parent: QWidget, words: Words, look: Look, task: Task | None) -> None:
        """Build the dialog."""
        title = "backup.leaving" if task else "backup.not_made"
        super().__init__(parent, look, words.say(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._task = task
        if task is not None:
            self._show_progress(task)
        self.add_button(words.say("backup.stay"), self.reject)
        self.add_button(words.say("backup.leave_anyway"), self._leave, "danger")
        if task is None:
            self.add_button(words.say("backup.again"), self._try_again, "primary").setFocus()

    @property
    def asks(self) -> bool:
        """Whether the backup was not made, and it is asked what to do now."""
        return self._task is None

    def _show_progress(self, task: Task) -> None:
        self.add_text(task.label)
        bar = QProgressBar(self)
        bar.setTextVisible(False)
        bar.setRange(0, 0)
        self.body.addWidget(bar)

        def show(done: int, total: int) -> None:
            bar.setRange(0, total)
            bar.setValue(done)

        task.progressed.connect(show, Qt.ConnectionType.QueuedConnection)

    def reject(self) -> None:
        """Stay, as Escape says."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _leave(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.accept()
        self.left_anyway.emit()

    def _try_again(self) -> None:
        self.accept()
        self.again.emit()
