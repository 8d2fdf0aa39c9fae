"""Unknown names of bodies on screen: each is said to be something, by the keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.domain.listed_plan import altered, listed
from tests.gui.desks import wait_until_answered
from tests.gui.test_import_dialog import FakeReader
from ttdn_desktop.domain.plan import Assignee
from ttdn_desktop.domain.plan_changes import ChangeKind
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.gui.body_drafts import Meaning
from ttdn_desktop.gui.dialogs.import_dialog import ImportDialog
from ttdn_desktop.services import keep_plan, take_back
from ttdn_desktop.services.shipped_plan import shipped_plan
from ttdn_desktop.services.unknown_bodies import NewBody, OtherName, SuccessorOf

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.domain.task_list import TaskList
    from ttdn_desktop.gui.dialogs.unknown_bodies_dialog import UnknownBodiesDialog
    from ttdn_desktop.gui.workbench import Workbench

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no display, no popups
PLAN = shipped_plan()
STRANGE, FRIENDS = "Sở Quan hệ quốc tế", "Hội Hữu hảo"
BASIS = "Nghị quyết số 12/NQ-HĐND"


def _listed() -> TaskList:
    one = altered(listed(PLAN), "1.1", lead=(Assignee(STRANGE),), lead_text=STRANGE)
    return altered(one, "1.2", support=(Assignee(FRIENDS),), support_text=FRIENDS)


@pytest.fixture
def importing(qtbot: QtBot, bench: Workbench) -> ImportDialog:
    """Return an import at its last step; two names in the list are unknown."""
    bench.tools = replace(bench.tools, task_reader=lambda: FakeReader(_listed()))
    made = ImportDialog(None, bench)
    qtbot.addWidget(made)
    made.show()
    made.source.path.setText("danh-muc.xlsx")
    qtbot.keyClick(made.source.path, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)
    return made


@pytest.fixture
def names(importing: ImportDialog) -> UnknownBodiesDialog:
    """Return the names."""
    dialog = importing.ask_names()
    assert dialog is not None
    return dialog


def _settle(qtbot: QtBot, names: UnknownBodiesDialog, bench: Workbench) -> None:
    names.settle()
    wait_until_answered(qtbot, bench.jobs)


def test_that_unknown_names_are_counted_and_can_be_looked_at(importing: ImportDialog) -> None:
    assert importing.changes.note.text.text().startswith("2 tên đơn vị chưa rõ")
    assert importing.changes.names.isVisible()


def test_that_nothing_is_asked_where_every_name_is_known(
    qtbot: QtBot, importing: ImportDialog, bench: Workbench
) -> None:
    bench.tools = replace(bench.tools, task_reader=lambda: FakeReader(listed(PLAN)))
    importing.work.reread(importing.work.choice)
    wait_until_answered(qtbot, bench.jobs)
    importing.work.compare()
    wait_until_answered(qtbot, bench.jobs)

    assert not importing.changes.names.isVisible()
    assert importing.ask_names() is None


def test_that_names_are_shown_with_their_tasks_and_the_nearest_bodies(
    names: UnknownBodiesDialog,
) -> None:
    QAbstractItemModelTester(names.model)
    rows = [
        [names.model.index(row, column).data() for column in range(3)]
        for row in range(names.model.rowCount())
    ]

    assert rows == [
        [STRANGE, "1.1", "giữ như trong tệp"],
        [FRIENDS, "1.2", "giữ như trong tệp"],
    ]
    assert "Nêu ở nhiệm vụ 1.1." in names.pane.where.text()
    assert "Gần giống: " in names.pane.where.text()


def test_that_a_name_said_to_be_another_of_the_lead_is_no_change_any_more(
    qtbot: QtBot, importing: ImportDialog, names: UnknownBodiesDialog, bench: Workbench
) -> None:
    lead = PLAN.tasks[0].lead[0]
    qtbot.keyClick(names.table, Qt.Key.Key_Return)
    qtbot.keyClick(names.pane.meanings[Meaning.KEPT], Qt.Key.Key_Down)
    assert names.pane.meanings[Meaning.OTHER].isChecked()
    qtbot.keyClicks(names.pane.other, "so thong tin va")
    qtbot.keyClick(names.pane.other.list_view(), Qt.Key.Key_Return)
    assert names.model.index(0, 2).data() == f"tên khác của {lead.written}"
    _settle(qtbot, names, bench)

    seen = importing.work.seen
    assert seen is not None
    assert seen.bodies == {STRANGE: OtherName(lead.unit_id or "")}
    assert seen.changes.of(ChangeKind.LEAD) == ()
    assert importing.changes.model.rowCount() == 1
    assert importing.changes.note.text.text().startswith("1 tên đơn vị chưa rõ")


def test_that_what_was_said_is_adopted_and_taken_back_with_the_plan(
    qtbot: QtBot, importing: ImportDialog, names: UnknownBodiesDialog, bench: Workbench
) -> None:
    names.pane.meanings[Meaning.NEW].click()
    names.pane.kind.setCurrentIndex(names.pane.kind.findData(UnitKind.DEPARTMENT))
    _settle(qtbot, names, bench)
    qtbot.keyClick(importing.forth, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    leads: list[Assignee] = []
    bench.jobs.ask(lambda office: keep_plan.in_force(office).tasks[0].lead[0], leads.append)
    bench.jobs.do(take_back.take_back, lambda _label: None)
    bench.jobs.ask(lambda office: keep_plan.in_force(office).tasks[0].lead[0], leads.append)
    wait_until_answered(qtbot, bench.jobs)
    assert leads[0].written == STRANGE
    assert leads[0].unit_id
    assert leads[1] == PLAN.tasks[0].lead[0]


def test_that_what_is_said_of_each_name_stays_with_it(
    qtbot: QtBot, importing: ImportDialog, names: UnknownBodiesDialog, bench: Workbench
) -> None:
    pane = names.pane
    pane.meanings[Meaning.SUCCESSOR].click()
    pane.origins.set_names(("Sở Y tế", "Sở Nội vụ"))
    pane.day.setText("1/3/2026")
    pane.basis.setText(BASIS)
    names.table.choose(1)
    pane.meanings[Meaning.NEW].click()
    pane.kind.setCurrentIndex(pane.kind.findData(UnitKind.ASSOCIATION))
    pane.official.setText("Hội Hữu hảo tỉnh")
    _settle(qtbot, names, bench)

    again = importing.ask_names()
    assert again is not None
    found = again.decisions()
    heir = found[STRANGE]
    assert isinstance(heir, SuccessorOf)
    assert (len(heir.unit_ids), heir.on) == (2, date(2026, 3, 1))
    assert found[FRIENDS] == NewBody(UnitKind.ASSOCIATION, "Hội Hữu hảo tỉnh")
    assert importing.changes.note.text.text().startswith("Đã cho biết cả 2 tên")
    assert again.pane.origins.names() == ("Sở Y tế", "Sở Nội vụ")


@pytest.mark.parametrize("meaning", [Meaning.OTHER, Meaning.NEW, Meaning.SUCCESSOR])
def test_that_what_is_half_said_is_asked_for_and_nothing_changes(
    qtbot: QtBot,
    importing: ImportDialog,
    names: UnknownBodiesDialog,
    bench: Workbench,
    meaning: Meaning,
) -> None:
    names.table.choose(1)
    names.pane.meanings[meaning].click()
    names.table.choose(0)
    _settle(qtbot, names, bench)

    assert names.table.chosen_row() == 1
    assert FRIENDS in names.wrong.text.text()
    assert importing.work.seen is not None
    assert importing.work.seen.bodies == {}


def test_that_a_name_that_another_body_bears_is_refused_in_words(
    qtbot: QtBot, names: UnknownBodiesDialog, bench: Workbench
) -> None:
    names.pane.meanings[Meaning.NEW].click()
    names.pane.kind.setCurrentIndex(names.pane.kind.findData(UnitKind.DEPARTMENT))
    names.pane.official.setText("Sở Y tế")
    _settle(qtbot, names, bench)

    assert "Sở Y tế" in names.wrong.text.text()
    assert names.isVisible()


def test_that_leaving_keeps_what_was_decided_before(
    importing: ImportDialog, names: UnknownBodiesDialog
) -> None:
    before = importing.work.seen
    names.pane.meanings[Meaning.NEW].click()
    names.reject()

    assert importing.work.seen is before
