"""One task as it is and as it would be: the words that go are struck, those that come underlined.

Neither is told by its colour alone.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from ttdn_desktop.domain.plan_changes import ChangeKind
from ttdn_desktop.domain.plan_merge import Decision
from ttdn_desktop.domain.word_diff import SegmentKind, word_diff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.plan_changes import TaskRow
    from ttdn_desktop.domain.plan_merge import Decisions
    from ttdn_desktop.domain.word_diff import Segment
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.workbench import Workbench

_FIELDS = {
    ChangeKind.RENUMBERED: "code",
    ChangeKind.LEAD: "lead_text",
    ChangeKind.SUPPORT: "support_text",
    ChangeKind.PERIOD: "period_text",
    ChangeKind.PRODUCT: "product",
}


class ChangeView(QWidget):
    """Below the wording a tick for each kind of change (`decided`: key, kind, take)."""

    decided = Signal(object, object, bool)  # TaskRow, ChangeKind, take

    def __init__(self, bench: Workbench) -> None:
        """Show nothing yet."""
        super().__init__()
        self._bench = bench
        self._row: TaskRow | None = None
        self.text = QTextBrowser()
        self.text.setAccessibleName(bench.say("import.wording"))
        self.text.setObjectName("reading")
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ticks = {kind: QCheckBox(bench.say(f"import.take_{kind}")) for kind in ChangeKind}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text, 1)
        for kind, tick in self.ticks.items():
            tick.hide()
            tick.clicked.connect(lambda on, kind=kind: self.decided.emit(self._row, kind, on))
            row = QHBoxLayout()
            row.addWidget(tick)
            column.addLayout(row)

    def show_row(self, row: TaskRow, decisions: Decisions) -> None:
        """Show a task; with one kind of change the tick of the list is enough."""
        self._row = row
        self.text.setHtml("".join(self._parts(row)))
        self.text.verticalScrollBar().setValue(0)
        for kind, tick in self.ticks.items():
            tick.setVisible(kind in row.kinds and len(row.kinds) > 1)
            tick.setChecked(decisions.get((row.key, kind)) is not Decision.KEEP)

    def _parts(self, row: TaskRow) -> Iterator[str]:
        say, look = self._bench.say, self._bench.look
        yield _small(look, say("import.wording"))
        yield f'<p style="margin:0;line-height:140%">{marked_up(look, row.wording())}</p>'
        for kind, field in _FIELDS.items():
            if kind in row.kinds and row.old and row.new:
                yield _small(look, say(f"import.take_{kind}"))
                both = word_diff(getattr(row.old, field), getattr(row.new, field))
                yield f'<p style="margin:0">{marked_up(look, both)}</p>'
        yield from self._notes(row)
        if row.kept:
            kept = ", ".join(say(f"import.kind_{kind}") for kind in sorted(row.kept))
            yield _small(look, say("import.kept", what=kept))

    def _notes(self, row: TaskRow) -> Iterator[str]:
        if ChangeKind.NOTES in row.kinds and row.old and row.new:
            yield _small(self._bench.look, self._bench.say("import.take_notes"))
            both = word_diff("\n".join(row.old.notes), "\n".join(row.new.notes))
            yield f'<p style="margin:0">{marked_up(self._bench.look, both)}</p>'


def marked_up(look: Look, segments: tuple[Segment, ...]) -> str:
    """Return two wordings in one, as rich text."""
    return "".join(_marked(look, each) for each in segments)


def _marked(look: Look, segment: Segment) -> str:
    bare = segment.text.lstrip()
    space = segment.text[: len(segment.text) - len(bare)]
    words = escape(bare).replace("\n", "<br>")
    if segment.kind is SegmentKind.REMOVED:
        return f'{space}<s style="color:{look.tokens.bad}">{words}</s>'
    if segment.kind is SegmentKind.ADDED:
        return f'{space}<u style="color:{look.tokens.good}">{words}</u>'
    return f"{space}{words}"


def _small(look: Look, text: str) -> str:
    gap = look.px(8)
    return f'<p style="color:{look.tokens.quiet};margin:{gap}px 0 2px 0">{escape(text)}</p>'
