"""The activities that last read a stock before a day: few, however many years a folder holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.counting import OWN_PARTS, recency
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.store.activities import by_ids
from ttdn_desktop.store.database import driver, json_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from ttdn_desktop.domain.activity import Activity

_READ_BEFORE = """
    SELECT readings.code, part, id, start, precision
    FROM readings CROSS JOIN activities ON activities.id = readings.activity_id
    WHERE EXISTS (SELECT 1 FROM activities WHERE start < :day)
    AND start < :day AND binned_at IS NULL AND NOT estimate AND split_name IS NULL
    AND readings.code IN (SELECT value FROM json_each(:codes))
    AND id NOT IN (
        SELECT activity_id FROM activity_items
        WHERE item_id IN (SELECT value FROM json_each(:withheld))
    )
"""
"""By readings, for the days of many years take longer; not at all where no day is earlier."""


def newest_before(
    connection: Connection, day: date, codes: Sequence[str], withheld: frozenset[str]
) -> tuple[Activity, ...]:
    """Return the activities begun before a day whose reading of one of the codes is the latest.

    The unit's own readings and those it only shared count apart. Binned activities are never
    among them, nor is what serves one of the `withheld` items.
    """
    newest: dict[tuple[str, bool], tuple[date, str]] = {}
    given = {"codes": json_text(codes), "withheld": json_text(sorted(withheld))}
    found = driver(connection).execute(_READ_BEFORE, {"day": day.isoformat(), **given})
    for code, part, activity_id, start, precision in found:
        begun = Moment(date.fromisoformat(start), Precision(precision))
        place, when = (code, Part(part) in OWN_PARTS), recency(begun, activity_id)
        newest[place] = max(newest.get(place, when), when)
    return by_ids(connection, sorted({activity_id for _day, activity_id in newest.values()}))
