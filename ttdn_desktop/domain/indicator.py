"""Figures: the catalogue's indicators and the readings an activity brings."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.numbers import grouped, parse_quantity
from ttdn_desktop.domain.text import exact, fold, tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class IndicatorKind(StrEnum):
    """How readings of an indicator relate in time.

    A flow is added over the period, a stock is read at the cut-off, a snapshot is never added.
    """

    FLOW = "flow"
    STOCK = "stock"
    SNAPSHOT = "snapshot"


@immutable
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


_ABOUT = r"(?i)^(?:[~≈]|khoảng|chừng|độ)\s*"
PARTED_UNITS = frozenset({"giờ", "phút"})
"""The units of which there may be a part."""


@immutable
class Split:
    """One part of a total: by `name` ("nuoc"), the part `value` ("Lào")."""

    name: str
    value: str


@immutable
class Reading:
    """A value of one indicator; without a split it is the total, with one a part of it."""

    code: str
    value: Decimal
    split: Split | None = None
    approximate: bool = False
    estimate: bool = False


def parse_reading(text: str) -> Reading:
    """Read "D1=3" (the total), "D1=2:nuoc=Lào" (a part) or "E1N=~250" (about).

    Raises KnownError `reading_unreadable`, or as `parse_quantity` does.
    """
    code, equals, rest = text.partition("=")
    value, colon, part = rest.partition(":")
    name, _equals, share = (word.strip() for word in part.partition("="))
    if not (code.strip() and equals and value.strip()) or bool(colon) != bool(name and share):
        raise KnownError("reading_unreadable", text=text)
    quantity, about = parse_value(value)
    return Reading(
        code.strip().upper(),
        quantity,
        Split(fold(name), tidy(share)) if colon else None,
        approximate=about,
    )


def parse_value(text: str) -> tuple[Decimal, bool]:
    """Read "1.200", "~1.200" or "khoảng 1.200": the value, and whether it is approximate.

    Raises KnownError as `parse_quantity` does.
    """
    words = tidy(text)
    bare = re.sub(_ABOUT, "", words)
    return parse_quantity(bare), bare != words


def shown_value(value: Decimal, *, approximate: bool) -> str:
    """Return a value as an officer types it: "1.200", "khoảng 1.200"; `parse_value` reads it."""
    return f"khoảng {grouped(value)}" if approximate else grouped(value)


def check_readings(readings: Sequence[Reading], catalogue: Mapping[str, Indicator]) -> None:
    """Refuse unknown indicators, parts of what is whole, and parts that contradict their total.

    Raises KnownError `indicator_unknown`, `split_unknown`, `reading_not_whole`, `reading_twice`,
    `part_without_total` or `parts_above_total`.
    """
    for reading in readings:
        _check_known(reading, catalogue)
        _check_whole(reading, catalogue[reading.code])
    totals: dict[str, Decimal] = {}
    parts: dict[tuple[str, str], dict[str, Decimal]] = {}
    for reading in readings:
        place = (
            totals
            if reading.split is None
            else parts.setdefault((reading.code, reading.split.name), {})
        )
        key = reading.code if reading.split is None else exact(reading.split.value)
        if key in place:
            raise KnownError("reading_twice", code=reading.code)
        place[key] = reading.value
    for (code, _name), shares in parts.items():
        _check_parts(code, sum(shares.values(), Decimal(0)), totals.get(code))


def _check_known(reading: Reading, catalogue: Mapping[str, Indicator]) -> None:
    indicator = catalogue.get(reading.code)
    if indicator is None:
        from difflib import get_close_matches  # noqa: PLC0415 (for a slip alone)

        nearest = get_close_matches(reading.code, catalogue, n=3, cutoff=0)
        raise KnownError("indicator_unknown", code=reading.code, nearest=", ".join(nearest))
    if reading.split and reading.split.name not in indicator.splits:
        raise KnownError(
            "split_unknown",
            code=reading.code,
            name=reading.split.name,
            known=", ".join(indicator.splits) or "–",
        )


def _check_whole(reading: Reading, indicator: Indicator) -> None:
    """Refuse half a delegation and half a đồng; hours and minutes may be parted."""
    whole = reading.value == reading.value.to_integral_value()
    if not whole and indicator.unit not in PARTED_UNITS:
        raise KnownError("reading_not_whole", code=reading.code, unit=indicator.unit)


def _check_parts(code: str, parts: Decimal, total: Decimal | None) -> None:
    if total is None:
        raise KnownError("part_without_total", code=code)
    if parts > total:
        raise KnownError("parts_above_total", code=code, parts=parts, total=total)
