"""The frame of the window, before and after there is anything in it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from ttdn_desktop.gui import actions, shell
from ttdn_desktop.gui.shell import Shell
from ttdn_desktop.gui.words import Words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.theme import Look

SOURCE = Path(shell.__file__)
MOST_LINES, MOST_METHODS = 300, 20


@pytest.fixture
def window(qtbot: QtBot, dressed: Look) -> Shell:
    """Return the bare window with actions that do nothing."""
    made = Shell(Words("vi"), dressed)
    qtbot.addWidget(made)
    made.bind(dict.fromkeys((spec.key for spec in actions.ACTIONS if spec.group), _nothing))
    return made


def _nothing() -> None:
    """Stand for what an action does."""


def test_that_the_main_window_stays_small() -> None:
    tree = ast.parse(SOURCE.read_text(encoding="utf-8"))
    window = next(
        node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "Shell"
    )

    assert len(SOURCE.read_text(encoding="utf-8").splitlines()) < MOST_LINES
    assert sum(isinstance(node, ast.FunctionDef) for node in window.body) < MOST_METHODS


def test_that_the_first_paint_is_told_once(qtbot: QtBot, window: Shell) -> None:
    told: list[bool] = []
    window.painted.connect(lambda: told.append(True))
    with qtbot.waitSignal(window.painted):
        window.show()
    window.grab()

    assert told == [True]


def test_that_nothing_but_the_keys_and_leaving_works_before_the_data_are_open(
    window: Shell,
) -> None:
    usable = {key for key, action in window.actions_by_key.items() if action.isEnabled()}

    assert usable == {"keys", "quit"}
    assert not window.frame.bar.search.isEnabled()


def test_that_everything_works_once_the_data_are_open(window: Shell) -> None:
    window.set_ready(ready=True)

    assert all(action.isEnabled() for action in window.actions_by_key.values())


def test_that_the_undo_is_named_where_it_can_be_pressed(window: Shell) -> None:
    window.set_ready(ready=True)
    window.set_undo("Ghi hoạt động A12")

    undo = window.actions_by_key["undo"]
    assert undo.isEnabled()
    assert "Ghi hoạt động A12" in undo.text()
    assert "Ghi hoạt động A12" in window.frame.status.undo.text()


def test_that_with_nothing_to_take_back_undo_cannot_be_pressed(window: Shell) -> None:
    window.set_undo("Ghi hoạt động A12")
    window.set_undo(None)

    undo = window.actions_by_key["undo"]
    assert not undo.isEnabled()
    assert undo.text() == window.words.say("actions.undo")
    assert window.frame.status.undo.isHidden()


def test_that_what_is_shown_alone_takes_the_place_of_the_pages(window: Shell) -> None:
    window.set_ready(ready=True)
    alone = QLabel("Chưa mở được dữ liệu")
    window.show_alone(alone)

    assert window.frame.pages.currentWidget() is alone
    assert window.frame.navigation.isHidden()
    assert not window.actions_by_key["new"].isEnabled()


def test_that_the_window_is_gone_before_the_last_things_are_written(
    qtbot: QtBot, window: Shell
) -> None:
    seen: list[bool] = []
    window.closing.connect(lambda: seen.append(window.isVisible()))
    with qtbot.waitExposed(window):
        window.show()
    window.close()

    assert seen == [False]
