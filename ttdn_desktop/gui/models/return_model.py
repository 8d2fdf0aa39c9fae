"""What a report edited in Word would bring, a difference a row; the tick takes it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ttdn_desktop.domain.word_taken import Choices, suggested
from ttdn_desktop.gui.models.check_model import CHECK, CheckModel
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.word_return import BlockChange, Return
    from ttdn_desktop.gui.models.row_model import Index
    from ttdn_desktop.gui.workbench import Workbench

_TONES = {"conflict": "bad", "removed": "bad", "changed": "warn", "added": "good"}


@immutable
class ReturnRow:
    """One difference.

    `kind` is "changed", "conflict", "removed" or "added", which can be taken; or "joined",
    "moved", "filled" or "apart", which is shown. `key` is a block's, `number` that of an added
    paragraph; `made` is a conflict's text as the file was made, `beside` the text of the block
    that an added one goes behind.
    """

    kind: str
    before: str
    after: str
    key: str = ""
    number: int = -1
    made: str = ""
    beside: str = ""

    @property
    def can_be_taken(self) -> bool:
        """Whether there is a choice."""
        return self.kind in _TONES


def rows_of(came: Return, texts: dict[str, str]) -> tuple[ReturnRow, ...]:
    """Return the differences: what can be taken first; `texts` are those of blocks by key."""
    return (*_choices(came, texts), *_shown(came, texts))


def _choices(came: Return, texts: dict[str, str]) -> Iterator[ReturnRow]:
    yield from (_change("conflict", each) for each in came.conflicts)
    yield from (_change("changed", each) for each in came.changed if not each.is_conflict)
    for number, each in enumerate(came.unmatched):
        beside = texts.get(each.after, "")
        yield ReturnRow("added", "", each.text, each.after, number, beside=beside)
    yield from (_change("removed", each) for each in came.removed)


def _change(kind: str, each: BlockChange) -> ReturnRow:
    return ReturnRow(kind, each.before, each.after, each.key, made=each.made)


def _shown(came: Return, texts: dict[str, str]) -> Iterator[ReturnRow]:
    for kind, keys in (("joined", came.joined), ("moved", came.moved)):
        yield from (ReturnRow(kind, texts.get(key, ""), texts.get(key, ""), key) for key in keys)
    yield from (ReturnRow("filled", each.before, each.after, each.key) for each in came.filled)
    yield from (ReturnRow("apart", each.before, each.after) for each in came.apart)


class ReturnModel(CheckModel[ReturnRow]):
    """What is only shown has no box; `ticked` tells that a box was clicked."""

    ticked = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Show nothing yet."""
        self._chosen: set[tuple[str, str, int]] = set()
        super().__init__(_columns(bench), bench.look)

    def show_return(self, came: Return, texts: dict[str, str]) -> None:
        """Show what differs, ticked as it is suggested."""
        usual = suggested(came)
        rows = rows_of(came, texts)
        self._chosen = {
            _identity(row)
            for row in rows
            if (row.number in usual.added if row.kind == "added" else row.key in usual.taken)
        }
        self.set_rows(rows)

    def choices(self) -> Choices:
        """Return what is ticked."""
        wanted = [row for row in self._rows if self._is_chosen(row)]
        return Choices(
            frozenset(row.key for row in wanted if row.kind != "added"),
            frozenset(row.number for row in wanted if row.kind == "added"),
        )

    def check_state(self, row: ReturnRow) -> Qt.CheckState | None:
        """Return whether a row is taken; None where there is no choice."""
        if not row.can_be_taken:
            return None
        return Qt.CheckState.Checked if self._is_chosen(row) else Qt.CheckState.Unchecked

    def toggle(self, row: ReturnRow, index: Index) -> None:
        """Take a row, or leave it."""
        self._chosen ^= {_identity(row)}
        self.dataChanged.emit(index, index, [CHECK])
        self.ticked.emit()

    def _is_chosen(self, row: ReturnRow) -> bool:
        return row.can_be_taken and _identity(row) in self._chosen


def _identity(row: ReturnRow) -> tuple[str, str, int]:
    return row.kind, row.key, row.number


def _columns(bench: Workbench) -> tuple[TableColumn[ReturnRow], ...]:
    say = bench.say

    def kind(row: ReturnRow) -> str:
        return say(f"word_return.kind_{row.kind}")

    def text(row: ReturnRow) -> str:
        return " ".join((row.after or row.before).split())

    return (
        TableColumn(title=say("word_return.take"), text=kind, tone=_tone, width=176),
        TableColumn(title=say("word_return.text"), text=text),
    )


def _tone(row: ReturnRow) -> str:
    return _TONES.get(row.kind, "")
