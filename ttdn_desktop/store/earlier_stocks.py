"""The activities that last read a stock before a day: few, however many years a folder holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.counting import OWN_PARTS, recency
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.store.activities import by_ids, serves
from ttdn_desktop.store.tables import activities, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

    from ttdn_desktop.domain.activity import Activity


def newest_before(
    connection: Connection, day: date, codes: Sequence[str], withheld: frozenset[str]
) -> tuple[Activity, ...]:
    """Return the activities begun before a day whose reading of one of the codes is the latest.

    The unit's own readings and those it only shared count apart. Binned activities are never
    among them, nor is what serves one of the `withheld` items.
    """
    newest: dict[tuple[str, bool], tuple[date, str]] = {}
    found = connection.execute(_read_before(day, codes, withheld))
    for code, part, activity_id, start, precision in found:
        begun = Moment(date.fromisoformat(start), Precision(precision))
        place, when = (code, Part(part) in OWN_PARTS), recency(begun, activity_id)
        newest[place] = max(newest.get(place, when), when)
    return by_ids(connection, sorted({activity_id for _day, activity_id in newest.values()}))


def _read_before(
    day: date, codes: Sequence[str], withheld: frozenset[str]
) -> Select[str, str, str, str, str]:
    own, read = activities.c, readings.c
    wanted = select(read.code, own.part, own.id, own.start, own.precision).where(
        read.activity_id == own.id,
        read.code.in_(codes),
        read.estimate.is_(False),
        read.split_name.is_(None),
        own.start < day.isoformat(),
        own.binned_at.is_(None),
    )
    return wanted.where(~serves(own.id, sorted(withheld))) if withheld else wanted
