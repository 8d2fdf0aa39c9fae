"""Lịch sử thay đổi: one record's story from its very first version, and the journal by page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ttdn_desktop.domain.story import Event, FieldChange, Names, RecordKind, RowChange, fields_of
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import journal_pages
from ttdn_desktop.store.record_names import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.journal_pages import Touched

__all__ = ["Entry", "Event", "FieldChange", "RecordKind", "latest", "of_record"]

_KINDS = (
    ("activity", frozenset({"activities", "activity_items", "readings", "fundings", "obstacles"})),
    ("activity", frozenset({"proposals", "activity_evidence"})),
    ("evidence", frozenset({"evidence"})),
    ("report", frozenset({"submissions"})),
    ("item", frozenset({"progress"})),
    ("plan", frozenset({"plans", "plan_versions", "plan_reviews", "document_validities"})),
    ("unit", frozenset({"units", "unit_names", "successions"})),
    ("officer", frozenset({"officers"})),
)
"""What a change is about, by the tables it wrote; the first that fits counts."""
OTHER = "other"


@immutable
class Entry:
    """One change of the journal; `at` is UTC milliseconds.

    `kind` is "activity", "evidence", "report", "item", "plan", "unit", "officer" or "other".
    """

    seq: int
    at: int
    actor: str
    label: str
    kind: str


def of_record(office: Office, kind: RecordKind, identity: str) -> tuple[Event, ...]:
    """Return what happened to a record and to what belongs to it, the oldest first.

    The first event tells the very first version. A change that said nothing an officer reads
    (the place of a part) is left out. No event: nobody knows such a record.
    """
    around = office.surroundings()
    with office.store.read() as connection:
        found = journal_pages.story(connection, kind, identity)
        pieces = names_of(connection, "evidence", _ids(found, "evidence_id"))
        activities = names_of(connection, "activities", _ids(found, "activity_id"))
        years = names_of(connection, "rounds", _ids(found, "round_id"))
    names = Names(
        items=around.titled,
        indicators={each.code: (each.name, each.unit) for each in around.catalogue.values()},
        evidence=pieces,
        activities=activities if kind is RecordKind.EVIDENCE else {},
        rounds=years,
    )
    by_change = groupby(found, key=lambda row: row.seq)
    events = (_event(list(rows), names) for _seq, rows in by_change)
    return tuple(event for event in events if event.fields or event.purged)


def latest(office: Office, limit: int, before_seq: int | None = None) -> tuple[Entry, ...]:
    """Return the last changes, the newest first; or the last ones before `before_seq`."""
    with office.store.read() as connection:
        lines = journal_pages.latest(connection, limit, before_seq)
    return tuple(
        Entry(line.seq, line.at, line.actor, line.label, _kind_of(line.tables)) for line in lines
    )


def _event(touched: Sequence[Touched], names: Names) -> Event:
    first = touched[0]
    net: dict[tuple[str, str], RowChange] = {}
    for row in touched:
        key = (row.table, row.row_id)
        before = net[key].before if key in net else row.before
        net[key] = RowChange(row.table, before, row.after)
    purged = any(row.purged for row in touched)
    fields = tuple(fields_of(net.values(), names))
    return Event(first.seq, first.at, first.actor, first.label, fields, purged)


def _ids(found: Iterable[Touched], column: str) -> list[str]:
    said = (each for row in found for each in (row.before, row.after) if each)
    return sorted({row[column] for row in said if row.get(column)})


def _kind_of(tables: frozenset[str]) -> str:
    return next((kind for kind, of in _KINDS if tables & of), OTHER)
