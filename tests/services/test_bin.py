"""The bin: what is in it comes back whole, or is purged for ever with its hashes left."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import FULL, form, paper
from ttdn_desktop.domain.funding import parse_funding
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import bin as office_bin
from ttdn_desktop.services.browse_activities import Browse, count
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.edit_activity import form_of, load, put_into_bin, save
from ttdn_desktop.services.history import RecordKind, latest, of_record
from ttdn_desktop.services.keep_draft import key_of
from ttdn_desktop.services.keep_draft import load as load_draft
from ttdn_desktop.services.keep_draft import save as save_draft
from ttdn_desktop.services.keep_evidence import add_files, unlink
from ttdn_desktop.services.keep_evidence import put_into_bin as bin_evidence
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back, take_back_change, undoable
from ttdn_desktop.store.sweep import collect_orphans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.services.office import Office


@pytest.fixture
def binned(office: Office) -> Activity:
    """Return an activity with something of everything, edited once and put into the bin."""
    activity = record(office, replace(FULL, title="Đón đoàn Tuyệt"))
    money = (parse_funding("recurrent=7 triệu"),)
    fewer = replace(form_of(office, activity), fundings=money, place="xã Bờ Y, Ngọc Hồi")
    save(office, activity.id, fewer)
    return put_into_bin(office, activity.id)


def test_that_the_bin_says_what_lies_in_it_since_when_and_by_whom(
    office: Office, binned: Activity
) -> None:
    (piece,) = add_files(office, (paper("thừa.png", b"9"),))
    bin_evidence(office, piece.id)

    second, first = office_bin.listed(office)

    assert (second.kind, second.id, second.name) == (RecordKind.EVIDENCE, piece.id, "thừa.png")
    assert (first.kind, first.id, first.code) == (RecordKind.ACTIVITY, binned.id, "A1")
    assert (first.name, first.by) == ("Đón đoàn Tuyệt", "Lê Thị Hoa")
    assert second.binned_at > first.binned_at


def test_that_what_is_taken_out_is_as_it_was_and_can_be_undone(
    office: Office, binned: Activity
) -> None:
    office_bin.restore(office, [binned.id])

    assert load(office, binned.id) == binned
    assert office_bin.listed(office) == ()
    assert latest(office, 1)[0].label == "Lấy lại từ thùng rác: A1 Đón đoàn Tuyệt"
    take_back(office)
    assert [each.id for each in office_bin.listed(office)] == [binned.id]


def test_that_several_come_back_in_one_change(office: Office, binned: Activity) -> None:
    other = put_into_bin(office, record(office, form("Họp")).id)

    office_bin.restore(office, [binned.id, other.id])

    assert latest(office, 1)[0].label == "Lấy lại từ thùng rác: 2 mục"
    assert count(office, Browse()) == 2


@pytest.mark.parametrize("work", [office_bin.restore, office_bin.purge])
def test_that_what_is_not_in_the_bin_is_refused(office: Office, work: object) -> None:
    recorded = record(office, form("Họp"))

    for ids in ([], ["nobody"], [recorded.id]):
        with pytest.raises(KnownError, match="bin_gone"):
            work(office, ids)  # type: ignore[operator]  # either of the two

    assert count(office, Browse()) == 1


def _everywhere(folder: Path) -> Iterator[bytes]:
    yield from (path.read_bytes() for path in folder.glob("ttdn.sqlite*"))


def test_that_a_purge_leaves_no_content_and_a_chain_that_verifies(
    office: Office, binned: Activity, folder: Path
) -> None:
    before = len(latest(office, 99))
    (gone,) = office_bin.purge(office, [binned.id])

    assert gone.id == binned.id
    health = check(office)
    assert health.ok
    assert health.journal.entries == before + 1
    (purged, *_) = latest(office, 1)
    assert purged.label == "Xóa hẳn: A1"
    events = of_record(office, RecordKind.ACTIVITY, binned.id)
    assert [(event.fields, event.purged) for event in events] == [((), True)] * 4
    words = ("Ký biên bản", "Mưa lớn", "18.000.000", "18000000", "7000000", "xã Bờ Y")
    left = [word for word in words for raw in _everywhere(folder) if word.encode() in raw]
    assert left == []


def test_that_a_purge_is_never_undone_nor_what_was_purged(office: Office, binned: Activity) -> None:
    record(office, form("Họp"))
    office_bin.purge(office, [binned.id])

    told = {step.label: step.why_not and step.why_not.key for step in undoable(office, 9)}

    assert told["Xóa hẳn: A1"] == "undo_fixed"
    assert told["Ghi hoạt động: Đón đoàn Tuyệt"] == "undo_purged"
    assert told["Ghi hoạt động: Họp"] is None
    assert take_back(office) == "Ghi hoạt động: Họp"
    with pytest.raises(KnownError, match="nothing_to_undo"):
        take_back(office)


def test_that_the_draft_of_what_is_purged_goes_too(office: Office, binned: Activity) -> None:
    save_draft(office, key_of(binned.id), {"title": "Đón đoàn Tuyệt mật"})

    office_bin.purge(office, [binned.id])

    assert load_draft(office, key_of(binned.id)) is None


def test_that_evidence_in_use_is_not_purged(office: Office) -> None:
    activity = record(office, FULL)
    piece = activity.evidence[0]
    unlink(office, piece.id, activity.id)
    unlinked = latest(office, 1)[0].seq
    bin_evidence(office, piece.id)
    take_back_change(office, unlinked)

    with pytest.raises(KnownError) as refused:
        office_bin.purge(office, [piece.id])

    assert refused.value.key == "evidence_in_use"
    assert refused.value.facts["activities"] == "A1"
    put_into_bin(office, activity.id)
    office_bin.purge(office, [piece.id, activity.id])
    assert office_bin.listed(office) == ()
    assert check(office).ok


def test_that_the_file_of_purged_evidence_is_spoken_of_no_more(office: Office) -> None:
    (piece,) = add_files(office, (paper("thừa.png", b"9"),))
    bin_evidence(office, piece.id)

    office_bin.purge(office, [piece.id])

    assert check(office).evidence.orphan == (piece.sha256,)
    place = office.store.folder.vault / piece.sha256[:2] / piece.sha256
    os.utime(place, (0, 0))
    collect_orphans(office.store)
    assert not place.exists()


def test_that_the_restore_point_comes_before_and_its_refusal_changes_nothing(
    office: Office, binned: Activity
) -> None:
    def refuse(_office: Office, label: str) -> None:
        assert label == "Xóa hẳn: A1"
        raise KnownError("disk_full", place="x")

    with pytest.raises(KnownError, match="disk_full"):
        office_bin.purge(office, [binned.id], before=refuse)

    assert [each.id for each in office_bin.listed(office)] == [binned.id]
