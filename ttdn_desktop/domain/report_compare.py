"""A round beside the same round a year earlier, and beside the year's target.

A percentage is told only where both rounds lie on one side of 1 July 2025: the province that
was merged on that day is another one, and a share of the old would say nothing of the new.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting, report_period
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.numbers import counted, grouped
from ttdn_desktop.domain.report_figures import NOUNS
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round

MERGER = date(2025, 7, 1)
"""The day of the new provinces (Resolution 202/2025/QH15)."""

COMPARED = ("D1", "D2", "D3", "D5", "E1", "M1", "P1", "T1", "T2")
"""The main figures of the work, in the order in which the text tells how they moved."""

MOST_TOLD = 3
"""How many figures the text compares; all are in annex II."""

MERGER_NOTE = (
    "Kỳ trước và kỳ này thuộc phạm vi đơn vị hành chính khác nhau (sắp xếp từ ngày 01/07/2025) nên "
    "chỉ so sánh số tuyệt đối, không so sánh tỷ lệ."
)


_PARTS = frozenset({3, 6, 9})
_MIDDLE = 15


@immutable
class Compared:
    """One of the unit's own figures, in this round and in the one before it (None: not read)."""

    indicator: Indicator
    now: Decimal | None
    before: Decimal | None
    with_share: bool

    @property
    def change(self) -> str:
        """The change as a table shows it: "+2", "-1 (-12,5%)", "0"; "" where there is none."""
        if self.now is None or self.before is None:
            return ""
        moved = self.now - self.before
        shown = f"{'+' if moved > 0 else '-' if moved < 0 else ''}{grouped(abs(moved))}"
        if not (self.with_share and self.before and moved):
            return shown
        share = round(moved * 100 / self.before, 1)
        return f"{shown} ({'+' if share > 0 else '-'}{grouped(abs(share))}%)"


def same_round_before(asked: Round) -> Span | None:
    """Return the same days a year earlier, or None where a round is not a part of a year.

    Whole years, halves, nine months and quarters are compared; any other days are not.
    """
    first, last = asked.period.first, asked.period.last
    months = (last.year - first.year) * 12 + last.month - first.month + (first.day == 1)
    ends = (last + timedelta(days=1)).day
    part = first.day in {1, _MIDDLE} and ends == first.day and months in _PARTS
    if not (part or report_period.is_whole_year(asked)):
        return None
    return Span(year_before(first), year_before(last))


def year_before(day: date) -> date:
    """Return the same day a year earlier; of 29 February, the last of the month."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def crosses_merger(facts: ReportFacts) -> bool:
    """Tell whether the round and the one before it do not lie on one side of the merger."""
    return bool(facts.before) and not (
        facts.round.period.last < MERGER or year_before(facts.round.period.first) >= MERGER
    )


def compared(facts: ReportFacts, figures: Iterable[Figure]) -> dict[str, Compared]:
    """Return the figures that are added over a round beside the earlier round's, by code."""
    if not facts.before:
        return {}
    with_share = not crosses_merger(facts)
    before = {each.indicator.code: each for each in counting.figures(facts.before, facts.catalogue)}
    now = {each.indicator.code: each for each in figures}
    return {
        code: Compared(
            (now.get(code) or before[code]).indicator,
            now[code].value if code in now else None,
            before[code].value if code in before else None,
            with_share,
        )
        for code in {**now, **before}
        if (now.get(code) or before[code]).indicator.kind is IndicatorKind.FLOW
    }


def moves(facts: ReportFacts, figures: Iterable[Figure]) -> Iterator[str]:
    """Yield "số đoàn vào tăng 02 đoàn so với năm 2024 (09/07)", then "số đoàn ra giảm …".

    The first main figures that were read in both rounds are told, up or down alike; the year
    before is named once, and the others are in annex II.
    """
    found = compared(facts, figures)
    read = [each for code in COMPARED if (each := found.get(code)) and each.now and each.before]
    since = f" so với {report_period.earlier(facts.round)}"
    for each in read[:MOST_TOLD]:
        yield _moved(each, since)
        since = ""


def _moved(each: Compared, since: str) -> str:
    now, before = each.now or Decimal(0), each.before or Decimal(0)
    noun, moved = NOUNS.get(each.indicator.code, each.indicator.name), now - before
    if not moved:
        return f"số {noun} không thay đổi{since} ({counted(now)}/{counted(before)})"
    way = "tăng" if moved > 0 else "giảm"
    unit = "" if "," in each.indicator.unit else f" {each.indicator.unit}"
    share = f", {way} {grouped(abs(round(moved * 100 / before, 1)))}%" if each.with_share else ""
    ratio = f"({counted(now)}/{counted(before)}){share}"
    return f"số {noun} {way} {counted(abs(moved))}{unit}{since} {ratio}"


def reached(facts: ReportFacts, figure: Figure) -> str:
    """Return "đạt 83,3% kế hoạch năm (10/12)" where the year has a target, or ""."""
    target = facts.targets.get(figure.indicator.code)
    if not target or figure.value is None:
        return ""
    share = grouped(round(figure.value * 100 / target, 1))
    return f"đạt {share}% kế hoạch năm ({counted(figure.value)}/{counted(target)})"
