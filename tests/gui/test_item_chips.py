"""Choosing plan items by code or words, with mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ttdn_desktop.gui.widgets.item_chips import ItemChips
from ttdn_desktop.services.prepare_form import ItemChoice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no display, no popups

ITEMS = tuple(
    ItemChoice(code, code, title, leads=False, concerns=True)
    for code, title in (
        ("1.1", "Xây dựng dữ liệu quảng bá"),
        ("1.10", "Lồng ghép qua đoàn ra, đoàn vào"),
        ("1.5", "Triển khai ngoại giao văn hóa"),
    )
)


@pytest.fixture
def chips(qtbot: QtBot, bench: Workbench) -> ItemChips:
    made = ItemChips(bench)
    made.offer(ITEMS, {"1.5": "Gặp mặt lưu học sinh"})
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.10", "1.10"),
        ("doan vao", "1.10"),
        ("vao doan", "1.10"),
        ("van hoa", "1.5"),
        ("hoc sinh", "1.5"),
    ],
)
def test_that_enter_takes_the_first_that_matches(chips: ItemChips, typed: str, code: str) -> None:
    QTest.keyClicks(chips.edit, typed)
    QTest.keyClick(chips.edit.list_view(), Qt.Key.Key_Return)

    assert chips.codes() == (code,)
    assert chips.edit.text() == ""


def test_that_accents_that_were_typed_must_stand_there(chips: ItemChips) -> None:
    chips.edit.open_list("đoán")

    assert chips.edit.offered() == []


def test_that_a_code_comes_before_longer_ones(chips: ItemChips) -> None:
    chips.edit.open_list("1.1")

    assert chips.edit.offered() == ["1.1", "1.10"]


def test_that_backspace_takes_the_last_chip_once_the_field_is_empty(chips: ItemChips) -> None:
    chips.set_codes(("1.1", "1.5"))
    QTest.keyClicks(chips.edit, "x")

    QTest.keyClick(chips.edit, Qt.Key.Key_Backspace)
    assert chips.codes() == ("1.1", "1.5")
    QTest.keyClick(chips.edit, Qt.Key.Key_Backspace)
    assert chips.codes() == ("1.1",)


def test_that_a_code_typed_in_full_is_taken_when_the_field_is_left(chips: ItemChips) -> None:
    chips.edit.setText("1.10")
    chips.edit.editingFinished.emit()

    assert chips.codes() == ("1.10",)


def test_that_an_item_is_held_once(chips: ItemChips) -> None:
    chips.edit.picked.emit("1.5")
    chips.edit.picked.emit("1.5")

    assert chips.codes() == ("1.5",)
