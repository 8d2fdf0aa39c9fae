"""A round made or changed: its form, what of the plan it asks for, and what it would hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.round_words import doubts
from ttdn_desktop.gui.widgets.asked_items import AskedItems
from ttdn_desktop.gui.widgets.parts import Note, label
from ttdn_desktop.gui.widgets.round_fields import RoundFields
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import keep_rounds, round_days
from ttdn_desktop.services.round_form import RoundForm, understood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.round_days import RoundDays

WIDTH, HEIGHT = 900, 600


@immutable
class _Known:
    """The plan's items by code, the round as a form where there is one, and the setting."""

    titles: Mapping[str, str]
    form: RoundForm | None
    internal_days: int


class RoundDialog(Dialog):
    """`written` tells the round as it was recorded."""

    written = Signal(object)

    def __init__(
        self, parent: QWidget | None, bench: Workbench, asked: Round | None = None
    ) -> None:
        """Make another round, or change one."""
        title = bench.say("rounds.change" if asked else "rounds.new")
        super().__init__(parent, bench.look, title, width=WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._asked = bench, asked
        self.fields, self.items = RoundFields(bench), AskedItems(bench)
        self.holds = label("", wrap=True)
        self.doubts = label("", "quiet", wrap=True)
        self.wrong = Note(bench.look, "warn")
        self._build()
        self.fields.changed.connect(self.look_at)
        self.items.changed.connect(self.look_at)
        bench.jobs.ask(self._ask, self._show)

    def form(self) -> RoundForm:
        """Return what was typed and ticked; raises KnownError as `RoundFields.form`."""
        return replace(self.fields.form(), items=self.items.codes())

    def look_at(self) -> None:
        """Show what the round would hold, or what is still missing for it."""
        try:
            form = self.form()
        except KnownError as wrong:
            self._refuse(wrong)
            return

        self._bench.jobs.ask(
            lambda office: round_days.look(office, understood(office, form)),
            self._show_days,
            slot="round_days",
            refused=self._refuse,
        )

    def write(self) -> None:
        """Record the round, or say why not."""
        try:
            form = self.form()
        except KnownError as wrong:
            self._refuse(wrong)
            return
        before = self._asked

        def work(office: Office) -> Round:
            if before is None:
                return keep_rounds.add(office, form)
            return keep_rounds.change(office, before.id, form)

        self._bench.jobs.do(work, self._on_written, refused=self._refuse)

    def remove(self) -> None:
        """Delete the round, where nothing is recorded of it."""
        if (before := self._asked) is not None:
            self._bench.jobs.do(
                lambda office: keep_rounds.remove(office, before.id),
                lambda _gone: self._on_removed(),
                refused=self._refuse,
            )

    def _ask(self, office: Office) -> _Known:
        items = office.surroundings().version.items()
        titles = {item.code: item.title for _kind, item in items}
        form = None if self._asked is None else keep_rounds.form_of(office, self._asked)
        return _Known(titles, form, keep_rounds.internal_days(office))

    def _build(self) -> None:
        say, look = self._bench.say, self._bench.look
        right = QVBoxLayout()
        right.setSpacing(look.px(8))
        right.addWidget(self.items, 1)
        right.addWidget(label(say("rounds.holds"), "heading"))
        right.addWidget(self.holds)
        right.addWidget(self.doubts)
        panes = QHBoxLayout()
        panes.setSpacing(look.px(16))
        panes.addWidget(VerticalScroll(self.fields), 1)
        panes.addLayout(right, 1)
        self.body.addLayout(panes, 1)
        self.body.addWidget(self.wrong)
        if self._asked is not None:
            self.add_button(say("rounds.remove"), self.remove, "danger")
        self.add_button(say("dialogs.cancel"), self.reject)
        self.add_button(say("rounds.write"), self.write, "primary")
        self.grow(WIDTH, HEIGHT)
        self.fields.kind.setFocus()

    def _show(self, known: _Known) -> None:
        form = known.form
        self.items.show_items(known.titles, form.items if form else ())
        self.fields.say_internal_days(known.internal_days)
        if form is not None and self._asked is not None:
            self.fields.show_round(self._asked, form)
        self.look_at()

    def _show_days(self, seen: RoundDays) -> None:
        self.wrong.say("")
        self.holds.setText(self._bench.say("rounds.activities", count=seen.activities))
        told = tuple(doubts(seen, self._bench.words))
        self.doubts.setText("\n".join(told) or self._bench.say("rounds.no_doubts"))

    def _on_written(self, made: Round) -> None:
        self._bench.desktop.told.emit(self._bench.say("rounds.written"), "good")
        self.written.emit(made)
        self.accept()

    def _on_removed(self) -> None:
        self._bench.desktop.told.emit(self._bench.say("rounds.removed"), "good")
        self.accept()

    def _refuse(self, error: KnownError) -> None:
        self.holds.setText("–")
        self.doubts.setText("")
        self.wrong.say(self._bench.words.refusal(error))
