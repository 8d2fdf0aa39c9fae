"""Kế hoạch năm: a number beside each indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit

from ttdn_desktop.domain.numbers import grouped, parse_quantity
from ttdn_desktop.gui.dialogs.writing_dialog import WritingDialog
from ttdn_desktop.gui.widgets.named_field import set_wrong
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.services import keep_targets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

WIDTH, HEIGHT = 720, 520
_Found = tuple["tuple[Indicator, ...]", "Mapping[str, Decimal]"]


class TargetsDialog(WritingDialog):
    """What is blank has no target."""

    def __init__(self, parent: QWidget | None, bench: Workbench) -> None:
        """Ask for the targets of the year that is looked at."""
        title = bench.say("rounds.targets", year=bench.year)
        super().__init__(parent, bench, title, width=WIDTH)
        self._year = bench.year
        self.fields: dict[str, QLineEdit] = {}
        self._before: Mapping[str, Decimal] = {}
        self._grid = QGridLayout()
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

    def work(self) -> Callable[[Office], str] | None:
        """Return what writes the targets that were changed; raises KnownError as `values`."""
        changed, year, say = self.values(), self._year, self.bench.say

        def put(office: Office) -> str:
            left = keep_targets.put(office, year, changed)
            return say("rounds.targets_written", year=year, count=len(left))

        return put if changed else None

    def _ask(self, office: Office) -> _Found:
        catalogue = tuple(office.surroundings().catalogue.values())
        return catalogue, keep_targets.of_year(office, self._year)

    def _build(self) -> None:
        look, say = self.bench.look, self.bench.say
        self.add_text(say("rounds.targets_why"), "quiet")
        inside = ScrolledForm()
        inside.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, look.px(8), 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(VerticalScroll(inside), 1)
        self.finish(say("rounds.write"))
        self.grow(WIDTH, HEIGHT)

    def _show(self, found: _Found) -> None:
        catalogue, self._before = found
        for line, each in enumerate(catalogue):
            value = self._before.get(each.code)
            field = QLineEdit("" if value is None else grouped(value))
            field.setAccessibleName(f"{each.code} {each.name}")
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(self.bench.look.px(110))
            self.fields[each.code] = field
            self._grid.addWidget(label(each.code, "quiet"), line, 0)
            self._grid.addWidget(label(each.name, wrap=True), line, 1)
            self._grid.addWidget(field, line, 2)
            self._grid.addWidget(label(each.unit, "quiet"), line, 3)
        if self.fields:
            next(iter(self.fields.values())).setFocus()
