"""Finding by words, with or without accents, and by days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


@pytest.fixture
def filled(office: Office) -> Office:
    """Return the office with three activities."""
    record(office, form("Đón đoàn tỉnh Attapư", on="5/3/2026"))
    record(office, form("Giao lưu tại Bờ Y", on="7/3/2026"))
    record(office, form("Họp đoàn kiểm tra", on="4/2026"))
    return office


def _titles(office: Office, search: str = "") -> list[str]:
    return [each.title for each in find(office, search)]


@pytest.mark.parametrize("words", ["attapu", "ATTAPƯ", "don doan", "đoàn attapư"])
def test_that_words_are_found_with_and_without_accents(filled: Office, words: str) -> None:
    assert _titles(filled, words) == ["Đón đoàn tỉnh Attapư"]


def test_that_all_words_must_be_there(filled: Office) -> None:
    assert _titles(filled, "doan") == ["Đón đoàn tỉnh Attapư", "Họp đoàn kiểm tra"]
    assert _titles(filled, "doan bo y") == []


def test_that_without_words_all_come_by_day(filled: Office) -> None:
    assert _titles(filled) == ["Đón đoàn tỉnh Attapư", "Giao lưu tại Bờ Y", "Họp đoàn kiểm tra"]


def test_that_both_days_are_included(filled: Office) -> None:
    found = find(filled, "", date(2026, 3, 7), date(2026, 4, 1))
    assert [each.title for each in found] == ["Giao lưu tại Bờ Y", "Họp đoàn kiểm tra"]


def test_that_what_was_taken_back_is_not_found(filled: Office) -> None:
    take_back(filled)
    assert _titles(filled, "kiem tra") == []
