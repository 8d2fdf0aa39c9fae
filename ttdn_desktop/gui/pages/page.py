"""What every page is: a title, one line of what is looked at, its actions, its panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from ttdn_desktop.gui.widgets.tab_ordered import TabOrdered

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.topics import Topic

EDGE, GAP = 16, 12


class Page(TabOrdered):
    """A page reads when it is first shown, and again when its topics have been changed.

    While it is hidden it only remembers that it is stale.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()
    key = ""
    filled = Signal()
    """What was asked first has come, and is shown."""

    def __init__(self, bench: Workbench) -> None:
        """Build the head; `body` and `actions` are for the page's own."""
        super().__init__()
        self.bench = bench
        self._stale = True
        self.setObjectName("ground")
        self.title = self._label("title")
        self.subtitle = self._label("quiet")
        self.actions_row = QHBoxLayout()
        self.body = QVBoxLayout()
        self._build()
        bench.jobs.changed.connect(self._on_changed)
        bench.desktop.year_changed.connect(self._on_year)

    def refresh(self) -> None:
        """Read what is shown anew."""

    def wish(self, what: object) -> None:
        """Show what another page or the search has asked for."""

    def take_focus(self) -> None:
        """Put the keyboard where the officer goes on, when the page has been chosen."""

    def may_leave(self) -> bool:
        """Tell whether the page may be left now; it keeps its drafts by itself."""
        return True

    def appear(self) -> None:
        """Be shown."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _build(self) -> None:
        look = self.bench.look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*[look.px(EDGE)] * 4)
        outer.setSpacing(look.px(GAP))
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        names = QVBoxLayout()
        names.setSpacing(look.px(2))
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        head.addLayout(names, 1)
        head.addLayout(self.actions_row)
        outer.addLayout(head)
        outer.addLayout(self.body, 1)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        return label

    def _on_changed(self, topics: frozenset[Topic]) -> None:
        if topics & self.topics:
            self._renew()

    def _on_year(self, _year: int) -> None:
        self._renew()

    def _renew(self) -> None:
        self._stale = True
        if self.isVisible():
            self.appear()
