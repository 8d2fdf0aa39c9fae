"""Leafing through what was recorded: what is asked for, and what a row of the table shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from ttdn_desktop.domain.activity import Part
    from ttdn_desktop.domain.dates import Moment


class Order(StrEnum):
    """By the day it starts, by its title, by year and number, by its pieces of evidence."""

    DAY = "day"
    TITLE = "title"
    CODE = "code"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Browse:
    """Which activities, and in which order.

    `first` and `last` are days they start in, both included; `item_ids` are ids of tasks,
    directions and duties, of which they serve one at least. With words to find, the order DAY
    puts those that match the very accents typed before the others.
    """

    search: str = ""
    first: date | None = None
    last: date | None = None
    item_ids: tuple[str, ...] = ()
    without_evidence: bool = False
    without_result: bool = False
    order: Order = Order.DAY
    descending: bool = True


@immutable
class Figure:
    """A total as a row shows it: "Đoàn vào", 3, "đoàn"."""

    name: str
    value: Decimal
    unit: str
    approximate: bool


@immutable
class ActivityRow:
    """What one row of the table shows of an activity.

    `items` are codes of the plan in force ("1.10"), in the officer's order; `figures` are the
    first totals entered; `evidence` counts pieces.
    """

    id: str
    code: str
    title: str
    start: Moment
    until: date | None
    part: Part
    kind: str
    items: tuple[str, ...]
    figures: tuple[Figure, ...]
    evidence: int
    has_result: bool
    highlight: bool
