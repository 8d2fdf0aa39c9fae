"""The tables of the page "Kế hoạch và đơn vị"."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ttdn_desktop.domain.succession import SuccessionKind
from ttdn_desktop.gui.models.columns import TableColumn
from ttdn_desktop.gui.models.plan_model import PlanLine, PlanModel, plan_lines
from ttdn_desktop.gui.models.proposal_model import ProposalModel
from ttdn_desktop.gui.theme import Look
from ttdn_desktop.gui.words import Words
from ttdn_desktop.services.confirm_successions import ProposalRow
from ttdn_desktop.services.shipped import plan

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


def _row(code: str, *, confirmed: bool = False) -> ProposalRow:
    return ProposalRow(
        code,
        SuccessionKind.MERGE,
        ("Sở Kế hoạch và Đầu tư",),
        ("Sở Tài chính",),
        date(2025, 3, 1),
        "Quyết định",
        "",
        "",
        concerns_unit=False,
        confirmed=confirmed,
    )


def _proposals(*rows: ProposalRow) -> ProposalModel:
    columns: tuple[TableColumn[ProposalRow], ...] = (
        TableColumn(title="Xác nhận", text=lambda _row: ""),
        TableColumn(title="Mã", text=lambda row: row.code),
    )
    model = ProposalModel(columns, Look())
    model.set_rows(rows)
    return model


def _plan() -> PlanModel:
    columns: tuple[TableColumn[PlanLine], ...] = (
        TableColumn(title="TT", text=lambda line: line.code),
        TableColumn(title="Nội dung", text=lambda line: line.title),
    )
    return PlanModel(columns, Look())


def test_that_the_proposals_keep_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = _proposals(_row("A"), _row("B", confirmed=True))

    qtmodeltester.check(model)


def test_that_the_plan_keeps_the_rules_of_models(qtmodeltester: ModelTester) -> None:
    model = _plan()
    model.set_rows(tuple(plan_lines(plan(), Words("vi"))))

    qtmodeltester.check(model)


def test_that_the_whole_plan_is_listed_in_its_order() -> None:
    lines = tuple(plan_lines(plan(), Words("vi")))

    codes = [line.code for line in lines if line.item is not None]
    assert codes[:6] == ["II.1", "II.2", "II.3", "II.4", "II.5", "1.1"]
    assert codes[-1] == "IV.7"
    assert lines[0].is_plan


def test_that_headings_cannot_be_chosen() -> None:
    model = _plan()
    model.set_rows((PlanLine("II", "Nhiệm vụ, giải pháp"), PlanLine("", "Chung", is_plan=True)))

    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.ItemIsEnabled
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_that_a_tick_is_a_wish_and_shown_only_once_written(qtbot: QtBot) -> None:
    model = _proposals(_row("A"))
    first = model.index(0, 0)

    with qtbot.waitSignal(model.ticked) as wished:
        model.setData(first, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)

    assert wished.args == ["A", True]
    assert model.data(first, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
