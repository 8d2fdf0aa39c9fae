"""Đã gửi: to whom, how and when a bản phát hành was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from ttdn_desktop.domain.edition import Way
from ttdn_desktop.gui.dialogs.step_dialog import StepDialog
from ttdn_desktop.services import send_report
from ttdn_desktop.services.send_report import Sending

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.edition import Edition
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

_WAYS = (Way.SOFTWARE, Way.EMAIL, Way.POST, Way.DIRECT, Way.FAX, Way.OTHER)
"""The usual way first."""


class SendingDialog(StepDialog):
    """The round's recipient is filled in."""

    def __init__(
        self, parent: QWidget | None, bench: Workbench, edition: Edition, recipient: str
    ) -> None:
        """Ask about one bản phát hành."""
        super().__init__(parent, bench, bench.say("course.send_title", number=edition.number))
        self._edition = edition
        self.recipient, self.remark = QLineEdit(recipient), QLineEdit()
        self.way = QComboBox()
        for way in _WAYS:
            self.way.addItem(bench.say(f"course.way.{way}"), way)
        self.add_field("recipient", self.recipient)
        self.add_field("way", self.way)
        self.day = self.add_day("sent_on", max(bench.today, edition.dated))
        self.add_field("remark", self.remark)
        self.finish(bench.say("course.write"))

    def work(self) -> Callable[[Office], str]:
        """Return what records the sending."""
        form = Sending(
            recipient=self.recipient.text(),
            sent_on=self.needed(self.day),
            way=Way(self.way.currentData()),
            note=self.remark.text(),
        )
        identity, say = self._edition.id, self.bench.say

        def write(office: Office) -> str:
            return say("course.sent", recipient=send_report.send(office, identity, form).recipient)

        return write
