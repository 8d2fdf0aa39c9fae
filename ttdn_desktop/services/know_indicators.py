"""The catalogue of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ttdn_desktop.domain.indicator import IndicatorKind
    from ttdn_desktop.services.office import Office


def kinds(office: Office) -> dict[str, IndicatorKind]:
    """Return the kind of each indicator by its code."""
    return {code: each.kind for code, each in office.surroundings().catalogue.items()}
