"""After a split: each item of the plan with its text, and beside it who takes it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.succession import EVERYTHING
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.widgets.parts import Note, label
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.services import choose_heirs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.choose_heirs import HeirRow
    from ttdn_desktop.services.office import Office

WIDTH, HEIGHT = 900, 520


class HeirsDialog(Dialog):
    """What a chooser is left blank for stays with the old body, and is asked for again."""

    def __init__(self, parent: QWidget | None, bench: Workbench, code: str = "") -> None:
        """Ask for one reorganisation by its code, or for all that nobody has chosen."""
        super().__init__(parent, bench.look, bench.say("units.choose"), width=WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._code = bench, code
        self._rows: tuple[HeirRow, ...] = ()
        self.choosers: list[QComboBox] = []
        self.note = Note(bench.look, "warn")
        self._grid = QGridLayout()
        self._build()
        bench.jobs.ask(self._ask, self._show)

    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """Return what was chosen otherwise than before, by reorganisation: item to heir's id."""
        changed: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row, chooser in zip(self._rows, self.choosers, strict=True):
            wanted, before = chooser.currentData(), row.heir.id if row.heir else None
            if wanted and wanted != before:
                changed[row.succession][row.code] = wanted
        return changed

    def write(self) -> None:
        """Write what was chosen, as one change."""
        changed = self.choices()

        def work(office: Office) -> int:
            choose_heirs.choose(office, changed)
            return sum(map(len, changed.values()))

        if changed:
            self._bench.jobs.do(work, self._on_written, refused=self._refuse)
        else:
            self.accept()

    def _ask(self, office: Office) -> tuple[HeirRow, ...]:
        if self._code:
            return choose_heirs.rows(office, self._code)
        return choose_heirs.undecided(office)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        self.add_text(say("units.choose_why"), "quiet")
        inside = ScrolledForm()
        inside.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, look.px(8), 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(8))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        self._scroll = VerticalScroll(inside)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.note)
        self.add_button(say("dialogs.cancel"), self.reject)
        self.add_button(say("units.write"), self.write, "primary")
        self.grow(WIDTH, HEIGHT)

    def _show(self, rows: Sequence[HeirRow]) -> None:
        self._rows, before, line = tuple(rows), "", 0
        for row in self._rows:
            if row.succession != before:
                before = row.succession
                old = "; ".join(row.origins)
                told = self._bench.say("units.choose_of", code=before, old=old, day=short(row.on))
                self._grid.addWidget(label(told, "heading", wrap=True), line, 0, 1, 2)
                line += 1
            self._add(row, line)
            line += 1
        self._grid.setRowStretch(line, 1)
        self.note.say("" if rows else self._bench.say("units.all_chosen"))
        if self.choosers:
            self.choosers[0].setFocus()

    def _add(self, row: HeirRow, line: int) -> None:
        rest = self._bench.say("units.rest")
        text = rest if row.code == EVERYTHING else f"{row.code}  {row.title}"
        chooser = QComboBox()
        chooser.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        chooser.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chooser.setAccessibleName(text)
        chooser.addItem(self._bench.say("units.not_chosen"), None)
        for candidate in row.candidates:
            chooser.addItem(candidate.name, candidate.id)
        chooser.setCurrentIndex(max(0, chooser.findData(row.heir.id if row.heir else None)))
        self.choosers.append(chooser)
        self._grid.addWidget(label(text, wrap=True), line, 0)
        self._grid.addWidget(chooser, line, 1, Qt.AlignmentFlag.AlignTop)

    def _on_written(self, count: int) -> None:
        self._bench.desktop.told.emit(self._bench.say("units.chosen", count=count), "good")
        self.accept()

    def _refuse(self, error: KnownError) -> None:
        self.note.say(self._bench.words.refusal(error))
