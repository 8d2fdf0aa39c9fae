"""The officer's wording of blocks of a report, one a block and round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Sentence
from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.domain.report_edit import Edit
from ttdn_desktop.store.reading import read, values
from ttdn_desktop.store.tables_report import report_edits

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, round_id: str, edit: Edit) -> None:
    """Write an edit, in place of the one that the block has in the round."""
    base = [{"text": each.text, "records": list(each.records)} for each in edit.base]
    said = {"base": base, "text": edit.text}
    known = _id_of(tx.connection, round_id, edit.block)
    if known is not None:
        tx.update(report_edits, known, said)
        return
    identity = shared_id("report_edit", round_id, edit.block)
    tx.insert(report_edits, {"id": identity, "round_id": round_id, "block": edit.block, **said})


def drop(tx: Tx, round_id: str, block: str) -> None:
    """Remove the edit of a block; one that is not there is no error."""
    known = _id_of(tx.connection, round_id, block)
    if known is not None:
        tx.delete(report_edits, known)


def of_round(connection: Connection, round_id: str) -> dict[str, Edit]:
    """Return all edits of a round by the keys of their blocks."""
    return {
        row.block: Edit(
            row.block,
            tuple(Sentence(each["text"], tuple(each["records"])) for each in row.base),
            row.text,
        )
        for row in read(connection, report_edits, "block", round_id=round_id)
    }


def _id_of(connection: Connection, round_id: str, block: str) -> str | None:
    known = values(connection, report_edits.c.id, round_id=round_id, block=block)
    return next(known, None)
