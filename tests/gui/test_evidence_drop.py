"""The place where evidence is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ttdn_desktop.gui import clipboard_files
from ttdn_desktop.gui.widgets.evidence_drop import EvidenceDrop

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench

NAME = "Ảnh chụp 2026-12-01 0800.png"


@pytest.fixture
def drop(qtbot: QtBot, bench: Workbench) -> Iterator[EvidenceDrop]:
    made = EvidenceDrop(bench)
    qtbot.addWidget(made)
    yield made
    QGuiApplication.clipboard().clear()  # what lies there must not outlive Python


def _files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def _picture() -> QMimeData:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def _drop_on(widget: QWidget, mime: QMimeData) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(1, 1), copy, mime, left, plain))
    QApplication.sendEvent(widget, QDropEvent(QPointF(1, 1), copy, mime, left, plain))


def test_that_files_dropped_are_told_with_their_own_names_and_bytes(
    qtbot: QtBot, drop: EvidenceDrop, tmp_path: Path
) -> None:
    paper = tmp_path / "Biên bản.pdf"
    paper.write_bytes(b"%PDF")

    with qtbot.waitSignal(drop.files_dropped) as told:
        _drop_on(drop, _files(paper))

    files = told.args[0]
    assert [each.name for each in files] == ["Biên bản.pdf"]
    with files[0].open() as stream:
        assert stream.read() == b"%PDF"


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_that_a_file_dropped_on_a_field_of_the_pane_is_evidence_not_text(
    qtbot: QtBot, drop: EvidenceDrop, tmp_path: Path, make: type[QLineEdit | QPlainTextEdit]
) -> None:
    pane, field = QWidget(), make()
    column = QVBoxLayout(pane)
    column.addWidget(field)
    column.addWidget(drop)
    qtbot.addWidget(pane)
    drop.accept_on(pane)

    with qtbot.waitSignal(drop.files_dropped):
        _drop_on(field, _files(tmp_path / "Ảnh.jpg"))

    assert (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) == ""


def test_that_a_folder_gives_the_files_right_in_it_but_no_traces_of_programs(
    tmp_path: Path,
) -> None:
    for name in ("b.jpg", "a.jpg", ".hidden", "~$word.docx"):
        (tmp_path / name).touch()
    (tmp_path / "deeper").mkdir()

    files = clipboard_files.files_in(_files(tmp_path), NAME)

    assert [each.name for each in files] == ["a.jpg", "b.jpg"]


def test_that_a_screenshot_becomes_a_png_named_by_its_minute(
    qtbot: QtBot, drop: EvidenceDrop
) -> None:
    QGuiApplication.clipboard().setMimeData(_picture())

    with qtbot.waitSignal(drop.files_dropped) as told:
        assert drop.paste()

    assert [each.name for each in told.args[0]] == [NAME]
    with told.args[0][0].open() as stream:
        assert stream.read(8) == b"\x89PNG\r\n\x1a\n"


def test_that_an_address_dragged_from_a_browser_is_a_link(qtbot: QtBot, drop: EvidenceDrop) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://kontum.gov.vn/tin")])

    with qtbot.waitSignal(drop.links_dropped) as told:
        _drop_on(drop, mime)

    assert told.args == [["https://kontum.gov.vn/tin"]]


def test_that_an_empty_clipboard_gives_nothing(drop: EvidenceDrop) -> None:
    QGuiApplication.clipboard().clear()

    assert not drop.paste()


@pytest.mark.parametrize("with_text", [False, True])
def test_that_ctrl_v_in_a_field_pastes_text_before_the_picture_that_comes_with_it(
    qtbot: QtBot, drop: EvidenceDrop, *, with_text: bool
) -> None:
    pane = QWidget()
    field = QLineEdit()
    column = QVBoxLayout(pane)
    column.addWidget(field)
    column.addWidget(drop)
    qtbot.addWidget(pane)
    drop.accept_on(pane)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    field.setFocus()
    mime = _picture()
    if with_text:
        mime.setText("Lào")
    QGuiApplication.clipboard().setMimeData(mime)
    told: list[object] = []
    drop.files_dropped.connect(told.append)

    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert field.text() == ("Lào" if with_text else "")
    assert len(told) == (0 if with_text else 1)
