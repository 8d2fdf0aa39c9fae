"""The right side of the page: which activity is in the form, the form, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from ttdn_desktop.gui import actions, instants
from ttdn_desktop.gui.widgets.activity_editor import ActivityEditor
from ttdn_desktop.gui.widgets.flow_layout import FlowLayout
from ttdn_desktop.gui.widgets.parts import Card, Note, button, label, rule, set_tone

if TYPE_CHECKING:
    from ttdn_desktop.gui.activity_opening import AtWork
    from ttdn_desktop.gui.workbench import Workbench

BUTTONS = {"record": "save", "duplicate": "duplicate", "history": "", "bin": "bin", "discard": ""}
"""The buttons at the foot, and the action whose keys each has."""


class ActivityPane(Card):
    """`wanted` tells the key of the button: "record", "duplicate", "history", "bin", "discard"."""

    wanted = Signal(str)

    def __init__(self, bench: Workbench) -> None:
        """Build the pane around the form."""
        super().__init__(bench.look, edge=0)
        self._bench = bench
        self.heading = label("", "heading")
        self.state = label("", "small")
        self.note = Note(bench.look, "plain")
        self.editor = ActivityEditor(bench)
        self.buttons = {key: self._button(key) for key in BUTTONS}
        self._build()

    def show_state(self, at: AtWork, *, edited: bool) -> None:
        """Say which activity it is, and whether what stands there is recorded."""
        say = self._bench.say
        recorded = at.activity_id is not None
        self.heading.setText(say("activity.old", code=at.code) if recorded else say("activity.new"))
        self.state.setText(self._state_told(at, edited=edited))
        set_tone(self.state, "warn" if edited else "good" if recorded else "")
        self.note.say(say(f"activity.{at.note}", **at.facts) if at.note and edited else "")
        self.buttons["duplicate"].setVisible(recorded)
        self.buttons["history"].setVisible(recorded)
        self.buttons["bin"].setVisible(recorded)
        self.buttons["discard"].setVisible(edited)

    def closed_adder(self) -> bool:
        """Close the line that adds evidence; return whether it was open."""
        adder = self.editor.fields.evidence.adder
        was_open = adder.isVisible()
        adder.hide()
        return was_open

    def _state_told(self, at: AtWork, *, edited: bool) -> str:
        say = self._bench.say
        if not edited:
            return say("activity.state.recorded" if at.activity_id else "activity.state.blank")
        if at.kept is not None and at.kept_at is not None:
            return say("activity.state.draft", when=instants.minute(at.kept_at))
        return say("activity.state.typed")

    def _build(self) -> None:
        look = self._bench.look
        edge = look.px(14)
        head = QHBoxLayout()
        head.setContentsMargins(edge, look.px(10), edge, 0)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.state)
        noted = QVBoxLayout()
        noted.setContentsMargins(edge, 0, edge, 0)
        noted.addWidget(self.note)
        foot = FlowLayout(gap=look.px(6))
        foot.setContentsMargins(edge, look.px(8), edge, look.px(10))
        for each in self.buttons.values():
            foot.addWidget(each)
        self.column.setSpacing(look.px(6))
        self.column.addLayout(head)
        self.column.addLayout(noted)
        self.column.addWidget(self.editor, 1)
        self.column.addWidget(rule())
        self.column.addLayout(foot)

    def _button(self, key: str) -> QPushButton:
        kind = {"record": "primary", "history": "quiet", "bin": "quiet", "discard": "quiet"}.get(
            key, ""
        )
        text = self._bench.say(f"activity.{key}")
        made = button(text, lambda: self.wanted.emit(key), kind)
        if bound := BUTTONS[key]:
            told = self._bench.say(f"actions.{bound}")
            made.setToolTip(f"{told} ({actions.shown(bound)})")
        return made
