"""Bringing many activities in from the page "Hoạt động": a button, and Ctrl+V on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from ttdn_desktop.gui.widgets.parts import button
from ttdn_desktop.services.ports import Pasted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QDialog, QWidget

    from ttdn_desktop.gui.pages.page import Page


class ActivityImport(QObject):
    """The button stands at the head of the page; a table pasted on the list is read at once."""

    def __init__(self, page: Page, pane: QWidget) -> None:
        """Add the button to a page, and the key to the pane that has its list."""
        super().__init__(page)
        self._page = page
        self.run: Callable[[QDialog], object] = lambda dialog: dialog.exec()
        self.button = button(page.bench.say("activity_import.menu"), self.open)
        page.actions_row.addWidget(self.button)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), pane)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.paste)

    def open(self, pasted: Pasted | None = None) -> None:
        """Show the dialog; with what was pasted it goes on to its second step."""
        from ttdn_desktop.gui.dialogs.activity_import_dialog import (  # noqa: PLC0415 (seldom)
            ActivityImportDialog,
        )

        dialog = ActivityImportDialog(self._page.window(), self._page.bench, pasted)
        self.run(dialog)
        dialog.deleteLater()

    def paste(self) -> None:
        """Take the table that lies on the clipboard; tell where there is none."""
        pasted = table_in(QGuiApplication.clipboard().mimeData())
        if pasted is not None:
            self.open(pasted)
        else:
            bench = self._page.bench
            bench.desktop.told.emit(bench.say("activity_import.no_table"), "warn")


def table_in(mime: QMimeData | None) -> Pasted | None:
    """Return what lies on a clipboard where it may be a table: cells apart by tabs, or HTML."""
    if mime is None:
        return None
    text = mime.text() if mime.hasText() else ""
    html = mime.html() if mime.hasHtml() else ""
    return Pasted(text, html) if "\t" in text or "<table" in html.casefold() else None
