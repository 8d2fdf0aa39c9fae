"""What a report is about and what time it speaks of, in words, by the regime of its round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates
from ttdn_desktop.domain.report_case import lower_first, upper_first
from ttdn_desktop.domain.report_sentences import month
from ttdn_desktop.domain.round import PERIODIC, Regime, Round
from ttdn_desktop.domain.round_presets import MONTHLY, QUARTERS, part_of
from ttdn_desktop.domain.text import shortened, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

_WHOLE_YEAR = 300
"""From so many days up a report is the year's, whichever day its figures were cut off."""

WORK = "công tác thông tin đối ngoại"

_PARTS_OF_YEAR = {
    ((12, 15), (6, 14)): "06 tháng đầu năm",
    ((1, 1), (6, 30)): "06 tháng đầu năm",
    ((12, 15), (9, 14)): "09 tháng đầu năm",
    ((1, 1), (9, 30)): "09 tháng đầu năm",
}
"""First and last day of what is asked beside the year (Decree 09/2019, Điều 12)."""

_ROMAN = ("I", "II", "III", "IV")


def is_whole_year(asked: Round) -> bool:
    """Tell whether a round is about its year as a whole."""
    if asked.terms.regime in PERIODIC:
        return asked.terms.regime is Regime.ANNUAL
    return (asked.period.last - asked.period.first).days >= _WHOLE_YEAR


def time(asked: Round) -> str:
    """Return "năm 2026", "06 tháng đầu năm 2026", "quý III/2026", "từ ngày … đến ngày …"."""
    if is_whole_year(asked):
        return f"năm {asked.year}"
    if asked.terms.regime in _TIMES:
        return _TIMES[asked.terms.regime](asked)
    first, last = asked.period.first, asked.period.last
    if part := _PARTS_OF_YEAR.get(((first.month, first.day), (last.month, last.day))):
        return f"{part} {last.year}"
    return days(asked)


def named(asked: Round) -> str:
    """Return what a report is called behind "Báo cáo": its time, or what it is about."""
    if asked.terms.regime in PERIODIC or not asked.has_sending_day:
        return time(asked)
    return lower_first(subject(asked))


def subject(asked: Round) -> str:
    """Return the trích yếu."""
    name = lower_first(tidy(asked.terms.name).rstrip(" .;"))
    if asked.terms.regime is Regime.THEMATIC:
        return f"Chuyên đề {_about(name or f'{WORK} {time(asked)}')}"
    if asked.terms.regime is Regime.OBSTACLES:
        return f"Khó khăn, vướng mắc trong thực hiện {name or f'{WORK} {time(asked)}'}"
    if asked.terms.regime is Regime.ADHOC and name:
        return upper_first(name) if name.startswith(_TELLS) else f"Tình hình, kết quả {name}"
    return f"Kết quả thực hiện {WORK} {time(asked)}"


def _about(name: str) -> str:
    return name if name.startswith(("về ", "“")) else f"về {name}"


_TELLS = ("kết quả", "tình hình", "việc", "đánh giá", "sơ kết", "tổng kết", "số liệu", "nội dung")
"""How a name begins that is a trích yếu as it stands."""


def told(asked: Round) -> str:
    """Return what a unit says it reports: "kết quả thực hiện năm 2026", "chuyên đề …"."""
    if asked.terms.regime in PERIODIC or not (asked.terms.name or asked.has_sending_day):
        return f"kết quả thực hiện {time(asked)}"
    return lower_first(subject(asked))


def file_words(asked: Round) -> str:
    """Return what tells a report's file from others: "2026", "6 tháng đầu 2026", "chuyên đề …"."""
    if asked.terms.regime in PERIODIC or not asked.terms.name:
        told_time = time(asked).removeprefix("năm ").removeprefix("từ ngày ")
        short_time = told_time.replace(" năm ", " ").replace(" ngày ", " ")
        if short_time.startswith(("06 tháng", "09 tháng")):
            short_time = short_time.removeprefix("0")
        is_apart = asked.terms.regime in (Regime.THEMATIC, Regime.OBSTACLES)
        return f"{_KINDS[asked.terms.regime]} {short_time}" if is_apart else short_time
    kind = _KINDS.get(asked.terms.regime, "")
    return f"{kind} {shortened(tidy(asked.terms.name), _LONGEST_NAME)} {asked.year}".strip()


_KINDS = {Regime.THEMATIC: "chuyên đề", Regime.OBSTACLES: "khó khăn vướng mắc"}
_LONGEST_NAME = 48


def days(asked: Round) -> str:
    """Return the days of the figures: "từ ngày 15/12/2025 đến ngày 14/12/2026"."""
    told_days = asked.told_days
    return f"từ ngày {dates.short(told_days.first)} đến ngày {dates.short(told_days.last)}"


def figures(asked: Round) -> str:
    """Return of what days the figures are, and whether the year is estimated, as a sentence."""
    estimated = f"; ước thực hiện cả năm {asked.year}" if asked.terms.estimate else ""
    return f"(Số liệu tính {days(asked)}{estimated}.)"


def earlier(asked: Round) -> str:
    """Return the same time a year before, in words: "năm 2025", "cùng kỳ năm trước"."""
    if is_whole_year(asked):
        return f"năm {asked.year - 1}"
    first, last = asked.period.first, asked.period.last
    part = _PARTS_OF_YEAR.get(((first.month, first.day), (last.month, last.day)))
    return f"{part} {last.year - 1}" if part else "cùng kỳ năm trước"


def ahead(asked: Round) -> tuple[str, int]:
    """Return what comes after, in words, and the plan year it lies in."""
    if is_whole_year(asked):
        return f"năm {asked.year + 1}", asked.year + 1
    part, year = part_of(asked), asked.year
    if asked.terms.regime is Regime.HALF_YEAR:
        return (f"06 tháng cuối năm {year}", year) if part == 1 else _half(year + 1)
    if asked.terms.regime is Regime.NINE_MONTHS:
        return f"03 tháng cuối năm {year}", year
    if asked.terms.regime is Regime.QUARTER:
        over, number = divmod(part, len(QUARTERS))
        return f"quý {_ROMAN[number]}/{year + over}", year + over
    if asked.terms.regime is Regime.MONTH:
        over, number = divmod(part, len(MONTHLY))
        return month(asked.period.last.replace(year + over, number + 1, 1)), year + over
    return "thời gian tới", year


def _half(year: int) -> tuple[str, int]:
    return f"06 tháng đầu năm {year}", year


def dated(asked: Round, day: date) -> str:
    """Return the day a report bears before it is issued: blank but for what is known of it.

    Where mere days were asked for nobody has said when to send, so the month is blank too.
    """
    if is_whole_year(asked) or asked.has_sending_day:
        return f"ngày      {month(day)}"
    return f"ngày      tháng      năm {asked.period.last.year}"


def _half_year(asked: Round) -> str:
    return f"06 tháng {'đầu' if part_of(asked) == 1 else 'cuối'} năm {asked.year}"


_TIMES: Mapping[Regime, Callable[[Round], str]] = {
    Regime.HALF_YEAR: _half_year,
    Regime.NINE_MONTHS: lambda asked: f"09 tháng đầu năm {asked.year}",
    Regime.QUARTER: lambda asked: f"quý {_ROMAN[part_of(asked) - 1]}/{asked.year}",
    Regime.MONTH: lambda asked: month(asked.period.last),
}
