"""The table of the layout check, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from ttdn_desktop.domain.format_finding import Finding, Severity, Spot, Where
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.gui import finding_words
from ttdn_desktop.gui.models.finding_columns import finding_columns
from ttdn_desktop.gui.models.row_model import RowModel
from ttdn_desktop.gui.theme import Look
from ttdn_desktop.gui.words import Words
from ttdn_desktop.word.check.table import RULES

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

DECREE = "Phụ lục I Nghị định số 30/2020/NĐ-CP"


def _finding(source: str = "II.6e", more: int = 0) -> Finding:
    return Finding(
        "body_size",
        Where(Spot.SECTION, "II", 3, "Sở đã…"),
        Notice("size", {"value": "12"}),
        Notice("size_span", {"low": "13", "high": "14"}),
        Severity.ERROR,
        repairable=True,
        more=more,
        source=source,
    )


def test_that_the_table_says_weight_rule_place_found_and_demanded(
    qtmodeltester: ModelTester,
) -> None:
    model = RowModel(finding_columns(Words("vi")), Look())
    model.set_rows([_finding(more=2), _finding()])
    qtmodeltester.check(model, force_py=True)

    cells = [model.data(model.index(0, n)) for n in range(model.columnCount())]
    assert cells == [
        "lỗi",
        "Cỡ chữ của lời văn",
        'mục II, đoạn thứ 3 "Sở đã…" (và 2 chỗ khác)',
        "cỡ chữ 12",
        "cỡ chữ từ 13 đến 14",
    ]
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ForegroundRole) == Look().color("bad")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("I.4", (f"khoản 4 mục I Phần I, {DECREE}",)),
        (
            "II.6đ, V.6b; ô 6",
            (
                f"điểm đ khoản 6 mục II Phần I, {DECREE}",
                f"dòng 6b bảng mẫu chữ (mục V Phần I), {DECREE}",
                f"ô số 6 của sơ đồ bố trí các thành phần thể thức, {DECREE}",
            ),
        ),
        ("Phụ lục III, mẫu 1.4", ("mẫu 1.4, Phụ lục III Nghị định số 30/2020/NĐ-CP",)),
        ("thông lệ", ("thông lệ soạn thảo, Nghị định không quy định",)),
    ],
)
def test_that_a_source_is_told_as_the_decree_is_cited(source: str, told: tuple[str, ...]) -> None:
    assert finding_words.source(Words("vi"), _finding(source)) == told


def test_that_only_practice_is_told_without_a_place_in_the_decree() -> None:
    words = Words("vi")
    practice = words.say("format.of_practice")
    told = {
        rule.source
        for rule in RULES
        if practice in finding_words.source(words, _finding(rule.source))
    }

    assert told == {"thông lệ"}
