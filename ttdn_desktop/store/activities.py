"""Activities: recorded with all that belongs to them, counted, and found by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import activity_rows, search_query
from ttdn_desktop.store.activity_parts import Assembly
from ttdn_desktop.store.database import LISTED, json_text, run_prepared
from ttdn_desktop.store.tables import activities, activity_items, search_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Connection

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.store.changes import Tx

_LAST_ORDINAL = select(func.max(activities.c.ordinal)).where(
    activities.c.unit_id == bindparam("unit_id"), activities.c.year == bindparam("year")
)


@immutable
class ActivityQuery:
    """Which activities: words to find, days they start in (both included), items they serve.

    Binned ones are never among them. They come by the day they start, or the newest first;
    of a search, those that match the very accents typed come first. They can be narrowed to
    those without evidence and to those without a result.
    """

    search: str = ""
    first: date | None = None
    last: date | None = None
    item_ids: tuple[str, ...] = ()
    without_evidence: bool = False
    without_result: bool = False
    newest_first: bool = False
    offset: int = 0
    limit: int | None = None


def next_code(connection: Connection, unit_id: str, year: int, also: Iterable[str] = ()) -> str:
    """Return the next short code of a unit's activities in a year: A1, then A2.

    `also` are units whose codes belong to the same series: those that it took over from.
    """
    asked = (
        run_prepared(connection, _LAST_ORDINAL, unit_id=each, year=year).fetchone()
        for each in (unit_id, *also)
    )
    last = max(found[0] or 0 for found in asked)
    return f"{activity_rows.CODE_LETTER}{last + 1}"


def add(tx: Tx, activity: Activity, *, year: int) -> None:
    """Record an activity in a plan year; see `add_many`."""
    add_many(tx, (activity,), year=year)


def add_many(tx: Tx, new: Sequence[Activity], *, year: int) -> None:
    """Record activities of one plan year with all that belongs to them.

    Their `code` comes from `next_code`; their evidence must be recorded already
    (`evidence.add`) and is only linked here.
    """
    tx.insert_many(activities, [activity_rows.own(one, year) for one in new])
    for table, rows_of in activity_rows.PARTS:
        tx.insert_many(table, [row for one in new for row in rows_of(one)])
    activity_rows.add_fundings(tx, new, year)


def bin_one(tx: Tx, activity_id: str) -> None:
    """Put an activity into the bin: it is kept, and neither counted nor found."""
    tx.update(activities, activity_id, {"binned_at": tx.at})


def page(connection: Connection, query: ActivityQuery) -> tuple[Activity, ...]:
    """Return the wanted activities with all that belongs to them, in a constant number of reads."""
    return by_ids(connection, ids(connection, query))


def ids(connection: Connection, query: ActivityQuery) -> Sequence[str]:
    """Return the ids of the wanted activities in their order."""
    if query.search.strip():
        return search_query.find(connection, query)
    columns = activities.c
    order = (columns.start, columns.id)
    wanted = select(columns.id).where(*_filters(query))
    wanted = wanted.order_by(*(part.desc() for part in order) if query.newest_first else order)
    if query.limit is not None or query.offset:
        wanted = wanted.limit(query.limit if query.limit is not None else -1).offset(query.offset)
    return connection.scalars(wanted).all()


def in_order(connection: Connection, wanted: Collection[str]) -> Sequence[str]:
    """Return some ids by the day the activities start; binned and unknown ones are left out."""
    if not wanted:
        return ()
    columns = activities.c
    own = select(columns.id).where(columns.binned_at.is_(None), columns.id.in_(LISTED))
    ordered = own.order_by(columns.start, columns.id)
    return connection.scalars(ordered, {"ids": json_text(sorted(wanted))}).all()


def count(connection: Connection, query: ActivityQuery) -> int:
    """Return how many activities are wanted, whatever the page."""
    if query.search.strip():
        return search_query.count(connection, query)
    return connection.execute(select(func.count()).where(*_filters(query))).scalar_one()


def by_ids(connection: Connection, wanted: Sequence[str]) -> tuple[Activity, ...]:
    """Return activities by id, in the order asked, those unknown left out; binned ones too."""
    return next(by_batches(connection, (wanted,)))


def by_batches(
    connection: Connection, wanted: Iterable[Sequence[str]]
) -> Iterator[tuple[Activity, ...]]:
    """Yield activities batch by batch, each as `by_ids` does."""
    assembly = Assembly(connection)
    for batch in wanted:
        found = assembly.assembled(batch)
        yield tuple([found[one] for one in batch if one in found])


def year_of(connection: Connection, activity_id: str) -> int | None:
    """Return the plan year an activity is recorded in; None where there is none, or in the bin."""
    columns = activities.c
    own = select(columns.year).where(columns.id == activity_id, columns.binned_at.is_(None))
    return connection.scalar(own)


def _filters(query: ActivityQuery) -> Iterator[ColumnElement[bool]]:
    columns = activities.c
    yield columns.binned_at.is_(None)
    if query.first is not None:
        yield columns.start >= query.first.isoformat()
    if query.last is not None:
        yield columns.start <= query.last.isoformat()
    if query.item_ids:
        yield serves(columns.id, query.item_ids)
    if query.without_evidence:
        yield columns.id.in_(select(search_rows.c.activity_id).where(search_rows.c.proofs == 0))
    if query.without_result:
        yield columns.result == ""


def serves(activity_id: ColumnElement[str], item_ids: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that an activity serves one of the items."""
    links = activity_items.c
    return activity_id.in_(select(links.activity_id).where(links.item_id.in_(item_ids)))
