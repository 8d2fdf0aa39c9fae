"""The catalogue of figures, in its own order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.indicator import Indicator, IndicatorKind
from ttdn_desktop.store.reading import greatest, read
from ttdn_desktop.store.tables import indicators

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from ttdn_desktop.store.changes import Tx


def add(tx: Tx, *new: Indicator) -> None:
    """Add figures after those already there."""
    last = greatest(tx.connection, indicators.c.ordinal)
    first = 0 if last is None else int(last) + 1
    tx.insert_many(
        indicators,
        (
            {
                "id": one.id,
                "ordinal": first + n,
                "code": one.code,
                "name": one.name,
                "unit": one.unit,
                "kind": one.kind,
                "splits": one.splits,
                "pair": one.pair,
                "sensitive": one.sensitive,
            }
            for n, one in enumerate(new)
        ),
    )


def all_indicators(connection: Connection) -> tuple[Indicator, ...]:
    """Return the whole catalogue."""
    return tuple(
        Indicator(
            id=row.id,
            code=row.code,
            name=row.name,
            unit=row.unit,
            kind=IndicatorKind(row.kind),
            splits=tuple(row.splits),
            pair=row.pair,
            sensitive=row.sensitive,
        )
        for row in read(connection, indicators, "ordinal")
    )
