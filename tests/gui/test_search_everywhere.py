"""The search of the top bar, on a filled folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from ttdn_desktop.gui.search_everywhere import SearchEverywhere, serve
from ttdn_desktop.gui.wishes import ListActivities, ListEvidence, OpenActivity, OpenItem

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.gui.conftest import Answered
    from ttdn_desktop.gui.models.hit_model import Hit
    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    """Return a field that has the focus."""
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def _hits(search: SearchEverywhere) -> list[Hit]:
    model = search.popup.table.model()
    rows = (search.popup._model.row_at(number) for number in range(model.rowCount()))  # noqa: SLF001 (what the popup lists)
    return [row for row in rows if row is not None]


def test_that_each_kind_opens_its_page_with_its_wish(
    filled_bench: Workbench, field: QLineEdit, qtbot: QtBot
) -> None:
    search = serve(field, filled_bench)
    wishes: list[tuple[str, object]] = []
    filled_bench.desktop.page_wanted.connect(lambda page, wish: wishes.append((page, wish)))

    field.setText("thong")
    qtbot.waitUntil(lambda: search.popup.table.model().rowCount() > 0)
    for hit in _hits(search):
        if hit.run is not None:
            hit.run()

    assert {page for page, _wish in wishes} == {"tasks", "activities", "evidence"}
    kinds = {type(wish) for _page, wish in wishes}
    assert kinds == {OpenItem, OpenActivity, ListEvidence, ListActivities}
    assert wishes[-1] == ("activities", ListActivities(search="thong"))


def test_that_nothing_found_is_said(
    filled_bench: Workbench, field: QLineEdit, qtbot: QtBot
) -> None:
    search = serve(field, filled_bench)

    field.setText("khôngcótừnày")
    qtbot.waitUntil(lambda: search.popup.table.model().rowCount() == 1)

    assert _hits(search)[0].is_heading
    assert "khôngcótừnày" in _hits(search)[0].title


def test_that_a_field_serves_only_the_folder_that_is_open(
    filled_bench: Workbench, field: QLineEdit, answered: Answered, qtbot: QtBot
) -> None:
    serve(field, filled_bench)
    second = serve(field, filled_bench)

    qtbot.waitUntil(lambda: field.findChildren(SearchEverywhere) == [second])
    answered(filled_bench.jobs)
