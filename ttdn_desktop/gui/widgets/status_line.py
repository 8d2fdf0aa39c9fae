"""The line at the foot: what has been saved, what goes on, and what Ctrl+Z would take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from ttdn_desktop.gui.widgets.enter_button import EnterButton

if TYPE_CHECKING:
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words

_UNDO_CHARACTERS = 44


class StatusLine(QFrame):
    """Quiet; only a running work puts its progress and a way to stop it here."""

    undo_wanted = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        """Build the line."""
        super().__init__()
        self.setObjectName("statusLine")
        self._words = words
        self._task: Task | None = None
        self.saved = QLabel(self)
        self.place = QLabel(self)
        self.work = QLabel(self)
        self.progress = QProgressBar(self)
        self.progress.setFixedWidth(look.px(160))
        self.cancel = EnterButton(words.say("shell.cancel"), self)
        self.cancel.setProperty("kind", "link")
        self.undo = EnterButton(self)
        self.undo.setProperty("kind", "quiet")
        self.undo.clicked.connect(self.undo_wanted)
        self.cancel.clicked.connect(self._cancel)
        self._lay_out(look)
        self._show_work(shown=False)
        self.set_undo(None)

    def tell(self, sentence: str, tone: str = "plain") -> None:
        """Say what has just been done; tone is "plain", "good", "warn" or "bad"."""
        self.saved.setText(sentence)
        self.saved.setProperty("tone", tone)
        self.saved.style().polish(self.saved)

    def set_place(self, sentence: str, whole: str) -> None:
        """Say where the data are; the whole path in the tooltip."""
        self.place.setText(sentence)
        self.place.setToolTip(whole)

    def set_undo(self, label: str | None) -> None:
        """Name what Ctrl+Z would take back."""
        self.undo.setVisible(label is not None)
        if label is not None:
            short = label if len(label) <= _UNDO_CHARACTERS else f"{label[:_UNDO_CHARACTERS]}…"
            self.undo.setText(self._words.say("shell.undo", label=short))
            self.undo.setToolTip(label)

    def follow(self, task: Task) -> None:
        """Show a long work's progress until it ends."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 (after the first paint)

        self._task = task
        self.work.setText(task.label)
        self.progress.setRange(0, 0)
        task.progressed.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)
        task.ended.connect(lambda: self._show_work(shown=False))
        self._show_work(shown=True)

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _cancel(self) -> None:
        if self._task is not None and not self._task.is_over:
            self._task.cancel()

    def _show_work(self, *, shown: bool) -> None:
        for widget in (self.work, self.progress, self.cancel):
            widget.setVisible(shown)
        if not shown:
            self._task = None

    def _lay_out(self, look: Look) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(2), look.px(12), look.px(2))
        row.setSpacing(look.px(16))
        self.setMinimumHeight(look.px(34))
        row.addWidget(self.saved)
        row.addWidget(self.place)
        row.addStretch(1)
        for widget in (self.work, self.progress, self.cancel, self.undo):
            row.addWidget(widget)
