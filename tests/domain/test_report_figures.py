"""Figures in words: added, shared, about, at a day, expected (rules 3 and 4 of the wording)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.report_desk import CATALOGUE, act
from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.counting import Figure, figures
from ttdn_desktop.domain.report_figures import listed, listed_shared, told


def _figures(*activities: Activity) -> tuple[Figure, ...]:
    return figures(activities, CATALOGUE)


def _read(*readings: str, part: Part = Part.LEAD) -> tuple[Figure, ...]:
    return _figures(act("A1", "Đón đoàn", readings=readings, part=part))


@pytest.mark.parametrize(
    ("readings", "words"),
    [
        (("D1=3",), "03 đoàn vào"),
        (("D1=3", "D1N=40"), "03 đoàn vào với 40 lượt khách"),
        (("D1=3", "D1N=~40"), "03 đoàn vào với khoảng 40 lượt khách"),
        (("D1N=1234",), "1.234 lượt khách trong đoàn vào"),
        (("K2=0",), "không có vụ vi phạm được phát hiện, xử lý"),
        (("X1=12",), "cây hữu nghị được trồng: 12 cây"),
        (("X1=0",), "cây hữu nghị được trồng: 00 cây"),
    ],
)
def test_that_a_figure_is_told_with_its_noun(readings: tuple[str, ...], words: str) -> None:
    assert listed(_read(*readings)) == words


def test_that_only_what_happens_together_is_joined_by_voi() -> None:
    assert listed(_read("M5=5", "M5X=4")) == (
        "05 tin, vụ thông tin sai sự thật, sai lệch được phát hiện, tiếp nhận; "
        "04 tin, vụ thông tin sai sự thật, sai lệch đã xử lý, phản hồi"
    )


def test_that_parts_are_gom_only_where_they_make_up_the_total() -> None:
    whole = _read("D1=9", "D1=3:nuoc=Campuchia", "D1=6:nuoc=Lào")
    some = _read("D1=9", "D1=6:nuoc=Lào")
    assert listed(whole) == "09 đoàn vào, gồm Lào 06 đoàn, Campuchia 03 đoàn"
    assert listed(some) == "09 đoàn vào, trong đó Lào 06 đoàn"


def test_that_other_is_told_last_and_nothing_is_no_part() -> None:
    figure = _read("D1=9", "D1=5:nuoc=khác", "D1=4:nuoc=Lào", "D1=0:nuoc=Thái Lan")
    assert listed(figure) == "09 đoàn vào, gồm Lào 04 đoàn, khác 05 đoàn"


def test_that_only_the_split_read_first_is_told() -> None:
    assert listed(_read("D1=2", "D1=2:nuoc=Lào", "D1=2:cap=cấp tỉnh")) == ("02 đoàn vào (Lào)")


def test_that_a_language_is_named_as_one() -> None:
    assert listed(_read("M1=12", "M1=12:ngon_ngu=Lào")).endswith(" bằng tiếng Lào")


def test_that_a_unit_with_a_comma_of_its_own_is_not_repeated() -> None:
    figure = _read("M1=12", "M1=9:kenh=báo in", "M1=3:kenh=mạng xã hội")
    told = "12 tin, bài về thông tin đối ngoại, gồm báo in 09, mạng xã hội 03"
    assert listed(figure).endswith(told)


def test_that_parts_by_language_are_counted_before_they_are_named() -> None:
    figure = _read("M1=12", "M1=9:ngon_ngu=Việt", "M1=3:ngon_ngu=Anh")
    told = ", gồm 09 tin, bài bằng tiếng Việt và 03 tin, bài bằng tiếng Anh"
    assert listed(figure).endswith(told)


def test_that_events_of_a_sort_are_counted_before_they_are_named() -> None:
    figure = _read("E1=4", "E1=2:loai_su_kien=giao lưu văn hóa, thể thao")
    assert listed(figure).endswith(", trong đó 02 sự kiện giao lưu văn hóa, thể thao")


def test_that_a_sort_of_what_is_counted_is_its_own_noun() -> None:
    figure = _read("M1=12", "M1=7:the_loai=tin", "M1=3:the_loai=phóng sự", "M1=1:the_loai=khác")
    assert listed(figure).endswith(", trong đó 07 tin, 03 phóng sự và 01 tin, bài khác")


def test_that_one_thing_is_not_parted() -> None:
    assert listed(_read("D1=1", "D1=1:nuoc=Lào")) == "01 đoàn vào"


def test_that_figures_of_support_are_told_apart_and_not_added() -> None:
    both = _figures(
        act("A1", "Đón đoàn", readings=("D1=3",)),
        act("A2", "Đón đoàn", readings=("D1=~2",), part=Part.SUPPORT),
    )
    assert listed(both) == "03 đoàn vào"
    assert listed_shared(both) == "khoảng 02 đoàn vào"


def test_that_one_activity_s_figures_are_told_whatever_the_part() -> None:
    for part in Part:
        assert told(_read("D1=2", part=part)) == "02 đoàn vào"


def test_that_a_stock_is_told_with_its_day_whoever_read_it() -> None:
    for part in (Part.LEAD, Part.JOIN):
        assert told(_read("D3H=7", part=part)) == (
            "07 thỏa thuận quốc tế đang có hiệu lực tính đến ngày 05/03/2026"
        )


def test_that_an_estimate_is_said_to_be_one() -> None:
    done = act("A1", "Đón đoàn", readings=("D1=3", "D1N=40"))
    expected = [replace(each, estimate=True, value=each.value * 2) for each in done.readings]
    both = _figures(done, replace(done, id="A2", readings=tuple(expected)))
    alone = _figures(replace(done, readings=tuple(expected)))
    assert listed(both) == (
        "03 đoàn vào với 40 lượt khách; ước thực hiện cả năm 06 đoàn vào; "
        "ước thực hiện cả năm 80 lượt khách trong đoàn vào"
    )
    assert listed(alone) == (
        "ước thực hiện cả năm 06 đoàn vào; ước thực hiện cả năm 80 lượt khách trong đoàn vào"
    )


def test_that_nothing_read_is_nothing_told() -> None:
    assert told(_figures(act("A1", "Đón đoàn"))) == ""
