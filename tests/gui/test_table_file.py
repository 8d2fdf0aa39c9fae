"""The file that a table is written into: its place, its ending, and what was there before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.gui.desks import wait_until_answered
from ttdn_desktop.desk import table_writer
from ttdn_desktop.gui.table_file import TableFile

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench

EXCEL, WORD = "Tệp Excel (*.xlsx)", "Tệp Word (*.docx)"


@pytest.fixture
def file(qtbot: QtBot, bench: Workbench) -> TableFile:
    """Return what writes the list of tasks."""
    bench.tools = replace(bench.tools, table_writer=table_writer)
    owner = QWidget()
    qtbot.addWidget(owner)
    return TableFile(bench, owner, "plan")


def _save(qtbot: QtBot, file: TableFile, bench: Workbench, chosen: Path, kind: str) -> None:
    file.choose_target = lambda _suggested: (str(chosen), kind)
    file.save()
    wait_until_answered(qtbot, bench.jobs)


@pytest.mark.parametrize(
    ("chosen", "kind", "written"),
    [
        ("Danh mục.xlsx", EXCEL, "Danh mục.xlsx"),
        ("Danh mục.xlsx", WORD, "Danh mục.docx"),
        ("Danh mục.docx", EXCEL, "Danh mục.docx"),
        ("Danh mục 1.10", EXCEL, "Danh mục 1.10.xlsx"),
        ("Danh mục", "", "Danh mục.xlsx"),
    ],
)
def test_that_the_ending_is_that_of_the_kind_which_was_picked(
    qtbot: QtBot,
    file: TableFile,
    bench: Workbench,
    tmp_path: Path,
    chosen: str,
    kind: str,
    written: str,
) -> None:
    _save(qtbot, file, bench, tmp_path / chosen, kind)

    assert (tmp_path / written).read_bytes().startswith(b"PK")


def test_that_it_is_told_where_it_was_written(
    qtbot: QtBot, file: TableFile, bench: Workbench, tmp_path: Path
) -> None:
    told: list[str] = []
    file.written.connect(lambda _target, sentence: told.append(sentence))
    _save(qtbot, file, bench, tmp_path / "Danh mục.docx", WORD)

    assert told == [f'✓ Đã ghi danh mục ra "Danh mục.docx" trong thư mục {tmp_path}']


def test_that_a_file_the_dialog_did_not_ask_about_is_not_replaced_unasked(
    qtbot: QtBot, file: TableFile, bench: Workbench, tmp_path: Path
) -> None:
    there = tmp_path / "Danh mục.xlsx"
    there.write_text("của cán bộ", "utf-8")
    file.may_replace = lambda _target: False
    _save(qtbot, file, bench, tmp_path / "Danh mục", EXCEL)

    assert there.read_text("utf-8") == "của cán bộ"


def test_that_a_place_within_the_data_is_refused(
    qtbot: QtBot, file: TableFile, bench: Workbench
) -> None:
    told: list[str] = []
    file.refused.connect(told.append)
    _save(qtbot, file, bench, bench.folder / "Danh mục.xlsx", EXCEL)

    assert len(told) == 1
    assert not (bench.folder / "Danh mục.xlsx").exists()
