"""Writing over a block of the report: opened, typed with its draft kept, written, taken back.

What is typed goes to the drafts a second after the last key, and when the page is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ttdn_desktop.domain.report_apply import OUTSIDE, generated, key_of
from ttdn_desktop.gui import instants
from ttdn_desktop.gui.dialogs.tell import agrees
from ttdn_desktop.services import edit_report, keep_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.domain.report_edit import Offer
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.widgets.block_editor import BlockEditor
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.preview_report import Preview

PAUSE_MS = 1000
"""How long after the last key a draft is kept."""

_GAP = ".gap"


class BlockWork(QObject):
    """Ties the editor to the worker.

    `opened` tells the key of the block that is taken up; `closed` that the sheet may have the keys
    again.
    """

    opened = Signal(str)
    closed = Signal()

    def __init__(self, bench: Workbench, editor: BlockEditor) -> None:
        """Begin with no block."""
        super().__init__(editor)
        self.bench, self.editor = bench, editor
        self.block = ""
        self.may_leave: Callable[[], bool] = self._ask
        self._preview: Preview | None = None
        self._now: Round | None = None
        self._asked: Round | None = None
        self._base = self._kept = ""
        self._typed: dict[str, str | None] = {}
        """What this window has kept or dropped by the keys of drafts: newer than what is read."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        editor.typed.connect(self._pause.start)
        editor.write_wanted.connect(self.write)
        editor.revert_wanted.connect(self.revert)
        editor.leave_wanted.connect(self.leave)

    @property
    def is_edited(self) -> bool:
        """Tell whether something is typed that is not written."""
        return bool(self.block) and self.editor.text() != self._base

    @property
    def _key(self) -> str:
        """The key of the draft of what is typed."""
        return "" if self._asked is None else edit_report.draft_key(self._asked, self.block)

    def show_preview(self, preview: Preview, asked: Round) -> None:
        """Work on this report from now on; the block that is taken up stays in the editor."""
        self._preview, self._now = preview, asked

    def open(self, key: str) -> None:
        """Take up a block as it is printed, or as its draft has it."""
        preview, block = self._preview, key_of(key)
        if preview is None or (block == self.block and self._asked == self._now):
            self.editor.field.setFocus()
            return
        self.keep()
        text, hint = _wording(preview, block)
        self.block, self._asked, self._base = block, self._now, text
        typed = self._typed.get(self._key, preview.typed.get(block))
        self._kept = text if typed is None else typed
        kind = "heading_lines" if block in OUTSIDE else "heading"
        self.editor.show_block(
            self.bench.say(f"report.edit.{kind}"),
            self._kept,
            hint,
            edited=block in preview.edited.edits,
        )
        self.opened.emit(block)

    def keep(self) -> None:
        """Hand what is typed to the worker, to be kept as a draft; without waiting for it."""
        self._pause.stop()
        text, asked = self.editor.text(), self._asked
        if not self.block or asked is None or text == self._kept:
            return
        self._kept, key, is_typed = text, self._key, self.is_edited
        self._typed[key] = text if is_typed else None

        def work(office: Office) -> int:
            if is_typed:
                keep_draft.save(office, key, {"text": text})
            else:
                keep_draft.discard(office, key)
            return office.clock.now_ms()

        self.bench.jobs.do(work, self._on_kept, refused=self._not_kept)

    def write(self) -> None:
        """Write the text; an empty one takes the block out."""
        block, text, asked = self.block, self.editor.text(), self._asked
        if not block or asked is None:
            return

        def work(office: Office) -> tuple[bool, int]:
            return edit_report.write(office, asked, block, text), office.clock.now_ms()

        self._pause.stop()
        self.bench.jobs.do(work, lambda done: self._on_written(block, *done))

    def revert(self) -> None:
        """Let the block be as it is generated again."""
        block, asked = self.block, self._asked
        if block and asked is not None:
            self._pause.stop()
            self.bench.jobs.do(
                lambda office: edit_report.revert(office, asked, block),
                lambda _done: self._close("reverted"),
            )

    def drop(self, block: str) -> None:
        """Give up what was written over a block, whichever it is."""
        if (asked := self._now) is not None:
            self.bench.jobs.do(lambda office: edit_report.revert(office, asked, block), _nothing)

    def decide(self, block: str, offer: Offer, take: bool) -> None:  # noqa: FBT001 (a signal's)
        """Dùng câu mới, or giữ câu cũ."""
        decided = edit_report.accept if take else edit_report.keep
        if (asked := self._now) is not None:
            self.bench.jobs.do(lambda office: decided(office, asked, block, offer), _nothing)

    def leave(self) -> None:
        """Give up what is typed, if the officer agrees where something is."""
        if self.is_edited and not self.may_leave():
            return
        self._pause.stop()
        key = self._key
        self.bench.jobs.do(lambda office: keep_draft.discard(office, key), _nothing)
        self._close("")

    def _on_kept(self, instant: int) -> None:
        if self.is_edited:
            when = instants.minute(instant)
            self.editor.tell(self.bench.say("report.edit.kept", when=when))

    def _not_kept(self, error: KnownError) -> None:
        """Say why in the status line: who types is not stopped at each word."""
        self._kept = self._base
        self.bench.desktop.told.emit(self.bench.words.refusal(error), "bad")

    def _on_written(self, block: str, changed: bool, instant: int) -> None:  # noqa: FBT001 (told by the service)
        if block == self.block:
            self._close("written" if changed else "as_it_was", instants.minute(instant))

    def _close(self, told: str, when: str = "") -> None:
        if told:
            self.bench.desktop.told.emit(self.bench.say(f"report.edit.{told}", when=when), "good")
        self._typed[self._key] = None
        self.block = ""
        self.editor.hide()
        self.closed.emit()

    def _ask(self) -> bool:
        bench, say = self.bench, self.bench.say
        title, yes = say("report.edit.leave_title"), say("report.edit.leave_yes")
        return agrees(
            self.editor.window(), bench.words, bench.look, title, say("report.edit.leave"), yes=yes
        )


def _wording(preview: Preview, block: str) -> tuple[str, str]:
    """Return a block's text as it is printed, and what is to be written where there is a gap."""
    edited = preview.edited
    if block in edited.texts:
        return edited.texts[block], ""
    told = generated(preview.generated, block) or ()
    text = ("\n" if block in OUTSIDE else " ").join(each.text for each in told)
    return ("", text) if block.endswith(_GAP) else (text, "")


def _nothing(_done: object) -> None:
    """Do nothing: the pages read anew by themselves."""
