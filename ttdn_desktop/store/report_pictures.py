"""Annex IV: which photos of a round's evidence are printed, in what order, under which captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.store import evidence
from ttdn_desktop.store.reading import read, values
from ttdn_desktop.store.tables import report_pictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, round_id: str, captions: Sequence[tuple[str, str]]) -> None:
    """Write the pictures of a round, evidence and caption each, in their order, and no others."""
    known = set(values(tx.connection, report_pictures.c.evidence_id, round_id=round_id))
    for gone in sorted(known - {identity for identity, _caption in captions}):
        tx.delete(report_pictures, (round_id, gone))
    for ordinal, (identity, caption) in enumerate(captions):
        said = {"ordinal": ordinal, "caption": caption}
        if identity in known:
            tx.update(report_pictures, (round_id, identity), said)
        else:
            tx.insert(report_pictures, {"round_id": round_id, "evidence_id": identity, **said})


def of_round(connection: Connection, round_id: str) -> tuple[tuple[str, str], ...]:
    """Return evidence and caption of each picture in their order; the bin is left out."""
    chosen = read(connection, report_pictures, "ordinal", round_id=round_id)
    found = evidence.by_ids(connection, [row.evidence_id for row in chosen])
    kept = {each.id for each in found}
    return tuple((row.evidence_id, row.caption) for row in chosen if row.evidence_id in kept)
