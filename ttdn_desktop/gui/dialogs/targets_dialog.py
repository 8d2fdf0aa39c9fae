"""Kế hoạch năm: a number beside each indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit

from ttdn_desktop.domain.numbers import grouped, parse_quantity
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.widgets.named_field import set_wrong
from ttdn_desktop.gui.widgets.parts import Note, label
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.services import keep_targets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

WIDTH, HEIGHT = 720, 520
_Found = tuple["tuple[Indicator, ...]", "Mapping[str, Decimal]"]


class TargetsDialog(Dialog):
    """What is blank has no target."""

    def __init__(self, parent: QWidget | None, bench: Workbench) -> None:
        """Ask for the targets of the year that is looked at."""
        title = bench.say("rounds.targets", year=bench.year)
        super().__init__(parent, bench.look, title, width=WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._year = bench, bench.year
        self.fields: dict[str, QLineEdit] = {}
        self._before: Mapping[str, Decimal] = {}
        self._grid = QGridLayout()
        self.wrong = Note(bench.look, "warn")
        self._build()
        bench.jobs.ask(self._ask, self._show)

    def values(self) -> Mapping[str, Decimal | None]:
        """Return what was typed otherwise than before; raises KnownError as `parse_quantity`."""
        found: dict[str, Decimal | None] = {}
        for code, field in self.fields.items():
            set_wrong(field, wrong=True)
            typed = parse_quantity(field.text()) if field.text().strip() else None
            set_wrong(field, wrong=False)
            if typed != self._before.get(code):
                found[code] = typed
        return found

    def write(self) -> None:
        """Write what was changed, as one change."""
        try:
            changed = self.values()
        except KnownError as wrong:
            self.wrong.say(self._bench.words.refusal(wrong))
            return
        year = self._year
        if not changed:
            self.accept()
            return
        self._bench.jobs.do(
            lambda office: keep_targets.put(office, year, changed),
            lambda left: self._on_written(len(left)),
            refused=lambda error: self.wrong.say(self._bench.words.refusal(error)),
        )

    def _ask(self, office: Office) -> _Found:
        catalogue = tuple(office.surroundings().catalogue.values())
        return catalogue, keep_targets.of_year(office, self._year)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        self.add_text(say("rounds.targets_why"), "quiet")
        inside = ScrolledForm()
        inside.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, look.px(8), 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(VerticalScroll(inside), 1)
        self.body.addWidget(self.wrong)
        self.add_button(say("dialogs.cancel"), self.reject)
        self.add_button(say("rounds.write"), self.write, "primary")
        self.grow(WIDTH, HEIGHT)

    def _show(self, found: _Found) -> None:
        catalogue, self._before = found
        for line, each in enumerate(catalogue):
            value = self._before.get(each.code)
            field = QLineEdit("" if value is None else grouped(value))
            field.setAccessibleName(f"{each.code} {each.name}")
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(self._bench.look.px(110))
            self.fields[each.code] = field
            self._grid.addWidget(label(each.code, "quiet"), line, 0)
            self._grid.addWidget(label(each.name, wrap=True), line, 1)
            self._grid.addWidget(field, line, 2)
            self._grid.addWidget(label(each.unit, "quiet"), line, 3)
        if self.fields:
            next(iter(self.fields.values())).setFocus()

    def _on_written(self, count: int) -> None:
        told = self._bench.say("rounds.targets_written", year=self._year, count=count)
        self._bench.desktop.told.emit(told, "good")
        self.accept()
