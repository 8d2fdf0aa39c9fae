"""What can be done about the round that is looked at: another, this one, what was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.gui.dialogs.missed_dialog import MissedDialog
from ttdn_desktop.gui.dialogs.pictures_dialog import PicturesDialog
from ttdn_desktop.gui.dialogs.round_dialog import RoundDialog
from ttdn_desktop.gui.dialogs.targets_dialog import TargetsDialog
from ttdn_desktop.gui.widgets.wrapped_link import WrappedLink

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_report import Outlook


class RoundLinks(QWidget):
    """`made` tells the round that was made or changed."""

    made = Signal(object)

    def __init__(self, bench: Workbench) -> None:
        """Show the links; what was missed is offered once something was."""
        super().__init__()
        self._bench = bench
        self._outlook: Outlook | None = None
        say = bench.say
        self.other = WrappedLink(say("rounds.other"), self.open_other)
        self.this = WrappedLink(say("rounds.this"), self.open_this)
        self.targets = WrappedLink(say("rounds.targets_open"), self.open_targets)
        self.pictures = WrappedLink(say("rounds.pictures_open"), self.open_pictures)
        self.missed = WrappedLink("–", self.open_missed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(bench.look.px(4))
        for link in (self.other, self.this, self.missed, self.pictures, self.targets):
            column.addWidget(link)
        self.this.hide()
        self.missed.hide()

    def show_outlook(self, seen: Outlook) -> None:
        """Offer what can be done about a round."""
        self._outlook = seen
        self.this.show()
        self.missed.setVisible(seen.missed > 0)
        facts = {"count": seen.missed, "taken": seen.taken}
        self.missed.say(self._bench.say("rounds.missed_open", **facts))

    def open_other(self) -> RoundDialog:
        """Make another round."""
        return self._open(RoundDialog(self, self._bench))

    def open_this(self) -> RoundDialog | None:
        """Change the round that is looked at."""
        if self._outlook is None:
            return None
        return self._open(RoundDialog(self, self._bench, self._outlook.round))

    def open_missed(self) -> MissedDialog | None:
        """Choose among what was missed before."""
        if self._outlook is None:
            return None
        dialog = MissedDialog(self, self._bench, self._outlook.round)
        dialog.open()
        return dialog

    def open_pictures(self) -> PicturesDialog | None:
        """Choose the photos that annex IV prints."""
        if self._outlook is None:
            return None
        dialog = PicturesDialog(self, self._bench, self._outlook.round)
        dialog.open()
        return dialog

    def open_targets(self) -> TargetsDialog:
        """Type the year's targets."""
        dialog = TargetsDialog(self, self._bench)
        dialog.open()
        return dialog

    def _open(self, dialog: RoundDialog) -> RoundDialog:
        dialog.written.connect(self.made.emit)
        dialog.open()
        return dialog
