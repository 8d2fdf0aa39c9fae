"""The search box: items, activities and evidence, exact accents first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.office_desk import form, paper
from ttdn_desktop.services import keep_evidence, search_all
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def test_that_an_item_is_found_by_its_code_before_those_that_begin_with_it(office: Office) -> None:
    found = search_all.search(office, "1.1")

    assert found.items[0].code == "1.1"
    assert {"1.10", "1.11"} <= {item.code for item in found.items}


def test_that_an_item_is_found_by_words_without_accents(office: Office) -> None:
    exactly = search_all.search(office, "tiếng Việt").items
    plainly = search_all.search(office, "tieng viet").items

    assert exactly
    assert set(exactly) <= set(plainly)


def test_that_no_more_items_come_than_fit(office: Office) -> None:
    assert len(search_all.search(office, "thong tin").items) == search_all.ITEMS


def test_that_all_activities_are_counted_and_only_the_first_shown(office: Office) -> None:
    for number in range(search_all.ACTIVITIES + 2):
        record(office, form(f"Tiếp đoàn Attapư lần {number}"))

    found = search_all.search(office, "attapu")

    assert len(found.activities) == search_all.ACTIVITIES
    assert found.activity_count == search_all.ACTIVITIES + 2


def test_that_evidence_with_the_very_accents_comes_first(office: Office) -> None:
    keep_evidence.add_files(office, (paper("Bao cao.pdf", b"1"),))
    keep_evidence.add_files(office, (paper("Báo cáo.pdf", b"2"),))

    assert [row.name for row in search_all.search(office, "bao").evidence] == [
        "Bao cao.pdf",
        "Báo cáo.pdf",
    ]
    assert [row.name for row in search_all.search(office, "báo").evidence] == ["Báo cáo.pdf"]


def test_that_the_evidence_of_the_very_code_comes_first(office: Office) -> None:
    for number in range(12):
        keep_evidence.add_files(office, (paper(f"Ảnh {number}.png", bytes([number])),))

    assert [row.code for row in search_all.search(office, "e1").evidence][:2] == ["E1", "E12"]


def test_that_a_blank_finds_nothing(office: Office) -> None:
    assert search_all.search(office, "  ").is_empty


def test_that_signs_alone_do_no_harm(office: Office) -> None:
    for typed in ('"', "*", "(", "a OR", "%", "NEAR("):
        search_all.search(office, typed)
