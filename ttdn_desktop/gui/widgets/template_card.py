"""Mẫu báo cáo: which template reports are written on, what of it is used, and ours again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.dialogs.template_dialog import TemplateDialog
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
from ttdn_desktop.gui.widgets.parts import Card, Note, button, label
from ttdn_desktop.services import keep_template

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.keep_template import SeenTemplate

_FOLDER = "template"


class TemplateCard(Card):
    """What is found in a template is shown before it is put in place; one click restores ours."""

    def __init__(self, bench: Workbench) -> None:
        """Build the card; `refresh` asks what is in place."""
        super().__init__(bench.look, bench.say("settings.template"))
        self._bench = bench
        self.choose_file: Callable[[], str] = self._ask_file
        self.present = label("", wrap=True)
        self.choose = button(bench.say("settings.template_choose"), self._choose)
        self.look = button(bench.say("settings.template_look"), self._look)
        self.reset = button(bench.say("settings.template_reset"), self._reset)
        self.refusal = Note(bench.look, "bad")
        self._kept: SeenTemplate | None = None
        self.column.addWidget(self.present)
        self.column.addWidget(label(bench.say("settings.template_note"), "small", wrap=True))
        row = FlowLayout(gap=bench.look.px(8))
        row.addWidget(self.choose)
        row.addWidget(self.look)
        self.column.addLayout(row)
        self.column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.refusal)
        self._show(None)

    def refresh(self) -> None:
        """Read anew which template is in place."""
        reader = self._bench.tools.template_reader
        if reader is not None:
            self._bench.jobs.ask(
                lambda office: keep_template.shown(office, reader()), self._show, slot="template"
            )

    def look_at(self, path: Path) -> None:
        """Look at a template and ask whether it is to be put in place."""
        reader = self._bench.tools.template_reader
        if reader is not None:
            self.refusal.say("")
            self._bench.jobs.ask(
                lambda _office: keep_template.preview(reader(), path),
                self._offer,
                refused=self._refuse,
            )

    def _choose(self) -> None:
        if chosen := self.choose_file():
            preferences.keep_last_folder(_FOLDER, str(Path(chosen).parent))
            self.look_at(Path(chosen))

    def _ask_file(self) -> str:
        say = self._bench.say
        kinds = f"{say('settings.template_kinds')} (*.docx *.dotx)"
        folder = preferences.last_folder(_FOLDER)
        return QFileDialog.getOpenFileName(self, say("settings.template_choose"), folder, kinds)[0]

    def _offer(self, seen: SeenTemplate) -> None:
        dialog = TemplateDialog(self, self._bench, seen, is_new=True)
        dialog.wanted.connect(self._adopt)
        dialog.open()

    def _look(self) -> None:
        if self._kept is not None:
            TemplateDialog(self, self._bench, self._kept, is_new=False).open()

    def _adopt(self, seen: SeenTemplate) -> None:
        told = self._bench.say("settings.template_adopted", name=seen.name)
        self._bench.jobs.do(
            lambda office: keep_template.adopt(office, seen),
            lambda _none: self._done(told),
            refused=self._refuse,
        )

    def _reset(self) -> None:
        told = self._bench.say("settings.template_restored")
        self._bench.jobs.do(
            keep_template.restore_ours, lambda _done: self._done(told), refused=self._refuse
        )

    def _done(self, told: str) -> None:
        self._bench.desktop.told.emit(told, "good")
        self.refresh()

    def _show(self, kept: SeenTemplate | None) -> None:
        say = self._bench.say
        self._kept = kept
        own = "settings.template_own"
        self.present.setText(say(own, name=kept.name) if kept else say("settings.template_ours"))
        self.look.setVisible(kept is not None)
        self.reset.setVisible(kept is not None)

    def _refuse(self, error: KnownError) -> None:
        self.refusal.say(self._bench.words.refusal(error))
