"""Cán bộ phụ trách: who looks after the work, filled in and corrected in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit

from ttdn_desktop.domain.officer import Mode, Officer
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.gui.widgets.parts import Card, button, label, set_tone
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import keep_officer
from ttdn_desktop.services.keep_officer import OfficerForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


@immutable
class Place:
    """Where a field stands in the grid: row, column, how many columns it takes."""

    row: int
    column: int
    span: int = 1


LINES: Mapping[str, Place] = {
    "name": Place(0, 0),
    "title": Place(0, 1),
    "phone": Place(1, 0),
    "email": Place(1, 1),
    "decision": Place(2, 0, 2),
}
"""The fields that are one line of words, by their name in the form."""

_NAMES_ERROR = {"officer_unnamed": "name", "day_needed": "since"}
"""Which field a refusal speaks of."""


class OfficerCard(Card):
    """What is typed stays until it is written, also when the folder changes meanwhile."""

    def __init__(self, bench: Workbench) -> None:
        """Build the form; nothing is read yet."""
        super().__init__(bench.look, bench.say("settings.officer"))
        self._bench = bench
        self.lines = {key: QLineEdit() for key in LINES}
        self.mode = QComboBox()
        self.since = DayField("", bench.say("settings.day_hint"), bench.today.year)
        self._fields: dict[str, NamedField] = {}
        self.state = label("", "small", wrap=True)
        self.write = button(bench.say("settings.write"), self.save, "primary")
        self._build()
        self._kept = self._typed()
        self._listen()

    @property
    def is_changed(self) -> bool:
        """Tell whether something is typed that is not written."""
        return self._typed() != self._kept

    def refresh(self) -> None:
        """Read who is in charge; what is typed and not written is left alone."""
        self._bench.jobs.ask(keep_officer.current, self._show, slot="officer")

    def save(self) -> None:
        """Write what is typed, or say below a field what is wrong with it."""
        self._tell_wrong(None)
        try:
            form = self._form()
        except KnownError as wrong:
            self._tell_wrong(wrong)
            return

        def write(office: Office) -> Officer:
            return keep_officer.save(office, form)

        self.write.setEnabled(False)
        self._bench.jobs.do(write, self._written, refused=self._refused)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        for key, place in LINES.items():
            self._place(grid, key, self.lines[key], place)
        for mode in (Mode.PART_TIME, Mode.FULL_TIME):
            self.mode.addItem(say(f"settings.mode.{mode}"), mode)
        self._place(grid, "mode", self.mode, Place(3, 0))
        self._place(grid, "since", self.since, Place(3, 1))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.column.addWidget(label(say("settings.successor"), "small", wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        foot.addWidget(self.state, 1)
        foot.addWidget(self.write)
        self.column.addLayout(foot)

    def _place(self, grid: QGridLayout, key: str, field: QWidget, place: Place) -> None:
        named = NamedField(self._bench.look, self._bench.say(f"settings.{key}"), field)
        self._fields[key] = named
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(named, place.row, place.column, 1, place.span, top)

    def _listen(self) -> None:
        for line in (*self.lines.values(), self.since):
            line.textChanged.connect(lambda _text: self._show_state())
        self.mode.currentIndexChanged.connect(lambda _number: self._show_state())

    def _show(self, officer: Officer | None) -> None:
        if self.is_changed:
            return
        for key, line in self.lines.items():
            line.setText(getattr(officer, key) if officer else "")
            line.setCursorPosition(0)
        mode = officer.mode if officer else Mode.PART_TIME
        self.mode.setCurrentIndex(self.mode.findData(mode))
        self.since.show_day(officer.since if officer else None)
        self._kept = self._typed()
        self._show_state()

    def _typed(self) -> tuple[str, ...]:
        words = tuple(line.text().strip() for line in self.lines.values())
        return (*words, str(self.mode.currentData()), self.since.text().strip())

    def _form(self) -> OfficerForm:
        words = {key: line.text() for key, line in self.lines.items()}
        return OfficerForm(
            name=words["name"],
            title=words["title"],
            phone=words["phone"],
            email=words["email"],
            decision=words["decision"],
            mode=Mode(self.mode.currentData()),
            since=self.since.day(),
        )

    def _written(self, _officer: Officer) -> None:
        self.write.setEnabled(True)
        self._kept = self._typed()
        self._show_state()
        self._bench.desktop.told.emit(self._bench.say("settings.officer_written"), "good")
        self.refresh()

    def _refused(self, error: KnownError) -> None:
        self.write.setEnabled(True)
        if error.key in _NAMES_ERROR:
            self._tell_wrong(error)
        else:
            self._bench.jobs.refused.emit(error)

    def _tell_wrong(self, error: KnownError | None) -> None:
        wrong = _NAMES_ERROR[error.key] if error else ""
        for key, field in self._fields.items():
            field.say(self._bench.words.refusal(error) if error and key == wrong else "")
        if wrong:
            self._fields[wrong].field.setFocus()

    def _show_state(self) -> None:
        changed = self.is_changed
        self.state.setText(self._bench.say("settings.unwritten") if changed else "")
        set_tone(self.state, "warn" if changed else "")
