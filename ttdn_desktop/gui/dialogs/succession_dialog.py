"""Ghi sắp xếp tổ chức: who, into whom, from when, on what basis; said back before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from ttdn_desktop.domain.reorganisation import Wish
from ttdn_desktop.domain.succession import SuccessionKind
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.matching import Choice
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.field import Field
from ttdn_desktop.gui.widgets.names_edit import NamesEdit
from ttdn_desktop.gui.widgets.parts import Note
from ttdn_desktop.services import succeed_units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_units import UnitLine
    from ttdn_desktop.services.succeed_units import Prepared

WIDTH = 700
KINDS = (
    SuccessionKind.RENAME,
    SuccessionKind.MERGE,
    SuccessionKind.SPLIT,
    SuccessionKind.TRANSFER,
    SuccessionKind.DISSOLVE,
)
"""As they are offered, the most frequent first."""


class SuccessionDialog(Dialog):
    """`recorded` tells what was written; what it leaves to be chosen is asked for by others."""

    recorded = Signal(object)  # Prepared

    def __init__(
        self, parent: QWidget | None, bench: Workbench, lines: Sequence[UnitLine], chosen: str = ""
    ) -> None:
        """Offer the bodies; `chosen` is the name of the one to be reorganised, if any."""
        super().__init__(parent, bench.look, bench.say("units.succeed"), width=WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        say = bench.say
        self.kind = QComboBox()
        for kind in KINDS:
            self.kind.addItem(say(f"units.kind.{kind}"), kind)
        self.origins = NamesEdit(bench, say("units.origins"), say("units.origins_hint"))
        self.heirs = NamesEdit(bench, say("units.heirs"), say("units.heirs_hint"))
        self.day = DayField(say("units.on"), say("units.on_hint"), bench.year)
        self.basis = QLineEdit()
        self.basis.setPlaceholderText(say("units.basis_hint"))
        self.codes = QLineEdit()
        self.codes.setPlaceholderText(say("units.codes_hint"))
        self.told = Note(bench.look, "plain")
        self.wrong = Note(bench.look, "warn")
        self._build(lines)
        if chosen:
            self.origins.set_names((chosen,))
        self._on_kind()

    def wish(self) -> Wish | None:
        """Return what was typed; None while the day is missing. Raises KnownError `day_needed`."""
        day = self.day.day()
        if day is None:
            return None
        kind, heirs = self.present_kind(), self.heirs.names()
        codes = tuple(filter(None, tidy(self.codes.text().replace(",", " ")).split()))
        takes = dict.fromkeys(heirs, codes) if codes and kind is SuccessionKind.TRANSFER else {}
        return Wish(
            kind=kind,
            origins=self.origins.names(),
            heirs=heirs,
            on=day,
            basis=self.basis.text(),
            takes=takes,
        )

    def present_kind(self) -> SuccessionKind:
        """Return the kind that is chosen. Qt hands an enum of words back as a word."""
        return SuccessionKind(self.kind.currentData())

    def write(self) -> None:
        """Record what was typed, or say why it cannot be."""
        wish = self._read()
        if wish is None:
            return

        def work(office: Office) -> Prepared:
            prepared = succeed_units.prepare(office, wish)
            succeed_units.record(office, prepared)
            return prepared

        self._bench.jobs.do(work, self._on_recorded, refused=self._refuse)

    def _build(self, lines: Sequence[UnitLine]) -> None:
        bench, say = self._bench, self._bench.say
        self._known = [_choice(line) for line in lines if not line.ended]
        self.origins.offer(self._known)
        beside = QHBoxLayout()
        beside.setSpacing(bench.look.px(12))
        beside.addWidget(Field(bench.look, say("units.on"), self.day), 1)
        beside.addWidget(Field(bench.look, say("units.basis"), self.basis), 3)
        self._codes_field = Field(bench.look, say("units.codes"), self.codes)
        self._kind_field = Field(bench.look, say("units.kind"), self.kind)
        self.body.addWidget(self._kind_field)
        self.body.addWidget(Field(bench.look, say("units.origins"), self.origins))
        self._heirs_field = Field(bench.look, say("units.heirs"), self.heirs)
        self.body.addWidget(self._heirs_field)
        self.body.addLayout(beside)
        self.body.addWidget(self._codes_field)
        self.body.addWidget(self.told)
        self.body.addWidget(self.wrong)
        self.body.addStretch(1)
        self.add_button(say("dialogs.cancel"), self.reject)
        self.add_button(say("units.write"), self.write, "primary")
        self.kind.currentIndexChanged.connect(lambda _at: self._on_kind())
        for each in (self.origins, self.heirs):
            each.changed.connect(self._preview)
        for line in (self.day, self.basis, self.codes):
            line.textChanged.connect(lambda _text: self._preview())

    def _on_kind(self) -> None:
        kind = self.present_kind()
        self._kind_field.say(self._bench.say(f"units.kind_note.{kind}"))
        self._codes_field.setVisible(kind is SuccessionKind.TRANSFER)
        renames = kind is SuccessionKind.RENAME
        self.heirs.offer(() if renames else self._known)  # a new name is nobody's yet
        self._heirs_field.name.setText(
            self._bench.say("units.new_name" if renames else "units.heirs")
        )
        self._preview()

    def _read(self) -> Wish | None:
        """Return the wish; None where something is missing, which is said."""
        try:
            wish = self.wish()
        except KnownError as wrong:
            self._refuse(wrong)
            return None
        if wish is None:
            self._refuse(KnownError("day_needed", text=""))
        return wish

    def _preview(self) -> None:
        """Say back what would be recorded, once everything is typed; complain of nothing yet."""
        self.wrong.say("")
        self.told.say("")
        try:
            wish = self.wish()
        except KnownError:
            return
        if wish is None or not wish.origins or not wish.basis.strip():
            return

        def read(office: Office) -> Prepared:
            return succeed_units.prepare(office, wish)

        self._bench.jobs.ask(read, self._tell, slot="succession", refused=self._refuse)

    def _tell(self, prepared: Prepared) -> None:
        say, made = self._bench.say, prepared.understood
        said = [say("units.told", told=succeed_units.told(made))]
        if made.new:
            names = "; ".join(unit.names[0].name for unit in made.new)
            said.append(say("units.told_new", names=names))
        if prepared.undecided:
            said.append(say("units.told_undecided", count=len(prepared.undecided)))
        if prepared.follows:
            said.append(
                say("units.told_follows", name=made.heirs[0].name_on(made.succession.on).name)
            )
        self.wrong.say("")
        self.told.say(" ".join(said))

    def _refuse(self, error: KnownError) -> None:
        self.told.say("")
        self.wrong.say(self._bench.words.refusal(error))

    def _on_recorded(self, prepared: Prepared) -> None:
        code = prepared.understood.succession.code
        self._bench.desktop.told.emit(self._bench.say("units.written", code=code), "good")
        self.recorded.emit(prepared)
        self.accept()


def _choice(line: UnitLine) -> Choice:
    more = " ".join((line.abbreviation, *line.aliases, *line.former))
    return Choice(line.name, line.name, more)
