"""Đã ký: on what day a bản trình was signed, by whom and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ttdn_desktop.gui.dialogs.step_dialog import StepDialog
from ttdn_desktop.services import issue_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.follow_report import Course
    from ttdn_desktop.services.office import Office


class SignDialog(StepDialog):
    """Who signs on the report's day is filled in."""

    def __init__(self, parent: QWidget | None, bench: Workbench, course: Course) -> None:
        """Ask about the bản trình that is not issued yet."""
        made, signer = course.fresh, course.signer
        self._ordinal, self._id = (made.ordinal, made.id) if made else (0, "")
        super().__init__(parent, bench, bench.say("course.sign_title", ordinal=self._ordinal))
        self.day = self.add_day("signed_on", bench.today)
        self.name = QLineEdit(signer.name if signer else "")
        self.position = QLineEdit(signer.title.replace("\n", ", ") if signer else "")
        self.add_field("signer_name", self.name)
        self.add_field("signer_title", self.position)
        self.finish(bench.say("course.write"))

    def work(self) -> Callable[[Office], str]:
        """Return what records the signing."""
        day, name, position = self.needed(self.day), self.name.text(), self.position.text()
        identity, say, ordinal = self._id, self.bench.say, self._ordinal

        def write(office: Office) -> str:
            issue_report.mark_signed(office, identity, day, name, position)
            return say("course.signed", ordinal=ordinal)

        return write
