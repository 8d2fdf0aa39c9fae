"""Finding activities by words: an FTS5 table with a folded and an exact column.

Both columns are fed by `domain.text`; the tokenizer itself folds nothing (unicode61 never folds đ).
The index is written by the transaction that changes an activity. A row's number begins with the
day the activity starts, so that hits come out by day without sorting; beside it stands what else
activities are sorted, narrowed and, item by item, counted by.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, column, delete, func, select, table, text

from ttdn_desktop.domain.text import FOLD_VERSION, exact, fold, sort_key
from ttdn_desktop.store import meta
from ttdn_desktop.store.database import LISTED, driver, json_text, run_prepared
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    activity_items,
    evidence,
    obstacles,
    proposals,
    readings,
    search_items,
    search_rows,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

ROWS_A_DAY = 2**20
"""How many activities may start on one day."""

_WORD = re.compile(r"[^\W_]+")
_VERSION_KEY = "fold_version"
_BATCH = 500
_HOLDS_ACTIVITY = {
    activities.name: "id",
    activity_evidence.name: "activity_id",
    activity_items.name: "activity_id",
    obstacles.name: "activity_id",
    proposals.name: "activity_id",
    readings.name: "activity_id",
}
search_texts = table("search_texts", column("rowid"), column("folded"), column("exact"))
_ADD_ROW = (
    "INSERT INTO search_rows (id, activity_id, title_key, year, ordinal, proofs, has_result) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_ADD_ITEMS = (
    "INSERT INTO search_items (item_id, row_id, fruitful, proofs) "
    "SELECT item_id, ?, ? OR EXISTS (SELECT 1 FROM readings WHERE activity_id = ?), ? "
    "FROM activity_items WHERE activity_id = ?"
)
_ADD_TEXT = "INSERT INTO search_texts (rowid, folded, exact) VALUES (?, ?, ?)"
_KNOWN = search_rows.c.activity_id.in_(LISTED)
_REMOVE_TEXTS = delete(search_texts).where(
    search_texts.c.rowid.in_(select(search_rows.c.id).where(_KNOWN))
)
_REMOVE_ITEMS = delete(search_items).where(
    search_items.c.row_id.in_(select(search_rows.c.id).where(_KNOWN))
)
_TAKEN = select(func.max(search_rows.c.id)).where(
    search_rows.c.id.between(bindparam("first"), bindparam("last"))
)
_REMOVE_ROWS = delete(search_rows).where(_KNOWN)
_KEPT = (
    select(
        search_rows.c.activity_id,
        search_rows.c.proofs,
        search_rows.c.title_key,
        search_texts.c.folded,
        search_texts.c.exact,
    )
    .join_from(search_rows, search_texts, search_texts.c.rowid == search_rows.c.id)
    .where(_KNOWN)
)
_NUMBERS = select(search_rows.c.activity_id, search_rows.c.id).where(_KNOWN)


class Stale:
    """What a transaction has touched that the index must follow: ids of activities and evidence."""

    def __init__(self) -> None:
        """Begin with nothing; `fresh` are activities that are new."""
        self.fresh: set[str] = set()
        self.activities: set[str] = set()
        self.evidence: set[str] = set()

    def note(self, table_name: str, row: Mapping[str, object], *, inserted: bool) -> None:
        """Remember a row that was inserted, changed or deleted."""
        if inserted and table_name == activities.name:
            self.fresh.add(str(row["id"]))
        elif inserted and table_name == evidence.name:
            return  # what it proves is said by rows of its own
        elif holder := _HOLDS_ACTIVITY.get(table_name):
            self.activities.add(str(row[holder]))
        elif table_name == evidence.name:
            self.evidence.add(str(row["id"]))


def refresh(connection: Connection, stale: Stale) -> None:
    """Index anew all activities that a transaction has touched; those gone or binned leave."""
    old = sorted((stale.activities | _activities_of(connection, stale.evidence)) - stale.fresh)
    numbers = _removed(connection, old)
    _add(connection, sorted({*old, *stale.fresh}), numbers)


def is_up_to_date(connection: Connection) -> bool:
    """Tell whether the index was folded as this program folds."""
    return meta.get(connection, _VERSION_KEY) == str(FOLD_VERSION)


def rebuild(connection: Connection) -> None:
    """Index all activities anew."""
    connection.execute(delete(search_rows))
    connection.execute(delete(search_items))
    connection.execute(text("DELETE FROM search_texts"))
    by_day = select(activities.c.id).order_by(activities.c.start, activities.c.id)
    _add(connection, connection.scalars(by_day).all(), {})
    meta.put(connection, _VERSION_KEY, str(FOLD_VERSION))


def misread(connection: Connection, limit: int) -> int:
    """Return how many of some activities, spread over all, are not indexed by their words."""
    total = connection.scalars(select(func.count()).select_from(search_rows)).one()
    apart = (total // limit) | 1  # odd, so that it falls on all numbers of a day alike
    chosen = select(search_rows.c.activity_id).where(search_rows.c.id % apart == 0)
    some = connection.scalars(chosen).all()
    wrong = 0
    for first in range(0, len(some), _BATCH):
        listed = {"ids": json_text(some[first : first + _BATCH])}
        kept = {row.activity_id: row[1:] for row in connection.execute(_KEPT, listed)}
        for activity_id, _start, *facts in run_prepared(connection, _TEXTS, **listed):
            proofs, parts = facts[_KEYS - 1], facts[_KEYS:]
            words = "\n".join(part for part in parts if part)
            expected = (proofs, sort_key(parts[_TITLE]), fold(words), exact_words(words))
            wrong += tuple(kept.get(activity_id, ())) != expected
    return wrong


def merge(connection: Connection) -> None:
    """Rewrite the index as one piece, so that no word of what left it lingers in its pages."""
    connection.execute(text("INSERT INTO search_texts(search_texts) VALUES('optimize')"))


def _activities_of(connection: Connection, evidence_ids: set[str]) -> set[str]:
    if not evidence_ids:
        return set()
    links = activity_evidence.c
    proven = select(links.activity_id).where(links.evidence_id.in_(LISTED))
    return set(connection.scalars(proven, {"ids": json_text(sorted(evidence_ids))}))


def _removed(connection: Connection, activity_ids: Sequence[str]) -> dict[str, int]:
    """Take activities out of the index; return the numbers they had, by their ids."""
    if not activity_ids:
        return {}
    listed = {"ids": json_text(activity_ids)}
    numbers = {each.activity_id: each.id for each in connection.execute(_NUMBERS, listed)}
    connection.execute(_REMOVE_TEXTS, listed)
    connection.execute(_REMOVE_ITEMS, listed)
    connection.execute(_REMOVE_ROWS, listed)
    return numbers


def _add(connection: Connection, activity_ids: Sequence[str], had: Mapping[str, int]) -> None:
    """Put activities into the index, under the numbers they `had` where the day is the same."""
    numbers = _Numbers(connection, had)
    for first in range(0, len(activity_ids), _BATCH):
        batch = activity_ids[first : first + _BATCH]
        rows, items, texts = [], [], []
        for activity_id, start, *facts in run_prepared(connection, _TEXTS, ids=json_text(batch)):
            (year, ordinal, proofs), parts = facts[:_KEYS], facts[_KEYS:]
            number = numbers.of(activity_id, start)
            words = "\n".join(part for part in parts if part)
            key, has_result = sort_key(parts[_TITLE]), parts[_RESULT] != ""
            rows.append((number, activity_id, key, year, ordinal, proofs, has_result))
            items.append((number, has_result, activity_id, proofs, activity_id))
            texts.append((number, fold(words), exact_words(words)))
        driver(connection).executemany(_ADD_ROW, rows)
        driver(connection).executemany(_ADD_ITEMS, items)
        driver(connection).executemany(_ADD_TEXT, texts)


class _Numbers:
    """The numbers of activities: an edited one keeps its place among those of its day."""

    def __init__(self, connection: Connection, had: Mapping[str, int]) -> None:
        self._connection = connection
        self._had = had
        self._next_of_day: dict[str, int] = {}

    def of(self, activity_id: str, start: str) -> int:
        first = first_number(date.fromisoformat(start))
        number = self._had.get(activity_id, -1)
        if not first <= number < first + ROWS_A_DAY:
            number = self._next_of_day.get(start) or self._free(first)
            self._next_of_day[start] = number + 1
        return number

    def _free(self, first: int) -> int:
        """Return the number after all of a day's, those that come back to it too."""
        last = first + ROWS_A_DAY - 1
        (taken,) = run_prepared(self._connection, _TAKEN, first=first, last=last).fetchone()
        back = [number for number in self._had.values() if first <= number <= last]
        return max([first - 1 if taken is None else taken, *back]) + 1


def exact_words(text: str) -> str:
    """Return the exact form of a text as the index holds it: each word behind a "w".

    Both columns share one list of words, so that "nam" in the exact one would have to be sought
    among all of "nam", "năm", "nấm" in the folded one. No Vietnamese word begins with w.
    """
    return _WORD.sub(r"w\g<0>", exact(text))


def first_number(day: date) -> int:
    """Return the smallest row number of the activities that start on a day."""
    return day.toordinal() * ROWS_A_DAY


_obstacle_words = (
    select(func.group_concat(obstacles.c.text, "\n"))
    .where(obstacles.c.activity_id == activities.c.id)
    .scalar_subquery()
)
_proposal_words = (
    select(func.group_concat(proposals.c.text + "\n" + proposals.c.addressee, "\n"))
    .where(proposals.c.activity_id == activities.c.id)
    .scalar_subquery()
)
_proven_by = (
    select(func.count())
    .select_from(activity_evidence.join(evidence))
    .where(activity_evidence.c.activity_id == activities.c.id, evidence.c.binned_at.is_(None))
    .scalar_subquery()
)
_evidence_words = (
    select(
        func.group_concat(
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
    activities.c.year,
    activities.c.ordinal,
    _proven_by,
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
    activities.c.id.in_(LISTED),
    activities.c.binned_at.is_(None),
)
_KEYS = 3
"""How many facts stand between the day and the words in `_TEXTS`."""
_TITLE, _RESULT = 3, 7
"""Which of the words are the title and the result."""
