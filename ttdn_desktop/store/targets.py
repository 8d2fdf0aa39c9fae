"""Kế hoạch năm: what a unit means to reach in a year, by indicator."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.store.reading import one, read
from ttdn_desktop.store.tables import indicator_targets, indicators

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, unit_id: str, year: int, code: str, value: Decimal | None) -> None:
    """Write the target of one indicator, in the place of what was; None takes it back."""
    known = one(tx.connection, indicator_targets, unit_id=unit_id, year=year, code=code)
    if value is None:
        if known is not None:
            tx.delete(indicator_targets, known.id)
    elif known is not None:
        tx.update(indicator_targets, known.id, {"value": str(value)})
    else:
        identity = shared_id("target", unit_id, str(year), code)
        place = {"id": identity, "unit_id": unit_id, "year": year, "code": code}
        tx.insert(indicator_targets, {**place, "value": str(value)})


def of_year(connection: Connection, unit_id: str, year: int) -> Mapping[str, Decimal]:
    """Return the targets of a unit's year by indicator, in the catalogue's order."""
    found = read(connection, indicator_targets, unit_id=unit_id, year=year)
    own = {row.code: Decimal(row.value) for row in found}
    ordered = (row.code for row in read(connection, indicators, "ordinal")) if own else ()
    return {code: own[code] for code in ordered if code in own}
