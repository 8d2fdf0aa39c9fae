"""The page "Tài liệu": listed, added unfiled, put to activities, renamed, binned."""

from __future__ import annotations

import hashlib
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form, paper, unreadable
from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_evidence as desk
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.keep_evidence import IncomingFile, Shelf
from ttdn_desktop.services.ports import Cancelled
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.store import changes

if TYPE_CHECKING:
    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.services.office import Office

PLAN = "Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở Ngoại vụ về công tác năm 2026"


class StopsAt:
    """A watcher that stops the work at a step."""

    def __init__(self, last: int) -> None:
        """Stop at the step numbered `last`, from 1."""
        self._left = last

    def step(self, done: int, total: int) -> None:
        """Count the steps."""
        assert done <= total
        self._left -= 1
        if self._left <= 0:
            raise Cancelled


def _names(office: Office, shelf: Shelf = Shelf()) -> list[str]:  # noqa: B008  (frozen)
    rows = desk.page(office, shelf, 0, 100)
    assert desk.count(office, shelf) == len(rows)
    return [row.name for row in rows]


def _labels(office: Office) -> list[str]:
    with office.store.read() as connection:
        rows = desk.page(office, Shelf(), 0, 100)
        return [
            past.label for row in rows for past in changes.history(connection, "evidence", row.id)
        ]


def _activity(office: Office, *names: str) -> Activity:
    files = tuple(paper(name, name.encode()) for name in names)
    return record(office, form("Đón đoàn", files=files))


def test_that_files_come_unfiled_and_as_one_change(office: Office) -> None:
    added = desk.add_files(
        office, (paper("ảnh.png", b"1"), paper("giấy.pdf", b"2")), dated=date(2026, 3, 5)
    )
    assert [(each.code, each.dated) for each in added] == [
        ("E1", date(2026, 3, 5)),
        ("E2", date(2026, 3, 5)),
    ]
    assert _names(office, Shelf(unfiled=True)) == ["giấy.pdf", "ảnh.png"]
    assert _labels(office) == ["Thêm 2 tài liệu"] * 2
    assert take_back(office) == "Thêm 2 tài liệu"
    assert _names(office) == []


def test_that_one_file_is_named_in_the_history(office: Office) -> None:
    desk.add_files(office, (paper("ảnh.png", b"1"),))
    assert _labels(office) == ["Thêm tài liệu: ảnh.png"]


def test_that_a_known_file_document_or_link_is_given_back(office: Office) -> None:
    (first,) = desk.add_files(office, (paper("ảnh.png", b"1"),))
    (second,) = desk.add_files(office, (paper("ảnh.png", b"1"),), dated=date(2026, 1, 1))
    assert second == first
    assert desk.add_document(office, PLAN) == desk.add_document(office, PLAN)
    assert desk.add_link(office, "https://a.vn/x") == desk.add_link(office, " https://a.vn/x ")
    assert desk.count(office, Shelf()) == 3


def test_that_a_document_keeps_its_own_day(office: Office) -> None:
    proof = desk.add_document(office, PLAN)
    (row,) = desk.page(office, Shelf(), 0, 10)
    assert (row.kind, row.dated) == (EvidenceKind.DOCUMENT, date(2026, 1, 10))
    assert row.document == proof.document


def test_that_a_blank_document_and_no_address_are_refused(office: Office) -> None:
    with pytest.raises(KnownError, match="document_missing"):
        desk.add_document(office, "  ")
    with pytest.raises(KnownError, match="link_unreadable"):
        desk.add_link(office, "  ")


def test_that_one_unreadable_file_keeps_all_out(office: Office) -> None:
    with pytest.raises(KnownError, match="file_unreadable"):
        desk.add_files(office, (paper("ảnh.png", b"1"), unreadable("mất.pdf")))
    assert _names(office) == []
    assert list(office.store.vault.digests()) == []


@pytest.mark.parametrize("last", [1, 2, 3])
def test_that_stopping_leaves_neither_rows_nor_files(office: Office, last: int) -> None:
    files = (paper("một.png", b"1"), paper("hai.png", b"2"))
    with pytest.raises(Cancelled):
        desk.add_files(office, files, watch=StopsAt(last))
    assert _names(office) == []
    assert list(office.store.vault.digests()) == []


def test_that_a_row_tells_what_the_piece_is_and_proves(office: Office) -> None:
    early = record(office, form("Đón đoàn", on="5/3/2026", files=(paper("ảnh.png", b"1"),)))
    late = record(office, form("Họp", on="6/3/2026", files=(paper("ảnh.png", b"1"),)))
    (row,) = desk.page(office, Shelf(), 0, 10)
    assert (row.code, row.size, row.activities) == ("E1", 1, 2)
    assert row.sha256 == hashlib.sha256(b"1").hexdigest()
    assert row.first_activity is not None
    assert (row.first_activity.id, row.first_activity.title) == (early.id, "Đón đoàn")
    assert late.evidence == early.evidence


def test_that_the_hour_of_adding_is_told(office: Office) -> None:
    before = office.clock.now_ms()
    desk.add_link(office, "https://a.vn")
    (row,) = desk.page(office, Shelf(), 0, 10)
    assert row.added_at is not None
    assert before < row.added_at <= office.clock.now_ms()


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("bien ban", ["Biên bản họp.pdf", "bien ban cu.pdf"]),
        ("biên bản", ["Biên bản họp.pdf"]),
        ("BIÊN  hop", ["Biên bản họp.pdf"]),
        ("05/kh-sngv", ["Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở Ngoại vụ"]),
        ("công tác năm", ["Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở Ngoại vụ"]),
        ("a.vn", ["https://a.vn/x"]),
        ("100%", []),
    ],
)
def test_that_words_are_found_in_name_number_and_excerpt(
    office: Office, search: str, found: list[str]
) -> None:
    desk.add_link(office, "https://a.vn/x")
    desk.add_document(office, PLAN)
    desk.add_files(office, (paper("bien ban cu.pdf", b"1"), paper("Biên bản họp.pdf", b"2")))
    assert _names(office, Shelf(search=search)) == found


def test_that_the_shelf_is_narrowed_by_kind_and_year(office: Office) -> None:
    desk.add_link(office, "https://a.vn/x")
    record(office, form("Họp", on="5/3/2025", files=(paper("cũ.pdf", b"1"),)))
    assert _names(office, Shelf(kind=EvidenceKind.LINK)) == ["https://a.vn/x"]
    assert _names(office, Shelf(year=2025)) == ["cũ.pdf"]
    assert _names(office, Shelf(kind=EvidenceKind.FILE, year=2026)) == []


def test_that_pages_follow_each_other_from_the_newest(office: Office) -> None:
    for number in range(5):
        desk.add_link(office, f"https://a.vn/{number}")
    pages = [desk.page(office, Shelf(), offset, 2) for offset in (0, 2, 4, 6)]
    assert [[row.code for row in page] for page in pages] == [
        ["E5", "E4"],
        ["E3", "E2"],
        ["E1"],
        [],
    ]


def test_that_linking_files_a_piece_and_can_be_taken_back(office: Office) -> None:
    activity = _activity(office)
    added = desk.add_files(office, (paper("một.png", b"1"), paper("hai.png", b"2")))
    desk.link(office, [each.id for each in added], activity.id)
    desk.link(office, [added[0].id], activity.id)
    assert find(office)[0].evidence == added
    assert desk.count(office, Shelf(unfiled=True)) == 0
    assert take_back(office) == "Gắn tài liệu E1, E2 vào A1"
    assert desk.count(office, Shelf(unfiled=True)) == 2


def test_that_unlinking_leaves_the_piece_in_the_pile(office: Office) -> None:
    activity = _activity(office, "ảnh.png")
    desk.unlink(office, activity.evidence[0].id, activity.id)
    assert find(office)[0].evidence == ()
    assert _names(office, Shelf(unfiled=True)) == ["ảnh.png"]
    assert take_back(office) == "Gỡ tài liệu E1 khỏi A1"
    assert find(office)[0].evidence == activity.evidence


def test_that_a_linked_piece_is_found_with_its_activity(office: Office) -> None:
    activity = _activity(office)
    (added,) = desk.add_files(office, (paper("biên bản.pdf", b"1"),))
    desk.link(office, [added.id], activity.id)
    assert [each.id for each in find(office, "biên bản")] == [activity.id]
    desk.unlink(office, added.id, activity.id)
    assert find(office, "biên bản") == ()


def test_that_what_proves_something_is_not_binned(office: Office) -> None:
    activity = _activity(office, "ảnh.png")
    with pytest.raises(KnownError, match="evidence_in_use") as refused:
        desk.put_into_bin(office, activity.evidence[0].id)
    assert refused.value.facts == {"code": "E1", "activities": "A1"}
    assert _names(office) == ["ảnh.png"]


def test_that_the_bin_keeps_the_file_and_gives_it_back(office: Office) -> None:
    (proof,) = desk.add_files(office, (paper("ảnh.png", b"1"),))
    desk.put_into_bin(office, proof.id)
    assert _names(office) == []
    assert list(office.store.vault.digests()) == [proof.sha256]
    assert take_back(office) == "Bỏ tài liệu E1 vào thùng rác"
    assert _names(office) == ["ảnh.png"]


def test_that_a_new_name_and_day_leave_the_bytes(office: Office) -> None:
    (proof,) = desk.add_files(office, (paper("IMG_01.png", b"1"),))
    desk.rename(office, proof.id, "  Đoàn  Attapư.png ", date(2026, 3, 5))
    (row,) = desk.page(office, Shelf(), 0, 10)
    assert (row.name, row.dated, row.sha256) == (
        "Đoàn Attapư.png",
        date(2026, 3, 5),
        proof.sha256,
    )
    assert take_back(office) == "Sửa tài liệu E1: Đoàn Attapư.png"
    assert _names(office) == ["IMG_01.png"]


def test_that_a_blank_name_is_refused(office: Office) -> None:
    proof = desk.add_link(office, "https://a.vn")
    with pytest.raises(KnownError, match="evidence_unnamed"):
        desk.rename(office, proof.id, " ", None)


def test_that_what_is_gone_is_said_and_changes_nothing(office: Office) -> None:
    activity = _activity(office, "ảnh.png")
    (proof,) = desk.add_files(office, (paper("hai.png", b"2"),))
    desk.put_into_bin(office, proof.id)
    for attempt in (
        lambda: desk.link(office, [activity.evidence[0].id, proof.id], activity.id),
        lambda: desk.unlink(office, proof.id, activity.id),
        lambda: desk.put_into_bin(office, proof.id),
        lambda: desk.rename(office, proof.id, "khác", None),
        lambda: desk.read(office, proof.id),
    ):
        with pytest.raises(KnownError, match="piece_gone"):
            attempt()
    with pytest.raises(KnownError, match="activity_gone"):
        desk.link(office, [activity.evidence[0].id], "không có")
    assert find(office)[0].evidence == activity.evidence


def test_that_a_stream_is_read_once(office: Office) -> None:
    opened = []

    def once() -> BytesIO:
        opened.append(1)
        return BytesIO(b"x" * 3_000_000)

    (proof,) = desk.add_files(office, (IncomingFile("lớn.bin", once),))
    assert (proof.size, len(opened)) == (3_000_000, 1)
