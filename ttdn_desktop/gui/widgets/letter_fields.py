"""The letter that asks for a report: its number, its day, and who sent it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.named_field import NamedField

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench

_CITED = re.compile(r"Công văn số (?P<number>\S+) ngày (?P<day>\d\d/\d\d/\d{4}) của (?P<body>.+)")


class LetterFields(QWidget):
    """What was cited otherwise stands whole in the first field, and stays as it was typed."""

    def __init__(self, bench: Workbench) -> None:
        """Hold no letter."""
        super().__init__()
        say, look = bench.say, bench.look
        self.number, self.body = QLineEdit(), QLineEdit()
        self.day = DayField(say("rounds.letter_day"), say("report.day_hint"), bench.year)
        self.number.setPlaceholderText("12/SVHTTDL-TT")
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        row.addWidget(NamedField(look, say("rounds.letter_number"), self.number), 3)
        row.addWidget(NamedField(look, say("rounds.letter_day"), self.day), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(row)
        column.addWidget(NamedField(look, say("rounds.letter_body"), self.body))

    def show_letter(self, letter: str) -> None:
        """Show a letter as it is cited."""
        cited = _CITED.fullmatch(letter)
        self.number.setText(cited["number"] if cited else letter)
        self.day.setText(cited["day"] if cited else "")
        self.body.setText(cited["body"] if cited else "")

    def letter(self) -> str:
        """Return "Công văn số … ngày … của …"; raises KnownError as `DayField.day`."""
        number, day, body = tidy(self.number.text()), self.day.day(), tidy(self.body.text())
        if not number and not body and day is None:
            return ""
        if " " in number and day is None and not body:
            return number
        dated = f" ngày {short(day)}" if day else ""
        named = f" số {number}" if number else ""
        return f"Công văn{named}{dated}{f' của {body}' if body else ''}"
