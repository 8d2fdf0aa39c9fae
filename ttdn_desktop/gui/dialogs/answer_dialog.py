"""Tiếp nhận, đề nghị bổ sung: what came back of a sending, with their số đến."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.edition import Outcome
from ttdn_desktop.gui.dialogs.step_dialog import StepDialog
from ttdn_desktop.gui.widgets.growing_text import GrowingText
from ttdn_desktop.services import send_report
from ttdn_desktop.services.send_report import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.edition import Dispatch
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


class AnswerDialog(StepDialog):
    """Of several sendings one is chosen."""

    def __init__(
        self, parent: QWidget | None, bench: Workbench, sendings: Sequence[Dispatch]
    ) -> None:
        """Ask about sendings, at least one."""
        super().__init__(parent, bench, bench.say("course.answer_title"))
        self.sending, self.outcome = QComboBox(), QComboBox()
        for each in sendings:
            told = f"{each.recipient}, {short(each.sent_on)}"
            self.sending.addItem(told, each.id)
        for outcome in (Outcome.RECEIVED, Outcome.ASKED_BACK):
            self.outcome.addItem(bench.say(f"course.outcome.{outcome}"), outcome)
        self.number, self.remark = QLineEdit(), GrowingText(bench.look, 1, 4)
        self.add_field("sending", self.sending)
        self.add_field("outcome", self.outcome)
        self.day = self.add_day("answered_on", bench.today)
        self.add_field("their_number", self.number)
        self.add_field("remark", self.remark)
        self.outcome.currentIndexChanged.connect(self._name_fields)
        self.finish(bench.say("course.write"))
        self.outcome.setFocus()

    def _name_fields(self) -> None:
        """Ask for what belongs to the answer: their số đến, or the letter that asks for more."""
        asked = self.outcome.currentData() == Outcome.ASKED_BACK
        names = ("wish_number", "wish") if asked else ("their_number", "remark")
        for key, name in zip(("their_number", "remark"), names, strict=True):
            self.fields[key].rename(self.bench.say(f"course.{name}"))

    def work(self) -> Callable[[Office], str]:
        """Return what records the answer."""
        form = Answer(
            outcome=Outcome(self.outcome.currentData()),
            answered_on=self.needed(self.day),
            their_number=self.number.text(),
            note=self.remark.text(),
        )
        identity, say = str(self.sending.currentData()), self.bench.say

        def write(office: Office) -> str:
            known = send_report.answer(office, identity, form)
            return say("course.answered", recipient=known.recipient)

        return write
