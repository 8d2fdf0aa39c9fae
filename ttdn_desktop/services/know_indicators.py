"""The catalogue of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.store import indicators

if TYPE_CHECKING:
    from ttdn_desktop.domain.indicator import IndicatorKind
    from ttdn_desktop.services.office import Office


def kinds(office: Office) -> dict[str, IndicatorKind]:
    """Return the kind of each indicator by its code."""
    with office.store.read() as connection:
        return {each.code: each.kind for each in indicators.all_indicators(connection)}
