"""What part of the evidence is looked at: words, what is unfiled, a kind, a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QWidget

from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.gui.widgets.enter_button import EnterButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ttdn_desktop.gui.workbench import Workbench

PAUSE_MS = 200
_NARROW = 560
_KINDS = (EvidenceKind.FILE, EvidenceKind.DOCUMENT, EvidenceKind.LINK)


class EvidenceFilters(QWidget):
    """One line where there is room, else two. `changed` comes a moment after the last key."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Build the fields; everything is looked at."""
        super().__init__()
        self._bench = bench
        self.words = QLineEdit()
        self.unfiled = EnterButton(bench.say("evidence.unfiled"))
        self.kind = QComboBox()
        self.year = QComboBox()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._listen()

    def shelf(self) -> Shelf:
        """Return what is looked at."""
        kind, year = self.kind.currentIndex(), self.year.currentIndex()
        return Shelf(
            search=self.words.text().strip(),
            unfiled=self.unfiled.isChecked(),
            kind=_KINDS[kind - 1] if kind > 0 else None,
            year=self._bench.year if year > 0 else None,
        )

    def set_shelf(self, shelf: Shelf) -> None:
        """Look at something else; nothing is told."""
        for widget in (self.words, self.unfiled, self.kind, self.year):
            widget.blockSignals(True)  # noqa: FBT003 (Qt's)
        self.words.setText(shelf.search)
        self.unfiled.setChecked(shelf.unfiled)
        self.kind.setCurrentIndex(_KINDS.index(shelf.kind) + 1 if shelf.kind else 0)
        self.year.setCurrentIndex(1 if shelf.year == self._bench.year else 0)
        for widget in (self.words, self.unfiled, self.kind, self.year):
            widget.blockSignals(False)  # noqa: FBT003 (Qt's)
        self._pause.stop()

    def set_unfiled(self, count: int) -> None:
        """Say how much is unfiled."""
        key = "evidence.unfiled_count" if count else "evidence.unfiled"
        self.unfiled.setText(self._bench.say(key, count=count))

    def retitle_year(self) -> None:
        """Follow the plan year of the window."""
        self.year.setItemText(1, self._bench.say("evidence.year", year=self._bench.year))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Take two lines where one is too short."""
        super().resizeEvent(event)
        narrow = self.width() < self._bench.look.px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way is not self._row.direction():
            self._row.setDirection(way)

    def _build(self) -> None:
        say, look = self._bench.say, self._bench.look
        self.words.setPlaceholderText(say("evidence.search"))
        self.words.setAccessibleName(say("evidence.search"))
        self.words.setClearButtonEnabled(True)
        self.words.setAcceptDrops(False)
        self.unfiled.setCheckable(True)
        self.kind.addItems(
            [say("evidence.kind.all"), *(say(f"evidence.kinds.{k}") for k in _KINDS)]
        )
        self.kind.setAccessibleName(say("evidence.kind"))
        self.year.addItems([say("evidence.year_all"), ""])
        self.year.setAccessibleName(say("evidence.year_name"))
        self.retitle_year()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        self._row.addWidget(self.words, 1)
        rest = QHBoxLayout()
        rest.setSpacing(look.px(8))
        rest.addWidget(self.unfiled)
        for box in (self.kind, self.year):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumWidth(look.px(64))
            rest.addWidget(box)
        rest.addStretch(1)
        self._row.addLayout(rest)

    def _listen(self) -> None:
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self.unfiled.toggled.connect(lambda _on: self.changed.emit())
        self.kind.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.year.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._pause.timeout.connect(self.changed)
        self.setFocusProxy(self.words)
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
