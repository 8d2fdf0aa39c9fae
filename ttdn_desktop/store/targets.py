"""Kế hoạch năm: what a unit means to reach in a year, by indicator."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select

from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.store.tables import indicator_targets, indicators

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def put(tx: Tx, unit_id: str, year: int, code: str, value: Decimal | None) -> None:
    """Write the target of one indicator, in the place of what was; None takes it back."""
    columns = indicator_targets.c
    own = select(columns.id).where(
        columns.unit_id == unit_id, columns.year == year, columns.code == code
    )
    known = tx.connection.scalar(own)
    if value is None:
        if known is not None:
            tx.delete(indicator_targets, known)
    elif known is not None:
        tx.update(indicator_targets, known, {"value": str(value)})
    else:
        identity = shared_id("target", unit_id, str(year), code)
        place = {"id": identity, "unit_id": unit_id, "year": year, "code": code}
        tx.insert(indicator_targets, {**place, "value": str(value)})


def of_year(connection: Connection, unit_id: str, year: int) -> Mapping[str, Decimal]:
    """Return the targets of a unit's year by indicator, in the catalogue's order."""
    columns = indicator_targets.c
    own = (
        select(columns.code, columns.value)
        .join_from(indicator_targets, indicators, indicators.c.code == columns.code)
        .where(columns.unit_id == unit_id, columns.year == year)
        .order_by(indicators.c.ordinal)
    )
    return {code: Decimal(value) for code, value in connection.execute(own)}
