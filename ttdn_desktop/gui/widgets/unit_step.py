"""First start, step 1: which unit, and the reorganisations that touch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem

from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.proposal_checks import ProposalChecks
from ttdn_desktop.gui.widgets.start_step import StartStep
from ttdn_desktop.services import start_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.confirm_successions import ProposalRow
    from ttdn_desktop.services.ports import Clock
    from ttdn_desktop.services.start_folder import Offered

OWN_KINDS = (
    UnitKind.COMMUNE,
    UnitKind.DEPARTMENT,
    UnitKind.PARTY,
    UnitKind.FRONT,
    UnitKind.ASSOCIATION,
    UnitKind.PRESS,
    UnitKind.POLICE,
    UnitKind.ARMED_FORCES,
    UnitKind.OTHER,
)
"""What a body may be that the plan does not name, the likeliest first."""

_LINE, _FEWEST, _MOST = 28, 2, 7
"""The height of a line, and how many lines the list shows."""

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class UnitStep(StartStep):
    """A field, the bodies that match, and for a body of no list its kind."""

    def __init__(self, jobs: Jobs, words: Words, look: Look) -> None:
        """Build the step; there is no body to choose yet."""
        super().__init__(words, look)
        self._jobs = jobs
        self._offered: tuple[Offered, ...] = ()
        self.search = self.add_line("start.unit", hint=words.say("start.unit_hint"))
        self.search.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("popup")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(words.say("start.unit"))
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(words.say("start.kind"))
        self.kinds.addItem(words.say("start.kind_none"), None)
        for kind in OWN_KINDS:
            self.kinds.addItem(words.say(f"start.kind.{kind}"), kind)
        self._kind_name = label(words.say("start.kind_why"), "field", wrap=True)
        self.proposals = ProposalChecks(words, look)
        self.column.addWidget(self.list, 0)
        self.column.addWidget(self._kind_name)
        self.column.addWidget(self.kinds)
        self.column.addWidget(self.proposals, 1)
        self.column.addStretch(0)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list.currentRowChanged.connect(lambda _row: self._on_chosen())
        self.list.itemDoubleClicked.connect(lambda _item: self.entered_all.emit())
        self.kinds.currentIndexChanged.connect(lambda _at: self._on_kind())
        self._show_kinds(shown=False)

    def set_offered(self, offered: Sequence[Offered]) -> None:
        """Take the bodies there are."""
        self._offered = tuple(each for each in offered if each.reports)
        self._fill()

    def name(self) -> str:
        """Return the chosen body's name, or what was typed for a body of no list."""
        item: QListWidgetItem | None = self.list.currentItem()
        if item is not None:
            return str(item.data(Qt.ItemDataRole.UserRole))
        return tidy(self.search.text())

    def kind(self) -> UnitKind | None:
        """Return the kind of a body of no list. Qt hands an enum of words back as a word."""
        chosen = self.kinds.currentData()
        return UnitKind(chosen) if chosen and self.list.currentItem() is None else None

    def confirmed(self) -> tuple[str, ...]:
        """Return the codes of the reorganisations that the officer has confirmed."""
        return self.proposals.codes()

    def is_complete(self) -> bool:
        """Tell whether there is a body."""
        if self.list.currentItem() is not None:
            return True
        return bool(self.name()) and self.kind() is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Let the arrows of the field move in the list."""
        if watched is self.search and event.type() is QEvent.Type.KeyPress:
            pressed: QKeyEvent = event  # type: ignore[assignment]  # what a KeyPress is
            if pressed.key() in _MOVES:
                self.list.keyPressEvent(pressed)
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        words = fold(tidy(self.search.text())).split()
        self.list.blockSignals(True)  # noqa: FBT003 (Qt's)
        self.list.clear()
        for each in self._offered:
            if all(word in _searched(each) for word in words):
                self.list.addItem(self._item(each))
        self.list.setCurrentRow(0 if words and self.list.count() else -1)
        self.list.blockSignals(False)  # noqa: FBT003 (Qt's)
        shown = max(_FEWEST, min(self.list.count(), _MOST))
        self.list.setFixedHeight(self.look.px(_LINE) * shown + self.look.px(4))
        self._show_kinds(shown=bool(words) and not self.list.count())
        self._on_chosen()

    def _item(self, each: Offered) -> QListWidgetItem:
        text = each.name
        if each.ended_on is not None:
            heirs = "; ".join(each.heirs) or self.words.say("start.nobody")
            text = self.words.say("start.ended", name=each.name, heirs=heirs)
        item = QListWidgetItem(text)
        item.setToolTip(text)
        item.setData(Qt.ItemDataRole.UserRole, each.name)
        return item

    def _show_kinds(self, *, shown: bool) -> None:
        self._kind_name.setVisible(shown)
        self.kinds.setVisible(shown)
        self.list.setVisible(not shown)

    def _on_kind(self) -> None:
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.changed.emit()
        if not self.is_complete():
            self.proposals.show_all(())
            return
        name, kind = self.name(), self.kind()

        def read(_clock: Clock) -> tuple[ProposalRow, ...]:
            return start_folder.proposals_for(name, kind)

        def show(rows: tuple[ProposalRow, ...]) -> None:
            if self.name() == name:
                self.proposals.show_all(rows)

        self._jobs.do_alone(read, show, lambda _error: self.proposals.show_all(()))


def _searched(each: Offered) -> str:
    return fold(" ".join((each.name, each.abbreviation, *each.aliases)))
