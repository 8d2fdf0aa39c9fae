"""Người ký: one who may sign, in what form, from when to when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from ttdn_desktop.domain.signing import MARKS, Signer, SignForm
from ttdn_desktop.gui.dialogs.step_dialog import StepDialog
from ttdn_desktop.services import keep_signers

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


class SignerDialog(StepDialog):
    """Without a signer who is known it asks about a new one."""

    def __init__(
        self,
        parent: QWidget | None,
        bench: Workbench,
        known: Signer | None = None,
        identity: str | None = None,
    ) -> None:
        """Show a signer, or nobody yet."""
        title = bench.say("settings.signer_known" if known else "settings.signer_new")
        super().__init__(parent, bench, title)
        self._id = identity
        self.name = QLineEdit(known.name if known else "")
        self.position = QLineEdit(known.title.replace("\n", "; ") if known else "")
        self.form = QComboBox()
        for form in SignForm:
            told = bench.say(f"settings.form.{form}")
            self.form.addItem(f"{MARKS[form]} {told}" if form in MARKS else told, form)
        self.form.setCurrentIndex(self.form.findData(known.form if known else SignForm.DIRECT))
        self.add_field("signer_name", self.name)
        self.add_field("signer_title", self.position)
        self.add_field("signer_form", self.form)
        self.since = self.add_day("signer_since", known.since if known else None)
        self.until = self.add_day("signer_until", known.until if known else None)
        self.add_text(bench.say("settings.signer_why"), "small")
        if identity is not None:
            told = bench.say("settings.signer_remove")
            self.remove = self.add_button(told, self._remove, "danger")
        self.finish(bench.say("course.write"))

    def work(self) -> Callable[[Office], str]:
        """Return what writes the signer; several titles are lines of their own."""
        signer = Signer(
            name=self.name.text(),
            title="\n".join(self.position.text().split(";")),
            form=SignForm(self.form.currentData()),
            since=self.since.day(),
            until=self.until.day(),
        )
        identity, say = self._id, self.bench.say

        def write(office: Office) -> str:
            keep_signers.save(office, signer, identity)
            return say("settings.signer_written")

        return write

    def _remove(self) -> None:
        identity, say = self._id or "", self.bench.say

        def take_off(office: Office) -> str:
            keep_signers.remove(office, identity)
            return say("settings.signer_removed")

        self.bench.jobs.do(take_off, self._written, refused=self.refuse)
