"""One reworded task: both wordings in one, its activities with a tick, and the ways to go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout

from ttdn_desktop.gui.models.activity_columns import short_day, whole_day
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.tick_model import TickModel
from ttdn_desktop.gui.widgets.change_view import marked_up
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.review_ways import ReviewWays
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.browsing import ActivityRow
    from ttdn_desktop.domain.plan import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.review_tasks import Review

HEIGHT, TEXT_HEIGHT, TABLE_HEIGHT = 120, 84, 108


class ReviewPane(VerticalScroll):
    """Scrolls where the screen is small."""

    def __init__(self, bench: Workbench) -> None:
        """Build the pane, with nothing in it."""
        super().__init__(ScrolledForm())
        self._bench = bench
        self._at_ways = False
        self.heading = label("", "heading")
        self.text = _LowText()
        self.model: TickModel[ActivityRow] = TickModel(
            _columns(bench), bench.look, lambda row: row.id
        )
        self.table = _LowTable(self.model, bench.look, bench.say("review.activities"))
        self.count = label("", "field", wrap=True)
        self.ways = ReviewWays(bench)
        self._build()
        self.model.ticked.connect(self.ways.split)
        self.ways.changed.connect(self.show_ways)
        self.verticalScrollBar().rangeChanged.connect(self._follow)

    def show_review(self, review: Review, others: Sequence[Task]) -> None:
        """Show a task; `others` are those that activities can be moved to."""
        say, look = self._bench.say, self._bench.look
        key = "review.task" if review.code == review.old_code else "review.task_renumbered"
        self.heading.setText(say(key, code=review.code, old=review.old_code))
        words = marked_up(look, review.wording)
        self.text.setHtml(f'<p style="margin:0;line-height:140%">{words}</p>')
        self.count.setText(say("review.count", count=len(review.activities)))
        self.model.set_rows(review.activities)
        if review.activities:
            self.table.choose(0)
        self.ways.begin(others, movable=bool(review.activities))
        self._at_ways = False
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Be wide enough for the longest of the ways, beside the bar that scrolls."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.widget().minimumSizeHint().width() + bar, self._bench.look.px(HEIGHT))

    def show_ways(self) -> None:
        """Bring into view what is to be filled in, and keep it there when it grows."""
        self._at_ways = True
        self._follow()

    def _follow(self) -> None:
        if self._at_ways:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        self.text.setObjectName("reading")
        self.text.setAccessibleName(say("import.wording"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for part, height in ((self.text, TEXT_HEIGHT), (self.table, TABLE_HEIGHT)):
            part.setMinimumHeight(look.px(height))
        column = QVBoxLayout(self.widget())
        column.setContentsMargins(0, 0, look.px(6), 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.heading)
        column.addWidget(self.text, 2)
        column.addWidget(self.count)
        column.addWidget(self.table, 3)
        column.addWidget(self.ways)


class _LowText(QTextBrowser):
    """Asks for no more height than it must have: Qt else wishes for two hundred pixels."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(super().sizeHint().width(), self.minimumHeight())


class _LowTable(Table):
    """As `_LowText`."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _columns(bench: Workbench) -> tuple[TableColumn[ActivityRow], ...]:
    say = bench.say
    return (
        TableColumn(title=say("review.tick"), text=lambda row: row.code, width=92),
        TableColumn(title=say("activities.day"), text=short_day, tip=whole_day, width=84),
        TableColumn(title=say("activities.title_column"), text=lambda row: row.title),
        TableColumn(title=say("activities.items"), text=lambda row: ", ".join(row.items), width=84),
    )
