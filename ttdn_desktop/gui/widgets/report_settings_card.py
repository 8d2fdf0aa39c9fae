"""Cài đặt, "Báo cáo": what stands around the text of every report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ttdn_desktop.domain.report_options import ReportOptions
from ttdn_desktop.gui.widgets.growing_text import GrowingText
from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.gui.widgets.parts import Card, button, label, set_tone
from ttdn_desktop.gui.widgets.wrapped_check import WrappedCheck
from ttdn_desktop.services import keep_report_options

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

TICKS = ("addressed", "draft_mark", "signer_named", "task_codes")


class ReportSettingsCard(Card):
    """What is typed stays until it is written, also when the folder changes meanwhile."""

    def __init__(self, bench: Workbench) -> None:
        """Build the form; nothing is read yet."""
        super().__init__(bench.look, bench.say("settings.report"))
        self._bench = bench
        self._kept = ReportOptions()
        self.drafter = QLineEdit()
        self.recipients = GrowingText(bench.look, 3, 6)
        self.ticks = {
            key: WrappedCheck(bench.look, bench.say(f"settings.report_{key}")) for key in TICKS
        }
        self.state = label("", "small", wrap=True)
        self.write = button(bench.say("settings.write"), self.save)
        self._build()

    @property
    def is_changed(self) -> bool:
        """Tell whether something is set that is not written."""
        return self.options() != self._kept

    def options(self) -> ReportOptions:
        """Return what is set, as it is typed."""
        lines = self.recipients.text().split("\n") if self.recipients.text() else []
        return ReportOptions(
            drafter=self.drafter.text(),
            recipients=tuple(lines),
            **{key: tick.is_ticked() for key, tick in self.ticks.items()},
        )

    def refresh(self) -> None:
        """Read what is wanted; what is set and not written is left alone."""
        self._bench.jobs.ask(keep_report_options.current, self._show, slot="report_options")

    def save(self) -> None:
        """Write what is set."""
        options = self.options()

        def write(office: Office) -> ReportOptions:
            return keep_report_options.save(office, options)

        self.write.setEnabled(False)
        self._bench.jobs.do(write, self._written, refused=self._bench.jobs.refused.emit)

    def _build(self) -> None:
        look, say = self._bench.look, self._bench.say
        self.drafter.setPlaceholderText(say("settings.report_drafter_hint"))
        self.column.addWidget(NamedField(look, say("settings.report_drafter"), self.drafter))
        self.column.addWidget(NamedField(look, say("settings.report_recipients"), self.recipients))
        self.column.addWidget(label(say("settings.report_recipients_why"), "small", wrap=True))
        for tick in self.ticks.values():
            self.column.addWidget(tick)
            tick.box.toggled.connect(lambda _on: self._show_state())
        foot = QHBoxLayout()
        foot.setSpacing(look.px(8))
        foot.addWidget(self.state, 1)
        foot.addWidget(self.write)
        self.column.addLayout(foot)
        self.drafter.textChanged.connect(lambda _text: self._show_state())
        self.recipients.textChanged.connect(self._show_state)
        self._fill(self._kept)

    def _show(self, options: ReportOptions) -> None:
        if not self.is_changed:
            self._fill(options)

    def _fill(self, options: ReportOptions) -> None:
        self._kept = options
        self.drafter.setText(options.drafter)
        self.recipients.set_text("\n".join(options.recipients))
        for key, tick in self.ticks.items():
            tick.box.setChecked(getattr(options, key))
        self._show_state()

    def _written(self, options: ReportOptions) -> None:
        self.write.setEnabled(True)
        self._fill(options)
        self._bench.desktop.told.emit(self._bench.say("settings.report_written"), "good")

    def _show_state(self) -> None:
        self.state.setText(self._bench.say("settings.unwritten") if self.is_changed else "")
        set_tone(self.state, "warn" if self.is_changed else "")
