"""A place to drop evidence on: files, folders, links, screenshots, by mouse or from the clipboard.

Pages listen to `files_dropped` (a list of IncomingFile) and `links_dropped` (a list of addresses).
`accept_on` lets a whole pane take drops, and Ctrl+V of files in any of its fields.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ttdn_desktop.gui import actions, clipboard_files, instants
from ttdn_desktop.gui.widgets.parts import button, label

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from ttdn_desktop.gui.workbench import Workbench

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class EvidenceDrop(QFrame):
    """A dashed frame that says what it takes, with a button that chooses files."""

    files_dropped = Signal(list)  # list[IncomingFile]
    links_dropped = Signal(list)  # list[str]

    def __init__(self, bench: Workbench) -> None:
        """Build the frame; it takes drops on itself from the start."""
        super().__init__()
        self._bench = bench
        self._root: QWidget | None = None
        self.setObjectName("drop")
        self.setAccessibleName(bench.say("drop.name"))
        self.choose = button(bench.say("drop.choose"), self.choose_files, "link")
        self.choose.setToolTip(f"{bench.say('actions.attach')} ({actions.shown('attach')})")
        self._build()
        self._take_drops(self)

    def accept_on(self, pane: QWidget) -> None:
        """Take what is dropped anywhere on a pane, and files pasted into any of its fields.

        Fields made later must decline drops themselves: they would write a file's path.
        """
        self._root = pane
        self._take_drops(pane)
        for field in (*pane.findChildren(QLineEdit), *pane.findChildren(QPlainTextEdit)):
            field.setAcceptDrops(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def paste(self) -> bool:
        """Take what lies on the clipboard; return whether there was something to take."""
        return self._take(_on_clipboard())

    def choose_files(self) -> None:
        """Ask for files by the system's dialog."""
        chosen, _kind = QFileDialog.getOpenFileNames(self, self._bench.say("drop.choose_title"))
        if chosen:
            self.files_dropped.emit([clipboard_files.file_at(Path(each)) for each in chosen])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take drags over the watched widgets, and pasted files before a field sees the key."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return self._on_drag(event)
        if event.type() == QEvent.Type.DragLeave:
            self._glow(hot=False)
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(6))
        row.setSpacing(look.px(4))
        row.addWidget(label(say("drop.here"), "small", wrap=True), 1)
        row.addWidget(self.choose)

    def _take_drops(self, widget: QWidget) -> None:
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def _on_drag(self, event: QDragEnterEvent | QDragMoveEvent | QDropEvent) -> bool:
        if not clipboard_files.holds_evidence(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        is_drop = event.type() == QEvent.Type.Drop
        self._glow(hot=not is_drop)
        if is_drop:
            self._take(event.mimeData())
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        mime = _on_clipboard()
        if mime is None or not clipboard_files.is_meant_as_evidence(mime):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._take(mime)
        return True

    def _take(self, mime: QMimeData | None) -> bool:
        if mime is None:
            return False
        name = self._bench.say("drop.picture", when=instants.in_a_name(self._bench.jobs.now_ms()))
        files = clipboard_files.files_in(mime, name)
        links = clipboard_files.links_in(mime)
        if files:
            self.files_dropped.emit(files)
        if links:
            self.links_dropped.emit(links)
        return bool(files or links)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and old is not self and old is not self._root:
            old.removeEventFilter(self)
        if new is not None and self._root is not None and self._root.isAncestorOf(new):
            new.installEventFilter(self)

    def _glow(self, *, hot: bool) -> None:
        self.setProperty("hot", "true" if hot else "false")
        self.style().unpolish(self)
        self.style().polish(self)


def _on_clipboard() -> QMimeData | None:
    """Return what lies on the clipboard; Qt gives nothing at all where it is empty."""
    return QGuiApplication.clipboard().mimeData()
