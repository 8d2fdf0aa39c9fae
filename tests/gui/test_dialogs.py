"""Dialogs, in both languages; and the report of a bug, which holds nothing recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.dialogs.crash_dialog import CrashDialog, report
from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.dialogs.tell import agrees, tell
from ttdn_desktop.gui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.theme import Look

RECORDED = "Đón đoàn công tác tỉnh Attapư"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """Return what dialogs stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def _fault() -> BaseException:
    try:
        try:
            raise KnownError(RECORDED)  # noqa: TRY301 (a traceback is what is wanted)
        except KnownError as cause:
            raise ValueError(RECORDED) from cause
    except ValueError as fault:
        return fault


def _meet(qtbot: QtBot, run: Callable[[], object], key: Qt.Key) -> list[str]:
    """Let a call open its dialog, press a key there; return the texts of its labels."""
    told: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        qtbot.keyClick(QApplication.focusWidget() or dialog, key)

    QTimer.singleShot(0, press)
    run()
    return told


def test_that_the_report_of_a_bug_holds_kinds_and_places_only() -> None:
    told = report(_fault())

    assert "ValueError" in told
    assert "KnownError" in told
    assert "tests/gui/test_dialogs.py" in told
    assert RECORDED not in told
    assert str(Path.home()) not in told
    assert str(Path(__file__).parents[2]) not in told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_the_report_of_a_bug_can_be_copied(
    qtbot: QtBot, parent: QWidget, dressed: Look, language: str
) -> None:
    fault, words = _fault(), Words(language)
    dialog = CrashDialog(parent, words, dressed, fault)
    copy, go_on = dialog.findChildren(QPushButton)
    assert dialog.copied.isHidden()
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == report(fault)
    assert not dialog.copied.isHidden()
    assert go_on.text() == words.say("dialogs.crash.go_on")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_a_refusal_is_read_and_closed_with_enter(
    qtbot: QtBot, parent: QWidget, dressed: Look, language: str
) -> None:
    told = _meet(
        qtbot, lambda: tell(parent, Words(language), dressed, "Ổ đĩa đã đầy."), Qt.Key.Key_Return
    )

    assert told == [Words(language).say("dialogs.not_possible"), "Ổ đĩa đã đầy."]


@pytest.mark.parametrize(("key", "agreed"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_a_question_is_agreed_to_by_enter_and_left_by_escape(
    qtbot: QtBot, parent: QWidget, dressed: Look, language: str, key: Qt.Key, *, agreed: bool
) -> None:
    answers: list[bool] = []
    words = Words(language)
    _meet(
        qtbot,
        lambda: answers.append(agrees(parent, words, dressed, "Bỏ?", "Bỏ 3 tài liệu.", yes="Bỏ")),
        key,
    )

    assert answers == [agreed]
