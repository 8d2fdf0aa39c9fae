"""The first start: a body of the list or of none, what Tab and Enter do, a folder refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.gui.desks import wait_until_answered
from tests.services.office_desk import TickingClock
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.gui.jobs import Jobs
from ttdn_desktop.gui.pages.start_page import StartPage
from ttdn_desktop.gui.widgets.tab_ordered import stops
from ttdn_desktop.gui.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.services.office import Office

COMMUNE = "UBND xã Bờ Y"


@pytest.fixture
def page(qtbot: QtBot, dressed: Look, tmp_path: Path) -> Iterator[StartPage]:
    """Return the first start of a folder that is not there, its bodies offered."""
    clock = TickingClock()
    jobs = Jobs(_no_office, lambda: clock)
    made = StartPage(jobs, Words("vi"), dressed, tmp_path / "data")
    qtbot.addWidget(made)
    made.show()
    wait_until_answered(qtbot, jobs)
    yield made
    jobs.close()


def test_that_a_commune_of_no_list_may_begin_with_its_kind(page: StartPage, qtbot: QtBot) -> None:
    page.unit.search.setText(COMMUNE)
    assert not page.next.isEnabled()
    page.unit.kinds.setCurrentIndex(1)
    wait_until_answered(qtbot, page.unit._jobs)  # noqa: SLF001 (the page's own worker)
    assert page.unit.kind() is UnitKind.COMMUNE
    assert page.unit.proposals.isVisible()
    assert page.next.isEnabled()


def test_that_tab_comes_from_the_kind_to_the_reorganisations(page: StartPage, qtbot: QtBot) -> None:
    page.unit.search.setText(COMMUNE)
    page.unit.kinds.setCurrentIndex(1)
    wait_until_answered(qtbot, page.unit._jobs)  # noqa: SLF001 (the page's own worker)
    order = list(stops(page))
    after = order[order.index(page.unit.kinds) + 1]
    assert isinstance(after, QCheckBox)
    assert order[-1] is page.next


def test_that_enter_twice_begins_once(page: StartPage, qtbot: QtBot) -> None:
    page.unit.search.setText("Sở Ngoại vụ")
    page.unit.entered_all.emit()
    page.officer.lines["name"].setText("Nguyễn Văn A")
    page.officer.entered_all.emit()
    page.place.entered_all.emit()
    with qtbot.waitSignal(page.started):
        page.plan.entered_all.emit()
        page.plan.entered_all.emit()
    wait_until_answered(qtbot, page.unit._jobs)  # noqa: SLF001 (the page's own worker)
    assert not page.note.isVisible()


def test_that_a_folder_that_cannot_be_is_told_where_it_is_chosen(
    page: StartPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    page.unit.search.setText("Sở Ngoại vụ")
    page.unit.entered_all.emit()
    page.officer.lines["name"].setText("Nguyễn Văn A")
    page.officer.entered_all.emit()
    page.place.path.setText(str(tmp_path / "file" / "data"))
    page.place.entered_all.emit()
    page.plan.entered_all.emit()
    wait_until_answered(qtbot, page.unit._jobs)  # noqa: SLF001 (the page's own worker)
    assert page.steps.currentWidget() is page.place
    assert page.note.isVisible()


def _no_office(_folder: Path) -> AbstractContextManager[Office]:
    raise AssertionError
