"""What Qt says by itself: context menus, file dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from ttdn_desktop.gui.qt_words import QtWords
from ttdn_desktop.gui.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def translated(qapp: QApplication) -> Iterator[QtWords]:
    """Let Qt speak Vietnamese for the length of a test."""
    words = QtWords(Words("vi"), qapp)
    qapp.installTranslator(words)
    yield words
    qapp.removeTranslator(words)


@pytest.mark.usefixtures("translated")
def test_that_the_menu_of_a_field_is_vietnamese(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    texts = {action.text().partition("\t")[0] for action in menu.actions() if action.text()}

    assert texts == {"Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"}


@pytest.mark.usefixtures("translated")
def test_that_the_buttons_of_a_file_dialog_say_something_and_it_in_vietnamese(
    qtbot: QtBot,
) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    texts = {button.text() for button in dialog.findChildren(QPushButton)}

    assert texts == {"Mở", "Hủy"}


@pytest.mark.usefixtures("translated")
def test_that_what_we_do_not_translate_keeps_the_words_of_qt() -> None:
    assert QCoreApplication.translate("QDialog", "Never heard of") == "Never heard of"


def test_that_english_leaves_the_words_of_qt(qapp: QApplication) -> None:
    words = QtWords(Words("en"), qapp)

    assert words.translate("QLineEdit", "Cu&t") in {None, "Cut"}
