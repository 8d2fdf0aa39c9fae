"""Annex IV: which photos of a round's evidence are printed, in what order, under which captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from ttdn_desktop.store.tables import evidence, report_pictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, round_id: str, captions: Sequence[tuple[str, str]]) -> None:
    """Write the pictures of a round, evidence and caption each, in their order, and no others."""
    own = select(report_pictures.c.evidence_id).where(report_pictures.c.round_id == round_id)
    known = set(tx.connection.scalars(own))
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
    own = (
        select(report_pictures.c.evidence_id, report_pictures.c.caption)
        .join_from(report_pictures, evidence, evidence.c.id == report_pictures.c.evidence_id)
        .where(report_pictures.c.round_id == round_id, evidence.c.binned_at.is_(None))
        .order_by(report_pictures.c.ordinal)
    )
    return tuple((identity, caption) for identity, caption in connection.execute(own))
