"""A body's details, to be put right: abbreviation, place, other names; its dated names to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from ttdn_desktop.domain.dates import short
from ttdn_desktop.gui.dialogs.writing_dialog import WritingDialog
from ttdn_desktop.gui.widgets.field import Field
from ttdn_desktop.gui.widgets.growing_text import GrowingText
from ttdn_desktop.services import keep_unit
from ttdn_desktop.services.keep_unit import UnitForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.units import UnitName
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_units import UnitLine

WIDTH = 560


class UnitDialog(WritingDialog):
    """What was only believed of a body is confirmed or corrected here."""

    def __init__(self, parent: QWidget | None, bench: Workbench, line: UnitLine) -> None:
        """Show a body as it is known."""
        super().__init__(parent, bench, line.name, width=WIDTH)
        self._line = line
        self.abbreviation, self.place = QLineEdit(line.abbreviation), QLineEdit(line.place)
        self.aliases = GrowingText(bench.look, 3, 8)
        self.aliases.set_text("\n".join(line.aliases))
        self._build()

    def form(self) -> UnitForm:
        """Return what was typed; other names are one a line."""
        return UnitForm(
            abbreviation=self.abbreviation.text(),
            place=self.place.text(),
            aliases=tuple(self.aliases.text().split("\n")),
        )

    def work(self) -> Callable[[Office], str]:
        """Return what writes the details."""
        form, identity = self.form(), self._line.id
        told = self.bench.say("units.details_written", name=self._line.name)

        def save(office: Office) -> str:
            keep_unit.save(office, identity, form)
            return told

        return save

    def _build(self) -> None:
        say, look = self.bench.say, self.bench.look
        for told in self._told():
            self.add_text(told, "quiet")
        for key, editor in (
            ("abbreviation", self.abbreviation),
            ("place", self.place),
            ("aliases", self.aliases),
        ):
            field = Field(look, say(f"units.{key}"), editor)
            field.say(say(f"units.{key}_why"))
            self.body.addWidget(field)
        self.finish(say("units.write"))
        self.body.addStretch(1)
        self.abbreviation.setFocus()

    def _told(self) -> Iterator[str]:
        if len(self._line.names) > 1 or self._line.names[0].since:
            yield "\n".join(map(self._dated, self._line.names))
        if self._line.certainty:
            yield self.bench.say("units.certainty", certainty=self._line.certainty)

    def _dated(self, name: UnitName) -> str:
        since = short(name.since) if name.since else "…"
        until = short(name.until) if name.until else "…"
        return self.bench.say("units.dated", name=name.name, since=since, until=until)
