"""The window: bar, pages at the left, the page, status line. Painted before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ttdn_desktop.gui.page_stack import PAGES, PageStack
from ttdn_desktop.gui.widgets.navigation import Navigation
from ttdn_desktop.gui.widgets.status_line import StatusLine
from ttdn_desktop.gui.widgets.top_bar import TopBar
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.gui.workbench import Workbench

SIZE = (1366, 720)
SMALLEST = (960, 520)
ALWAYS = frozenset({"keys", "quit"})
"""The actions that need no open folder."""


@immutable
class _Frame:
    bar: TopBar
    navigation: Navigation
    pages: PageStack
    status: StatusLine


class Shell(QMainWindow):
    """The frame: it holds and shows; what happens in it is the `Session`'s."""

    painted = Signal()
    closing = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        """Build the frame, with nothing in it."""
        super().__init__()
        self.words, self.look = words, look
        self._is_painted = False
        self.frame = _Frame(
            TopBar(words, look),
            Navigation(words, look, tuple(PAGES)),
            PageStack(),
            StatusLine(words, look),
        )
        self.actions_by_key: dict[str, QAction] = {}
        self.guard: Callable[[], bool] = lambda: True
        self.setWindowTitle(words.say("shell.title"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self._lay_out()
        self.set_ready(ready=False)

    def bind(self, runs: dict[str, Callable[[], object]]) -> None:
        """Give the window its actions and its menu."""
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415 (after the first paint)

        from ttdn_desktop.gui import actions  # noqa: PLC0415 (as above)

        self.actions_by_key = actions.build(self, self.words, runs)
        menu = QMenu(self)
        for number, keys in enumerate(actions.groups().values()):
            if number:
                menu.addSeparator()
            for key in keys:
                menu.addAction(self.actions_by_key[key])
        self.frame.bar.set_menu(menu)
        self.set_ready(ready=False)

    def set_ready(self, *, ready: bool) -> None:
        """Let everything be used, or not yet."""
        self.frame.bar.set_ready(ready=ready)
        self.frame.navigation.set_ready(ready=ready)
        for key, each in self.actions_by_key.items():
            each.setEnabled(ready or key in ALWAYS)

    def show_alone(self, widget: QWidget) -> None:
        """Show something in place of the pages: the first start, or why nothing opens."""
        self.set_ready(ready=False)
        self.frame.navigation.hide()
        self.frame.pages.addWidget(widget)
        self.frame.pages.setCurrentWidget(widget)

    def show_page(self, key: str, bench: Workbench, wish: object = None) -> None:
        """Show a page."""
        self.frame.navigation.show()
        if self.frame.pages.show_page(key, bench, wish):
            self.frame.navigation.select(key)
        elif (present := self.frame.pages.present()) is not None:
            self.frame.navigation.select(present.key)

    def set_undo(self, label: str | None) -> None:
        """Name what Ctrl+Z would take back, in the status line and in the menu."""
        self.frame.status.set_undo(label)
        if undo := self.actions_by_key.get("undo"):
            undo.setEnabled(label is not None)
            known = self.words.say("shell.undo_menu", label=label)
            undo.setText(known if label else self.words.say("actions.undo"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Tell once that the window is there."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Let drafts be kept first; what is still to be written is written with no window left."""
        present = self.frame.pages.present()
        if (present is not None and not present.may_leave()) or not self.guard():
            event.ignore()
            return
        self.hide()
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.frame.navigation)
        middle.addWidget(self.frame.pages, 1)
        center = QWidget(self)
        center.setObjectName("ground")
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.frame.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.frame.status)
        self.setCentralWidget(center)
