"""Annex II: the figures, own and shared, with their parts; then the money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting, dates, report_compare
from ttdn_desktop.domain.document import Align, Column, Row, RowKind
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.report_case import joined, spelled, upper_first
from ttdn_desktop.domain.report_figure_words import SPLITS
from ttdn_desktop.domain.report_figures import label, ordered
from ttdn_desktop.domain.report_money import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
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
COMPARED_COLUMNS = (
    Column("TT", 0.06, Align.CENTER),
    Column("Chỉ tiêu", 0.26),
    Column("Đơn vị tính", 0.1, Align.CENTER),
    Column("Kỳ này: chủ trì, tham mưu", 0.12, Align.RIGHT),
    Column("Phối hợp, tham gia", 0.1, Align.RIGHT),
    Column("Kỳ trước", 0.09, Align.RIGHT),
    Column("So sánh", 0.15, Align.RIGHT),
    Column("Ghi chú", 0.12),
)
"""The columns where the same round a year earlier is known."""

_SHARED_NOTE = (
    "Số liệu của hoạt động đơn vị phối hợp, tham gia được ghi riêng, không cộng vào số liệu của "
    "đơn vị."
)
_BEFORE_NOTE = (
    "Kỳ trước: từ ngày {} đến ngày {}; chỉ so sánh số liệu phát sinh trong kỳ của đơn vị."
)
_STOCK_NOTE = (
    "Số liệu tại thời điểm là số gần nhất đến ngày chốt {cutoff}, không cộng dồn; ngày của số liệu "
    "ở cột Ghi chú."
)


def figure_rows(facts: ReportFacts, figures: Iterable[Figure]) -> Iterator[Row]:
    """Yield the band of the round's figures and the band of money, each where it has rows."""
    bands = (
        ("counts", "SỐ LIỆU HOẠT ĐỘNG", tuple(_indicator_rows(facts, tuple(figures)))),
        ("money", "KINH PHÍ", tuple(_money_rows(facts))),
    )
    filled = [band for band in bands if band[-1]]
    for letter, (name, title, rows) in zip("AB", filled, strict=False):
        cells = (letter, title, *[""] * (len(figure_columns(facts)) - 2))
        yield Row(f"annex.figures.{name}", RowKind.GROUP, cells)
        yield from rows


def figure_columns(facts: ReportFacts) -> tuple[Column, ...]:
    """Return the columns; with the round before, two more."""
    return COMPARED_COLUMNS if facts.before else FIGURE_COLUMNS


def figure_notes(facts: ReportFacts, figures: Sequence[Figure]) -> tuple[str, ...]:
    """Return how to read the figures, as far as the table has such figures."""
    notes = []
    if any(each.shared is not None for each in figures):
        notes.append(_SHARED_NOTE)
    if any(each.indicator.kind is not IndicatorKind.FLOW for each in figures):
        notes.append(_STOCK_NOTE.format(cutoff=dates.short(facts.round.cutoff)))
    if facts.before:
        notes.append(_BEFORE_NOTE.format(*map(dates.short, _days_before(facts))))
    if report_compare.crosses_merger(facts):
        notes.append(report_compare.MERGER_NOTE)
    return tuple(notes)


def _days_before(facts: ReportFacts) -> tuple[date, date]:
    period = facts.round.period
    return report_compare.year_before(period.first), report_compare.year_before(period.last)


def _indicator_rows(facts: ReportFacts, figures: Sequence[Figure]) -> Iterator[Row]:
    found = report_compare.compared(facts, figures)
    known = {figure.indicator.code for figure in figures}
    gone = [counting.Figure(each.indicator, None) for code, each in found.items()
            if code not in known and each.before is not None]  # fmt: skip
    order = {indicator.code: number for number, indicator in enumerate(facts.catalogue)}
    rows = sorted([*figures, *gone], key=lambda each: order[each.indicator.code])
    for number, figure in enumerate(rows, start=1):
        indicator, key = figure.indicator, f"annex.figures.{figure.indicator.code}"
        cells = (
            str(number),
            spelled(indicator.name),
            indicator.unit,
            _number(figure.value, approximate=figure.approximate),
            _number(figure.shared, approximate=figure.shared_approximate),
            *_beside(facts, found.get(indicator.code)),
            _remark(facts, figure),
        )
        yield Row(key, RowKind.HEADING, cells, figure.records)
        yield from _part_rows(key, figure, blank=2 if facts.before else 0)


def _beside(facts: ReportFacts, compared: report_compare.Compared | None) -> tuple[str, ...]:
    """Return the cells of the round before, where the table has them."""
    if not facts.before:
        return ()
    return (_number(compared.before, approximate=False), compared.change) if compared else ("", "")


def _part_rows(key: str, figure: Figure, *, blank: int) -> Iterator[Row]:
    """Yield the parts; of a total parted in several ways each says which, so that none is added."""
    own, shared = dict(figure.parts), dict(figure.shared_parts)
    parts = ordered((own | shared).items())
    several = len({split.name for split, _value in parts}) > 1
    for split, _value in parts:
        numbers = (grouped(each[split]) if split in each else "" for each in (own, shared))
        by = f"Theo {SPLITS.get(split.name, split.name)}" if several else "Trong đó"
        cells = ("", f"{by}: {label(split)}", figure.indicator.unit, *numbers, *[""] * blank, "")
        yield Row(f"{key}.{split.name}.{split.value}", RowKind.PART, cells, figure.records)


def _number(value: Decimal | None, *, approximate: bool) -> str:
    if value is None:
        return ""
    return f"khoảng {grouped(value)}" if approximate else grouped(value)


def _remark(facts: ReportFacts, figure: Figure) -> str:
    remarks = [each for each in (report_compare.reached(facts, figure),) if each]
    if figure.as_of:
        remarks.append(f"tại ngày {dates.short(figure.as_of)}")
    if figure.shared_as_of and figure.shared_as_of != figure.as_of:
        remarks.append(f"số phối hợp, tham gia tại ngày {dates.short(figure.shared_as_of)}")
    if figure.estimate is not None:
        remarks.append(f"ước cả năm: {grouped(figure.estimate)}")
    return upper_first("; ".join(remarks))


def _money_rows(facts: ReportFacts) -> Iterator[Row]:
    given, blank = [each for each in facts.activities if each.fundings], _blank(facts)
    for number, each in enumerate(facts.money, start=1):
        name = f"Nguồn {SOURCES[each.source]}"
        spent = grouped(each.spent) if each.spent or not each.planned else ""
        cells = (str(number), name, "đồng", spent, "", *blank, _money_remark(each, given))
        yield Row(f"annex.figures.money.{each.source}", RowKind.HEADING, cells, each.records)


def _blank(facts: ReportFacts) -> list[str]:
    """Return what stands of a row in the columns of the round before, where there are such."""
    return [""] * (2 if facts.before else 0)


def _money_remark(amount: Money, activities: Sequence[Activity]) -> str:
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
