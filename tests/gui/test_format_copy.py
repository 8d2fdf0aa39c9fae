"""Kiểm tra thể thức: the copy in which what is safe is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.desks import shown, wait_until_answered
from tests.gui.format_desk import MARGIN, ORDER, SIZE, checked, faulty_file, rules, show_tab
from ttdn_desktop.gui.pages.format_page import FormatPage
from ttdn_desktop.gui.widgets.finding_list import REPAIRED, TABS

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> FormatPage:
    """Return the page with no file yet."""
    return shown(qtbot, FormatPage(bench))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """Return a file with three faults."""
    return faulty_file(tmp_path / "bao-cao.docx")


def _repair(qtbot: QtBot, page: FormatPage, target: Path) -> list[str]:
    suggested: list[str] = []

    def choose(name: str) -> str:
        suggested.append(name)
        return str(target)

    page.copy.choose_target = choose
    QTest.mouseClick(page.bar.repair, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, page.bench.jobs)
    return suggested


def test_that_a_repaired_copy_is_written_beside_and_gone_on_with(
    qtbot: QtBot, page: FormatPage, faulty: Path
) -> None:
    before = faulty.read_bytes()
    checked(qtbot, page, faulty)
    target = faulty.with_name("bao-cao (đã sửa thể thức).docx")

    suggested = _repair(qtbot, page, target)

    assert suggested == [str(target)]
    assert target.exists()
    assert faulty.read_bytes() == before
    assert page.bar.name.text() == target.name
    assert rules(page) == [ORDER]
    assert "đã sửa 2 điểm" in page.note.text.text()
    assert "Lề trái; Cỡ chữ của lời văn" in page.note.text.text()
    assert "Còn 1 điểm" in page.note.text.text()


def test_that_what_was_put_right_is_listed_apart(
    qtbot: QtBot, page: FormatPage, faulty: Path, tmp_path: Path
) -> None:
    checked(qtbot, page, faulty)
    assert not page.list.tabs.isTabVisible(TABS.index(REPAIRED))
    _repair(qtbot, page, tmp_path / "copy.docx")

    show_tab(page, REPAIRED)

    assert rules(page) == [MARGIN, SIZE]
    assert "Đã sửa trong bản sao này" in page.card.reading.toPlainText()


def test_that_a_name_without_its_ending_gets_it(
    qtbot: QtBot, page: FormatPage, faulty: Path, tmp_path: Path
) -> None:
    checked(qtbot, page, faulty)

    _repair(qtbot, page, tmp_path / "copy")

    assert (tmp_path / "copy.docx").exists()


def test_that_a_file_is_not_replaced_unasked_by_a_name_without_its_ending(
    qtbot: QtBot, page: FormatPage, faulty: Path, tmp_path: Path
) -> None:
    (tmp_path / "copy.docx").write_bytes(b"mine")
    page.copy.may_replace = lambda _target: False
    checked(qtbot, page, faulty)

    _repair(qtbot, page, tmp_path / "copy")

    assert (tmp_path / "copy.docx").read_bytes() == b"mine"


def test_that_a_repair_over_the_file_itself_is_refused_in_one_line(
    qtbot: QtBot, page: FormatPage, faulty: Path
) -> None:
    before = faulty.read_bytes()
    checked(qtbot, page, faulty)

    _repair(qtbot, page, faulty)

    assert page.note.isVisible()
    assert "trùng với chính tệp" in page.note.text.text()
    assert faulty.read_bytes() == before
