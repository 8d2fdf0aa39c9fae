"""One activity being worked on: opened, typed with its draft kept, recorded, duplicated, binned.

What is typed goes to the drafts a second after the last key, and whenever another activity or
page is opened. Only the worker knows which key a new activity's draft bears.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ttdn_desktop.gui import instants
from ttdn_desktop.gui.activity_opening import (
    BLANK,
    AtWork,
    Opened,
    drop_text,
    id_of,
    keep_text,
    read_activity,
    read_copy,
    record_text,
)
from ttdn_desktop.services import edit_activity, keep_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.widgets.activity_editor import ActivityEditor
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

PAUSE_MS = 1000
"""How long after the last key a draft is kept."""


class ActivityWork(QObject):
    """Ties the form to the worker. `shown` when another activity is in it, `state` when it moves.

    `recorded` and `binned` tell the activity's id; `drafts_changed` that there are more or fewer.
    """

    shown = Signal()
    state = Signal()
    recorded = Signal(str)
    binned = Signal(str)
    drafts_changed = Signal()

    def __init__(self, bench: Workbench, editor: ActivityEditor) -> None:
        """Begin with an empty form."""
        super().__init__(editor)
        self.bench, self.editor = bench, editor
        self.at = AtWork()
        self.is_unkept = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        editor.edited.connect(self._on_edited)

    @property
    def is_edited(self) -> bool:
        """Tell whether something is typed that is not recorded."""
        return self.editor.text() != self.at.base

    def new(self, items: tuple[str, ...] = ()) -> None:
        """Show an empty form, for these items."""
        self.keep()
        base = replace(BLANK, items=items)
        self._show(Opened(AtWork(base=base), base, ()))

    def open(self, activity_id: str, then: Callable[[], None] | None = None) -> None:
        """Show an activity as it is recorded, or as its draft has it."""
        self.keep()
        key = keep_draft.key_of(activity_id)

        def opened(found: Opened) -> None:
            self._show(found)
            if then:
                then()

        self.bench.jobs.ask(
            lambda office: read_activity(office, activity_id, key), opened, slot="editor"
        )

    def open_draft(self, key: str, note: str = "draft_note") -> None:
        """Show a draft."""
        self.keep()

        def read(office: Office) -> Opened:
            return read_activity(office, id_of(key), key, note)

        self.bench.jobs.ask(read, self._show, slot="editor")

    def reload(self) -> None:
        """Read the activity anew where nothing is typed over it: it was changed elsewhere."""
        at = self.at
        if at.activity_id is None or self.is_edited or at.sent:
            return

        def gone(error: KnownError) -> None:
            if error.key != "activity_gone":
                self.bench.jobs.refused.emit(error)
            elif at is self.at:
                self._become_new()

        def read(office: Office) -> Opened:
            return read_activity(office, at.activity_id, at.place.key or "")

        def again(found: Opened) -> None:
            if at is self.at and not self.is_edited:
                self._show(found)

        self.bench.jobs.ask(read, again, slot="editor", refused=gone)

    def duplicate(self) -> None:
        """Show a new form with what is true of the next activity too; its day is typed anew."""
        if self.at.activity_id is None:
            return
        self.keep()
        activity_id = self.at.activity_id
        self.bench.jobs.ask(lambda office: read_copy(office, activity_id), self._on_duplicate)

    def record(self) -> None:
        """Check and record; what is wrong is shown field by field."""
        at, text = self.at, self.editor.text()
        if at.sent is not None:
            return
        if at.activity_id is not None and text == at.base:
            self._tell("unchanged", "plain")
            return
        served = at.activity_id is not None and not at.base.items
        read = self.editor.read(served=served)
        self.editor.tell_errors(all_of_them=True, served=served)
        form = read.form
        if form is None:
            self._tell("to_mend", "warn", count=len(read.errors))
            self.editor.go_to(read.errors[0])
            return
        self._pause.stop()

        at.sent, at.kept = text, None

        def refused(error: KnownError) -> None:
            at.sent = None
            self._on_edited()
            self.bench.jobs.refused.emit(error)

        self.bench.jobs.do(
            lambda office: record_text(office, at, form),
            lambda done: self._on_recorded(at, *done),
            refused=refused,
        )

    def put_into_bin(self) -> None:
        """Put the activity into the bin; a draft of it stays, so that undoing loses nothing."""
        activity_id = self.at.activity_id
        if activity_id is None:
            return
        self.keep()
        self.bench.jobs.do(
            lambda office: edit_activity.put_into_bin(office, activity_id), self._on_binned
        )

    def discard(self) -> None:
        """Throw away what is typed and not recorded."""
        at = self.at
        self._pause.stop()

        def work(office: Office) -> None:
            if at.place.key is not None:
                keep_draft.discard(office, at.place.key)

        self.bench.jobs.do(work, lambda _none: self.drafts_changed.emit())
        self._tell("discarded", "plain")
        if at.activity_id is None:
            self._show(Opened(AtWork(), BLANK, ()))
        else:
            at.kept = None
            at.base = self.editor.text()
            self.open(at.activity_id)

    def keep(self) -> None:
        """Hand what is typed to the worker, to be kept as a draft; without waiting for it."""
        self._pause.stop()
        at, text = self.at, self.editor.text()
        if text == (at.kept or at.sent or at.base):
            return
        if text == at.base and at.sent is None:
            at.kept = None
            self.bench.jobs.do(
                lambda office: drop_text(office, at.place), lambda _none: self.drafts_changed.emit()
            )
            return
        at.kept = text

        def refused(error: KnownError) -> None:
            """Say why in the status line: who types is not stopped at each word."""
            at.kept, self.is_unkept = None, True
            self.bench.desktop.told.emit(self.bench.words.refusal(error), "bad")

        self.bench.jobs.do(
            lambda office: keep_text(office, at, text),
            lambda instant: self._on_kept(at, instant),
            refused=refused,
        )

    def _on_edited(self) -> None:
        self._pause.start()
        self.state.emit()

    def _on_pause(self) -> None:
        self.editor.tell_errors(all_of_them=False)
        self.keep()

    def _on_kept(self, at: AtWork, instant: int) -> None:
        at.kept_at = instant
        self.is_unkept = False
        self._tell("saved", "plain", when=instants.minute(instant))
        self.state.emit()
        self.drafts_changed.emit()

    def _on_recorded(self, at: AtWork, activity: Activity, instant: int) -> None:
        at.activity_id, at.code, at.base = activity.id, activity.code, at.sent or at.base
        at.sent = at.kept_at = None
        at.note = ""
        self._tell("recorded", "good", code=activity.code, when=instants.minute(instant))
        self.recorded.emit(activity.id)
        self.drafts_changed.emit()
        if at is self.at:
            self.shown.emit()
            if self.is_edited:
                self._on_edited()

    def _on_binned(self, activity: Activity) -> None:
        self._tell("binned", "good", code=activity.code)
        if self.at.activity_id == activity.id:
            self._show(Opened(AtWork(), BLANK, ()))
        self.binned.emit(activity.id)

    def _on_duplicate(self, found: Opened) -> None:
        self._show(found)
        self.editor.begin("when")
        self._on_edited()

    def _become_new(self) -> None:
        """Keep in the form what is recorded no more: the officer may want it all the same."""
        self.at = AtWork(note="undone_note")
        self.shown.emit()
        self.keep()

    def _show(self, found: Opened) -> None:
        self._pause.stop()
        self.at = found.at
        self.editor.show_text(found.text, found.proofs)
        if found.text == found.at.base:
            found.at.base = self.editor.text()
        self.shown.emit()

    def _tell(self, key: str, tone: str, **facts: object) -> None:
        self.bench.desktop.told.emit(self.bench.say(f"activity.{key}", **facts), tone)
