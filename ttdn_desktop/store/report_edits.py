"""The officer's wording of a report's blocks, by round and block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ttdn_desktop.domain.document import Sentence
from ttdn_desktop.domain.report_edit import Edit
from ttdn_desktop.store.tables_report import report_edits

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from ttdn_desktop.store.changes import Tx


def of_round(connection: Connection, round_id: str) -> dict[str, Edit]:
    """Return the edits of a round by the keys of their blocks."""
    own = select(report_edits).where(report_edits.c.round_id == round_id)
    return {row.block: _edit(row) for row in connection.execute(own)}


def _edit(row: Row[Any]) -> Edit:
    base = tuple(Sentence(text, tuple(records)) for text, records in row.base)
    return Edit(row.block, base, row.text)


def put(tx: Tx, round_id: str, edit: Edit) -> None:
    """Write one, in place of the one there was."""
    base = [[each.text, list(each.records)] for each in edit.base]
    values: dict[str, object] = {"base": base, "text": edit.text}
    same = (report_edits.c.round_id == round_id) & (report_edits.c.block == edit.block)
    known = tx.connection.scalar(select(report_edits.c.id).where(same))
    if known is None:
        where = {"id": tx.new_id(), "round_id": round_id, "block": edit.block}
        tx.insert(report_edits, {**where, **values})
    else:
        tx.update(report_edits, known, values)
