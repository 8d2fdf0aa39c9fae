"""The activities that a piece of evidence proves, and the way to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import shown
from ttdn_desktop.gui.models.hit_model import Hit
from ttdn_desktop.gui.widgets.elided_button import ElidedButton
from ttdn_desktop.gui.widgets.parts import button, label
from ttdn_desktop.gui.widgets.search_popup import SearchPopup
from ttdn_desktop.services import browse_activities
from ttdn_desktop.services.browse_activities import Browse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.domain.browsing import ActivityRow
    from ttdn_desktop.domain.shelf import ProvenActivity
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

OFFERED = 8
"""How many activities are offered at a time."""


class ProvenList(QWidget):
    """Signals give the id of an activity: to be opened, to be taken off, to be proven too."""

    open_wanted = Signal(str)
    unlink_wanted = Signal(str)
    link_wanted = Signal(str)
    began = Signal()
    """The search field is shown; it wants to be seen."""

    def __init__(self, bench: Workbench) -> None:
        """Build the list; the search field waits behind its button."""
        super().__init__()
        self._bench = bench
        self._popup: SearchPopup | None = None
        self._rows = QVBoxLayout()
        self.nothing = label(bench.say("evidence.proves_nothing"), "small", wrap=True)
        self.another = button(bench.say("evidence.link"), self._begin)
        self.field = QLineEdit()
        self._build()

    def show_activities(self, activities: Sequence[ProvenActivity]) -> None:
        """Show these in place of the ones before."""
        while self._rows.count():
            widget: QWidget | None = self._rows.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for activity in activities:
            self._rows.addWidget(self._row(activity))
        self.nothing.setVisible(not activities)

    def _build(self) -> None:
        say, look = self._bench.say, self._bench.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self._rows.setSpacing(0)
        self.field.setPlaceholderText(say("evidence.link_search"))
        self.field.setAccessibleName(say("evidence.link_search"))
        self.field.setAcceptDrops(False)
        self.field.hide()
        column.addWidget(label(say("evidence.proves"), "field"))
        column.addWidget(self.nothing)
        column.addLayout(self._rows)
        column.addWidget(self.field)
        column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, activity: ProvenActivity) -> QWidget:
        say = self._bench.say
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._bench.look.px(4))
        link = ElidedButton(f"{activity.code} · {activity.title}")
        link.clicked.connect(self._teller(self.open_wanted.emit, activity.id))
        off = button(say("evidence.unlink"), self._teller(self.unlink_wanted.emit, activity.id))
        off.setProperty("kind", "quiet")
        off.setAccessibleName(say("evidence.unlink_from", code=activity.code))
        off.setToolTip(say("evidence.unlink_from", code=activity.code))
        row.addWidget(link, 1)
        row.addWidget(off)
        return made

    def _teller(self, tell: Callable[[str], object], activity_id: str) -> Callable[..., None]:
        def run(*_checked: bool) -> None:
            tell(activity_id)

        return run

    def _begin(self) -> None:
        if self._popup is None:
            name = self._bench.say("evidence.link_search")
            self._popup = SearchPopup(self.field, self._bench.look, name, blank=True)
            self._popup.wanted.connect(self._ask)
            self._popup.left.connect(self._end)
            self._popup.abandoned.connect(self._on_abandoned)
        self.another.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.began.emit()

    def _end(self) -> None:
        self.field.hide()
        self.field.clear()
        self.another.show()

    def _on_abandoned(self) -> None:
        if not self.field.text():
            self._end()

    def _ask(self, words: str) -> None:
        def read(office: Office) -> tuple[str, tuple[ActivityRow, ...]]:
            return words, browse_activities.page(office, Browse(search=words), 0, OFFERED)

        self._bench.jobs.ask(read, self._offer, slot="evidence_link")

    def _offer(self, found: tuple[str, tuple[ActivityRow, ...]]) -> None:
        words, activities = found
        hits = [
            Hit(row.title, row.code, shown(row.start), self._teller(self.link_wanted.emit, row.id))
            for row in activities
        ]
        nothing = Hit(self._bench.say("evidence.link_nothing"))
        if self._popup is not None:
            self._popup.show_hits(words, hits or [nothing])
