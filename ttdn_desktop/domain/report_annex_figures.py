"""Annex II: the figures, own and shared, with their parts; then the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting, dates
from ttdn_desktop.domain.document import Align, Column, Row, RowKind
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.report_case import joined, spelled, upper_first
from ttdn_desktop.domain.report_figures import SPLITS, label, ordered
from ttdn_desktop.domain.report_money import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.counting import Figure, Money
    from ttdn_desktop.domain.report_facts import ReportFacts

FIGURE_COLUMNS = (
    Column("TT", 0.07, Align.CENTER),
    Column("Chỉ tiêu", 0.38),
    Column("Đơn vị tính", 0.13, Align.CENTER),
    Column("Chủ trì, tham mưu", 0.14, Align.RIGHT),
    Column("Phối hợp, tham gia", 0.13, Align.RIGHT),
    Column("Ghi chú", 0.15),
)
_SHARED_NOTE = (
    "Số liệu của hoạt động đơn vị phối hợp, tham gia được ghi riêng, không cộng vào số liệu của "
    "đơn vị."
)
_STOCK_NOTE = (
    "Số liệu tại thời điểm là số gần nhất đến ngày chốt {cutoff}, không cộng dồn; ngày của số liệu "
    "ở cột Ghi chú."
)


def figure_rows(facts: ReportFacts, figures: Iterable[Figure]) -> Iterator[Row]:
    """Yield the band of the round's figures and the band of money, each where it has rows."""
    bands = (
        ("counts", "SỐ LIỆU HOẠT ĐỘNG", tuple(_indicator_rows(figures))),
        ("money", "KINH PHÍ", tuple(_money_rows(facts.activities))),
    )
    filled = [band for band in bands if band[-1]]
    for letter, (name, title, rows) in zip("AB", filled, strict=False):
        cells = (letter, title, *[""] * (len(FIGURE_COLUMNS) - 2))
        yield Row(f"annex.figures.{name}", RowKind.GROUP, cells)
        yield from rows


def figure_notes(facts: ReportFacts, figures: Sequence[Figure]) -> tuple[str, ...]:
    """Return how to read the figures, as far as the table has such figures."""
    notes = []
    if any(each.shared is not None for each in figures):
        notes.append(_SHARED_NOTE)
    if any(each.indicator.kind is not IndicatorKind.FLOW for each in figures):
        notes.append(_STOCK_NOTE.format(cutoff=dates.short(facts.round.cutoff)))
    return tuple(notes)


def _indicator_rows(figures: Iterable[Figure]) -> Iterator[Row]:
    for number, figure in enumerate(figures, start=1):
        indicator, key = figure.indicator, f"annex.figures.{figure.indicator.code}"
        cells = (
            str(number),
            spelled(indicator.name),
            indicator.unit,
            _number(figure.value, approximate=figure.approximate),
            _number(figure.shared, approximate=figure.shared_approximate),
            _remark(figure),
        )
        yield Row(key, RowKind.HEADING, cells, figure.records)
        yield from _part_rows(key, figure)


def _part_rows(key: str, figure: Figure) -> Iterator[Row]:
    """Yield the parts; of a total parted in several ways each says which, so that none is added."""
    own, shared = dict(figure.parts), dict(figure.shared_parts)
    parts = ordered((own | shared).items())
    several = len({split.name for split, _value in parts}) > 1
    for split, _value in parts:
        numbers = (grouped(each[split]) if split in each else "" for each in (own, shared))
        by = f"Theo {SPLITS.get(split.name, split.name)}" if several else "Trong đó"
        cells = ("", f"{by}: {label(split)}", figure.indicator.unit, *numbers, "")
        yield Row(f"{key}.{split.name}.{split.value}", RowKind.PART, cells, figure.records)


def _number(value: Decimal | None, *, approximate: bool) -> str:
    if value is None:
        return ""
    return f"khoảng {grouped(value)}" if approximate else grouped(value)


def _remark(figure: Figure) -> str:
    remarks = []
    if figure.as_of:
        remarks.append(f"tại ngày {dates.short(figure.as_of)}")
    if figure.shared_as_of and figure.shared_as_of != figure.as_of:
        remarks.append(f"số phối hợp, tham gia tại ngày {dates.short(figure.shared_as_of)}")
    if figure.estimate is not None:
        remarks.append(f"ước cả năm: {grouped(figure.estimate)}")
    return upper_first("; ".join(remarks))


def _money_rows(activities: Iterable[Activity]) -> Iterator[Row]:
    given = tuple(activities)
    for number, each in enumerate(counting.money(given), start=1):
        name = f"Nguồn {SOURCES[each.source]}"
        spent = grouped(each.spent) if each.spent or not each.planned else ""
        cells = (str(number), name, "đồng", spent, "", _money_remark(each, given))
        yield Row(f"annex.figures.money.{each.source}", RowKind.HEADING, cells, each.records)


def _money_remark(amount: Money, activities: tuple[Activity, ...]) -> str:
    """Return the estimate, and what was given where it was not money."""
    in_kind = dict.fromkeys(
        funding.in_kind
        for activity in activities
        for funding in activity.fundings
        if funding.source is amount.source and funding.in_kind
    )
    remarks = [f"dự toán: {grouped(amount.planned)}"] if amount.planned else []
    if in_kind:
        remarks.append(f"hiện vật: {joined(list(in_kind))}")
    return upper_first("; ".join(remarks))
