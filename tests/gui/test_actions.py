"""The one table of actions and their keys."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from ttdn_desktop.gui import actions
from ttdn_desktop.gui.dialogs.keys_dialog import KeysDialog
from ttdn_desktop.gui.page_stack import PAGES
from ttdn_desktop.gui.words import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.theme import Look


def test_that_no_keys_mean_two_things() -> None:
    counted = Counter(
        QKeySequence(spec.shortcut).toString() for spec in actions.ACTIONS if spec.shortcut
    )

    assert counted.most_common(1)[0][1] == 1


def test_that_all_keys_are_known_to_qt() -> None:
    for spec in actions.ACTIONS:
        assert QKeySequence(spec.shortcut).isEmpty() == (spec.shortcut == "")
        assert QKeySequence(spec.shortcut).toString() != "", spec


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_every_action_has_words(language: str) -> None:
    words = Words(language)

    assert [spec.key for spec in actions.ACTIONS if not words.has(f"actions.{spec.key}")] == []


def test_that_every_page_has_an_action_in_the_order_of_the_pages() -> None:
    assert actions.groups()["pages"] == tuple(PAGES)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_the_page_of_keys_lists_them_all(qtbot: QtBot, dressed: Look, language: str) -> None:
    words = Words(language)
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = KeysDialog(parent, words, dressed)
    shown = {label.text() for label in dialog.findChildren(QLabel)}

    bound = [spec for spec in actions.ACTIONS if spec.shortcut]
    assert {words.say(f"actions.{spec.key}") for spec in bound} <= shown


def test_that_an_action_runs_by_its_keys_and_tells_them(qtbot: QtBot) -> None:
    owner, told = QWidget(), list[str]()
    qtbot.addWidget(owner)
    made = actions.action(owner, "save", Words("vi"), lambda: told.append("saved"))
    made.trigger()

    assert told == ["saved"]
    assert made.shortcut().toString() == actions.shown("save") == "Ctrl+S"
    assert "Ctrl+S" in made.toolTip()


def test_that_a_key_held_down_acts_once(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    assert not actions.action(owner, "undo", Words("vi"), lambda: None).autoRepeat()
