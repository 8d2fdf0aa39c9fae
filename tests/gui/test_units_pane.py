"""Đơn vị: recorded, chosen and put right by the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from ttdn_desktop.domain.succession import SuccessionKind
from ttdn_desktop.gui.dialogs.heirs_dialog import HeirsDialog
from ttdn_desktop.gui.pages.plan_page import PlanPage
from ttdn_desktop.gui.wishes import ShowPlan
from ttdn_desktop.services import choose_heirs, show_units

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.dialogs.succession_dialog import SuccessionDialog
    from ttdn_desktop.gui.widgets.units_pane import UnitsPane
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_units import UnitsSeen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no display, no popups
BASIS = "Nghi quyet so 12/NQ-HDND"


@pytest.fixture
def pane(qtbot: QtBot, bench: Workbench) -> UnitsPane:
    """Return the tab of bodies, shown on its page."""
    page = shown(qtbot, PlanPage(bench))
    bench.jobs.changed.connect(lambda _topics: page.refresh())
    page.wish(ShowPlan("units"))
    return page.units


def found(qtbot: QtBot, bench: Workbench, read: Callable[[Office], object]) -> list[object]:
    told: list[object] = []
    bench.jobs.ask(read, told.append)
    wait_until_answered(qtbot, bench.jobs)
    return told


def seen(qtbot: QtBot, bench: Workbench) -> UnitsSeen:
    told: list[UnitsSeen] = []
    bench.jobs.ask(show_units.seen, told.append)
    wait_until_answered(qtbot, bench.jobs)
    return told[0]


def typed(field: QLineEdit, words: str) -> None:
    field.setText(words)  # an input method gives accented letters; no key does
    QTest.keyClick(field, Qt.Key.Key_Return)


def filled(dialog: SuccessionDialog, kind: SuccessionKind, *heirs: str) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.origins.set_names(("Sở Công Thương",))
    for heir in heirs:
        typed(dialog.heirs.edit, heir)
    QTest.keyClicks(dialog.day, "1/3/2026")
    QTest.keyClicks(dialog.basis, BASIS)


def test_that_a_split_is_recorded_and_its_heirs_chosen_with_the_keyboard(
    qtbot: QtBot, bench: Workbench, pane: UnitsPane
) -> None:
    dialog = pane.succeed()
    filled(dialog, SuccessionKind.SPLIT, "So Cong nghiep", "So Thuong mai")
    wait_until_answered(qtbot, bench.jobs)
    assert "Sẽ ghi: Chia, tách Sở Công Thương" in dialog.told.text.text()
    assert "So Cong nghiep; So Thuong mai" in dialog.told.text.text()

    QTest.keyClick(dialog.basis, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    (heirs,) = pane.window().findChildren(HeirsDialog)
    assert len(heirs.choosers) == seen(qtbot, bench).undecided
    for chooser in heirs.choosers:
        QTest.keyClick(chooser, Qt.Key.Key_Down)
    QTest.keyClick(heirs.choosers[0], Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    assert seen(qtbot, bench).undecided == 0
    assert not pane.choose.isVisible()


def test_that_a_name_is_taken_from_the_list_and_taken_off_again(
    qtbot: QtBot, bench: Workbench, pane: UnitsPane
) -> None:
    pane.table.clearSelection()
    dialog = pane.succeed()
    assert dialog.origins.names() == ()
    QTest.keyClicks(dialog.origins.edit, "ngoai vu")
    assert "Sở Ngoại vụ" in dialog.origins.edit.offered()
    QTest.keyClick(dialog.origins.edit.list_view(), Qt.Key.Key_Return)
    assert dialog.origins.names() == ("Sở Ngoại vụ",)

    QTest.keyClick(dialog.origins.edit, Qt.Key.Key_Backspace)
    assert dialog.origins.names() == ()
    dialog.reject()
    wait_until_answered(qtbot, bench.jobs)


def test_that_a_refusal_is_said_in_the_dialog_and_writes_nothing(
    qtbot: QtBot, bench: Workbench, pane: UnitsPane
) -> None:
    before = seen(qtbot, bench)
    dialog = pane.succeed()
    filled(dialog, SuccessionKind.MERGE, "So Moi")
    dialog.write()
    wait_until_answered(qtbot, bench.jobs)

    assert "không phải là hợp nhất" in dialog.wrong.text.text()
    assert dialog.isVisible()
    dialog.day.clear()
    dialog.write()
    assert dialog.wrong.isVisible()
    dialog.reject()
    assert seen(qtbot, bench) == before


def test_that_a_transfer_may_name_its_tasks(
    qtbot: QtBot, bench: Workbench, pane: UnitsPane
) -> None:
    dialog = pane.succeed()
    filled(dialog, SuccessionKind.TRANSFER, "Sở Nội vụ")
    assert dialog.codes.isVisible()
    QTest.keyClicks(dialog.codes, "1.3, 1.14")
    wish = dialog.wish()
    assert wish is not None
    assert wish.takes == {"Sở Nội vụ": ("1.3", "1.14")}
    dialog.write()
    wait_until_answered(qtbot, bench.jobs)
    assert found(qtbot, bench, choose_heirs.undecided) == [()]


def test_that_ended_bodies_are_shown_on_wish_with_who_took_over(pane: UnitsPane) -> None:
    pane.search.setText("kế hoạch và đầu tư")
    assert [line.name for line in lines_of(pane)] == ["Sở Tài chính"]

    pane.ended.click()

    ended = [line for line in lines_of(pane) if line.ended]
    assert [(line.name, line.now) for line in ended] == [
        ("Sở Kế hoạch và Đầu tư", ("Sở Tài chính",))
    ]
    assert "1 đã kết thúc" in pane.count.text()


def lines_of(pane: UnitsPane) -> list[show_units.UnitLine]:
    lines = (pane.model.row_at(number) for number in range(pane.model.rowCount()))
    return [line for line in lines if line is not None]


def test_that_enter_opens_the_details_which_are_put_right(
    qtbot: QtBot, bench: Workbench, pane: UnitsPane
) -> None:
    pane.search.setText("Sở Ngoại vụ")
    pane.table.choose(0)
    dialog = pane.edit_chosen()
    assert dialog is not None
    dialog.abbreviation.selectAll()
    QTest.keyClicks(dialog.abbreviation, "SNgVKT")
    QTest.keyClick(dialog.abbreviation, Qt.Key.Key_Return)
    wait_until_answered(qtbot, bench.jobs)

    assert [line.abbreviation for line in lines_of(pane)] == ["SNgVKT"]


def test_that_the_name_of_today_is_a_setting_of_the_folder(
    qtbot: QtBot, bench: Workbench, pane: UnitsPane
) -> None:
    assert not pane.now_names.isChecked()
    QTest.keyClick(pane.now_names, Qt.Key.Key_Space)
    assert seen(qtbot, bench).now_names


def test_that_the_folder_of_a_merged_unit_is_followed_or_not(
    qtbot: QtBot, bench: Workbench, pane: UnitsPane
) -> None:
    dialog = pane.succeed()
    filled(dialog, SuccessionKind.MERGE, "Sở X")
    dialog.origins.set_names(("Sở Công Thương", "Sở Ngoại vụ"))
    wait_until_answered(qtbot, bench.jobs)
    assert "Sổ này tiếp tục là sổ của Sở X" in dialog.told.text.text()
    dialog.write()
    wait_until_answered(qtbot, bench.jobs)

    assert "đã chuyển sang Sở X" in pane.taken_over.text.text()
    QTest.keyClick(pane.follow, Qt.Key.Key_Space)
    wait_until_answered(qtbot, bench.jobs)
    assert not seen(qtbot, bench).follows
