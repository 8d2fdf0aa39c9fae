"""Evidence as the page lists it: filtered, counted, the last added first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, select

from ttdn_desktop.domain.ids import recorded_at
from ttdn_desktop.domain.shelf import EvidenceRow, ProvenActivity, Shelf
from ttdn_desktop.domain.text import exact, fold, has_accents
from ttdn_desktop.store.database import LISTED, driver, json_text
from ttdn_desktop.store.evidence import FIELDS, from_fields
from ttdn_desktop.store.tables import activities, activity_evidence, evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from ttdn_desktop.domain.evidence import Evidence

_REMEMBERED = 2**17
_folded = lru_cache(_REMEMBERED)(fold)
"""Folding is what a search costs: each text is folded once, for all letters typed."""
_PROVING = activity_evidence.join(activities)
_BINNED = select(activities.c.id).where(activities.c.binned_at.is_not(None))
_USED = exists().where(
    activity_evidence.c.evidence_id == evidence.c.id,
    activity_evidence.c.activity_id.not_in(_BINNED),
)
_TEXT = (
    evidence.c.name
    + "\n"
    + evidence.c.document_number
    + "\n"
    + evidence.c.document_excerpt
    + "\n"
    + evidence.c.url
    + "\n"
    + evidence.c.code
)
_PROVEN = (
    select(activity_evidence.c.evidence_id, activities.c.id, activities.c.code, activities.c.title)
    .select_from(_PROVING)
    .where(activity_evidence.c.evidence_id.in_(LISTED), activities.c.binned_at.is_(None))
    .order_by(activities.c.start, activities.c.id)
)


def page(connection: Connection, shelf: Shelf, offset: int, limit: int) -> tuple[EvidenceRow, ...]:
    """Return one page of the wanted evidence in two reads, binned evidence left out."""
    wanted = select(*FIELDS).where(*_filters(connection, shelf)).order_by(evidence.c.id.desc())
    found = connection.execute(wanted.limit(limit).offset(offset))
    shown = [from_fields(*row) for row in found]
    proven = _proven(connection, [one.id for one in shown])
    return tuple(_row(one, proven.get(one.id, ())) for one in shown)


def count(connection: Connection, shelf: Shelf) -> int:
    """Return how many pieces of evidence are wanted."""
    wanted = select(func.count()).select_from(evidence).where(*_filters(connection, shelf))
    return connection.execute(wanted).scalar_one()


def place_of(connection: Connection, shelf: Shelf, evidence_id: str) -> int | None:
    """Return how many of the wanted come before this one; None where it is not among them."""
    wanted = tuple(_filters(connection, shelf))
    own = select(evidence.c.id).where(evidence.c.id == evidence_id, *wanted)
    if connection.execute(own).first() is None:
        return None
    before = select(func.count()).select_from(evidence)
    before = before.where(evidence.c.id > evidence_id, *wanted)
    return connection.execute(before).scalar_one()


def proven_by(connection: Connection, evidence_id: str) -> tuple[ProvenActivity, ...]:
    """Return the activities that a piece of evidence proves, the earliest first."""
    return tuple(_proven(connection, [evidence_id]).get(evidence_id, ()))


def _proven(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[ProvenActivity]]:
    found: dict[str, list[ProvenActivity]] = {}
    for evidence_id, *fields in connection.execute(_PROVEN, {"ids": json_text(ids)}):
        found.setdefault(evidence_id, []).append(ProvenActivity(*fields))
    return found


def _row(one: Evidence, proven: Sequence[ProvenActivity]) -> EvidenceRow:
    return EvidenceRow(
        id=one.id,
        code=one.code,
        kind=one.kind,
        name=one.name,
        dated=one.dated,
        size=one.size,
        sha256=one.sha256,
        url=one.url,
        document=one.document,
        activities=len(proven),
        first_activity=proven[0] if proven else None,
        added_at=recorded_at(one.id),
    )


def _filters(connection: Connection, shelf: Shelf) -> Iterator[ColumnElement[bool]]:
    yield evidence.c.binned_at.is_(None)
    if shelf.kind is not None:
        yield evidence.c.kind == shelf.kind
    if shelf.year is not None:
        yield evidence.c.year == shelf.year
    if shelf.unfiled:
        yield ~_USED
    if words := shelf.search.split():
        raw = driver(connection)
        raw.create_function("folded_text", 1, _folded, deterministic=True)
        raw.create_function("exact_text", 1, exact, deterministic=True)
        yield from map(_holds, words)


def _holds(word: str) -> ColumnElement[bool]:
    loosely: ColumnElement[bool] = func.instr(func.folded_text(_TEXT), fold(word)) > 0
    if not has_accents(word):
        return loosely
    return and_(loosely, func.instr(func.exact_text(_TEXT), exact(word)) > 0)
