"""Cài đặt, "Người ký": who may sign, and who does today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.signing import MARKS, signer_on
from ttdn_desktop.gui.dialogs.signer_dialog import SignerDialog
from ttdn_desktop.gui.widgets.parts import Card, button, label
from ttdn_desktop.gui.widgets.wrapped_link import WrappedLink
from ttdn_desktop.services import keep_signers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.keep_signers import KnownSigner


class SignersCard(Card):
    """Each signer is a link to what is known of them."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card, with nobody in it."""
        super().__init__(bench.look, bench.say("settings.signers"))
        self._bench = bench
        self.links: list[WrappedLink] = []
        self.none = label(bench.say("settings.signers_none"), "small", wrap=True)
        self.dialog: SignerDialog | None = None
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.add = button(bench.say("settings.signer_add"), self.ask)
        self.column.addWidget(self.none)
        self.column.addWidget(inside)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Read who may sign."""
        self._bench.jobs.ask(keep_signers.all_signers, self._show, slot="signers")

    def ask(self, known: KnownSigner | None = None) -> None:
        """Ask about a signer, or a new one."""
        signer, identity = (known.signer, known.id) if known else (None, None)
        self.dialog = SignerDialog(self, self._bench, signer, identity)
        self.dialog.open()

    def _show(self, signers: Sequence[KnownSigner]) -> None:
        for link in self.links:
            link.deleteLater()
        today = signer_on((each.signer for each in signers), self._bench.today)
        self.links = [self._link(each, now=each.signer == today) for each in signers]
        for link in self.links:
            self._lines.addWidget(link)
        self.none.setVisible(not signers)

    def _link(self, known: KnownSigner, *, now: bool) -> WrappedLink:
        say, signer = self._bench.say, known.signer
        told = ", ".join(filter(None, (signer.name, signer.title.replace("\n", ", "))))
        if signer.form in MARKS:
            told = f"{told} ({MARKS[signer.form]})"
        days = say("settings.signer_days", since=_day(signer.since), until=_day(signer.until))
        parts = [told, days] if signer.since or signer.until else [told]
        if now:
            parts.append(say("settings.signer_now"))
        return WrappedLink(" · ".join(parts), lambda: self.ask(known))


def _day(day: date | None) -> str:
    return short(day) if day else "…"
