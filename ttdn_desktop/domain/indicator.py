"""Figures: the catalogue's indicators and the readings an activity brings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class IndicatorKind(StrEnum):
    """How readings of an indicator relate in time.

    A flow is added over the period, a stock is read at the cut-off, a snapshot is never added.
    """

    FLOW = "flow"
    STOCK = "stock"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One figure of the catalogue: "Đoàn vào", counted in "đoàn".

    `splits` name the ways its total may be parted; `pair` is the code entered on the same line.
    """

    id: str
    code: str
    name: str
    unit: str
    kind: IndicatorKind
    splits: tuple[str, ...] = ()
    pair: str | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """One part of a total: by `name` ("nuoc"), the part `value` ("Lào")."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of one indicator; without a split it is the total, with one a part of it."""

    code: str
    value: Decimal
    split: Split | None = None
    approximate: bool = False
    estimate: bool = False
