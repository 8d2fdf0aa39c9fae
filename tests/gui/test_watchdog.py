"""What the watchdog of the window's thread sees, and what it overlooks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from tests.gui import watchdog
from tests.gui.watchdog import LIMIT_SECONDS, YARDSTICK_SECONDS, Watchdog, limit
from tests.gui.works import Gate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


def _compute() -> None:
    end = time.thread_time() + 2 * LIMIT_SECONDS
    while time.thread_time() < end:
        """Keep the window from its events."""


def test_that_a_slot_that_computes_too_long_is_seen(qtbot: QtBot) -> None:
    dog = Watchdog()
    dog.watch()
    QTimer.singleShot(0, _compute)
    qtbot.waitUntil(lambda: dog.longest > LIMIT_SECONDS)
    dog.rest()

    assert dog.longest >= 2 * LIMIT_SECONDS


def test_that_work_on_the_worker_is_not_the_windows(qtbot: QtBot, bench: Workbench) -> None:
    dog, gate = Watchdog(), Gate()
    bench.jobs.ask(gate, lambda _answer: None)
    dog.watch()
    bench.jobs.ask(lambda _office: _compute(), lambda _answer: None)
    gate.let_go()
    qtbot.waitUntil(lambda: bench.jobs.is_idle)
    dog.rest()

    assert dog.longest < LIMIT_SECONDS


def test_that_what_was_before_is_forgotten(qtbot: QtBot) -> None:
    dog = Watchdog()
    dog.watch()
    _compute()
    dog.watch()
    qtbot.waitUntil(lambda: dog.longest_by_wall > 0)
    dog.rest()

    assert dog.longest < LIMIT_SECONDS


def test_that_what_the_test_itself_computes_is_left_out(qtbot: QtBot) -> None:
    dog = Watchdog()
    dog.watch()
    with dog.aside():
        _compute()
    qtbot.waitUntil(lambda: dog.longest_by_wall > 0)
    dog.rest()

    assert dog.longest < LIMIT_SECONDS


def test_that_a_quick_machine_is_held_to_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "yardstick", lambda: YARDSTICK_SECONDS / 2)
    assert limit() == LIMIT_SECONDS

    monkeypatch.setattr(watchdog, "yardstick", lambda: YARDSTICK_SECONDS * 3)
    assert limit() == pytest.approx(3 * LIMIT_SECONDS)
