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

from ttdn_desktop.domain.text import FOLD_VERSION, exact, fold, sort_key
from ttdn_desktop.store import meta, reading
from ttdn_desktop.store.database import driver, json_text
from ttdn_desktop.store.tables import (
    activities,
    activity_evidence,
    activity_items,
    evidence,
    obstacles,
    proposals,
    readings,
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
_THESE = "activity_id IN (SELECT value FROM json_each(?))"
_THEIR_ROWS = f"(SELECT id FROM search_rows WHERE {_THESE})"  # noqa: S608 (constants of ours)
_REMOVE = (
    f"DELETE FROM search_texts WHERE rowid IN {_THEIR_ROWS}",  # noqa: S608 (as above)
    f"DELETE FROM search_items WHERE row_id IN {_THEIR_ROWS}",  # noqa: S608 (as above)
    f"DELETE FROM search_rows WHERE {_THESE}",  # noqa: S608 (as above)
)
_TAKEN = "SELECT max(id) FROM search_rows WHERE id BETWEEN ? AND ?"
_NUMBERS = f"SELECT activity_id, id FROM search_rows WHERE {_THESE}"  # noqa: S608 (as above)
_KEPT = f"""
SELECT activity_id, proofs, title_key, folded, exact
FROM search_rows JOIN search_texts ON search_texts.rowid = search_rows.id
WHERE {_THESE}"""  # noqa: S608 (as above)
_PROVING = """
  FROM activity_evidence AS links JOIN evidence ON evidence.id = links.evidence_id
  WHERE links.activity_id = activities.id AND evidence.binned_at IS NULL"""
_TEXTS = f"""
SELECT id, start, year, ordinal, (SELECT count(*) {_PROVING}),
  partners, audience, code, title, kind, place, content, result,
  (SELECT group_concat(text, char(10)) FROM obstacles WHERE activity_id = activities.id),
  (SELECT group_concat(text || char(10) || addressee, char(10))
   FROM proposals WHERE activity_id = activities.id),
  (SELECT group_concat(code || char(10) || name || char(10) || document_number || char(10)
   || document_excerpt || char(10) || url, char(10)) {_PROVING})
FROM activities
WHERE id IN (SELECT value FROM json_each(?)) AND binned_at IS NULL"""  # noqa: S608 (as above)
_KEYS = 3
"""How many facts stand between the day and the words in `_TEXTS`."""
_TITLE, _RESULT = 3, 7
"""Which of the words are the title and the result."""


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
    for emptied in ("search_rows", "search_items", "search_texts"):
        driver(connection).execute(f"DELETE FROM {emptied}")  # noqa: S608 (a name of ours)
    by_day = driver(connection).execute("SELECT id FROM activities ORDER BY start, id")
    _add(connection, [activity_id for (activity_id,) in by_day], {})
    meta.put(connection, _VERSION_KEY, str(FOLD_VERSION))


def misread(connection: Connection, limit: int) -> int:
    """Return how many of some activities, spread over all, are not indexed by their words."""
    run = driver(connection).execute
    (total,) = run("SELECT count(*) FROM search_rows").fetchone()
    apart = (total // limit) | 1  # odd, so that it falls on all numbers of a day alike
    chosen = run("SELECT activity_id FROM search_rows WHERE id % ? = 0", (apart,))
    some = [activity_id for (activity_id,) in chosen]
    wrong = 0
    for first in range(0, len(some), _BATCH):
        listed = (json_text(some[first : first + _BATCH]),)
        kept = {activity_id: found for activity_id, *found in run(_KEPT, listed)}
        for activity_id, _start, *facts in run(_TEXTS, listed):
            proofs, parts = facts[_KEYS - 1], facts[_KEYS:]
            words = "\n".join(part for part in parts if part)
            expected = (proofs, sort_key(parts[_TITLE]), fold(words), exact_words(words))
            wrong += tuple(kept.get(activity_id, ())) != expected
    return wrong


def merge(connection: Connection) -> None:
    """Rewrite the index as one piece, so that no word of what left it lingers in its pages."""
    driver(connection).execute("INSERT INTO search_texts(search_texts) VALUES('optimize')")


def _activities_of(connection: Connection, evidence_ids: set[str]) -> set[str]:
    if not evidence_ids:
        return set()
    proven = activity_evidence.c.activity_id
    return set(reading.values(connection, proven, evidence_id=sorted(evidence_ids)))


def _removed(connection: Connection, activity_ids: Sequence[str]) -> dict[str, int]:
    """Take activities out of the index; return the numbers they had, by their ids."""
    if not activity_ids:
        return {}
    listed = (json_text(activity_ids),)
    run = driver(connection).execute
    numbers = dict(run(_NUMBERS, listed).fetchall())
    for removing in _REMOVE:
        run(removing, listed)
    return numbers


def _add(connection: Connection, activity_ids: Sequence[str], had: Mapping[str, int]) -> None:
    """Put activities into the index, under the numbers they `had` where the day is the same."""
    numbers = _Numbers(connection, had)
    for first in range(0, len(activity_ids), _BATCH):
        batch = activity_ids[first : first + _BATCH]
        rows, items, texts = [], [], []
        found = driver(connection).execute(_TEXTS, (json_text(batch),))
        for activity_id, start, *facts in found:
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
        (taken,) = driver(self._connection).execute(_TAKEN, (first, last)).fetchone()
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
