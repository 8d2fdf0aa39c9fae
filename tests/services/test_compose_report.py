"""A report's facts gathered: names of the sending day, states of the year, the unit's own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import SO_NGOAI_VU, TickingClock, form
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_figure_words import SPLITS
from ttdn_desktop.domain.report_figures import NOUNS
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import adhoc_round, annual_round
from ttdn_desktop.services import shipped
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.keep_plan import set_number
from ttdn_desktop.services.keep_unit import write_now_names
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.start_folder import ALL, Start, start

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.services.office import Office

COORDINATOR = shipped.plan().plan.coordinator_id
YEAR = annual_round(2026, COORDINATOR)
YEAR_2025 = annual_round(2025, COORDINATOR)


def _facts_of(folder: Path, unit: str, year: int, *confirm: str) -> ReportFacts:
    start(folder, TickingClock(), Start(unit=unit, confirm=confirm))
    with open_desk(folder, writing=False, clock=TickingClock()) as desk:
        return gather(desk.office, annual_round(year, COORDINATOR))


def test_that_a_report_after_the_merger_is_headed_by_the_new_province(office: Office) -> None:
    facts = gather(office, YEAR)
    assert facts.head.parents == ("UBND TỈNH QUẢNG NGÃI",)
    assert facts.head.place_date == "Quảng Ngãi, ngày      tháng 12 năm 2026"
    assert facts.head.number_line == "Số:        /BC-SNgV"
    assert facts.recipient == "Sở Văn hóa, Thể thao và Du lịch"
    assert facts.issuer_name == "Ủy ban nhân dân tỉnh Kon Tum"


def test_that_a_report_before_it_keeps_the_old_names(office: Office) -> None:
    facts = gather(office, annual_round(2024, COORDINATOR))
    assert facts.head.parents == ("UBND TỈNH KON TUM",)
    assert facts.recipient == "Sở Thông tin và Truyền thông"


def test_that_what_is_not_confirmed_changes_no_name(tmp_path: Path) -> None:
    facts = _facts_of(tmp_path, SO_NGOAI_VU, 2026)
    assert facts.head.parents == ("UBND TỈNH KON TUM",)
    assert facts.recipient == "Sở Thông tin và Truyền thông"


def test_that_the_coordinating_department_reports_to_the_province(tmp_path: Path) -> None:
    facts = _facts_of(tmp_path, "Sở Văn hóa, Thể thao và Du lịch", 2026, ALL)
    assert facts.recipient == "Ủy ban nhân dân tỉnh Quảng Ngãi"
    assert facts.closing.recipients == ("Như trên", "Lãnh đạo Sở", "Lưu: VT")
    assert (
        compose(facts).body[-1].text.endswith("kính gửi Ủy ban nhân dân tỉnh Quảng Ngãi xem xét./.")
    )


@pytest.mark.parametrize(
    ("unit", "short", "staff", "advised"),
    [
        (SO_NGOAI_VU, "Sở", "công chức", "Ủy ban nhân dân tỉnh"),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban", "cán bộ", ""),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Ban Thường trực", "cán bộ", ""),
        ("Bộ Chỉ huy Quân sự tỉnh", "Bộ Chỉ huy", "cán bộ, chiến sĩ", ""),
    ],
)
def test_that_a_unit_speaks_of_itself_in_its_own_words(
    tmp_path: Path, unit: str, short: str, staff: str, advised: str
) -> None:
    body = _facts_of(tmp_path, unit, 2026, ALL).body
    assert (body.name, body.short, body.staff, body.advised) == (unit, short, staff, advised)


@pytest.mark.parametrize(
    "unit", ["Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"]
)
def test_that_bodies_that_are_asked_lead_no_task_and_are_told_none(
    tmp_path: Path, unit: str
) -> None:
    facts = _facts_of(tmp_path, unit, 2026, ALL)
    told = " ".join(block.text for block in compose(facts).body)
    assert [item.code for item in facts.tasks()] == ["3.4", "3.5"]
    assert "phải" not in told
    assert "quá hạn" not in told


def test_that_a_state_set_for_the_year_holds_for_any_days_of_it(office: Office) -> None:
    set_state(office, 2026, ["3.6"], TaskState.NONE, "")
    part = adhoc_round(2026, Span(date(2026, 1, 1), date(2026, 6, 30)), COORDINATOR)
    assert "3.6" not in [item.code for item in gather(office, part).gaps()]


def test_that_activities_are_those_that_start_within_the_period(office: Office) -> None:
    days = ("14/12/2025", "15/12/2025", "12/2025", "14/12/2026", "12/2026", "15/12/2026")
    for day in days:
        record(office, form(f"Họp {day}", on=day))
    told = {activity.title for activity in gather(office, YEAR).activities}
    assert told == {"Họp 15/12/2025", "Họp 14/12/2026", "Họp 12/2026"}


def _stocks(facts: ReportFacts) -> dict[str, tuple[object, object]]:
    return {each.indicator.code: (each.value, each.as_of) for each in facts.totals()}


def test_that_a_stock_read_in_an_earlier_round_is_read_at_the_cut_off(office: Office) -> None:
    record(office, form("Rà soát thỏa thuận", on="1/5/2024", readings=("D3H=6", "D1=2", "M3=9")))
    record(office, form("Rà soát thỏa thuận", on="1/5/2025", readings=("D3H=7",)))
    record(office, form("Rà soát thỏa thuận", on="1/1/2027", readings=("D3H=9",)))
    facts = gather(office, YEAR)
    assert _stocks(facts) == {"D3H": (7, date(2025, 5, 1))}
    assert facts.activities == ()


@pytest.mark.parametrize("year", [2025, 2026])
def test_that_no_stock_comes_back_from_what_was_reported_apart(office: Office, year: int) -> None:
    record(office, form("Rà soát thỏa thuận", on="1/5/2024", readings=("D3H=6",)))
    record(office, form("Việc mật", "2.3", "1.10", on="1/5/2025", readings=("D3H=7", "D7=3")))
    set_state(office, year, ["2.3"], TaskState.SEPARATE, "")
    assert _stocks(gather(office, YEAR)) == {"D3H": (6, date(2024, 5, 1))}


def test_that_the_plan_is_cited_with_what_is_known_of_it(office: Office) -> None:
    assert gather(office, YEAR).plan_name == "Kế hoạch số ……/KH-UBND ngày …/7/2024"
    set_number(office, "2486", date(2024, 7, 9))
    assert gather(office, YEAR).plan_name == "Kế hoạch số 2486/KH-UBND ngày 09/07/2024"


def test_that_a_number_with_its_sign_is_kept_as_it_is(office: Office) -> None:
    set_number(office, "2486/KH-UBNDT", date(2024, 7, 9))
    assert gather(office, YEAR).plan_name.startswith("Kế hoạch số 2486/KH-UBNDT ngày")


def test_that_the_officer_is_told_by_their_work_and_not_by_name(office: Office) -> None:
    facts = gather(office, YEAR)
    assert facts.officer is not None
    told = " ".join(block.text for block in compose(facts).body)
    assert "01 công chức kiêm nhiệm" in told
    assert "Lê Thị Hoa" not in told


def test_that_a_body_that_has_ended_can_finish_its_last_report(tmp_path: Path) -> None:
    facts = _facts_of(tmp_path, "Sở Kế hoạch và Đầu tư", 2025, ALL)
    assert facts.body.name == "Sở Kế hoạch và Đầu tư"
    assert facts.head.parents == ("UBND TỈNH KON TUM",)
    assert "1.2" in [item.code for item in facts.tasks()]


def test_that_every_shipped_figure_has_its_noun() -> None:
    assert {indicator.code for indicator in shipped.indicators()} == set(NOUNS)


def test_that_every_shipped_split_has_its_words() -> None:
    assert {split for each in shipped.indicators() for split in each.splits} <= set(SPLITS)


@pytest.mark.parametrize("wanted", [True, False])
def test_that_a_partner_of_old_is_told_with_its_name_of_today_once(
    office: Office,
    wanted: bool,  # noqa: FBT001 (a case)
) -> None:
    write_now_names(office, wanted=wanted)
    for day, *others in (("5/1/2025",), ("6/1/2025", "Công an tỉnh")):
        partners = ("Sở Kế hoạch và Đầu tư", *others)
        record(office, replace(form(f"Họp {day}", on=day), partners=partners))
    told = " ".join(block.text for block in compose(gather(office, YEAR_2025)).body)
    assert told.count("Sở Kế hoạch và Đầu tư (nay là Sở Tài chính)") == int(wanted)
    assert told.count("Sở Kế hoạch và Đầu tư") == 2


def test_that_what_was_reported_apart_last_year_is_not_compared(office: Office) -> None:
    record(office, form("Đón đoàn", on="1/5/2025", readings=("D1=2",)))
    record(office, form("Việc mật", "2.3", "1.10", on="1/5/2025", readings=("D1=5",)))
    set_state(office, 2025, ["2.3"], TaskState.SEPARATE, "")
    assert [activity.title for activity in gather(office, YEAR).before] == ["Đón đoàn"]


def test_that_other_days_than_a_part_of_a_year_have_nothing_before(office: Office) -> None:
    record(office, form("Đón đoàn", on="1/5/2025"))
    days = adhoc_round(2026, Span(date(2026, 4, 20), date(2026, 5, 20)), COORDINATOR)
    assert gather(office, days).before == ()
