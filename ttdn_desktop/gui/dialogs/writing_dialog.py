"""A dialog that writes something: what is wrong with it is told below, else it is told and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.widgets.parts import Note

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


class WritingDialog(Dialog):
    """Subclasses add their fields, then `finish`, and return from `work` what is to be written."""

    def __init__(
        self, parent: QWidget | None, bench: Workbench, title: str, width: int = 480
    ) -> None:
        """Build the frame; `width` is in pixels of the 100 % drawing."""
        super().__init__(parent, bench.look, title, width=width)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bench = bench
        self.wrong = Note(bench.look, "warn")

    def work(self) -> Callable[[Office], str] | None:
        """Return what writes and then tells it in a sentence; None where nothing was changed.

        Raises KnownError where what is typed cannot be written.
        """
        raise NotImplementedError

    def write(self) -> None:
        """Write what is typed, as one change, or say below what is wrong with it."""
        self.wrong.say("")
        try:
            work = self.work()
        except KnownError as wrong:
            self.refuse(wrong)
            return
        if work is None:
            self.accept()
            return
        self.act.setEnabled(False)
        self.bench.jobs.do(work, self._written, refused=self.refuse)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not written."""
        self.act.setEnabled(True)
        self.wrong.say(self.bench.words.refusal(error))

    def finish(self, act: str) -> None:
        """Add what is said of mistakes, and the buttons."""
        self.body.addWidget(self.wrong)
        self.add_button(self.bench.say("dialogs.cancel"), self.reject)
        self.act = self.add_button(act, self.write, "primary")

    def _written(self, told: str) -> None:
        self.bench.desktop.told.emit(told, "good")
        self.accept()
