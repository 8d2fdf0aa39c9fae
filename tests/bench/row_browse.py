"""Filtering and sorting 100,000 activities, a page in the middle, beside the same SQL bare."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from tests.bench.desks import filled_folder, opened
from tests.bench.measure import Pair, Row
from ttdn_desktop.services.browse_activities import Browse, Order, count, page
from ttdn_desktop.store.search_index import ROWS_A_DAY, first_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZE = 100_000
PAGE = 100
FIRST, LAST = date(2025, 12, 15), date(2026, 12, 14)
_CHOSEN = (
    "SELECT activity_id FROM search_rows WHERE id + 0 BETWEEN ? AND ? AND proofs + 0 = 0 "
    "ORDER BY {order} DESC, id DESC LIMIT ? OFFSET ?"
)
_OWN = (
    "SELECT activities.id, code, title, start, precision, until, part, kind, proofs, has_result, "
    "highlight FROM activities JOIN search_rows ON activity_id = activities.id "
    "WHERE activities.id IN (SELECT value FROM json_each(?))"
)
_ITEMS = (
    "SELECT activity_id, item_id FROM activity_items "
    "WHERE activity_id IN (SELECT value FROM json_each(?)) ORDER BY activity_id, ordinal"
)
_TOTALS = (
    "SELECT activity_id, code, value, approximate FROM readings "
    "WHERE activity_id IN (SELECT value FROM json_each(?)) AND split_name IS NULL "
    "ORDER BY activity_id, ordinal"
)


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [
        Row("filter and sort 100,000 by title", _by(Order.TITLE), size=SIZE, limit=2.0),
        Row("filter and sort 100,000 by day", _by(Order.DAY), size=SIZE, limit=2.0),
    ]


def _by(order: Order) -> Callable[[Path, int], Pair]:
    def prepare(folder: Path, size: int) -> Pair:
        kept = folder / "data"
        shutil.copytree(filled_folder(size), kept)
        office = opened(kept)
        bare = sqlite3.connect(office.store.folder.database)
        browse = Browse(first=FIRST, last=LAST, without_evidence=True, order=order)
        middle = count(office, browse) // 2
        chosen = _CHOSEN.format(order="title_key" if order is Order.TITLE else "id")
        days = (first_number(FIRST), first_number(LAST) + ROWS_A_DAY - 1)

        def ours() -> None:
            page(office, browse, middle, PAGE)

        def floor() -> None:
            ids = [row[0] for row in bare.execute(chosen, (*days, PAGE, middle))]
            for read in (_OWN, _ITEMS, _TOTALS):
                bare.execute(read, (json.dumps(ids),)).fetchall()

        return Pair(ours, floor)

    return prepare
