"""What an item stands at: by its activities, or as the officer says, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.gui.widgets.parts import Note, button, label
from ttdn_desktop.gui.widgets.tab_ordered import LATE
from ttdn_desktop.services import set_state

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_items import ItemRow

BY_ACTIVITIES = ""
CHOICES = (BY_ACTIVITIES, *TaskState)
_ANY_WIDTH = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_FEWEST_LETTERS = 12


class StateEditor(QWidget):
    """A choice and a reason; nothing is written before "Ghi"."""

    def __init__(self, bench: Workbench) -> None:
        """Build the row, for no item yet."""
        super().__init__()
        self._bench = bench
        self._row: ItemRow | None = None
        self.heading = label("", "heading")
        self._year = bench.year
        self.choice = QComboBox(self)
        self.choice.setSizeAdjustPolicy(_ANY_WIDTH)
        self.choice.setMinimumContentsLength(_FEWEST_LETTERS)
        for choice in CHOICES:
            self.choice.addItem(bench.say(f"tasks.choice.{choice or 'auto'}"), choice)
        self.choice.setAccessibleName(bench.say("tasks.state"))
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(bench.say("tasks.reason"))
        self.reason.setAccessibleName(bench.say("tasks.reason"))
        self.save = button(bench.say("tasks.save"), self._save)
        self.save.setProperty(LATE, True)  # noqa: FBT003 (Qt's)
        self.note = Note(bench.look)
        self._build()
        self.choice.currentIndexChanged.connect(lambda _at: self._look_at())
        self.reason.textChanged.connect(lambda _text: self._look_at())
        self.reason.returnPressed.connect(self._save)

    def show_item(self, row: ItemRow) -> None:
        """Show what an item stands at."""
        year = self._bench.year
        known = self._row is not None and self._row.id == row.id and self._year == year
        same = known and self._is_changed()
        self._row, self._year = row, year
        self.heading.setText(self._bench.say("tasks.state_in", year=year))
        if not same:
            self.choice.setCurrentIndex(CHOICES.index(row.stated or BY_ACTIVITIES))
            self.reason.setText(row.reason)
        self._look_at()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._bench.look.px(6))
        column.addWidget(self.heading)
        row = QHBoxLayout()
        row.setSpacing(self._bench.look.px(8))
        row.addWidget(self.choice, 1)
        row.addWidget(self.save)
        column.addLayout(row)
        column.addWidget(self.reason)
        column.addWidget(self.note)

    def _look_at(self) -> None:
        chosen = CHOICES[self.choice.currentIndex()]
        self.reason.setVisible(chosen != BY_ACTIVITIES)
        self.save.setEnabled(self._is_changed())
        self.note.say(self._warning(chosen))

    def _warning(self, chosen: str) -> str:
        row = self._row
        if row is None:
            return ""
        denied = chosen in (TaskState.NONE, TaskState.NOT_STARTED)
        if denied and row.activities:
            return self._bench.say("tasks.overruled", count=row.activities)
        if denied and not self.reason.text().strip():
            return self._bench.say("tasks.reason_wanted")
        return self._bench.say("tasks.apart") if chosen == TaskState.SEPARATE else ""

    def _is_changed(self) -> bool:
        row = self._row
        if row is None:
            return False
        chosen = CHOICES[self.choice.currentIndex()]
        reason = self.reason.text().strip() if chosen else row.reason
        return (chosen, reason) != (row.stated or BY_ACTIVITIES, row.reason)

    def _save(self) -> None:
        row, year, chosen = self._row, self._year, CHOICES[self.choice.currentIndex()]
        if row is None or not self._is_changed():
            return
        code, reason = row.code, self.reason.text().strip()

        def write(office: Office) -> None:
            if chosen == BY_ACTIVITIES:
                set_state.clear_state(office, year, (code,))
            else:
                set_state.set_state(office, year, (code,), TaskState(chosen), reason)

        said = self._bench.say("tasks.saved", code=code)
        self._bench.jobs.do(write, lambda _none: self._bench.desktop.told.emit(said, "good"))
