"""Finding activities by words: an FTS5 table with a folded and an exact column.

Both columns are fed by `domain.text`; the tokenizer itself folds nothing (unicode61 never folds đ).
The index is written by the transaction that changes an activity. A row's number begins with the
day the activity starts, so that hits come out by day without sorting.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, column, delete, func, insert, select, table, text

from ttdn_desktop.domain.text import FOLD_VERSION, exact, fold
from ttdn_desktop.store import meta
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    evidence,
    obstacles,
    proposals,
    search_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

ROWS_A_DAY = 2**20
"""How many activities may start on one day."""

_VERSION_KEY = "fold_version"
_BATCH = 500
_HOLDS_ACTIVITY = {
    activities.name: "id",
    activity_evidence.name: "activity_id",
    obstacles.name: "activity_id",
    proposals.name: "activity_id",
}
search_texts = table("search_texts", column("rowid"), column("folded"), column("exact"))
_ADD = text("INSERT INTO search_texts (rowid, folded, exact) VALUES (:id, :folded, :exact)")
_REMOVE = text("DELETE FROM search_texts WHERE rowid = :id")


@dataclass(slots=True)
class Stale:
    """What a transaction has touched that the index must follow."""

    activities: set[str] = field(default_factory=set)
    evidence: set[str] = field(default_factory=set)

    def note(self, table_name: str, row: Mapping[str, object]) -> None:
        """Remember a row that was inserted, changed or deleted."""
        if holder := _HOLDS_ACTIVITY.get(table_name):
            self.activities.add(str(row[holder]))
        elif table_name == evidence.name:
            self.evidence.add(str(row["id"]))


def refresh(connection: Connection, stale: Stale) -> None:
    """Index anew all activities that a transaction has touched; those gone or binned leave."""
    ids = stale.activities | _activities_of(connection, sorted(stale.evidence))
    _index(connection, sorted(ids))


def is_up_to_date(connection: Connection) -> bool:
    """Tell whether the index was folded as this program folds."""
    return meta.get(connection, _VERSION_KEY) == str(FOLD_VERSION)


def rebuild(connection: Connection) -> None:
    """Index all activities anew."""
    connection.execute(delete(search_rows))
    connection.execute(text("DELETE FROM search_texts"))
    by_day = select(activities.c.id).order_by(activities.c.start, activities.c.id)
    _index(connection, connection.scalars(by_day).all())
    meta.put(connection, _VERSION_KEY, str(FOLD_VERSION))


def _activities_of(connection: Connection, evidence_ids: Sequence[str]) -> set[str]:
    if not evidence_ids:
        return set()
    links = activity_evidence.c
    found: set[str] = set()
    for batch in _batches(evidence_ids):
        wanted = select(links.activity_id).where(links.evidence_id.in_(batch))
        found.update(connection.scalars(wanted))
    return found


def _index(connection: Connection, activity_ids: Sequence[str]) -> None:
    for batch in _batches(activity_ids):
        _remove(connection, batch)
        _add(connection, batch)


def _batches(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))


def _remove(connection: Connection, activity_ids: Sequence[str]) -> None:
    known = search_rows.c
    rows = connection.scalars(select(known.id).where(known.activity_id.in_(activity_ids))).all()
    if rows:
        connection.execute(_REMOVE, [{"id": row} for row in rows])
        connection.execute(delete(search_rows).where(known.id.in_(rows)))


def _add(connection: Connection, activity_ids: Sequence[str]) -> None:
    numbers, texts = [], []
    next_of_day: dict[str, int] = {}
    for found in connection.execute(_TEXTS, {"ids": activity_ids}):
        number = next_of_day.get(found.start) or _free_number(connection, found.start)
        next_of_day[found.start] = number + 1
        words = _words_of(found)
        numbers.append({"id": number, "activity_id": found.id})
        texts.append({"id": number, "folded": fold(words), "exact": exact(words)})
    if numbers:
        connection.execute(insert(search_rows), numbers)
        connection.execute(_ADD, texts)


def first_number(day: date) -> int:
    """Return the smallest row number of the activities that start on a day."""
    return day.toordinal() * ROWS_A_DAY


def _free_number(connection: Connection, start: str) -> int:
    first = first_number(date.fromisoformat(start))
    taken = select(func.max(search_rows.c.id)).where(
        search_rows.c.id.between(bindparam("first"), bindparam("last"))
    )
    last = connection.scalar(taken, {"first": first, "last": first + ROWS_A_DAY - 1})
    return first if last is None else int(last) + 1


def _words_of(found: Row[Any]) -> str:
    lists = " ".join((*found.partners, *found.audience))
    return "\n".join(part for part in (*found[4:], lists) if part)


_obstacle_words = (
    select(func.aggregate_strings(obstacles.c.text, "\n"))
    .where(obstacles.c.activity_id == activities.c.id)
    .scalar_subquery()
)
_proposal_words = (
    select(func.aggregate_strings(proposals.c.text + "\n" + proposals.c.addressee, "\n"))
    .where(proposals.c.activity_id == activities.c.id)
    .scalar_subquery()
)
_evidence_words = (
    select(
        func.aggregate_strings(
            evidence.c.code
            + "\n"
            + evidence.c.name
            + "\n"
            + evidence.c.document_number
            + "\n"
            + evidence.c.document_excerpt
            + "\n"
            + evidence.c.url,
            "\n",
        )
    )
    .select_from(activity_evidence.join(evidence))
    .where(activity_evidence.c.activity_id == activities.c.id, evidence.c.binned_at.is_(None))
    .scalar_subquery()
)
_TEXTS = select(
    activities.c.id,
    activities.c.start,
    activities.c.partners,
    activities.c.audience,
    activities.c.code,
    activities.c.title,
    activities.c.kind,
    activities.c.place,
    activities.c.content,
    activities.c.result,
    _obstacle_words,
    _proposal_words,
    _evidence_words,
).where(
    activities.c.id.in_(bindparam("ids", expanding=True)),
    activities.c.binned_at.is_(None),
)
