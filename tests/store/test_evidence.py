"""Evidence is recorded once and linked as often as it proves something."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.store.samples import OFFICE, YEAR, activity, file, record
from ttdn_desktop.domain.evidence import DocumentReference, Evidence, EvidenceKind
from ttdn_desktop.store import activities, evidence

if TYPE_CHECKING:
    from ttdn_desktop.store.engine import Store

NUMBERED = DocumentReference("CV 12", "CV", "12/SNgV", date(2026, 3, 3), "SNgV", "Về việc")
UNNUMBERED = DocumentReference("Giấy mời họp giao ban")


def _document(number: int, reference: DocumentReference) -> Evidence:
    return Evidence(
        f"evidence-{number}", f"E{number}", EvidenceKind.DOCUMENT, "tên", document=reference
    )


def _add(store: Store, *new: Evidence) -> None:
    with store.change("Lan", "thêm") as tx:
        for one in new:
            evidence.add(tx, one, unit_id=OFFICE.id, year=YEAR)


def test_that_codes_count_up_by_unit_and_year(store: Store) -> None:
    _add(store, file(1), file(2))

    with store.read() as connection:
        assert evidence.next_code(connection, OFFICE.id, YEAR) == "E3"
        assert evidence.next_code(connection, OFFICE.id, YEAR + 1) == "E1"


def test_that_the_same_content_under_the_same_name_is_found_again(store: Store) -> None:
    _add(store, file(1, name="ảnh.jpg"))

    with store.read() as connection:
        assert evidence.same_file(connection, "ab" * 32, "ảnh.jpg") == file(1, name="ảnh.jpg")
        assert evidence.same_file(connection, "ab" * 32, "khác.jpg") is None
        assert evidence.same_file(connection, "cd" * 32, "ảnh.jpg") is None


def test_that_a_numbered_document_is_the_same_by_number_day_and_issuer(store: Store) -> None:
    _add(store, _document(1, NUMBERED))
    elsewhere = replace(NUMBERED, issuer="Công an tỉnh")
    another_year = replace(NUMBERED, issued_on=date(2025, 3, 3))
    reworded = replace(NUMBERED, written="Công văn số 12", number=NUMBERED.number.lower())

    with store.read() as connection:
        assert evidence.same_document(connection, reworded) == _document(1, NUMBERED)
        assert evidence.same_document(connection, elsewhere) is None
        assert evidence.same_document(connection, another_year) is None


def test_that_a_document_without_number_is_the_same_by_its_words(store: Store) -> None:
    _add(store, _document(1, UNNUMBERED))

    with store.read() as connection:
        assert evidence.same_document(connection, UNNUMBERED) == _document(1, UNNUMBERED)
        assert evidence.same_document(connection, DocumentReference("Giấy mời")) is None


def test_that_a_link_is_found_by_its_address(store: Store) -> None:
    link = Evidence("evidence-1", "E1", EvidenceKind.LINK, "Cổng", url="https://kontum.gov.vn/1")
    _add(store, link)

    with store.read() as connection:
        assert evidence.same_url(connection, link.url) == link
        assert evidence.same_url(connection, "https://kontum.gov.vn/2") is None


def test_that_digests_are_those_of_files_once_each(store: Store) -> None:
    _add(store, file(1, name="a"), file(2, name="b"), _document(3, NUMBERED))

    with store.read() as connection:
        assert evidence.all_digests(connection) == {"ab" * 32}


def test_that_linking_adds_at_the_end_and_once(store: Store) -> None:
    _add(store, file(1), file(2))
    record(store, activity(1, evidence=(file(2),)))

    with store.change("Lan", "đính kèm") as tx:
        evidence.link(tx, "activity-1", "evidence-1")
        evidence.link(tx, "activity-1", "evidence-2")

    with store.read() as connection:
        (found,) = activities.by_ids(connection, ["activity-1"])
    assert [one.code for one in found.evidence] == ["E2", "E1"]


def test_that_a_file_name_that_is_no_text_is_kept_as_escapes(store: Store) -> None:
    _add(store, replace(file(1), original_name="\udcc3nh.jpg"))

    with store.read() as connection:
        found = evidence.same_file(connection, "ab" * 32, "ảnh.jpg")
    assert found is not None
    assert found.original_name == "\\udcc3nh.jpg"
