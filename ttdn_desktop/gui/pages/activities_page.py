"""Hoạt động: what was done, listed; and one of them typed, with its evidence, beside the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.actions import action
from ttdn_desktop.gui.activity_filters import of_wish
from ttdn_desktop.gui.activity_import import ActivityImport
from ttdn_desktop.gui.activity_opening import is_activity, is_new
from ttdn_desktop.gui.activity_work import ActivityWork
from ttdn_desktop.gui.dialogs.tell import agrees
from ttdn_desktop.gui.pages.page import GAP, Page
from ttdn_desktop.gui.widgets.activity_list import ActivityList
from ttdn_desktop.gui.widgets.activity_pane import ActivityPane
from ttdn_desktop.gui.widgets.drafts_note import DraftsNote
from ttdn_desktop.gui.widgets.undo_keys import UndoKeys
from ttdn_desktop.gui.wishes import ListActivities, NewActivity, OpenActivity
from ttdn_desktop.services import keep_draft, prepare_form
from ttdn_desktop.services.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.keep_draft import Draft
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.prepare_form import FormDesk

SPLIT = "activities"
_OFFERS = frozenset({Topic.PLAN, Topic.UNITS})


class ActivitiesPage(Page):
    """The list and the form; what is wished before the plan is read waits for it."""

    topics = frozenset({Topic.ACTIVITIES, Topic.EVIDENCE, *_OFFERS})

    def __init__(self, bench: Workbench) -> None:
        """Build the page; it is filled when it appears."""
        super().__init__(bench)
        self._waiting: list[Callable[[], None]] = []
        self._is_ready = self._is_touched = False
        self.drafts = DraftsNote(bench)
        self.list = ActivityList(bench)
        self.pane = ActivityPane(bench)
        self.work = ActivityWork(bench, self.pane.editor)
        self.agrees_to_lose: Callable[[], bool] = partial(_agrees_to_lose, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.bringing = ActivityImport(self, self.list)
        self._undo_keys = UndoKeys(self.pane, lambda: self.work.is_edited)
        self._build_body()
        self._listen()
        self._bind()

    def refresh(self) -> None:
        """Read list, drafts, and what the form offers anew."""
        year = self.bench.year
        self.list.refresh()
        self._read_drafts()
        if self._is_ready:
            self.work.reload()
        self.bench.jobs.ask(
            lambda office: prepare_form.desk(office, year), self._on_desk, slot="form desk"
        )

    def wish(self, what: object) -> None:
        """Show an empty form, an activity, or a narrowed list."""
        if isinstance(what, ListActivities):
            self.list.filter_row.show_filters(of_wish(what, self.list.filter_row.filters))
            return
        self._is_touched = True
        if isinstance(what, NewActivity):
            self._when_ready(lambda: self._new(what.items))
        elif isinstance(what, OpenActivity):
            self._when_ready(lambda: self._open(what.activity_id))

    def may_leave(self) -> bool:
        """Keep what is typed; the worker finishes that before the folder is closed.

        Where it could not be kept, as on a full disk, the officer is asked before it is lost.
        """
        if self._is_ready:
            self.work.keep()
        preferences.keep_split(SPLIT, self.splitter)
        lost = self._is_ready and self.work.is_unkept and self.work.is_edited
        return not lost or self.agrees_to_lose()

    def _build_body(self) -> None:
        look = self.bench.look
        self.title.setText(self.bench.say("activities.title"))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.drafts)
        column.addWidget(self.list, 1)
        left.setMinimumWidth(look.px(300))
        self.pane.setMinimumWidth(look.px(330))
        for number, (pane, share) in enumerate(((left, 55), (self.pane, 45))):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(number, share)
        self.splitter.setSizes([look.px(640), look.px(500)])
        self.splitter.setHandleWidth(look.px(GAP))
        self.splitter.setChildrenCollapsible(False)
        preferences.restore_split(SPLIT, self.splitter)
        self.body.addWidget(self.splitter, 1)
        self.pane.setEnabled(False)

    def _listen(self) -> None:
        work = self.work
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda wanted: self._open(wanted, focus=True))
        self.list.new_wanted.connect(self._new)
        self.list.shown.connect(self._on_listed)
        self.drafts.opened.connect(self._open_draft)
        self.pane.wanted.connect(lambda key: self._runs()[key]())
        work.shown.connect(self._show_state)
        work.shown.connect(self._read_drafts)
        work.shown.connect(lambda: None if work.at.activity_id else self.list.unmark())
        work.state.connect(self._show_state)
        work.drafts_changed.connect(self._read_drafts)
        work.recorded.connect(self.list.select)
        work.binned.connect(lambda _id: self.list.select(""))

    def _bind(self) -> None:
        runs = self._runs()
        for key, run in (
            ("save", runs["record"]),
            ("duplicate", runs["duplicate"]),
            ("bin", runs["bin"]),
            ("find", self._find),
            ("paste_evidence", self.pane.editor.fields.evidence.drop.paste),
            ("attach", self.pane.editor.fields.evidence.drop.choose_files),
            ("leave", lambda: self.pane.closed_adder() or self.list.table.setFocus()),
        ):
            action(self, key, self.bench.words, run)

    def _runs(self) -> dict[str, Callable[[], None]]:
        ready = self._when_ready
        return {
            "record": partial(ready, self.work.record),
            "duplicate": partial(ready, self.work.duplicate),
            "bin": partial(ready, self.work.put_into_bin),
            "history": partial(_show_history, self),
            "discard": self._discard,
        }

    def _when_ready(self, run: Callable[[], None]) -> None:
        if self._is_ready:
            run()
        else:
            self._waiting.append(run)

    def _on_desk(self, desk: FormDesk) -> None:
        self.pane.editor.offer(desk)
        self.list.filter_row.offer_items(desk.items)
        if self._is_ready:
            return
        self._is_ready = True
        self.pane.setEnabled(True)
        self._show_state()
        while self._waiting:
            self._waiting.pop(0)()
        self.filled.emit()

    def _new(self, items: tuple[str, ...] = ()) -> None:
        self.list.select("")
        self.work.new(items)
        self.pane.editor.begin()

    def _open(self, activity_id: str, *, focus: bool = False) -> None:
        self.list.select(activity_id)
        self.work.open(activity_id, self.pane.editor.begin if focus else None)

    def _open_draft(self, key: str) -> None:
        self._is_touched = True
        self.list.select("" if is_new(key) else key.rpartition(":")[2])
        self.work.open_draft(key)

    def _on_chosen(self, activity_id: str) -> None:
        self._is_touched = True
        self._when_ready(lambda: self.work.open(activity_id))

    def _discard(self) -> None:
        bench, at = self.bench, self.work.at
        key = "discard_old" if at.activity_id else "discard_new"
        sentence = bench.say(f"activity.{key}", code=at.code)
        title, yes = bench.say("activity.discard_title"), bench.say("activity.discard_yes")
        if agrees(self, bench.words, bench.look, title, sentence, yes=yes):
            self.work.discard()

    def _find(self) -> None:
        self.list.filter_row.search.setFocus()
        self.list.filter_row.search.selectAll()

    def _show_state(self) -> None:
        self.pane.show_state(self.work.at, edited=self.work.is_edited)

    def _on_listed(self, count: int, total: int) -> None:
        facts = {"total": grouped(total), "count": grouped(count), "year": self.bench.year}
        self.subtitle.setText(self.bench.say("activities.subtitle", **facts))

    def _read_drafts(self) -> None:
        def read(office: Office) -> tuple[Draft, ...]:
            return tuple(each for each in keep_draft.all_drafts(office) if is_activity(each))

        self.bench.jobs.ask(read, self._on_drafts, slot="drafts")

    def _on_drafts(self, drafts: tuple[Draft, ...]) -> None:
        """Tell the drafts that are not in the form; at first, take a lost one up again."""
        if not self._is_touched:
            self._is_touched = True
            lost = next((draft.key for draft in drafts if is_new(draft.key)), None)
            if lost is not None:
                self._when_ready(lambda: self.work.open_draft(lost, "recover_note"))
                drafts = tuple(draft for draft in drafts if draft.key != lost)
        present = self.work.at.place.key
        self.drafts.show_drafts([draft for draft in drafts if draft.key != present])


def _show_history(page: ActivitiesPage) -> None:
    from ttdn_desktop.gui.dialogs.history_dialog import show_history  # noqa: PLC0415 (seldom)

    show_history(page.window(), page.bench, page.work.at)


def _agrees_to_lose(page: ActivitiesPage) -> bool:
    say, words = page.bench.say, page.bench.words
    title, question = say("activity.unkept"), say("activity.unkept_question")
    return agrees(page, words, page.bench.look, title, question, yes=say("activity.unkept_yes"))
