"""What an officer types, asked of the search index.

A word with accents must stand so in the text; a word without stands for all its accents, and the
texts that have it without come first. All words must be found, the last one may be unfinished.
A word with punctuation ("157/KH-UBND") is split as the index splits it and found in that order.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Integer, bindparam, column, func, literal_column, select, table

from ttdn_desktop.domain.text import fold, has_accents
from ttdn_desktop.store.database import LISTED, json_text, run_prepared
from ttdn_desktop.store.search_index import ROWS_A_DAY, exact_words, first_number
from ttdn_desktop.store.tables import activity_items, search_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from ttdn_desktop.store.activities import ActivityQuery

_texts = table("search_texts", column("rowid"), column("search_texts"))
_NUMBERED = _texts.join(search_rows, search_rows.c.id == _texts.c.rowid)
_MATCHES = _texts.c.search_texts.bool_op("MATCH")(bindparam("words"))


class _Kind(NamedTuple):
    """What a read of hits is narrowed by: reads of one kind differ in their values only."""

    narrowed: bool
    without_evidence: bool
    without_result: bool


def find(connection: Connection, query: ActivityQuery) -> Sequence[str]:
    """Return the ids of one page of hits."""
    typed = _words(query.search)
    if not typed:
        return ()
    if all(has_accents(word) for word in typed):
        return _hits(connection, query, _exactly(typed), query.offset, query.limit)
    return _ranked(connection, query, typed)


def count(connection: Connection, query: ActivityQuery) -> int:
    """Return how many hits there are in all."""
    words = loosely(query.search)
    return _count(connection, query, words) if words else 0


def place(connection: Connection, query: ActivityQuery, number: int) -> int:
    """Return how many hits come before the one with this row number, as `find` puts them."""
    typed = _words(query.search)
    best, every = _exactly(typed), _loosely(typed)
    if _count(connection, query, best, only=number):
        return _count(connection, query, best, before=number)
    others = f"({every}) NOT ({best})"
    return _count(connection, query, best) + _count(connection, query, others, before=number)


def loosely(search: str) -> str:
    """Return the FTS5 expression that all hits match; "" where nothing was typed to find."""
    typed = _words(search)
    return _loosely(typed) if typed else ""


def hit(number: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that a row number is among the hits of the expression "words"."""
    return number.in_(select(_texts.c.rowid).where(_MATCHES))


def _ranked(connection: Connection, query: ActivityQuery, typed: Sequence[str]) -> Sequence[str]:
    """Return a page of the exact hits and, where they do not fill it, of the others."""
    best, limit = _exactly(typed), query.limit
    first = _hits(connection, query, best, query.offset, limit)
    if limit is not None and len(first) >= limit:
        return first
    before = _exact_before(connection, query, best, len(first))
    rest = f"({_loosely(typed)}) NOT ({best})" if before else _loosely(typed)
    skip = max(0, query.offset - before)
    left = None if limit is None else limit - len(first)
    return [*first, *_hits(connection, query, rest, skip, left)]


def _exact_before(connection: Connection, query: ActivityQuery, best: str, found: int) -> int:
    """Return how many exact hits there are, of which a page that they do not fill has `found`."""
    if found or not query.offset:
        return query.offset + found
    return _count(connection, query, best)


def _count(
    connection: Connection,
    query: ActivityQuery,
    words: str,
    *,
    before: int | None = None,
    only: int | None = None,
) -> int:
    """Return how many hits there are: in all, `before` a row number, or `only` with this one."""
    values = _values(query, words)
    if only is not None:
        values |= {"first": only, "last": only}
    elif before is not None:
        values |= {"first": before + 1} if query.newest_first else {"last": before - 1}
    (number,) = run_prepared(connection, _counted(_kind(query)), **values).fetchone()
    return int(number)


def _hits(
    connection: Connection, query: ActivityQuery, words: str, offset: int, limit: int | None
) -> Sequence[str]:
    wanted = _sought(_kind(query), newest_first=query.newest_first)
    page = {"limit": -1 if limit is None else limit, "offset": offset}
    return [row[0] for row in run_prepared(connection, wanted, **_values(query, words), **page)]


@cache
def _sought(kind: _Kind, *, newest_first: bool) -> Select[str]:
    """Return the read of one page of hits, made once for each kind of query."""
    order = _texts.c.rowid.desc() if newest_first else _texts.c.rowid
    hits = select(search_rows.c.activity_id).select_from(_NUMBERED)
    page = hits.where(*_conditions(kind)).order_by(order)
    return page.limit(bindparam("limit", type_=Integer)).offset(bindparam("offset", type_=Integer))


@cache
def _counted(kind: _Kind) -> Select[int]:
    rows = _NUMBERED if any(kind) else _texts
    return select(func.count()).select_from(rows).where(*_conditions(kind))


def _kind(query: ActivityQuery) -> _Kind:
    return _Kind(bool(query.item_ids), query.without_evidence, query.without_result)


def _conditions(kind: _Kind) -> Iterator[ColumnElement[bool]]:
    yield _MATCHES
    yield _texts.c.rowid.between(bindparam("first"), bindparam("last"))
    if kind.narrowed:
        links = activity_items.c
        serving = select(links.activity_id).where(links.item_id.in_(LISTED))
        yield search_rows.c.activity_id.in_(serving)
    if kind.without_evidence:
        # "+ 0": the words are sought first, not the index of this column.
        yield search_rows.c.proofs + literal_column("0") == literal_column("0")
    if kind.without_result:
        yield ~search_rows.c.has_result


def _values(query: ActivityQuery, words: str) -> dict[str, object]:
    """Return what the conditions are given: all days where none are asked for."""
    last = first_number(query.last or date.max) + ROWS_A_DAY - 1
    values = {"words": words, "first": first_number(query.first or date.min), "last": last}
    return values | ({"ids": json_text(query.item_ids)} if query.item_ids else {})


def _words(search: str) -> list[str]:
    return [word for word in search.split() if any(letter.isalnum() for letter in word)]


def _loosely(typed: Sequence[str]) -> str:
    """Return the FTS5 expression that all hits match."""
    return _all_of(
        _phrase("exact", exact_words(word)) if has_accents(word) else _phrase("folded", fold(word))
        for word in typed
    )


def _exactly(typed: Sequence[str]) -> str:
    """Return the FTS5 expression of the hits that have the very words."""
    return _all_of(_phrase("exact", exact_words(word)) for word in typed)


def _phrase(where: str, words: str) -> str:
    quoted = words.replace('"', " ")
    return f'{where}:"{quoted}"'


def _all_of(phrases: Iterable[str]) -> str:
    return " AND ".join(phrases) + "*"
