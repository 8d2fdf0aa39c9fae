"""Whether the search index says what the records say: emptied, torn or stale, it finds too little.

All activities are looked for in it, and what they are sorted by compared; the words and the number
of proofs of as many as can be read in a moment, spread over the whole: of a small folder, of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, cast, column, exists, func, select, table

from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import search_index
from ttdn_desktop.store.search_index import ROWS_A_DAY
from ttdn_desktop.store.tables import activities, search_rows

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

WORDS_READ = 250
_BEFORE_DAY_ONE = 1721424.5
"""The Julian day of the day before 1 January of year 1, from which Python counts days."""
_OWN = search_rows.join(activities, activities.c.id == search_rows.c.activity_id)
_DAY = cast(func.julianday(activities.c.start) - _BEFORE_DAY_ONE, Integer)
_MISSING = (
    select(func.count())
    .select_from(activities)
    .where(activities.c.binned_at.is_(None))
    .where(~exists().where(search_rows.c.activity_id == activities.c.id))
)
_WRONG = (
    select(func.count())
    .select_from(_OWN)
    .where(
        activities.c.binned_at.is_not(None)
        | (search_rows.c.year != activities.c.year)
        | (search_rows.c.ordinal != activities.c.ordinal)
        | (search_rows.c.has_result != (activities.c.result != ""))
        | (search_rows.c.id // ROWS_A_DAY != _DAY)
    )
)
_contents = table("search_texts_content", column("id"))
"""Where FTS5 keeps the texts themselves (sqlite.org/fts5.html, section 9)."""
_WORDLESS = (
    select(func.count())
    .select_from(search_rows)
    .where(~exists().where(_contents.c.id == search_rows.c.id))
)
_STRAY = (
    select(func.count())
    .select_from(search_rows)
    .where(~exists().where(activities.c.id == search_rows.c.activity_id))
)


@immutable
class SearchReport:
    """How many activities cannot be found, and how many entries say what is no longer so."""

    missing: int
    stale: int

    @property
    def ok(self) -> bool:
        """Tell whether searching finds what there is."""
        return not (self.missing or self.stale)


def check(connection: Connection) -> SearchReport:
    """Compare the index with the records; reads only."""
    missing = _count(connection, _MISSING) + _count(connection, _WORDLESS)
    stale = _count(connection, _WRONG) + _count(connection, _STRAY)
    if not search_index.is_up_to_date(connection):
        return SearchReport(missing, max(stale, 1))
    return SearchReport(missing, stale + search_index.misread(connection, WORDS_READ))


def _count(connection: Connection, asked: Select[int]) -> int:
    return connection.scalars(asked).one()
