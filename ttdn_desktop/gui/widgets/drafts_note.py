"""A slim line above the table: which drafts have not been recorded, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy

from ttdn_desktop.domain.text import tidy
from ttdn_desktop.gui import instants
from ttdn_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.keep_draft import Draft

_MENU_LENGTH = 60


class DraftsNote(QFrame):
    """Hidden while there are none. `opened` tells a draft's key."""

    opened = Signal(str)

    def __init__(self, bench: Workbench) -> None:
        """Be hidden."""
        super().__init__()
        self._bench = bench
        self._drafts: tuple[Draft, ...] = ()
        self._whole = ""
        self.setProperty("note", "warn")
        self.text = label()
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.open = button(bench.say("activities.drafts.open"), self._open, "link")
        look = bench.look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(10), look.px(3), look.px(6), look.px(3))
        row.addWidget(self.text, 1)
        row.addWidget(self.open)
        self.hide()

    def show_drafts(self, drafts: Sequence[Draft]) -> None:
        """Tell these drafts, the newest first."""
        self._drafts = tuple(drafts)
        titles = "; ".join(self._title(draft) for draft in drafts)
        self._whole = self._bench.say("activities.drafts", count=len(drafts), titles=titles)
        self.setToolTip(self._whole)
        self.setVisible(bool(drafts))
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Cut the line anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics, room = self.text.fontMetrics(), self.text.width()
        self.text.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room))

    def _title(self, draft: Draft) -> str:
        title = tidy(str(draft.content.get("title", ""))) if isinstance(draft.content, dict) else ""
        return title or self._bench.say("activities.drafts.untitled")

    def _open(self) -> None:
        """Open the one draft; let one of several be chosen."""
        if len(self._drafts) == 1:
            self.opened.emit(self._drafts[0].key)
            return
        menu = QMenu(self)
        for draft in self._drafts:
            title = self._title(draft)
            short = title if len(title) <= _MENU_LENGTH else f"{title[:_MENU_LENGTH]}…"
            when = instants.day_and_minute(draft.saved_at)
            line = self._bench.say("activities.drafts.line", title=short, when=when)
            choice = menu.addAction(line.replace("&", "&&"))
            choice.triggered.connect(lambda _on=False, key=draft.key: self.opened.emit(key))
        menu.popup(self.open.mapToGlobal(self.open.rect().bottomLeft()))
