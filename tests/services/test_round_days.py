"""What a round holds and leaves out; what was missed before is offered, told once, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.round_desk import cut_year, done, submit, titles, told
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import Regime, Terms, round_over
from ttdn_desktop.domain.round_presets import NOVEMBER, round_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import bin as office_bin
from ttdn_desktop.services import keep_rounds, round_days
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.edit_activity import put_into_bin
from ttdn_desktop.services.known_rounds import asking_body, yearly
from ttdn_desktop.services.round_form import RoundForm
from ttdn_desktop.services.show_items import items
from ttdn_desktop.services.show_overview import overview
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office


def _missed(office: Office, year: int) -> dict[str, bool]:
    seen = round_days.look(office, yearly(office, year))
    return {each.title: each.taken for each in seen.missed}


def test_that_a_year_by_the_rule_leaves_nothing_out(office: Office) -> None:
    done(office, "Đón đoàn", "5/3/2026")
    seen = round_days.look(office, yearly(office, 2026))
    assert (seen.activities, seen.after, seen.loose, seen.missed) == (1, None, (), ())
    assert [each.key for each in seen.doubts] == ["round_no_working_day"]


def test_that_what_goes_to_the_next_round_is_counted(office: Office) -> None:
    for day in ("30/11/2026", "1/12/2026", "14/12/2026"):
        done(office, "Họp", day)
    seen = round_days.look(office, cut_year(office, 2026, date(2026, 11, 30)))
    assert (seen.activities, seen.after_count) == (1, 2)
    assert seen.after == Span(date(2026, 12, 1), date(2026, 12, 14))
    following = round_days.look(office, yearly(office, 2027))
    assert following.told.first == date(2026, 12, 1)
    assert following.activities == 2


def test_that_days_of_two_rounds_and_of_none_are_counted(office: Office) -> None:
    done(office, "Họp hai kỳ", "5/12/2025")
    done(office, "Họp sót", "5/12/2026")
    seen = round_days.look(office, round_of(NOVEMBER, 2026, asking_body(office)))
    assert [(each.between.twice, each.activities) for each in seen.loose] == [
        (True, 1),
        (False, 1),
    ]


def test_that_a_round_set_for_a_year_takes_the_place_of_the_rule_s(office: Office) -> None:
    form = RoundForm(
        regime=Regime.ANNUAL,
        year=2026,
        period=NOVEMBER.period(2026),
    )
    keep_rounds.add(office, form)
    seen = round_days.look(office, yearly(office, 2027))
    assert [(each.between.twice, each.between.span) for each in seen.loose] == [
        (False, Span(date(2026, 12, 1), date(2026, 12, 14)))
    ]


def test_that_a_thematic_round_has_nothing_beside_it(office: Office) -> None:
    days = Span(date(2026, 3, 1), date(2026, 5, 1))
    theme = round_over(Terms(Regime.THEMATIC, "x"), 2026, days, asking_body(office))
    seen = round_days.look(office, theme)
    assert (seen.loose, seen.missed) == ((), ())


def test_that_only_what_was_recorded_after_the_report_is_missed(
    office: Office, tmp_path: Path
) -> None:
    done(office, "Đã báo cáo", "5/3/2025")
    done(office, "Kỳ này", "5/3/2026")
    assert _missed(office, 2026) == {}
    submit(office, 2025, tmp_path)
    done(office, "Nhập muộn", "6/3/2025")
    assert _missed(office, 2026) == {"Nhập muộn": False}
    assert _missed(office, 2025) == {}


def test_that_one_told_in_a_later_submission_is_not_missed(office: Office, tmp_path: Path) -> None:
    submit(office, 2025, tmp_path)
    done(office, "Nhập muộn", "6/3/2025")
    submit(office, 2025, tmp_path)
    assert _missed(office, 2026) == {}


def test_that_what_the_cut_off_left_over_is_told_and_not_missed(
    office: Office, tmp_path: Path
) -> None:
    cut_year(office, 2025, date(2025, 11, 30))
    submit(office, 2025, tmp_path)
    done(office, "Sau ngày chốt", "5/12/2025")
    assert _missed(office, 2026) == {}
    assert titles(office, yearly(office, 2026)) == ["Sau ngày chốt"]


def test_that_what_is_taken_is_told_once_and_in_its_place(office: Office, tmp_path: Path) -> None:
    submit(office, 2025, tmp_path)
    missed = done(office, "Đón đoàn Lào", "6/3/2025")
    done(office, "Đón đoàn Hàn Quốc", "5/3/2026")
    this = yearly(office, 2026)
    round_days.take(office, this, [missed])

    assert titles(office, this) == ["Đón đoàn Lào", "Đón đoàn Hàn Quốc"]
    assert titles(office, yearly(office, 2025)) == []
    assert _missed(office, 2026) == {"Đón đoàn Lào": True}
    assert _missed(office, 2027) == {}
    words = " ".join(each.text for each in told(office, this).body)
    assert words.count("đón đoàn Lào (bổ sung kỳ trước)") == 1
    assert words.count("bổ sung kỳ trước") == 1


def test_that_taking_is_taken_back(office: Office, tmp_path: Path) -> None:
    submit(office, 2025, tmp_path)
    missed = done(office, "Nhập muộn", "6/3/2025")
    round_days.take(office, yearly(office, 2026), [missed])
    assert take_back(office) == "Bổ sung kỳ trước vào báo cáo năm 2026"
    assert titles(office, yearly(office, 2026)) == []
    round_days.take(office, yearly(office, 2026), [missed])
    round_days.take(office, yearly(office, 2026), [])
    assert _missed(office, 2026) == {"Nhập muộn": False}
    assert check(office).ok


def test_that_a_half_year_round_takes_nothing_from_the_year_around_it(
    office: Office, tmp_path: Path
) -> None:
    half = keep_rounds.add(office, RoundForm(regime=Regime.HALF_YEAR, year=2026))
    other = keep_rounds.add(office, RoundForm(regime=Regime.HALF_YEAR, year=2026, part=2))
    submit(office, 2025, tmp_path)
    late = done(office, "Nhập muộn", "6/3/2025")
    round_days.take(office, yearly(office, 2026), [late])
    done(office, "Đón đoàn", "5/3/2026")
    assert titles(office, half) == ["Đón đoàn"]
    assert round_days.look(office, other).missed == ()


def test_that_what_was_taken_can_be_purged_for_ever(office: Office, tmp_path: Path) -> None:
    submit(office, 2025, tmp_path)
    missed = done(office, "Nhập muộn", "6/3/2025")
    round_days.take(office, yearly(office, 2026), [missed])
    put_into_bin(office, missed)
    assert titles(office, yearly(office, 2026)) == []
    assert _missed(office, 2026) == {}
    office_bin.purge(office, [missed])
    assert check(office).ok


def test_that_only_what_is_offered_can_be_taken(office: Office) -> None:
    own = done(office, "Đón đoàn", "5/3/2026")
    with pytest.raises(KnownError, match="not_missed"):
        round_days.take(office, yearly(office, 2026), [own])
    assert titles(office, yearly(office, 2026)) == ["Đón đoàn"]


def test_that_pages_count_the_days_that_the_report_tells(office: Office) -> None:
    for day in ("30/11/2026", "1/12/2026"):
        done(office, f"Họp {day}", day)
    cut_year(office, 2026, date(2026, 11, 30))
    counts = [
        (
            overview(office, year).activities,
            sum(row.activities for row in items(office, year)),
            len(titles(office, yearly(office, year))),
        )
        for year in (2026, 2027)
    ]
    assert counts == [(1, 1, 1), (1, 1, 1)]


def test_that_a_round_asks_for_some_tasks_of_some_addressee(office: Office) -> None:
    done(office, "Đón đoàn", "5/3/2026", "1.10")
    done(office, "Giao lưu", "6/3/2026", "1.5")
    form = RoundForm(
        regime=Regime.ADHOC,
        year=2026,
        period=Span(date(2026, 1, 1), date(2026, 6, 30)),
        items=("1.10",),
        addressee="Công an tỉnh; Sở Nội vụ",
        letter="Công văn số 5/CAT ngày 01/7/2026 của Công an tỉnh",
    )
    made = keep_rounds.add(office, form)
    document = told(office, made)
    assert titles(office, made) == ["Đón đoàn"]
    assert round_days.look(office, made).activities == 1
    assert document.head.addressees == ("Công an tỉnh", "Sở Nội vụ")
    assert "Thực hiện Công văn số 5/CAT" in document.body[0].text
    assert "kính gửi Công an tỉnh và Sở Nội vụ" in document.body[-1].text


def test_that_stocks_are_read_at_the_cut_off(office: Office) -> None:
    form = replace(RoundForm(regime=Regime.ANNUAL, year=2026), cutoff=date(2026, 11, 30))
    cut = keep_rounds.add(office, form)
    told_days = told(office, cut).body[1].text
    assert told_days == "(Số liệu tính từ ngày 15/12/2025 đến ngày 30/11/2026.)"
