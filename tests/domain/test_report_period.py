"""What time a report speaks of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import (
    Regime,
    Round,
    Terms,
    adhoc_round,
    annual_round,
    round_over,
)
from ttdn_desktop.domain.round_presets import (
    HALVES,
    MONTHLY,
    NINE_MONTHS,
    QUARTERS,
    Preset,
    round_of,
)

THREE_MONTHS = Span(date(2026, 3, 1), date(2026, 5, 31))
OBSTACLES = "Khó khăn, vướng mắc trong thực hiện công tác thông tin đối ngoại"
YEAR = annual_round(2026, "coordinator")


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        (date(2025, 12, 15), date(2026, 12, 14), "năm 2026"),
        (date(2025, 12, 15), date(2026, 11, 30), "năm 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "năm 2026"),
        (date(2025, 12, 15), date(2026, 6, 14), "06 tháng đầu năm 2026"),
        (date(2026, 1, 1), date(2026, 6, 30), "06 tháng đầu năm 2026"),
        (date(2026, 1, 1), date(2026, 9, 30), "09 tháng đầu năm 2026"),
        (date(2026, 3, 1), date(2026, 4, 30), "từ ngày 01/03/2026 đến ngày 30/04/2026"),
    ],
)
def test_that_a_period_is_named_as_it_is_asked_for(first: date, last: date, named: str) -> None:
    assert report_period.named(adhoc_round(2026, Span(first, last), "coordinator")) == named


def test_that_the_year_s_report_bears_the_month_it_is_sent_in() -> None:
    assert report_period.dated(YEAR, YEAR.sending_day) == "ngày      tháng 12 năm 2026"


def test_that_any_other_report_leaves_its_month_blank() -> None:
    half = adhoc_round(2026, Span(date(2026, 1, 1), date(2026, 6, 30)), "coordinator")
    assert report_period.dated(half, half.sending_day) == "ngày      tháng      năm 2026"


def test_that_after_a_year_comes_the_next_and_after_a_part_the_rest() -> None:
    part = adhoc_round(2026, Span(date(2026, 3, 1), date(2026, 4, 30)), "coordinator")
    assert report_period.ahead(YEAR) == ("năm 2027", 2027)
    assert report_period.ahead(part) == ("thời gian tới", 2026)


def _about(regime: Regime, name: str = "", days: Span = THREE_MONTHS) -> Round:
    return round_over(Terms(regime, name), 2026, days, "coordinator")


@pytest.mark.parametrize(
    ("usual", "time", "ahead"),
    [
        (HALVES[0], "06 tháng đầu năm 2026", ("06 tháng cuối năm 2026", 2026)),
        (HALVES[1], "06 tháng cuối năm 2026", ("06 tháng đầu năm 2027", 2027)),
        (NINE_MONTHS, "09 tháng đầu năm 2026", ("03 tháng cuối năm 2026", 2026)),
        (QUARTERS[2], "quý III/2026", ("quý IV/2026", 2026)),
        (QUARTERS[3], "quý IV/2026", ("quý I/2027", 2027)),
        (MONTHLY[0], "tháng 01 năm 2026", ("tháng 02 năm 2026", 2026)),
        (MONTHLY[11], "tháng 12 năm 2026", ("tháng 01 năm 2027", 2027)),
    ],
)
def test_that_the_subject_and_what_comes_next_follow_the_regime(
    usual: Preset, time: str, ahead: tuple[str, int]
) -> None:
    made = round_of(usual, 2026, "coordinator")
    assert report_period.subject(made) == (f"Kết quả thực hiện công tác thông tin đối ngoại {time}")
    assert report_period.named(made) == time
    assert report_period.told(made) == f"kết quả thực hiện {time}"
    assert report_period.ahead(made) == ahead


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        (_about(Regime.THEMATIC, "Ngoại giao văn hóa."), "Chuyên đề về ngoại giao văn hóa."),
        (
            _about(Regime.THEMATIC, "quản lý phóng viên nước ngoài"),
            "Chuyên đề về quản lý phóng viên nước ngoài",
        ),
        (
            _about(Regime.OBSTACLES),
            f"{OBSTACLES} từ ngày 01/03/2026 đến ngày 31/05/2026",
        ),
        (
            _about(Regime.OBSTACLES, days=YEAR.period),
            f"{OBSTACLES} năm 2026",
        ),
        (
            _about(Regime.OBSTACLES, "nhiệm vụ giao lưu văn hóa"),
            "Khó khăn, vướng mắc trong thực hiện nhiệm vụ giao lưu văn hóa",
        ),
        (
            _about(Regime.ADHOC, "công tác phóng viên nước ngoài"),
            "Tình hình, kết quả công tác phóng viên nước ngoài",
        ),
        (_about(Regime.ADHOC, "Số liệu đoàn vào"), "Số liệu đoàn vào"),
    ],
)
def test_that_the_subject_says_what_was_asked(asked: Round, subject: str) -> None:
    assert report_period.subject(asked) == subject.rstrip(".")
    assert report_period.named(asked) == report_period.told(asked)


def test_that_an_ad_hoc_report_without_a_name_tells_its_days() -> None:
    assert report_period.told(_about(Regime.ADHOC)) == (
        "kết quả thực hiện từ ngày 01/03/2026 đến ngày 31/05/2026"
    )


def test_that_figures_end_at_the_cut_off_and_say_what_is_estimated() -> None:
    cut = replace(YEAR, cutoff=date(2026, 11, 30), terms=replace(YEAR.terms, estimate=True))
    assert report_period.figures(cut) == (
        "(Số liệu tính từ ngày 15/12/2025 đến ngày 30/11/2026; ước thực hiện cả năm 2026.)"
    )
    assert report_period.figures(YEAR) == ("(Số liệu tính từ ngày 15/12/2025 đến ngày 14/12/2026.)")


def test_that_a_report_with_a_day_of_its_own_bears_its_month() -> None:
    half = round_of(HALVES[0], 2026, "coordinator")
    assert report_period.dated(half, half.sending_day) == "ngày      tháng 6 năm 2026"
