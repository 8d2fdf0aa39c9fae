"""The plan's own number and day, blank in the copy: typed and written right here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.named_field import set_wrong
from ttdn_desktop.gui.widgets.parts import Card, button, label, set_tone
from ttdn_desktop.services import keep_plan

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.plan import Plan
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.confirm_successions import PlanFacts
    from ttdn_desktop.services.office import Office

_ABOUT_NUMBER = "number_missing"


class PlanNumber(Card):
    """Two fields and a button; what is typed stays when the page is read anew."""

    def __init__(self, bench: Workbench) -> None:
        """Build the row."""
        super().__init__(bench.look, edge=10)
        self._bench = bench
        say = bench.say
        self.number = QLineEdit()
        self.number.setPlaceholderText(say("plan.number_hint"))
        self.number.setAccessibleName(say("plan.number"))
        self.day = DayField(say("plan.day"), say("plan.day_hint"), bench.today.year)
        self.write = button(say("plan.write"), self.save)
        self.state = label("", "small", wrap=True)
        self.error = label("", "error", wrap=True)
        self._kept = ("", "")
        self._build()
        for field in (self.number, self.day):
            field.returnPressed.connect(self.save)

    def show_plan(self, facts: PlanFacts) -> None:
        """Show what is known; what is typed and not written is left alone."""
        self.day.year = facts.month.year
        if self._typed() != self._kept:
            return
        number = facts.number or ""
        whole = number if "/" in number or not number else number + facts.number_suffix
        self.number.setText(whole)
        self.day.show_day(facts.issued_on)
        self._kept = self._typed()
        known = bool(number and facts.issued_on)
        month = f"{facts.month.month}/{facts.month.year}"
        key = "plan.number_known" if known else "plan.number_blank"
        self.state.setText(self._bench.say(key, month=month))
        set_tone(self.state, "" if known else "warn")

    def save(self) -> None:
        """Write number and day, or say below a field what is wrong with it."""
        number = self.number.text()
        self._say(None)
        try:
            number = keep_plan.number_of(number)
            day = self.day.day()
        except KnownError as wrong:
            self._say(wrong)
            return
        if day is None:
            self._say(KnownError("plan_day_missing"))
            return
        self._write(number, day)

    def _write(self, number: str, day: date) -> None:
        def write(office: Office) -> Plan:
            return keep_plan.set_number(office, number, day)

        self.write.setEnabled(False)
        self._bench.jobs.do(write, self._written, refused=self._refused)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.day.setMinimumWidth(look.px(110))
        for key, field, share in (("number", self.number, 3), ("day", self.day, 2)):
            row.addWidget(label(say(f"plan.{key}"), "quiet"))
            row.addWidget(field, share)
            row.addSpacing(look.px(8))
        row.addWidget(self.write)
        row.addStretch(1)
        self.column.setSpacing(look.px(4))
        self.column.addLayout(row)
        self.column.addWidget(self.state)
        self.column.addWidget(self.error)
        self.error.hide()

    def _typed(self) -> tuple[str, str]:
        return self.number.text().strip(), self.day.text().strip()

    def _written(self, _plan: Plan) -> None:
        self._kept = self._typed()
        self.write.setEnabled(True)
        self._bench.desktop.told.emit(self._bench.say("plan.number_written"), "good")

    def _refused(self, error: KnownError) -> None:
        self.write.setEnabled(True)
        if error.key == _ABOUT_NUMBER:
            self._say(error)
        else:
            self._bench.jobs.refused.emit(error)

    def _say(self, error: KnownError | None) -> None:
        about_number = error is not None and error.key == _ABOUT_NUMBER
        self.error.setText(self._bench.words.refusal(error) if error else "")
        self.error.setVisible(error is not None)
        self.state.setVisible(error is None)
        set_wrong(self.number, wrong=about_number)
        set_wrong(self.day, wrong=error is not None and not about_number)
        if error:
            (self.number if about_number else self.day).setFocus()
