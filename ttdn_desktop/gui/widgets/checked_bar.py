"""Which file was checked, what came of it in a line, and what can be done with the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.gui.widgets.parts import button, label, set_tone

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.format_finding import Checked
    from ttdn_desktop.gui.workbench import Workbench


class CheckedBar(QWidget):
    """`open_wanted` and `repair_wanted` are about the file that is shown."""

    open_wanted = Signal()
    repair_wanted = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Build the bar, for no file yet."""
        super().__init__()
        self._say = bench.say
        self._repairable = False
        self.name = label("", "heading", wrap=True)
        self.count = label("", wrap=True)
        self.open_file = button(bench.say("format.open_file"), self.open_wanted.emit)
        self.repair = button(bench.say("format.repair"), self.repair_wanted.emit)
        self.repair.setToolTip(bench.say("format.repair_tip"))
        told = QVBoxLayout()
        told.setSpacing(bench.look.px(2))
        told.addWidget(self.name)
        told.addWidget(self.count)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(bench.look.px(8))
        row.addLayout(told, 1)
        row.addWidget(self.open_file)
        row.addWidget(self.repair)

    def show_file(self, path: Path, checked: Checked) -> None:
        """Say what was found in a file."""
        self.name.setText(path.name)
        self.name.setToolTip(str(path))
        counts = dict.fromkeys(Severity, 0)
        for each in checked.findings:
            counts[each.severity] += 1
        self.count.setText(self._counted(counts))
        set_tone(self.count, _tone(checked, counts[Severity.ERROR]))
        self._repairable = any(each.repairable for each in checked.findings)
        self.repair.setEnabled(self._repairable)

    def be_busy(self, *, busy: bool) -> None:
        """Let the file alone while it is worked on."""
        self.repair.setEnabled(self._repairable and not busy)

    def _counted(self, counts: dict[Severity, int]) -> str:
        parts = [self._say(f"format.count.{each}", count=n) for each, n in counts.items() if n]
        if not counts[Severity.ERROR]:
            parts.insert(0, self._say("format.no_error"))
        return ", ".join(parts)


def _tone(checked: Checked, errors: int) -> str:
    if errors:
        return "bad"
    return "good" if checked.ok else "warn"
