"""What the report would hold, told before it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import SO_NGOAI_VU, TickingClock, form, paper
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.round import Regime
from ttdn_desktop.domain.round_presets import HALVES, QUARTERS
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.services import keep_rounds
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.prepare_report import Finding, outlook, suggested_name
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.round_form import RoundForm
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.start_folder import Start, start

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office


def _finding(office: Office, key: str) -> Finding:
    (found,) = [each for each in outlook(office, 2026).notices if each.key == key]
    return found


def test_that_the_outlook_is_what_the_export_tells(office: Office, tmp_path: Path) -> None:
    proof = paper("ảnh.png", b"png")
    record(office, form("Đón đoàn", "1.10", "1.5", files=(proof,)))
    record(office, form("Hội nghị xúc tiến", "1.2", files=(proof,)))
    seen = outlook(office, 2026)
    made = export(office, report_writer(), 2026, None, tmp_path / "a.docx")
    assert (seen.tasks, seen.activities, seen.evidence) == (11, 2, 1)
    assert (made.tasks, made.activities, made.evidence) == (11, 2, 1)
    assert [Notice(each.key, each.facts) for each in seen.notices] == [
        Notice(each.key, each.facts) for each in made.notices
    ]


def test_that_names_are_those_of_the_sending_day(office: Office) -> None:
    assert outlook(office, 2024).recipient == "Sở Thông tin và Truyền thông"
    seen = outlook(office, 2026)
    assert (seen.unit, seen.recipient) == (SO_NGOAI_VU, "Sở Văn hóa, Thể thao và Du lịch")


def test_that_each_finding_names_its_records(office: Office) -> None:
    bare = record(office, form("Đón đoàn"))
    whole = replace(form("Họp", files=(paper("a.png", b"a"),)), result="Ký biên bản")
    record(office, whole)
    assert _finding(office, "without_evidence").activity_ids == (bare.id,)
    assert _finding(office, "without_result").activity_ids == (bare.id,)
    version = office.surroundings().version
    gaps = _finding(office, "gaps")
    assert gaps.item_ids == tuple(version.item_id(code) for code in gaps.facts["codes"].split(", "))  # type: ignore[attr-defined]  # a fact is a text here


def test_that_what_is_withheld_and_overruled_is_named(office: Office) -> None:
    apart = record(office, form("Diễn tập", "2.3"))
    record(office, form("Khen thưởng", "3.6"))
    set_state(office, 2026, ["2.3"], TaskState.SEPARATE, "")
    set_state(office, 2026, ["3.6"], TaskState.NONE, "")
    version = office.surroundings().version
    assert _finding(office, "withheld").activity_ids == (apart.id,)
    assert _finding(office, "state_overruled").item_ids == (version.item_id("3.6"),)


def test_that_what_was_submitted_is_listed_by_round(office: Office, tmp_path: Path) -> None:
    half = Span(date(2026, 1, 1), date(2026, 6, 30))
    first = export(office, report_writer(), 2026, None, tmp_path / "a.docx")
    record(office, form("Đón đoàn"))
    second = export(office, report_writer(), 2026, None, tmp_path / "a.docx")
    export(office, report_writer(), 2026, half, tmp_path / "b.docx")
    made = outlook(office, 2026).submissions
    assert [(each.ordinal, each.code, each.sha256) for each in made] == [
        (1, first.code, first.sha256),
        (2, second.code, second.sha256),
    ]
    assert made[0].at < made[1].at
    assert len(outlook(office, 2026, half).submissions) == 1


def test_that_any_days_may_be_looked_at(office: Office) -> None:
    for day in ("31/12/2025", "1/1/2026", "1/7/2026"):
        record(office, form(f"Họp {day}", on=day))
    half = Span(date(2026, 1, 1), date(2026, 6, 30))
    assert (outlook(office, 2026, half).activities, outlook(office, 2026).activities) == (1, 3)


@pytest.mark.parametrize(
    ("unit", "kind", "name"),
    [
        (SO_NGOAI_VU, None, "BC-SNgV-TTDN-2026.docx"),
        ("Đảng ủy Ủy ban nhân dân tỉnh", UnitKind.PARTY, "BC-DUUBNDT-TTDN-2026.docx"),
    ],
)
def test_that_the_suggested_name_is_plain(
    tmp_path: Path, unit: str, kind: UnitKind | None, name: str
) -> None:
    start(tmp_path / "data", TickingClock(), Start(unit=unit, kind=kind))
    with open_desk(tmp_path / "data", writing=False, clock=TickingClock()) as desk:
        assert suggested_name(desk.office, 2026) == name


def test_that_the_suggested_name_tells_the_round(office: Office) -> None:
    thematic = RoundForm(
        regime=Regime.THEMATIC,
        year=2026,
        period=Span(date(2026, 1, 1), date(2026, 9, 30)),
        sending_day=date(2026, 10, 20),
        name="quản lý phóng viên nước ngoài",
    )
    asked = keep_rounds.add(office, thematic)
    odd = Span(date(2026, 3, 5), date(2026, 4, 6))
    told = [suggested_name(office, 2026, each) for each in (HALVES[0], QUARTERS[2], odd, asked)]
    assert [each.removeprefix("BC-SNgV-TTDN-").removesuffix(".docx") for each in told] == [
        "6-thang-dau-2026",
        "quy-III-2026",
        "05-03-2026-den-06-04-2026",
        "chuyen-de-quan-ly-phong-vien-nuoc-ngoai-2026",
    ]
