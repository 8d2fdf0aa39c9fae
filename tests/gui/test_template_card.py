"""Mẫu báo cáo: a template is looked at before it is put in place, and ours is one click away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.gui.desks import wait_until_answered
from tests.word.own_files import template
from ttdn_desktop.desk import template_reader
from ttdn_desktop.gui.dialogs.template_dialog import TemplateDialog
from ttdn_desktop.gui.widgets.template_card import TemplateCard

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


@pytest.fixture
def card(qtbot: QtBot, bench: Workbench) -> TemplateCard:
    """Return the card of a folder with the program's template."""
    bench.tools = replace(bench.tools, template_reader=template_reader)
    made = TemplateCard(bench)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    wait_until_answered(qtbot, bench.jobs)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a template with text in it."""

    def more(document: Document) -> None:
        document.add_paragraph("Nội dung mẫu")

    path = tmp_path / "Mẫu của Sở.docx"
    path.write_bytes(template(more))
    return path


def _dialog(qtbot: QtBot, bench: Workbench, card: TemplateCard, file: Path) -> TemplateDialog:
    card.choose_file = lambda: str(file)
    QTest.mouseClick(card.choose, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)
    found = card.findChild(TemplateDialog)
    assert found is not None
    return found


def test_that_ours_is_in_place_at_first(card: TemplateCard) -> None:
    assert card.present.text() == "Đang dùng mẫu của chương trình."
    assert card.reset.isHidden()
    assert card.look.isHidden()


def test_that_what_is_found_is_shown_before_anything_is_written(
    qtbot: QtBot, bench: Workbench, card: TemplateCard, file: Path
) -> None:
    dialog = _dialog(qtbot, bench, card, file)
    told = [each.text() for each in dialog.findChildren(QLabel)]
    assert "✓ Đầu trang của mẫu." in told
    assert "! Nội dung có sẵn trong mẫu không đưa vào báo cáo." in told
    dialog.reject()
    card.refresh()
    wait_until_answered(qtbot, bench.jobs)
    assert card.present.text() == "Đang dùng mẫu của chương trình."


def test_that_it_is_put_in_place_and_ours_restored_with_one_click(
    qtbot: QtBot, bench: Workbench, card: TemplateCard, file: Path
) -> None:
    dialog = _dialog(qtbot, bench, card, file)
    QTest.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)
    assert card.present.text() == "Đang dùng mẫu của cơ quan: Mẫu của Sở.docx"
    assert not card.look.isHidden()
    QTest.mouseClick(card.reset, Qt.MouseButton.LeftButton)
    wait_until_answered(qtbot, bench.jobs)
    assert card.present.text() == "Đang dùng mẫu của chương trình."


def test_that_a_file_that_is_no_template_is_told(
    qtbot: QtBot, bench: Workbench, card: TemplateCard, tmp_path: Path
) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"x")
    card.look_at(broken)
    wait_until_answered(qtbot, bench.jobs)
    assert "hỏng.docx" in card.refusal.text.text()
    assert not card.refusal.isHidden()
