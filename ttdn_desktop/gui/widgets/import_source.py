"""The first step of the import: a file chosen, typed, dropped, or a table pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.gui.widgets.parts import Card, button, label
from ttdn_desktop.services.ports import Pasted

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from ttdn_desktop.gui.workbench import Workbench

ENDINGS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.docx *.doc *.pdf *.csv *.txt *.html *.htm"


class ImportSource(QWidget):
    """`wanted` tells what is to be read: a path, or what was pasted."""

    wanted = Signal(object)  # Path or Pasted

    def __init__(self, bench: Workbench, kind: str = "plan") -> None:
        """Build the step for a list of tasks ("plan") or of activities ("activities")."""
        super().__init__()
        self._bench, self._kind = bench, kind
        self.setAcceptDrops(True)
        self.path = QLineEdit()
        self.path.setAccessibleName(bench.say(f"import.file_{kind}"))
        self.path.setPlaceholderText(bench.say("import.file_hint"))
        self.choose = button(bench.say("import.choose"), self._choose)
        self.paste = button(bench.say("import.paste"), self.take_clipboard)
        self._build(kind)
        self.path.returnPressed.connect(self._read_typed)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.choose)
        key.activated.connect(self.take_clipboard)

    def take_clipboard(self) -> None:
        """Take a file or a table that lies on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Take files, and text that may be a table."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Read what was dropped."""
        event.acceptProposedAction()
        self._take(event.mimeData())

    def _build(self, kind: str) -> None:
        look, say = self._bench.look, self._bench.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(label(say(f"import.about_{kind}"), wrap=True))
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        column.addLayout(row)
        other = Card(look)
        other.column.addWidget(label(say("import.paste_head"), "heading"))
        other.column.addWidget(label(say(f"import.paste_{kind}"), "quiet", wrap=True))
        line = QHBoxLayout()
        line.addWidget(self.paste)
        line.addStretch(1)
        other.column.addLayout(line)
        column.addWidget(other)
        column.addWidget(label(say(f"import.safe_{kind}"), "quiet", wrap=True))
        column.addStretch(1)

    def _choose(self) -> None:
        say, kind = self._bench.say, self._kind
        chosen, _filter = QFileDialog.getOpenFileName(
            self,
            say(f"import.choose_title_{kind}"),
            "",
            f"{say(f'import.lists_{kind}')} ({ENDINGS})",
        )
        if chosen:
            self.path.setText(chosen)
            self.wanted.emit(Path(chosen))

    def _read_typed(self) -> None:
        typed = self.path.text().strip().strip('"')
        if typed:
            self.wanted.emit(Path(typed).expanduser())

    def _take(self, mime: QMimeData | None) -> None:
        if mime is None:
            return
        local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if local:
            self.path.setText(str(local[0]))
            self.wanted.emit(local[0])
        elif mime.hasText() or mime.hasHtml():
            self.path.clear()
            self.wanted.emit(Pasted(mime.text(), mime.html() if mime.hasHtml() else ""))
