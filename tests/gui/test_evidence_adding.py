"""Adding evidence: dropped, pasted, typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from tests.gui.desks import shown, wait_until_answered
from tests.gui.evidence_desk import listed
from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.gui.pages.evidence_page import EvidencePage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench


def test_that_dropped_files_come_to_what_is_unfiled(
    bench: Workbench,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    page = shown(qtbot, EvidencePage(bench))
    place = tmp_path / "Biên bản.pdf"
    place.write_bytes(b"%PDF")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(place))])

    _drop_on(page, mime)
    wait_until_answered(qtbot, bench.jobs)

    assert [row.name for row in listed(qtbot, bench, Shelf(unfiled=True))] == ["Biên bản.pdf"]
    assert page.list.filters.unfiled.text() == "Chưa xếp (1)"
    assert page.preview.proof is not None
    assert page.preview.proof.name == "Biên bản.pdf"


def _drop_on(page: EvidencePage, mime: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), copy, mime, left, plain))
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), copy, mime, left, plain))


def test_that_a_screenshot_is_pasted_as_a_png_and_shown(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(qtbot, EvidencePage(bench))
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    QGuiApplication.clipboard().setImage(image)

    next(act for act in page.actions() if act.shortcut().toString() == "Ctrl+Shift+V").trigger()
    wait_until_answered(qtbot, bench.jobs)

    (row,) = listed(qtbot, bench, Shelf())
    assert row.name.startswith("Ảnh chụp 2026-12-01 08")
    assert row.name.endswith(".png")
    assert page.preview.picture.has_picture


def test_that_a_document_is_understood_before_it_is_added(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(qtbot, EvidencePage(bench))
    line = page.document
    line.begin()
    line.field.setText("Kế hoạch số 157/KH-UBND ngày 17/01/2022 của Ủy ban nhân dân tỉnh")

    for part in ("Kế hoạch", "157/KH-UBND", "17/01/2022", "Ủy ban nhân dân tỉnh"):
        assert part in line.note.text()
    line.field.returnPressed.emit()
    wait_until_answered(qtbot, bench.jobs)

    assert page.preview.proof is not None
    assert page.preview.document.texts["number"].text() == "157/KH-UBND"
    assert line.field.text() == ""


def test_that_an_impossible_day_is_told_beside_the_line_and_nothing_lost(
    bench: Workbench, qtbot: QtBot
) -> None:
    page = shown(qtbot, EvidencePage(bench))
    line = page.document
    line.begin()
    line.field.setText("Công văn số 5/SNgV ngày 31/2/2026 của Sở Ngoại vụ")
    line.field.returnPressed.emit()
    wait_until_answered(qtbot, bench.jobs)

    assert line.error.isVisible()
    assert "31/2/2026" in line.error.text()
    assert line.field.text().startswith("Công văn")
    assert listed(qtbot, bench, Shelf()) == ()


def test_that_a_link_that_is_none_is_told_beside_the_line(bench: Workbench, qtbot: QtBot) -> None:
    page = shown(qtbot, EvidencePage(bench))
    page.link.begin()
    page.link.field.setText("không phải địa chỉ")
    page.link.field.returnPressed.emit()
    wait_until_answered(qtbot, bench.jobs)

    assert page.link.error.isVisible()
    assert page.link.field.text() == "không phải địa chỉ"
