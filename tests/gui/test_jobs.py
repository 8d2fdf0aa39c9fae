"""The one worker: its order, its answers, what it announces, and its end."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

from shiboken6 import isValid

from tests.gui.works import PATIENCE, Gate, Watcher, break_down, count, nothing, record_one, refuse
from tests.services.office_desk import TickingClock
from ttdn_desktop.desk import open_desk
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.services.topics import Topic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

    Answered = Callable[[Jobs], None]


def test_that_works_are_done_in_the_order_they_were_asked(
    bench: Workbench, answered: Answered
) -> None:
    told: list[object] = []
    bench.jobs.ask(count, told.append)
    bench.jobs.do(record_one, lambda _recorded: told.append("recorded"))
    bench.jobs.ask(count, told.append)

    answered(bench.jobs)

    assert told == [0, "recorded", 1]


def test_that_work_is_done_off_the_window_and_answered_on_it(
    bench: Workbench, answered: Answered
) -> None:
    threads: list[int] = []

    def work(_office: Office) -> int:
        return threading.get_ident()

    def done(worker: int) -> None:
        threads.extend([worker, threading.get_ident()])

    bench.jobs.ask(work, done)
    answered(bench.jobs)

    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_that_only_the_newest_question_of_a_slot_is_answered(
    bench: Workbench, answered: Answered
) -> None:
    gate, told = Gate(), list[object]()
    bench.jobs.ask(gate, told.append, slot="list")
    assert gate.entered.wait(PATIENCE)
    asked: list[int] = []

    def ask(number: int) -> None:
        def work(_office: Office) -> int:
            asked.append(number)
            return number

        bench.jobs.ask(work, told.append, slot="list")

    for number in (1, 2, 3):
        ask(number)
    bench.jobs.ask(lambda _office: "another", told.append, slot="other")
    gate.let_go()
    answered(bench.jobs)

    assert told == [3, "another"]
    assert asked == [3]


def test_that_a_refusal_goes_to_whoever_asked(bench: Workbench, answered: Answered) -> None:
    own, common = list[KnownError](), list[KnownError]()
    bench.jobs.refused.connect(common.append)
    bench.jobs.ask(refuse, nothing, refused=own.append)
    answered(bench.jobs)

    assert [error.key for error in own] == ["folder_missing"]
    assert not common


def test_that_a_refusal_nobody_takes_is_told_by_the_window(qtbot: QtBot, bench: Workbench) -> None:
    with qtbot.waitSignal(bench.jobs.refused) as told:
        bench.jobs.do(refuse, nothing)

    assert told.args is not None
    assert told.args[0].key == "folder_missing"


def test_that_a_bug_is_told_and_the_worker_goes_on(
    qtbot: QtBot, jobs: Jobs, answered: Answered
) -> None:
    told: list[object] = []
    with qtbot.waitSignal(jobs.crashed) as crashed:
        jobs.do(break_down, told.append)
    jobs.ask(count, told.append)
    answered(jobs)

    assert crashed.args is not None
    assert isinstance(crashed.args[0], ZeroDivisionError)
    assert told == [0]


def test_that_a_change_is_announced_by_its_topics_and_so_is_taking_it_back(
    qtbot: QtBot, bench: Workbench
) -> None:
    with qtbot.waitSignal(bench.jobs.changed) as recorded:
        bench.jobs.do(record_one, nothing)
    with qtbot.waitSignal(bench.jobs.changed) as undone:
        bench.jobs.do(take_back, nothing)

    assert recorded.args is not None
    assert undone.args is not None
    assert Topic.ACTIVITIES in recorded.args[0]
    assert Topic.PLAN not in recorded.args[0]
    assert undone.args[0] == recorded.args[0]


def test_that_a_change_is_announced_before_it_is_answered(
    bench: Workbench, answered: Answered
) -> None:
    told: list[str] = []
    bench.jobs.changed.connect(lambda _topics: told.append("changed"))
    bench.jobs.do(record_one, lambda _recorded: told.append("answered"))
    answered(bench.jobs)

    assert told == ["changed", "answered"]


def test_that_reading_and_a_refused_change_announce_nothing(
    bench: Workbench, answered: Answered
) -> None:
    announced: list[object] = []
    bench.jobs.changed.connect(announced.append)
    bench.jobs.ask(count, nothing)
    bench.jobs.do(refuse, nothing, refused=nothing)
    answered(bench.jobs)

    assert not announced


def test_that_nothing_is_done_in_a_folder_that_did_not_open(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    with qtbot.waitCallback() as refused:
        jobs.open(tmp_path / "nowhere", nothing, refused)
    with qtbot.waitSignal(jobs.refused) as told:
        jobs.ask(count, nothing)

    assert refused.args is not None
    assert refused.args[0].key == "folder_missing"
    assert told.args is not None
    assert told.args[0].key == "folder_closed"


def test_that_another_folder_takes_the_place_of_the_open_one(
    bench: Workbench, answered: Answered, started: Path, tmp_path: Path
) -> None:
    other, told = shutil.copytree(started, tmp_path / "other"), list[object]()
    bench.jobs.do(record_one, nothing)
    bench.jobs.open(other, nothing, told.append)
    bench.jobs.ask(count, told.append)
    bench.jobs.open(bench.folder, nothing, told.append)
    bench.jobs.ask(count, told.append)
    answered(bench.jobs)

    assert told == [0, 1]


def test_that_an_answer_to_a_deleted_widget_is_let_go(
    qtbot: QtBot, bench: Workbench, answered: Answered
) -> None:
    watcher, gate = Watcher(), Gate()
    bench.jobs.ask(gate, watcher.setObjectName)
    watcher.deleteLater()
    qtbot.waitUntil(lambda: not isValid(watcher))
    gate.let_go()

    answered(bench.jobs)


def test_that_a_change_is_done_also_when_its_page_is_gone(
    qtbot: QtBot, bench: Workbench, answered: Answered
) -> None:
    watcher, gate, told = Watcher(), Gate(), list[object]()
    bench.jobs.ask(gate, nothing)
    bench.jobs.do(lambda office: str(record_one(office)), watcher.setObjectName)
    watcher.deleteLater()
    qtbot.waitUntil(lambda: not isValid(watcher))
    gate.let_go()
    bench.jobs.ask(count, told.append)
    answered(bench.jobs)

    assert told == [1]


def test_that_closing_finishes_the_changes_that_wait_and_asks_nothing_more(
    bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked = Gate(), list[int]()
    bench.jobs.ask(gate, nothing)
    bench.jobs.ask(lambda office: asked.append(count(office)), nothing)
    bench.jobs.do(record_one, nothing)
    worker = bench.jobs._worker  # noqa: SLF001 (who waits for it lets it go on)
    join = worker.join

    def let_go_and_join() -> None:
        gate.let_go()
        join()

    monkeypatch.setattr(worker, "join", let_go_and_join)
    bench.jobs.close()

    assert not asked
    assert not worker.is_alive()
    with open_desk(bench.folder, writing=True, clock=TickingClock()) as desk:
        assert count(desk.office) == 1
