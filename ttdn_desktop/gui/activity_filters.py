"""What the table of activities is narrowed to, and the question that makes of it."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.browse_activities import Browse, Order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.gui.wishes import ListActivities

Month = tuple[int, int]


@immutable
class Filters:
    """`items` are codes; `month` is a year and a month of the period; `all_years` leaves it."""

    search: str = ""
    items: tuple[str, ...] = ()
    without_evidence: bool = False
    without_result: bool = False
    month: Month | None = None
    all_years: bool = False
    order: Order = Order.DAY
    descending: bool = True

    @property
    def narrow(self) -> bool:
        """Tell whether less than the whole period is asked for, or more."""
        return replace(self, order=Order.DAY, descending=True) != Filters()

    def browse(self, year: int, item_ids: tuple[str, ...]) -> Browse:
        """Return the question; `item_ids` are those of the codes."""
        days = self._days(year)
        return Browse(
            search=self.search,
            first=days.first if days else None,
            last=days.last if days else None,
            item_ids=item_ids,
            without_evidence=self.without_evidence,
            without_result=self.without_result,
            order=self.order,
            descending=self.descending,
        )

    def _days(self, year: int) -> Span | None:
        if self.all_years:
            return None
        whole = period(year)
        if self.month is None:
            return whole
        first = date(*self.month, 1)
        last = date(*self.month, calendar.monthrange(*self.month)[1])
        return Span(max(first, whole.first), min(last, whole.last))


def of_wish(wish: ListActivities, present: Filters) -> Filters:
    """Return what another page wishes to be listed, in the order now looked at."""
    return Filters(
        search=wish.search,
        items=wish.items,
        without_evidence=wish.without_evidence,
        without_result=wish.without_result,
        month=wish.month,
        order=present.order,
        descending=present.descending,
    )


def period(year: int) -> Span:
    """Return the days of a plan year's report."""
    return annual_round(year, "").period


def months(year: int) -> tuple[Month, ...]:
    """Return the months of a plan year, both Decembers that it has days of."""
    return (year - 1, 12), *((year, month) for month in range(1, 13))


def ids_of(codes: tuple[str, ...], known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of codes; a code that no item has stands for itself, and finds nothing."""
    return tuple(known.get(code, code) for code in codes)
