"""An official document field by field, as it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from ttdn_desktop.domain.dates import short
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.wrapped_text import WrappedText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.domain.evidence import DocumentReference
    from ttdn_desktop.gui.workbench import Workbench

FIELDS = ("type", "number", "issued_on", "issuer", "excerpt", "written")


class DocumentFields(QWidget):
    """One row a field; those that are not known are left out."""

    def __init__(self, bench: Workbench) -> None:
        """Build the rows."""
        super().__init__()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(bench.look.px(12))
        self.form.setVerticalSpacing(bench.look.px(6))
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.texts: dict[str, WrappedText] = {}
        for key in FIELDS:
            self.texts[key] = text = WrappedText()
            self.form.addRow(label(bench.say(f"evidence.document.{key}"), "field"), text)

    def show_document(self, document: DocumentReference) -> None:
        """Show a document; its words as written where no number was found in them."""
        for key, text in known_fields(document).items():
            self.texts[key].say(text)
            self.form.setRowVisible(self.texts[key], bool(text))


def known_fields(document: DocumentReference) -> Mapping[str, str]:
    """Return what is known of a document, by field."""
    return {
        "type": document.type_name,
        "number": document.number,
        "issued_on": short(document.issued_on) if document.issued_on else "",
        "issuer": document.issuer,
        "excerpt": document.excerpt,
        "written": "" if document.number else document.written,
    }
