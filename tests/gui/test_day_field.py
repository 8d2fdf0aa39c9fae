"""Days as people type them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.widgets.day_field import DayField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("typed", ["5/3/2026", "05.03.26", "ngày 5 tháng 3 năm 2026", "5/3", "5-3"])
def test_that_a_day_is_understood_as_it_is_typed(qtbot: QtBot, typed: str) -> None:
    field = DayField("Từ ngày", "dd/mm/yyyy", 2026)
    qtbot.addWidget(field)

    field.setText(typed)

    assert field.day() == date(2026, 3, 5)


def test_that_a_day_stands_in_full_once_it_is_typed(qtbot: QtBot) -> None:
    field = DayField("Từ ngày", "dd/mm/yyyy", 2026)
    qtbot.addWidget(field)

    QTest.keyClicks(field, "5/3")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == "05/03/2026"


@pytest.mark.parametrize("typed", ["quý II/2026", "3/2026", "31/2", "abc"])
def test_that_what_is_no_day_is_left_as_it_is_and_refused(qtbot: QtBot, typed: str) -> None:
    field = DayField("Từ ngày", "dd/mm/yyyy", 2026)
    qtbot.addWidget(field)

    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert field.text() == typed
    with pytest.raises(KnownError) as refusal:
        field.day()
    assert refusal.value.key == "day_needed"


def test_that_an_empty_field_is_no_day(qtbot: QtBot) -> None:
    field = DayField("Từ ngày", "dd/mm/yyyy", 2026)
    qtbot.addWidget(field)

    assert field.day() is None
