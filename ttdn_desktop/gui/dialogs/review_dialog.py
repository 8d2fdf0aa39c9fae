"""Cần rà soát: reworded tasks that have activities, settled one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.parts import Card, Note, label
from ttdn_desktop.gui.widgets.review_pane import ReviewPane
from ttdn_desktop.gui.widgets.review_ways import Decided, Way
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.widgets.turning_split import TurningSplit
from ttdn_desktop.services import keep_plan, review_tasks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.plan import Task
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.review_tasks import Review

    Found = tuple[tuple[Review, ...], tuple[Task, ...]]

WIDTH, HEIGHT = 1120, 640
_BESIDE = 900


class ReviewDialog(Dialog):
    """Each decision is recorded at once, and can be taken back; the rest may wait."""

    def __init__(self, parent: QWidget | None, bench: Workbench) -> None:
        """Build the dialog and ask what is to be reviewed."""
        super().__init__(parent, bench.look, bench.say("review.title"))
        self._bench = bench
        self._tasks: tuple[Task, ...] = ()
        self._settled = 0
        self.about = label(role="quiet", wrap=True)
        self.refusal = Note(bench.look, "bad")
        self.model: RowModel[Review] = RowModel(self._columns(), bench.look)
        self.table = Table(self.model, bench.look, bench.say("review.tasks"))
        self.pane = ReviewPane(bench)
        self._build()
        self.table.chosen.connect(self._show_review)
        self.pane.ways.confirmed.connect(self.settle)
        self.grow(WIDTH, HEIGHT)
        self._read()

    def settle(self) -> None:
        """Record what is decided on the chosen task, and go on to the next."""
        if not self.record.isEnabled():  # one decision at a time, also by Enter
            return
        review = self.model.row_at(self.table.chosen_row())
        ticked = self.pane.model.keys()
        decided = self.pane.ways.decided(len(ticked)) if review is not None else None
        if review is None or decided is None:
            self.pane.show_ways()
            return
        self.record.setEnabled(False)
        self._bench.jobs.do(
            lambda office: _settle(office, review, ticked, decided),
            self._on_settled,
            refused=self._on_refused,
        )

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        left, right = Card(look, edge=6), Card(look)
        left.column.addWidget(self.table, 1)
        right.column.addWidget(self.pane, 1)
        split = TurningSplit(look, (left, right), room=_BESIDE, beside=(310, 770), below=(130, 430))
        split.setStretchFactor(1, 1)
        self.body.addWidget(self.about)
        self.body.addWidget(self.refusal)
        self.body.addWidget(split, 1)
        self.later = self.add_button(say("review.later"), self.reject)
        self.record = self.add_button(say("review.record"), self.settle, "primary")
        self.record.setEnabled(False)

    def _columns(self) -> tuple[TableColumn[Review], ...]:
        say = self._bench.say
        return (
            TableColumn(title=say("plan.code"), text=lambda each: each.code, width=52),
            TableColumn(title=say("import.task"), text=lambda each: each.new),
            TableColumn(
                title=say("import.records"),
                text=lambda each: str(len(each.activities)),
                width=82,
                right=True,
            ),
        )

    def _read(self) -> None:
        self._bench.jobs.ask(_found, self._on_found)

    def _on_found(self, found: Found) -> None:
        reviews, self._tasks = found
        if not reviews:
            self._finish()
            return
        before = max(self.table.chosen_row(), 0)
        self.about.setText(self._bench.say("review.about", count=len(reviews)))
        self.model.set_rows(reviews)
        self.record.setEnabled(True)
        self.table.choose(min(before, len(reviews) - 1))
        self.table.setFocus()

    def _show_review(self, number: int) -> None:
        review = self.model.row_at(number)
        if review is not None:
            others = [task for task in self._tasks if task.id != review.task_id]
            self.pane.show_review(review, others)

    def _on_settled(self, review: Review) -> None:
        self._settled += 1
        self.refusal.say("")
        told = self._bench.say("review.done", code=review.code)
        self._bench.desktop.told.emit(told, "good")
        self._read()

    def _finish(self) -> None:
        key = "review.all_done" if self._settled else "review.nothing"
        self._bench.desktop.told.emit(self._bench.say(key), "good")
        self.accept()

    def _on_refused(self, error: KnownError) -> None:
        self.refusal.say(self._bench.words.refusal(error))
        self._read()


def _found(office: Office) -> Found:
    return review_tasks.to_review(office), keep_plan.in_force(office).tasks


def _settle(office: Office, review: Review, ticked: tuple[str, ...], decided: Decided) -> Review:
    task_id = review.task_id
    if decided.way is Way.KEEP:
        review_tasks.keep(office, task_id, decided.reason)
    elif decided.way is Way.MOVE:
        review_tasks.move(office, task_id, decided.to_task, decided.reason)
    else:
        review_tasks.split(office, task_id, ticked, decided.to_task, decided.reason)
    return review
