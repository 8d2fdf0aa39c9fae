"""Recording what the unit did: all of it at once, or nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form, paper, unreadable
from ttdn_desktop.domain.activity import Obstacle, Part, Proposal
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.record_activity import record, record_all
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.record_activity import ActivityForm


def test_that_what_is_recorded_is_found_again_in_every_field(office: Office) -> None:
    full = replace(
        form(
            "Đón đoàn",
            "1.10",
            "II.3",
            readings=("D1=3", "D1N=~40", "D1=2:nuoc=Lào"),
            documents=("Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở Ngoại vụ",),
            files=(paper("ảnh.png", b"png"),),
        ),
        until=date(2026, 3, 7),
        place="xã Bờ Y",
        content="Trao đổi",
        result="Ký biên bản",
        partners=("Công an tỉnh",),
        audience=("Nhân dân",),
        kind="Đón đoàn vào",
        highlight=True,
        good_practice=True,
        obstacles=(Obstacle("Mạng yếu"),),
        proposals=(Proposal("Tập huấn", "Sở Nội vụ"),),
    )
    recorded = record(office, full)
    assert find(office) == (recorded,)
    assert [proof.code for proof in recorded.evidence] == ["E1", "E2"]


def test_that_codes_count_up_and_begin_anew_each_plan_year(office: Office) -> None:
    days = ("14/12/2025", "15/12/2025", "5/3/2026")
    codes = [record(office, form("Đón đoàn", on=day)).code for day in days]
    assert codes == ["A1", "A1", "A2"]


@pytest.mark.parametrize(
    ("items", "part"),
    [
        (("1.10",), Part.LEAD),
        (("2.4", "1.10"), Part.LEAD),
        (("2.4",), Part.SUPPORT),
        (("1.2",), Part.SUPPORT),
    ],
)
def test_that_the_unit_leads_where_it_leads_one_of_the_tasks(
    office: Office, items: tuple[str, ...], part: Part
) -> None:
    assert record(office, form("Đón đoàn", *items)).part is part


def test_that_a_part_given_is_kept(office: Office) -> None:
    assert record(office, form("Đón đoàn", "1.10", part=Part.JOIN)).part is Part.JOIN


def test_that_an_item_named_twice_is_served_once(office: Office) -> None:
    assert len(record(office, form("Đón đoàn", "1.10", "1.10")).item_ids) == 1


def test_that_white_space_and_blanks_are_not_kept(office: Office) -> None:
    typed = replace(
        form("  Đón   đoàn ", documents=(" ",)),
        partners=(" Công an  tỉnh", "", "Công an tỉnh"),
        obstacles=(Obstacle(" "), Obstacle(" Mạng  yếu ")),
        proposals=(Proposal(""), Proposal("Tập huấn", " Sở  Nội vụ ")),
    )
    recorded = record(office, typed)
    assert recorded.title == "Đón đoàn"
    assert recorded.partners == ("Công an tỉnh",)
    assert recorded.obstacles == (Obstacle("Mạng yếu"),)
    assert recorded.proposals == (Proposal("Tập huấn", "Sở Nội vụ"),)
    assert recorded.evidence == ()


def test_that_decomposed_letters_are_composed(office: Office) -> None:
    assert record(office, form("Đo\u0301n đoa\u0300n")).title == "Đón đoàn"


@pytest.mark.parametrize(
    ("bad", "key"),
    [
        (form("Đón đoàn", "9.9"), "item_unknown"),
        (replace(form("Đón đoàn"), items=()), "item_missing"),
        (form("   "), "title_missing"),
        (form("\u200b–"), "title_missing"),
        (replace(form("Đón đoàn"), until=date(2026, 3, 4)), "end_before_start"),
        (form("Đón đoàn", readings=("Z9=1",)), "indicator_unknown"),
        (form("Đón đoàn", readings=("D1=1", "D1=2:nuoc=Lào")), "parts_above_total"),
        (form("Đón đoàn", documents=("Kế hoạch số 1/KH ngày 31/02/2026",)), "date_impossible"),
        (form("Đón đoàn", files=(paper("a", b"a"), unreadable("b"))), "file_unreadable"),
        (replace(form("Đón đoàn"), links=("sngv.example",)), "link_unreadable"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_that_a_bad_form_changes_nothing(office: Office, bad: ActivityForm, key: str) -> None:
    with pytest.raises(KnownError) as refused:
        record_all(office, (form("Họp"), bad), "Nhập")
    assert refused.value.key == key
    assert find(office) == ()
    with pytest.raises(KnownError, match="nothing_to_undo"):
        take_back(office)


def test_that_many_recorded_together_are_taken_back_together(office: Office) -> None:
    record(office, form("Họp"))
    record_all(office, (form("Đón đoàn"), form("Giao lưu")), "Nhập 2 hoạt động")
    assert take_back(office) == "Nhập 2 hoạt động"
    assert [each.title for each in find(office)] == ["Họp"]


def test_that_the_history_names_the_activity(office: Office) -> None:
    record(office, form("Đón đoàn"))
    assert take_back(office) == "Ghi hoạt động: Đón đoàn"
