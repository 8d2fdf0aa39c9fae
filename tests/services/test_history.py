"""Each record's story: who, when, from what to what, its parts included, from the first version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import FULL, form
from ttdn_desktop.domain.activity import Obstacle, Part
from ttdn_desktop.domain.funding import parse_funding
from ttdn_desktop.domain.indicator import parse_reading
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.services.edit_activity import form_of, put_into_bin, save
from ttdn_desktop.services.history import Event, RecordKind, latest, of_record
from ttdn_desktop.services.keep_evidence import rename, unlink
from ttdn_desktop.services.keep_officer import OfficerForm
from ttdn_desktop.services.keep_officer import save as save_officer
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.take_back import take_back, undoable

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def _fields(event: Event) -> dict[str, list[tuple[str, str]]]:
    told: dict[str, list[tuple[str, str]]] = {}
    for each in event.fields:
        told.setdefault(each.name, []).append((each.before, each.after))
    return told


def test_that_the_very_first_version_is_told_in_an_officers_words(office: Office) -> None:
    activity = record(office, FULL)

    (event,) = of_record(office, RecordKind.ACTIVITY, activity.id)

    told = _fields(event)
    assert (event.actor, event.label) == ("Lê Thị Hoa", "Ghi hoạt động: Đón đoàn")
    assert told["title"] == [("", "Đón đoàn")]
    assert told["start"] == [("", "05/03/2026")]
    assert told["until"] == [("", "07/03/2026")]
    assert told["part"] == [("", "tham gia")]
    assert told["partners"] == [("", "Công an tỉnh; Sở Công Thương")]
    assert told["highlight"] == [("", "có")]
    assert ("", "thực hiện, chi thường xuyên: 18.000.000 đồng") in told["funding"]
    assert ("", "Mưa lớn (khách quan)") in told["obstacle"]
    assert told["proposal"] == [("", "Tập huấn → Sở Nội vụ")]
    assert any(after.startswith("1.10 ") for _, after in told["item"])
    assert any(after.endswith(": 3 đoàn") for _, after in told["reading"])
    assert any("Lào: 2" in after for _, after in told["reading"])
    assert any("khoảng 40" in after for _, after in told["reading"])
    assert [after.split()[0] for _, after in told["link"]] == ["E1", "E2", "E3", "E4"]


def test_that_a_change_tells_only_what_differs_parts_included(office: Office) -> None:
    activity = record(office, FULL)
    typed = form_of(office, activity)
    save(
        office,
        activity.id,
        replace(
            typed,
            title="Đón đoàn Lào",
            part=Part.LEAD,
            items=typed.items[1:],
            obstacles=(Obstacle("Mưa lớn"),),
            readings=(parse_reading("D1=1.200"),),
            fundings=(parse_funding("recurrent=18 triệu"), parse_funding("xã hội hóa=3 triệu")),
        ),
    )

    told = _fields(of_record(office, RecordKind.ACTIVITY, activity.id)[-1])

    assert told["title"] == [("Đón đoàn", "Đón đoàn Lào")]
    assert told["part"] == [("tham gia", "chủ trì")]
    assert [(before[:4], after) for before, after in told["item"]] == [("1.10", "")]
    funding = "thực hiện, xã hội hóa: {}.000.000 đồng"
    assert told["funding"] == [(funding.format(2), funding.format(3))]
    assert any(after.endswith(": 1.200 đoàn") for _, after in told["reading"])
    assert "start" not in told
    assert "link" not in told


def test_that_bin_and_undo_are_events_of_the_story(office: Office) -> None:
    activity = record(office, form("Đón đoàn"))
    put_into_bin(office, activity.id)
    take_back(office)

    events = of_record(office, RecordKind.ACTIVITY, activity.id)

    assert [event.label for event in events] == [
        "Ghi hoạt động: Đón đoàn",
        "Bỏ vào thùng rác: A1 Đón đoàn",
        "Hoàn tác: Bỏ vào thùng rác: A1 Đón đoàn",
    ]
    assert [[each.name for each in event.fields] for event in events[1:]] == [["binned"]] * 2


def test_that_a_piece_of_evidence_tells_what_it_proved(office: Office) -> None:
    activity = record(office, FULL)
    piece = activity.evidence[0]
    rename(office, piece.id, "Ảnh đoàn", None)
    unlink(office, piece.id, activity.id)

    first, renamed, unlinked = of_record(office, RecordKind.EVIDENCE, piece.id)

    assert ("", "A1 Đón đoàn") in _fields(first)["link"]
    assert _fields(renamed) == {"name": [(piece.name, "Ảnh đoàn")]}
    assert _fields(unlinked) == {"link": [("A1 Đón đoàn", "")]}


def test_that_items_and_officers_have_a_story_too(office: Office) -> None:
    set_state(office, 2026, ("3.6",), TaskState.NOT_STARTED, "Chờ kinh phí")
    save_officer(office, OfficerForm(name="Lê Thị Hoa", phone="0912"))
    version = office.surroundings().version

    item = of_record(office, RecordKind.ITEM, version.item_id("3.6"))
    plan = of_record(office, RecordKind.PLAN, version.plan.id)
    officer = of_record(office, RecordKind.OFFICER, office.surroundings().officers[0].id)

    assert _fields(item[-1])["state"] == [("", "2026 – chưa triển khai: Chờ kinh phí")]
    assert _fields(plan[0])["title"][0][1] == version.plan.title
    assert _fields(officer[-1]) == {"phone": [("", "0912")]}


def test_that_nobody_knows_a_record_without_a_story(office: Office) -> None:
    assert of_record(office, RecordKind.ACTIVITY, "nobody") == ()


def test_that_the_journal_is_read_page_by_page_with_what_it_is_about(office: Office) -> None:
    record(office, FULL)
    set_state(office, 2026, ("3.6",), TaskState.NOT_STARTED, "")

    newest = latest(office, 2)
    older = latest(office, 9, before_seq=newest[-1].seq)

    assert [entry.kind for entry in newest] == ["item", "activity"]
    assert [entry.seq for entry in (*newest, *older)] == [3, 2, 1]


def test_that_each_change_says_whether_it_can_be_taken_back_now(office: Office) -> None:
    activity = record(office, form("Đón đoàn"))
    save(office, activity.id, replace(form_of(office, activity), title="Đón đoàn Lào"))

    edited, recorded, first = undoable(office, 5)

    assert (edited.can, edited.why_not) == (True, None)
    assert recorded.why_not is not None
    assert recorded.why_not.key == "undo_blocked"
    assert recorded.why_not.facts["record"] == "A1 Đón đoàn Lào"
    assert recorded.why_not.facts["later"] == "Sửa hoạt động A1: Đón đoàn Lào"
    assert first.why_not is not None
    assert first.why_not.key == "undo_fixed"


@pytest.mark.parametrize("kind", list(RecordKind))
def test_that_every_kind_of_record_can_be_asked_for(office: Office, kind: RecordKind) -> None:
    assert of_record(office, kind, "nobody") == ()
