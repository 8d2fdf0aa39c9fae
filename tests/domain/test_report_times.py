"""How often one thing was done: few times are listed, of many the text tells the number."""

from __future__ import annotations

import pytest

from tests.domain.report_desk import act, report_of, text
from ttdn_desktop.domain.activity import Part


def _told(months: int) -> str:
    sent = [
        act(
            f"A{month}",
            f"Cung cấp tư liệu quảng bá, tháng {month}/2026",
            "2.4",
            on=f"01/{month}/2026",
            part=Part.SUPPORT,
            kind="Cung cấp tư liệu",
            partners=("Sở Nội vụ",),
        )
        for month in range(3, 3 + months)
    ]
    return text(report_of(*sent), "ii.4.support.result")


def test_that_four_times_are_listed() -> None:
    assert "tháng 3/2026, tháng 4/2026, tháng 5/2026 và tháng 6/2026" in _told(4)


@pytest.mark.parametrize(("months", "number"), [(5, "05"), (9, "09")])
def test_that_of_more_times_the_number_is_told(months: int, number: str) -> None:
    told = _told(months)
    assert f"tư liệu quảng bá ({number} lần; nhiệm vụ 2.4)" in told
    assert "tháng" not in told.replace("Trong tháng", "")


def _supported(*titles: str) -> str:
    sent = [
        act(
            f"A{number}",
            title,
            "2.4",
            part=Part.SUPPORT,
            kind="Cung cấp tư liệu",
            partners=("Sở Nội vụ",),
        )
        for number, title in enumerate(titles, start=1)
    ]
    return text(report_of(*sent), "ii.4.support.result")


def test_that_two_times_within_one_month_are_not_misread() -> None:
    told = _supported(
        "Gửi tư liệu, tháng 3/2026", "Gửi tư liệu, tháng 3/2026, đợt 2", "Gửi tư liệu, tháng 4/2026"
    )
    assert "gửi tư liệu, tháng 3/2026, tháng 3/2026 (đợt 2) và tháng 4/2026 (nhiệm vụ" in told


def test_that_what_bears_no_time_is_counted_with_what_does() -> None:
    told = _supported("Gửi tư liệu", "Gửi tư liệu, đợt 2", "Gửi bản tin")
    assert "03 hoạt động cung cấp tư liệu: gửi tư liệu (02 lần); gửi bản tin" in told


def test_that_a_title_with_a_time_told_once_stays_as_it_was_typed() -> None:
    told = _supported("Gửi tư liệu, tháng 3/2026, đợt 2", "Gửi bản tin", "Dịch bản tin")
    assert "gửi tư liệu, tháng 3/2026, đợt 2; gửi bản tin" in told


def test_that_titles_named_together_share_the_words_that_they_all_open_with() -> None:
    told = _supported(
        *(f"Gửi tư liệu đối tác Hàn Quốc cho hội nghị tại {place}" for place in ("Huế", "Vinh")),
        "Gửi tư liệu đối tác Hàn Quốc cho hội nghị tại Đà Lạt",
        "Gửi tư liệu đối tác Nhật Bản cho hội nghị tại Sa Pa",
    )
    assert (
        "gửi tư liệu đối tác Hàn Quốc cho hội nghị tại Huế; Vinh; Đà Lạt; "
        "01 hoạt động khác tại Phụ lục I"
    ) in told


def test_that_a_number_of_times_and_the_task_s_code_share_their_brackets() -> None:
    told = _supported("Gửi bản tin", "Gửi tư liệu", "Gửi tư liệu, đợt 2")
    assert told.endswith("gửi bản tin; gửi tư liệu (02 lần; nhiệm vụ 2.4).")
