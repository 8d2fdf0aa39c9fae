"""One name that nobody knows: four things that it may be, each with what is to be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.gui.body_drafts import BodyDraft, Meaning
from ttdn_desktop.gui.widgets.choosing_edit import ChoosingEdit
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.field import Field
from ttdn_desktop.gui.widgets.names_edit import NamesEdit
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.services import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.gui.matching import Choice
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.listed_names import UnknownUnit

WIDTH = 390
"""The least that the fields need."""

KINDS = (
    UnitKind.DEPARTMENT,
    UnitKind.COMMUNE,
    UnitKind.PARTY,
    UnitKind.FRONT,
    UnitKind.ASSOCIATION,
    UnitKind.PRESS,
    UnitKind.POLICE,
    UnitKind.ARMED_FORCES,
    UnitKind.MINISTRY,
    UnitKind.OTHER,
)
"""What a new body may be, the likeliest first."""


class UnknownBodyPane(VerticalScroll):
    """`changed` when something was said; `draft` is all of it."""

    changed = Signal()

    def __init__(self, bench: Workbench, choices: Sequence[Choice]) -> None:
        """Offer the known bodies; their keys are their names."""
        super().__init__(ScrolledForm())
        say = bench.say
        self._bench, self._choices = bench, tuple(choices)
        self._filling = False
        self.name = label(role="heading", wrap=True)
        self.where = label(role="quiet", wrap=True)
        self.meanings = {each: QRadioButton(say(f"import.names_{each}")) for each in Meaning}
        self.other = ChoosingEdit()
        self.kind = QComboBox()
        self.official = QLineEdit()
        self.origins = NamesEdit(bench, say("import.names_origins"), say("units.origins_hint"))
        self.day = DayField(say("units.on"), say("units.on_hint"), bench.year)
        self.basis = QLineEdit()
        self._build()
        self._listen()

    def show_name(self, unknown: UnknownUnit, draft: BodyDraft) -> None:
        """Show a name and what was said of it; the bodies that look like it are offered first."""
        say = self._bench.say
        self._filling = True
        nearest = [choice for each in unknown.nearest for choice in self._known_as(each)]
        near = dict.fromkeys(choice.key for choice in nearest)
        offered = (*nearest, *(each for each in self._choices if each.key not in near))
        self.name.setText(unknown.name)
        told = [say("import.names_in_tasks", codes=", ".join(unknown.codes))]
        if near:
            told.append(say("import.names_nearest", names="; ".join(near)))
        self.where.setText(" ".join(told))
        self.official.setPlaceholderText(unknown.name)
        for field in (self.other, self.origins):
            field.offer(offered)
        self._fill(draft)
        self._filling = False

    def draft(self) -> BodyDraft:
        """Return what stands in the fields. Qt hands an enum of words back as a word."""
        kind = self.kind.currentData()
        return BodyDraft(
            next(each for each, radio in self.meanings.items() if radio.isChecked()),
            self.other.text(),
            UnitKind(kind) if kind else None,
            self.official.text(),
            self.origins.names(),
            self.day.text(),
            self.basis.text(),
        )

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen."""
        for radio in self.meanings.values():
            if radio.isChecked():
                radio.setFocus()

    def _known_as(self, name: str) -> Iterator[Choice]:
        """Yield the body of an official name, which it may bear no more."""
        yield from (each for each in self._choices if name == each.key)
        yield from (each for each in self._choices if name != each.key and name in each.more)

    def _fill(self, draft: BodyDraft) -> None:
        self.meanings[draft.means].setChecked(True)
        self.other.setText(draft.other)
        self.kind.setCurrentIndex(max(0, self.kind.findData(draft.kind)))
        self.official.setText(draft.official)
        self.origins.edit.clear()
        self.origins.set_names(draft.origins)
        self.day.setText(draft.day)
        self.basis.setText(draft.basis)
        self._show_fields()

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        self.basis.setPlaceholderText(say("units.basis_hint"))
        self.other.setPlaceholderText(say("import.names_known_hint"))
        self.kind.addItem(say("import.names_kind_none"), None)
        for kind in KINDS:
            self.kind.addItem(shipped.kind_label(kind), kind)
        column = QVBoxLayout(self.widget())
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.name)
        column.addWidget(self.where)
        self._fields = {meaning: self._below(meaning) for meaning in Meaning}
        for meaning, radio in self.meanings.items():
            column.addWidget(radio)
            column.addWidget(self._fields[meaning])
        column.addStretch(1)
        self.setMinimumWidth(look.px(WIDTH))

    def _below(self, meaning: Meaning) -> QWidget:
        """Return what is to be said where a name has a meaning."""
        look, say = self._bench.look, self._bench.say
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(look.px(24), 0, 0, look.px(4))
        column.setSpacing(look.px(8))
        if meaning is Meaning.OTHER:
            known = Field(look, say("import.names_known"), self.other)
            known.say(say("import.names_known_note"))
            column.addWidget(known)
        elif meaning is Meaning.NEW:
            column.addWidget(Field(look, say("import.names_kind"), self.kind))
            column.addWidget(Field(look, say("import.names_official"), self.official))
        elif meaning is Meaning.SUCCESSOR:
            origins = Field(look, say("import.names_origins"), self.origins)
            origins.say(say("import.names_successor_note"))
            column.addWidget(origins)
            column.addWidget(Field(look, say("units.on"), self.day))
            column.addWidget(Field(look, say("units.basis"), self.basis))
        return made

    def _listen(self) -> None:
        for radio in self.meanings.values():
            radio.toggled.connect(self._on_meaning)
        for line in (self.other, self.official, self.day, self.basis):
            line.textChanged.connect(lambda _text: self._tell())
        self.kind.currentIndexChanged.connect(lambda _at: self._tell())
        self.origins.changed.connect(self._tell)

    def _on_meaning(self, on: bool) -> None:  # noqa: FBT001 (a signal's)
        if on:
            self._show_fields()
            self._tell()

    def _show_fields(self) -> None:
        for meaning, radio in self.meanings.items():
            shown = radio.isChecked() and meaning is not Meaning.KEPT
            self._fields[meaning].setVisible(shown)

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()
