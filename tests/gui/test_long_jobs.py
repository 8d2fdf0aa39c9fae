"""Long work: announced while it lasts, stopped with nothing left behind."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from shiboken6 import isValid

from tests.gui.works import PATIENCE, Gate, Watcher, break_down, count, nothing, record_one

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.jobs import Jobs, Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

    Answered = Callable[[Jobs], None]


def test_that_long_work_is_announced_while_it_lasts(qtbot: QtBot, bench: Workbench) -> None:
    gate = Gate()

    def work(office: Office, task: Task) -> str:
        task.step(1, 2)
        return gate(office)

    with qtbot.waitSignal(bench.jobs.long_work) as announced:
        task = bench.jobs.do_long("Xuất báo cáo", work, nothing)
    assert announced.args == [task]
    assert task.label == "Xuất báo cáo"
    with qtbot.waitSignal(task.ended):
        gate.let_go()


def test_that_long_work_tells_how_far_it_is_on_the_thread_of_the_window(
    qtbot: QtBot, bench: Workbench, answered: Answered
) -> None:
    seen, gate = Watcher(), Gate()

    def work(office: Office, task: Task) -> None:
        gate(office)
        for number in (1, 2):
            task.step(number, 2)

    task = bench.jobs.do_long("Xuất báo cáo", work, nothing)
    task.progressed.connect(seen.note)
    gate.let_go()
    answered(bench.jobs)
    qtbot.waitUntil(lambda: len(seen.steps) == 2)

    assert seen.steps == [(1, 2), (2, 2)]
    assert seen.threads == {threading.get_ident()}


def test_that_short_work_is_never_announced_as_long(qtbot: QtBot, bench: Workbench) -> None:
    announced: list[object] = []
    bench.jobs.long_work.connect(announced.append)
    task = bench.jobs.do_long("Ghi", lambda office, _task: record_one(office), nothing)
    qtbot.waitUntil(lambda: not isValid(task))

    assert not announced


def test_that_stopped_work_leaves_nothing_and_tells_nobody(
    qtbot: QtBot, bench: Workbench, answered: Answered
) -> None:
    gate, told = Gate(), list[object]()

    def work(office: Office, task: Task) -> object:
        gate(office)
        task.step(1, 2)
        return record_one(office)

    for signal in (bench.jobs.refused, bench.jobs.changed):
        signal.connect(told.append)
    task = bench.jobs.do_long("Nhập", work, told.append, refused=told.append)
    assert gate.entered.wait(PATIENCE)
    with qtbot.waitSignal(task.ended):
        task.cancel()
        gate.let_go()
    bench.jobs.ask(count, lambda count: told.append(f"{count} hoạt động"))
    answered(bench.jobs)

    assert told == ["0 hoạt động"]


def test_that_work_stopped_while_it_waits_is_never_begun(
    bench: Workbench, answered: Answered
) -> None:
    gate, begun = Gate(), list[str]()
    bench.jobs.ask(gate, nothing)
    task = bench.jobs.do_long("Nhập", lambda _office, _task: begun.append("begun"), nothing)
    task.cancel()
    gate.let_go()
    answered(bench.jobs)

    assert not begun


def test_that_long_work_ends_also_by_a_bug(qtbot: QtBot, jobs: Jobs) -> None:
    task = jobs.do_long("Nhập", lambda office, _task: break_down(office), nothing)

    with qtbot.waitSignals([task.ended, jobs.crashed], order="strict"):
        """The status line lets go of it before the bug is told."""
