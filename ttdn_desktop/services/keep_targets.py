"""Kế hoạch năm: what the unit means to reach in a year, by indicator."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.plan_of_round import require_year
from ttdn_desktop.store import targets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ttdn_desktop.services.office import Office

_NEAREST = 3


def of_year(office: Office, year: int) -> Mapping[str, Decimal]:
    """Return the targets of a year by indicator, in the catalogue's order.

    Raises KnownError `year_impossible`.
    """
    require_year(year)
    with office.store.read() as connection:
        return targets.of_year(connection, office.surroundings().unit.id, year)


def put(office: Office, year: int, values: Mapping[str, Decimal | None]) -> Mapping[str, Decimal]:
    """Write targets, None takes one back; return those that the year then has.

    Raises KnownError `year_impossible` or `indicator_unknown`.
    """
    require_year(year)
    unit_id, catalogue = office.surroundings().unit.id, office.surroundings().catalogue
    for code in values:
        if code not in catalogue:
            nearest = difflib.get_close_matches(code, catalogue, n=_NEAREST, cutoff=0)
            raise KnownError("indicator_unknown", code=code, nearest=", ".join(nearest))
    label = f"Kế hoạch năm {year}: {', '.join(values)}"
    with office.store.change(office.actor(), label) as tx:
        for code, value in values.items():
            targets.put(tx, unit_id, year, code, value)
    return of_year(office, year)
