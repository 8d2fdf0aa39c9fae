"""Cần xem trước khi ký: each line leads to its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui.widgets.notices_card import NoticesCard
from ttdn_desktop.gui.wishes import OpenActivity, OpenItem
from ttdn_desktop.services.prepare_report import Finding

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


def _card(qtbot: QtBot, bench: Workbench, *findings: Finding) -> NoticesCard:
    card = NoticesCard(bench)
    qtbot.addWidget(card)
    card.show_all(findings, {"item": "1.10"})
    return card


def test_that_each_record_of_a_notice_opens_by_its_code(qtbot: QtBot, bench: Workbench) -> None:
    gaps = Finding("gaps", {"codes": "1.10"}, (), ("item",))
    bare = Finding("placeholder", {"count": 2}, ("a", "b"), (), ("A1", "A2"))
    items, activities = _card(qtbot, bench, gaps, bare).records

    for links, code, page, wish in (
        (items, "1.10", "tasks", OpenItem("1.10")),
        (activities, "A2", "activities", OpenActivity("b")),
    ):
        with qtbot.waitSignal(bench.desktop.page_wanted) as wanted:
            links.linkActivated.emit(code)
        assert wanted.args == [page, wish]


def test_that_a_long_list_says_how_many_more_there_are(qtbot: QtBot, bench: Workbench) -> None:
    ids = tuple(f"id{number}" for number in range(30))
    codes = tuple(f"A{number}" for number in range(30))
    many = Finding("placeholder", {"count": 30}, ids, (), codes)
    (links,) = _card(qtbot, bench, many).records

    assert "A23" in links.accessibleName()
    assert "A24" not in links.accessibleName()
    assert "và 6 mục khác" in links.text()
