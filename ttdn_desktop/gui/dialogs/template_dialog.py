"""What is found in a template of the office's own: what is used, and what cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from ttdn_desktop.gui.dialogs.dialog import Dialog
from ttdn_desktop.gui.widgets.parts import label, set_tone
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.keep_template import SeenTemplate

WIDTH, HEIGHT = 640, 440


class TemplateDialog(Dialog):
    """`wanted` tells the template that is to be put in place, where it is a new one."""

    wanted = Signal(object)  # SeenTemplate

    def __init__(
        self, parent: QWidget | None, bench: Workbench, seen: SeenTemplate, *, is_new: bool
    ) -> None:
        """List the findings: what is used first."""
        super().__init__(parent, bench.look, bench.say("settings.template_title", name=seen.name))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._seen = bench, seen
        inside = ScrolledForm()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, bench.look.px(8), 0)
        self._list.setSpacing(bench.look.px(6))
        for taken in (True, False):
            self._add(taken=taken)
        self._list.addStretch(1)
        self.body.addWidget(VerticalScroll(inside, by_keys=True), 1)
        if is_new:
            self.add_button(bench.say("dialogs.cancel"), self.reject)
            self.use = self.add_button(bench.say("settings.template_use"), self._use, "primary")
        else:
            self.add_button(bench.say("dialogs.close"), self.reject, "primary")
        self.grow(WIDTH, HEIGHT)

    def _add(self, *, taken: bool) -> None:
        say, words = self._bench.say, self._bench.words
        found = [each for each in self._seen.findings if each.taken is taken]
        if not found and not taken:
            return
        key = "settings.template_taken" if taken else "settings.template_left"
        self._list.addWidget(label(say(key), "heading"))
        for each in found:
            told = words.shared(f"template.{each.key}", **each.facts)
            line = label(f"{'✓' if taken else '!'} {told}", wrap=True)
            set_tone(line, "" if taken else "warn")
            self._list.addWidget(line)
        if not found:
            self._list.addWidget(label(say("settings.template_nothing"), "quiet", wrap=True))

    def _use(self) -> None:
        self.wanted.emit(self._seen)
        self.accept()
