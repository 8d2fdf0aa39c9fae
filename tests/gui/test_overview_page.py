"""The first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.pages.overview_page import OverviewPage
from ttdn_desktop.gui.widgets.link_line import LinkLine
from ttdn_desktop.gui.wishes import ShowPlan
from ttdn_desktop.services import confirm_successions

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


def test_that_a_filled_year_is_shown(qtbot: QtBot, filled_bench: Workbench) -> None:
    page = OverviewPage(filled_bench)
    qtbot.addWidget(page)

    with qtbot.waitSignal(page.filled):
        page.show()
        page.appear()

    assert page.items.model().rowCount() > 0


def test_that_an_empty_year_is_shown(qtbot: QtBot, bench: Workbench) -> None:
    page = OverviewPage(bench)
    qtbot.addWidget(page)

    with qtbot.waitSignal(page.filled):
        page.show()
        page.appear()


def test_that_open_reorganisations_lead_to_where_they_are_confirmed(
    qtbot: QtBot, bench: Workbench
) -> None:
    bench.jobs.do(_take_one_back, lambda _none: None)
    page = OverviewPage(bench)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.filled):
        page.show()
        page.appear()
    links = page.findChildren(LinkLine)
    link = next(each for each in links if "sắp xếp" in each.accessibleName())

    with qtbot.waitSignal(bench.desktop.page_wanted) as wanted:
        link.click()

    assert wanted.args == ["plan", ShowPlan("proposals")]


def _take_one_back(office: Office) -> None:
    code = confirm_successions.proposals(office)[0].code
    confirm_successions.confirm(office, (code,), confirmed=False)
