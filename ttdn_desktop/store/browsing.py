"""Leafing through activities: ids page by page, in an order that an index of `search_rows` keeps.

Binned activities are not in the index and so never come. Ids are chosen in the index alone, so
that skipped rows cost next to nothing; rows are read afterwards (`activity_lines`).
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, String, bindparam, func, literal_column, select, tuple_

from ttdn_desktop.domain.browsing import Order
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import search_query
from ttdn_desktop.store.activities import ActivityQuery
from ttdn_desktop.store.database import LISTED, json_text, run_prepared
from ttdn_desktop.store.search_index import ROWS_A_DAY, first_number
from ttdn_desktop.store.tables import activity_items, search_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Column, ColumnElement, Connection, Select

    from ttdn_desktop.domain.browsing import Browse

_rows = search_rows.c
_KEYS: dict[Order, tuple[Column[Any], ...]] = {
    Order.DAY: (_rows.id,),
    Order.TITLE: (_rows.title_key, _rows.id),
    Order.CODE: (_rows.year, _rows.ordinal, _rows.id),
    Order.EVIDENCE: (_rows.proofs, _rows.id),
}
"""What each order goes by; an index begins with the same columns."""
_ZERO: ColumnElement[int] = literal_column("0")


@immutable
class _Kind:
    """What a read is made of: reads of one kind differ in their values only."""

    order: Order
    descending: bool
    sought: bool
    dated: bool
    narrowed: bool
    without_evidence: bool
    without_result: bool


def page(connection: Connection, browse: Browse, offset: int, limit: int) -> Sequence[str]:
    """Return the ids of so many activities after the first `offset` ones."""
    if _is_ranked(browse):
        return search_query.find(connection, _query(browse, offset, limit))
    if browse.search.strip() and not search_query.loosely(browse.search):
        return ()
    wanted = _page_of(_kind(browse))
    found = run_prepared(connection, wanted, **_values(browse), limit=limit, offset=offset)
    return [row[0] for row in found]


def count(connection: Connection, browse: Browse) -> int:
    """Return how many there are in all."""
    if browse.search.strip():
        return search_query.count(connection, _query(browse))
    return _number(connection, _counted(_kind(browse)), _values(browse))


def place_of(connection: Connection, browse: Browse, activity_id: str) -> int | None:
    """Return how many activities come before this one; None where it is not among them."""
    kind, values = _kind(browse), _values(browse) | {"activity_id": activity_id}
    if kind.sought and not values["words"]:
        return None
    keys = run_prepared(connection, _keys_of(kind), **values).fetchone()
    if keys is None:
        return None
    if _is_ranked(browse):
        return search_query.place(connection, _query(browse), keys[0])
    before = {f"key_{number}": key for number, key in enumerate(keys)}
    return _number(connection, _before(kind), values | before)


def _number(connection: Connection, wanted: Select[Any], values: dict[str, object]) -> int:
    (number,) = run_prepared(connection, wanted, **values).fetchone()
    return int(number)


def _is_ranked(browse: Browse) -> bool:
    return browse.order is Order.DAY and bool(browse.search.strip())


def _query(browse: Browse, offset: int = 0, limit: int | None = None) -> ActivityQuery:
    return ActivityQuery(
        search=browse.search,
        first=browse.first,
        last=browse.last,
        item_ids=browse.item_ids,
        without_evidence=browse.without_evidence,
        without_result=browse.without_result,
        newest_first=browse.descending,
        offset=offset,
        limit=limit,
    )


def _kind(browse: Browse) -> _Kind:
    return _Kind(
        order=browse.order,
        descending=browse.descending,
        sought=bool(browse.search.strip()),
        dated=browse.first is not None or browse.last is not None,
        narrowed=bool(browse.item_ids),
        without_evidence=browse.without_evidence,
        without_result=browse.without_result,
    )


def _values(browse: Browse) -> dict[str, object]:
    """Return what the conditions are given, those that a kind does not have too."""
    return {
        "words": search_query.loosely(browse.search),
        "first": first_number(browse.first or date.min),
        "last": first_number(browse.last or date.max) + ROWS_A_DAY - 1,
        "ids": json_text(browse.item_ids),
    }


@cache
def _page_of(kind: _Kind) -> Select[Any]:
    order = (key.desc() if kind.descending else key for key in _KEYS[kind.order])
    chosen = select(_rows.activity_id).where(*_conditions(kind)).order_by(*order)
    return chosen.limit(bindparam("limit", type_=Integer)).offset(
        bindparam("offset", type_=Integer)
    )


@cache
def _counted(kind: _Kind) -> Select[Any]:
    return select(func.count()).select_from(search_rows).where(*_conditions(kind))


@cache
def _keys_of(kind: _Kind) -> Select[Any]:
    this = _rows.activity_id == bindparam("activity_id", type_=String)
    return select(*_KEYS[kind.order]).where(this, *_conditions(kind))


@cache
def _before(kind: _Kind) -> Select[Any]:
    """Return the count of the activities whose keys come before those given."""
    columns = _KEYS[kind.order]
    own = tuple_(*(bindparam(f"key_{n}", type_=key.type) for n, key in enumerate(columns)))
    keys = tuple_(*columns)
    return _counted(kind).where(keys > own if kind.descending else keys < own)


def _conditions(kind: _Kind) -> Iterator[ColumnElement[bool]]:
    """Yield what narrows the rows.

    "+ 0" keeps SQLite from choosing another index than that of the order: going through all of
    it, and looking each row up in a set, costs less than sorting many rows by their titles.
    """
    number = _rows.id if kind.order is Order.DAY else _rows.id + _ZERO
    if kind.dated:
        yield number.between(bindparam("first"), bindparam("last"))
    if kind.sought:
        yield search_query.hit(number)
    if kind.narrowed:
        yield number.in_(_serving())
    if kind.without_evidence:
        yield (_rows.proofs if kind.order is Order.EVIDENCE else _rows.proofs + _ZERO) == _ZERO
    if kind.without_result:
        yield ~_rows.has_result


def _serving() -> Select[Any]:
    """Return the numbers of the activities that serve one of the items listed."""
    links, numbered = activity_items.c, search_rows.alias("serving")
    same = numbered.c.activity_id == links.activity_id
    serving = select(numbered.c.id).join_from(activity_items, numbered, same)
    return serving.where(links.item_id.in_(LISTED))
