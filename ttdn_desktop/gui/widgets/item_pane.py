"""One item of the plan in full: its words, who is named, its state, what was done for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ttdn_desktop.domain import citation
from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.validity import validity_of
from ttdn_desktop.gui.dialogs.validity_dialog import ValidityDialog
from ttdn_desktop.gui.widgets.deeds_list import DeedsList
from ttdn_desktop.gui.widgets.parts import Card, button, label, rule
from ttdn_desktop.gui.widgets.state_editor import StateEditor
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.gui.wishes import NewActivity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLabel

    from ttdn_desktop.domain.evidence import DocumentReference
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.show_items import ItemRow


class ItemPane(Card):
    """Shows the item that the list has chosen."""

    def __init__(self, bench: Workbench) -> None:
        """Build the pane, with nothing in it."""
        super().__init__(bench.look)
        self._bench = bench
        self._row: ItemRow | None = None
        self.place = label("", "small", wrap=True)
        self.title = _reading("heading")
        self.text = _reading()
        self.facts = QGridLayout()
        self.state = StateEditor(bench)
        self.deeds = DeedsList(bench)
        self.more = _reading("quiet")
        self.validity = button(bench.say("validity.act"), self.open_validity, "link")
        self._build()
        self.show_item(None)

    @property
    def code(self) -> str:
        """The code of the item that is shown, "" where there is none."""
        return self._row.code if self._row else ""

    def show_item(self, row: ItemRow | None) -> None:
        """Show an item, or nothing."""
        self._row = row
        self._scroll.setVisible(row is not None)
        self._foot.setVisible(row is not None)
        if row is None:
            return
        self.place.setText(f"{row.code} · {self._heading(row)}")
        self.title.setText(row.title)
        self.text.setText(row.body)
        self.text.setVisible(bool(row.body))
        self._show_facts(row)
        self.more.setText("\n".join(self._more(row)))
        self.more.setVisible(bool(self.more.text()))
        self.validity.setVisible(bool(row.cited))
        self.state.show_item(row)
        self.deeds.show_item(row)
        self._new.setEnabled(row.involvement is not None or row.activities > 0)
        self._scroll.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(10))
        self.facts.setColumnStretch(1, 1)
        self.facts.setHorizontalSpacing(look.px(12))
        self.facts.setVerticalSpacing(look.px(4))
        column.addWidget(self.place)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(self.facts)
        column.addWidget(self.more)
        column.addWidget(self.validity, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(rule())
        column.addWidget(self.state)
        column.addWidget(rule())
        column.addWidget(self.deeds)
        column.addStretch(1)
        self._scroll = VerticalScroll(inside, by_keys=True)
        self.column.addWidget(self._scroll, 1)
        self._new = button(say("tasks.new"), self._new_activity)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addStretch(1)
        foot.addWidget(self._new)
        self.column.addWidget(self._foot)

    def _heading(self, row: ItemRow) -> str:
        from ttdn_desktop.gui.pages.tasks_page import part_key  # noqa: PLC0415 (the page builds us)

        part = self._bench.say(part_key(row))
        return f"{part} · {row.group_title}" if row.group_title else part

    def _show_facts(self, row: ItemRow) -> None:
        while self.facts.count():
            widget: QWidget | None = self.facts.takeAt(0).widget()
            if widget is not None:
                widget.deleteLater()
        told = (
            ("lead", row.lead_text),
            ("support", row.support_text),
            ("period", row.period_text),
        )
        for line, (key, text) in enumerate(pair for pair in told if pair[1]):
            self.facts.addWidget(label(self._bench.say(f"tasks.{key}"), "quiet"), line, 0, _TOP)
            value = _reading()
            value.setText(text)
            self.facts.addWidget(value, line, 1)

    def _more(self, row: ItemRow) -> Iterator[str]:
        if row.cited:
            yield self._bench.say("tasks.cited")
            yield from (f"– {self._cited(each, row)}" for each in row.cited)
        if row.notes:
            yield self._bench.say("tasks.notes")
            yield from (f"– {note}" for note in row.notes)

    def _cited(self, reference: DocumentReference, row: ItemRow) -> str:
        """Return a citation with what is known of its validity."""
        written, known = citation.full(reference), validity_of(reference, row.validities)
        if known is None:
            return written
        since = short(known.since) if known.since else ""
        key = f"validity.told.{known.standing}" + ("_since" if since else "")
        told = self._bench.say(key, replaced_by=known.replaced_by, since=since)
        return f"{written} ({told})"

    def open_validity(self) -> ValidityDialog | None:
        """Open what is known of the documents that the item cites."""
        if self._row is None:
            return None
        row = self._row
        dialog = ValidityDialog(self.window(), self._bench, row.cited, row.validities)
        dialog.open()
        return dialog

    def _new_activity(self) -> None:
        if self._row is not None:
            self._bench.open("activities", NewActivity((self._row.code,)))


_TOP = Qt.AlignmentFlag.AlignTop


def _reading(role: str = "") -> QLabel:
    """Return a label for the plan's own words: wrapped, and to be copied."""
    made = label("", role, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
