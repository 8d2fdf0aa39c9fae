"""The list below a search field: keys, focus, input methods."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.gui.models.hit_model import Hit, HitModel
from ttdn_desktop.gui.widgets.search_popup import SearchPopup

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.theme import Look


@dataclasses.dataclass
class Desk:
    """A window with another field, the search field, and its list; what was opened."""

    qtbot: QtBot
    window: QWidget
    other: QLineEdit
    field: QLineEdit
    popup: SearchPopup
    opened: list[str] = dataclasses.field(default_factory=list)

    def hits(self, *titles: str) -> list[Hit]:
        """Return a heading and hits below it."""
        return [Hit("Hoạt động"), *(Hit(each, "A1", run=self._opener(each)) for each in titles)]

    def press(self, key: Qt.Key) -> None:
        """Press a key in the search field."""
        QTest.keyClick(self.field, key)

    def _opener(self, title: str) -> Callable[[], None]:
        return lambda: self.opened.append(title)


@pytest.fixture
def desk(qtbot: QtBot, dressed: Look) -> Desk:
    """Return the window, with the focus in the search field after it was in the other one."""
    window = QWidget()
    qtbot.addWidget(window)
    other, field_ = QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(field_)
    column.addWidget(other)
    column.addStretch(1)
    window.resize(700, 500)
    popup = SearchPopup(field_, dressed, "Kết quả")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    field_.setFocus()
    return Desk(qtbot, window, other, field_, popup)


def _type(desk: Desk, text: str) -> None:
    with desk.qtbot.waitSignal(desk.popup.wanted) as asked:
        QTest.keyClicks(desk.field, text)
    assert asked.args == [text]


def test_that_the_model_keeps_the_rules_of_qt(dressed: Look, qtmodeltester: ModelTester) -> None:
    model = HitModel(dressed)
    model.set_rows([Hit("Nhiệm vụ"), Hit("Một", "1.1", "05/03/2026", lambda: None)])

    qtmodeltester.check(model)


def test_that_typing_asks_once_and_leaves_the_focus_in_the_field(desk: Desk) -> None:
    _type(desk, "lao")

    desk.popup.show_hits("lao", desk.hits("một", "hai"))

    assert desk.popup.isVisible()
    assert desk.field.hasFocus()


def test_that_arrows_pass_over_headings_and_enter_opens(desk: Desk) -> None:
    _type(desk, "lao")
    desk.popup.show_hits("lao", [*desk.hits("một"), *desk.hits("hai")])

    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)

    assert desk.opened == ["hai"]
    assert not desk.popup.isVisible()
    assert desk.field.text() == ""


def test_that_escape_closes_and_gives_the_focus_back(desk: Desk) -> None:
    _type(desk, "lao")
    desk.popup.show_hits("lao", desk.hits("một"))

    desk.press(Qt.Key.Key_Escape)

    assert not desk.popup.isVisible()
    assert desk.other.hasFocus()
    assert desk.field.text() == "lao"


def test_that_enter_before_the_answer_opens_the_first_hit_when_it_comes(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.popup.wanted):
        QTest.keyClicks(desk.field, "1.10")
        desk.press(Qt.Key.Key_Return)

    desk.popup.show_hits("1.10", desk.hits("một", "hai"))

    assert desk.opened == ["một"]


def test_that_the_hit_of_the_very_code_is_chosen_first(desk: Desk) -> None:
    _type(desk, "e12")
    hits = [*desk.hits("một"), Hit("hai", "E12", run=lambda: desk.opened.append("E12"))]
    desk.popup.show_hits("e12", hits)

    desk.press(Qt.Key.Key_Return)

    assert desk.opened == ["E12"]


def test_that_an_answer_to_other_words_is_let_go(desk: Desk) -> None:
    _type(desk, "lao")

    desk.popup.show_hits("la", desk.hits("một"))

    assert not desk.popup.isVisible()


def test_that_an_answer_after_the_field_was_left_is_let_go(desk: Desk) -> None:
    _type(desk, "lao")
    desk.other.setFocus()

    desk.popup.show_hits("lao", desk.hits("một"))

    assert not desk.popup.isVisible()


def test_that_keys_belong_to_the_input_method_while_it_composes(desk: Desk) -> None:
    _type(desk, "lao")
    desk.popup.show_hits("lao", desk.hits("một"))

    QCoreApplication.sendEvent(desk.field, QInputMethodEvent("á", []))
    desk.press(Qt.Key.Key_Return)

    assert desk.opened == []
    assert desk.popup.isVisible()


def test_that_a_click_opens_without_taking_the_focus_first(desk: Desk) -> None:
    _type(desk, "lao")
    desk.popup.show_hits("lao", desk.hits("một", "hai"))
    table = desk.popup.table

    place = table.visualRect(table.model().index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert desk.opened == ["hai"]


def test_that_it_stays_within_the_window(desk: Desk) -> None:
    _type(desk, "lao")

    desk.popup.show_hits("lao", desk.hits(*(str(number) for number in range(60))))

    assert desk.window.rect().contains(desk.popup.geometry())


def test_that_it_closes_when_nothing_is_left_of_the_words(desk: Desk) -> None:
    _type(desk, "lao")
    desk.popup.show_hits("lao", desk.hits("một"))

    desk.field.clear()

    assert not desk.popup.isVisible()
