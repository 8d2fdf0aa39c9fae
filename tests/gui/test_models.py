"""Tables: rows handed in, pages wished for once, answers to older questions let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.item_model import ItemModel, grouped
from ttdn_desktop.gui.models.paged_model import PAGE_ROWS, PAGES_KEPT, PagedModel
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.widgets.state_mark import MARK_ROLE, Mark, mark_of
from ttdn_desktop.services import show_overview

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.models.item_model import Line
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.workbench import Workbench

    Answered = Callable[[Jobs], None]

COUNT = PAGE_ROWS * (PAGES_KEPT + 10)
COLUMNS: tuple[TableColumn[int], ...] = (
    TableColumn(title="Số", text=str, width=40, right=True, tone=lambda _n: "warn"),
    TableColumn(title="Tên", text=lambda n: f"Hàng {n}", tip=lambda n: f"Cả hàng {n}"),
)


@pytest.fixture
def rows(dressed: Look) -> RowModel[int]:
    """Return a model that holds all its rows."""
    return RowModel(COLUMNS, dressed)


@pytest.fixture
def paged(dressed: Look) -> PagedModel[int]:
    """Return a model of many pages, with the first at hand."""
    made = PagedModel(COLUMNS, dressed)
    made.reset(COUNT, _page(0))
    return made


@pytest.fixture
def wanted(paged: PagedModel[int]) -> list[tuple[int, int]]:
    """Return the pages that the model wishes for."""
    told: list[tuple[int, int]] = []
    paged.wanted.connect(lambda generation, offset: told.append((generation, offset)))
    return told


def _page(number: int) -> Sequence[int]:
    return range(number * PAGE_ROWS, (number + 1) * PAGE_ROWS)


def test_that_a_model_of_rows_keeps_to_the_rules_of_qt(
    rows: RowModel[int], qtmodeltester: ModelTester
) -> None:
    rows.set_rows(range(5))
    qtmodeltester.check(rows)


def test_that_a_model_of_pages_keeps_to_the_rules_of_qt(
    paged: PagedModel[int], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(paged)


def test_that_a_model_of_items_keeps_to_the_rules_of_qt(
    filled_bench: Workbench, answered: Answered, qtmodeltester: ModelTester
) -> None:
    model = _items(filled_bench, answered)
    qtmodeltester.check(model)

    assert model.rowCount() > 10


def _items(bench: Workbench, answered: Answered) -> ItemModel:
    columns: tuple[TableColumn[Line], ...] = (
        TableColumn(title="TT", text=lambda line: line.code),
        TableColumn(title="Nhiệm vụ", text=lambda line: line.title),
        TableColumn(title="2026", text=lambda line: line.code),
    )
    model = ItemModel(columns, bench.look, {2: mark_of})
    bench.jobs.ask(
        lambda office: show_overview.overview(office, bench.year),
        lambda seen: model.set_rows(grouped(seen.items, {"direction": "II", "duty": "IV"})),
    )
    answered(bench.jobs)
    return model


def test_that_headings_cannot_be_chosen_and_items_bear_their_mark(
    filled_bench: Workbench, answered: Answered
) -> None:
    model = _items(filled_bench, answered)
    number = model.line_of("1.10")

    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(number, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert Mark(model.index(number, 2).data(MARK_ROLE)) in set(Mark)
    assert model.line_of("9.99") == -1


def test_that_a_cell_tells_its_text_its_whole_and_its_tone(
    rows: RowModel[int], dressed: Look
) -> None:
    rows.set_rows([7])
    number, name = rows.index(0, 0), rows.index(0, 1)

    assert number.data() == "7"
    assert number.data(Qt.ItemDataRole.ForegroundRole) == dressed.color("warn")
    assert number.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert name.data(Qt.ItemDataRole.ToolTipRole) == "Cả hàng 7"


def test_that_a_column_can_be_titled_anew(qtbot: QtBot, rows: RowModel[int]) -> None:
    with qtbot.waitSignal(rows.headerDataChanged):
        rows.retitle({1: "2026"})

    assert rows.headerData(1, Qt.Orientation.Horizontal) == "2026"


def test_that_each_page_is_wished_for_once(
    paged: PagedModel[int], wanted: list[tuple[int, int]]
) -> None:
    for _look in range(3):
        assert paged.row_at(PAGE_ROWS) is None
        assert paged.row_at(2 * PAGE_ROWS - 1) is None

    assert wanted == [(paged.generation, PAGE_ROWS)]


def test_that_a_page_that_has_come_is_shown(qtbot: QtBot, paged: PagedModel[int]) -> None:
    assert paged.index(PAGE_ROWS, 0).data() is None
    with qtbot.waitSignal(paged.dataChanged) as changed:
        paged.set_page(paged.generation, PAGE_ROWS, _page(1))

    assert changed.args is not None
    assert (changed.args[0].row(), changed.args[1].row()) == (PAGE_ROWS, 2 * PAGE_ROWS - 1)
    assert paged.index(PAGE_ROWS, 0).data() == str(PAGE_ROWS)


def test_that_an_answer_to_an_older_question_is_let_go(
    paged: PagedModel[int], wanted: list[tuple[int, int]]
) -> None:
    paged.row_at(PAGE_ROWS)
    older = paged.generation
    paged.reset(COUNT, _page(5))
    paged.set_page(older, PAGE_ROWS, _page(1))

    assert paged.row_at(PAGE_ROWS) is None
    assert wanted == [(older, PAGE_ROWS), (paged.generation, PAGE_ROWS)]


def test_that_only_the_pages_looked_at_lately_are_kept(
    paged: PagedModel[int], wanted: list[tuple[int, int]]
) -> None:
    for number in range(1, PAGES_KEPT + 1):
        paged.set_page(paged.generation, number * PAGE_ROWS, _page(number))
        assert paged.row_at(number * PAGE_ROWS) is not None

    assert paged.row_at(0) is None
    assert paged.row_at(PAGE_ROWS) == PAGE_ROWS
    assert wanted == [(paged.generation, 0)]


def test_that_nothing_is_wished_for_beyond_the_end(
    paged: PagedModel[int], wanted: list[tuple[int, int]]
) -> None:
    assert paged.row_at(COUNT) is None
    assert paged.row_at(-1) is None
    assert wanted == []


def test_that_an_empty_list_wishes_for_nothing(
    paged: PagedModel[int], wanted: list[tuple[int, int]]
) -> None:
    paged.reset(0, ())

    assert paged.rowCount() == 0
    assert paged.row_at(0) is None
    assert wanted == []
