"""Hiệu lực của văn bản được dẫn: each document, what is known of it, and what took its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit

from ttdn_desktop.domain import citation
from ttdn_desktop.domain.validity import EXPIRED, Standing, validity_of
from ttdn_desktop.gui.dialogs.writing_dialog import WritingDialog
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import keep_validity
from ttdn_desktop.services.keep_validity import ValidityForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.evidence import DocumentReference
    from ttdn_desktop.domain.validity import Key, Validity
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

WIDTH, HEIGHT = 860, 420


@immutable
class ValidityRow:
    """The fields of one document."""

    reference: DocumentReference
    standing: QComboBox
    replaced_by: QLineEdit
    since: DayField

    def form(self) -> ValidityForm:
        """Return what was typed; raises KnownError `day_needed`."""
        chosen = self.standing.currentData()
        return ValidityForm(
            self.reference,
            Standing(chosen) if chosen else None,
            self.replaced_by.text(),
            self.since.day(),
        )


class ValidityDialog(WritingDialog):
    """What is said of a document here is shown wherever it is cited."""

    def __init__(
        self,
        parent: QWidget | None,
        bench: Workbench,
        cited: Sequence[DocumentReference],
        known: Mapping[Key, Validity],
    ) -> None:
        """Show the documents with what is known of them."""
        super().__init__(parent, bench, bench.say("validity.title"), width=WIDTH)
        self._grid = QGridLayout()
        self._build()
        distinct = {citation.identity(each): each for each in cited}
        self.rows = [self._add(each, validity_of(each, known)) for each in distinct.values()]
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def work(self) -> Callable[[Office], str]:
        """Return what writes what was said; raises KnownError as `ValidityRow.form`."""
        forms = [row.form() for row in self.rows]
        told = self.bench.say("validity.written")

        def save(office: Office) -> str:
            keep_validity.save(office, forms)
            return told

        return save

    def _build(self) -> None:
        look, say = self.bench.look, self.bench.say
        self.add_text(say("validity.why"), "quiet")
        inside = ScrolledForm()
        inside.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, look.px(8), 0)
        self._grid.setHorizontalSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(4))
        for column, stretch in enumerate((2, 4, 2)):
            self._grid.setColumnStretch(column, stretch)
        self.body.addWidget(VerticalScroll(inside), 1)
        self.finish(say("validity.write"))
        self.grow(WIDTH, HEIGHT)

    def _add(self, reference: DocumentReference, known: Validity | None) -> ValidityRow:
        say, line = self.bench.say, self._grid.rowCount()
        written = citation.full(reference)
        standing = QComboBox()
        standing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        standing.setAccessibleName(say("validity.standing_of", document=written))
        standing.addItem(say("validity.standing.unknown"), None)
        for each in Standing:
            standing.addItem(say(f"validity.standing.{each}"), each)
        by = QLineEdit(known.replaced_by if known else "")
        by.setPlaceholderText(say("validity.replaced_by"))
        by.setAccessibleName(say("validity.replaced_by"))
        since = DayField(say("validity.since"), say("validity.since"), self.bench.year)
        since.show_day(known.since if known else None)
        row = ValidityRow(reference, standing, by, since)
        standing.currentIndexChanged.connect(lambda _at: _offer(row))
        standing.setCurrentIndex(max(0, standing.findData(known.standing if known else None)))
        _offer(row)
        self._grid.addWidget(label(written, wrap=True), line, 0, 1, 3)
        for column, widget in enumerate((standing, by, since)):
            self._grid.addWidget(widget, line + 1, column)
        self._grid.setRowMinimumHeight(line + 2, self.bench.look.px(8))
        return row


def _offer(row: ValidityRow) -> None:
    """Let be typed what a standing needs."""
    chosen = row.standing.currentData()
    standing = Standing(chosen) if chosen else None
    row.replaced_by.setEnabled(standing is Standing.REPLACED)
    row.since.setEnabled(standing in EXPIRED)
