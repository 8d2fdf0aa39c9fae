"""The form of a round: what sort it is, its days, who asks for it, and who is to have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout

from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.round import PERIODIC, Regime, Round
from ttdn_desktop.domain.round_presets import INTERNAL_DAYS, PRESETS, Preset, round_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.letter_fields import LetterFields
from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.scrolled_form import ScrolledForm
from ttdn_desktop.gui.widgets.wrapped_check import WrappedCheck
from ttdn_desktop.services.round_form import RoundForm

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench

ASKED = (Regime.THEMATIC, Regime.ADHOC, Regime.OBSTACLES)
"""What comes by letter: of no usual days."""

DAYS = ("first", "last", "cutoff", "internal", "sending")
_ROMAN = ("I", "II", "III", "IV")
_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class RoundFields(ScrolledForm):
    """`changed` tells that something else is asked for now."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Ask for the year by the decree."""
        super().__init__()
        self._bench = bench
        say = bench.say
        self.kind = QComboBox()
        self.why = label("", "quiet", wrap=True)
        hint = say("report.day_hint")
        self.days = {key: DayField(say(f"rounds.{key}"), hint, bench.year) for key in DAYS}
        self.name, self.to_whom = QLineEdit(), QLineEdit()
        self.letter = LetterFields(bench)
        self.estimate = WrappedCheck(bench.look, say("rounds.estimate"))
        self._days_why = label("", "small", wrap=True)
        self.say_internal_days(INTERNAL_DAYS)
        self._named = NamedField(bench.look, say("rounds.name"), self.name)
        self._build()
        self._listen()
        self._on_kind()

    def say_internal_days(self, days: int) -> None:
        """Say by how many working days a blank internal deadline goes before the sending day."""
        self._days_why.setText(self._bench.say("rounds.days_why", days=days))

    def regime(self) -> Regime:
        """Return what sort of report is asked for."""
        preset = self._preset()
        return preset.regime if preset else Regime(self.kind.currentData())

    def form(self) -> RoundForm:
        """Return what was typed; raises KnownError `day_needed` or `round_days_missing`."""
        days = {key: field.day() for key, field in self.days.items()}
        first, last = days["first"], days["last"]
        if first is None or last is None:
            raise KnownError("round_days_missing")
        return RoundForm(
            regime=self.regime(),
            year=self._bench.year,
            period=Span(first, last),
            cutoff=days["cutoff"],
            sending_day=days["sending"],
            internal_day=days["internal"],
            name=self.name.text(),
            letter=self.letter.letter(),
            addressee=self.to_whom.text(),
            estimate=self.estimate.is_ticked(),
        )

    def show_round(self, asked: Round, form: RoundForm) -> None:
        """Show a round that is there."""
        of_rule = (
            each.key
            for each in PRESETS
            if each.regime is form.regime and each.period(asked.year) == asked.period
        )
        self.kind.setCurrentIndex(max(0, self.kind.findData(next(of_rule, self._kind(form)))))
        shown = {
            "first": asked.period.first,
            "last": asked.period.last,
            "cutoff": form.cutoff,
            "internal": form.internal_day,
            "sending": form.sending_day,
        }
        for key, day in shown.items():
            self.days[key].show_day(day)
        self.name.setText(form.name)
        self.letter.show_letter(form.letter)
        self.to_whom.setText(form.addressee)
        self.estimate.box.setChecked(form.estimate)

    def _kind(self, form: RoundForm) -> str:
        """Return what is chosen for days that are of no rule."""
        usual = (each.key for each in PRESETS if each.regime is form.regime)
        return next(usual, form.regime.value)

    def _preset(self) -> Preset | None:
        return next((each for each in PRESETS if each.key == self.kind.currentData()), None)

    def _build(self) -> None:
        say, look = self._bench.say, self._bench.look
        for each in PRESETS:
            self.kind.addItem(self._named_preset(each), each.key)
        for regime in ASKED:
            self.kind.addItem(say(f"rounds.kind.{regime}"), regime.value)
        self.kind.setSizeAdjustPolicy(_NARROW)
        self.kind.setMinimumContentsLength(20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(8))
        column.addWidget(NamedField(look, say("rounds.sort"), self.kind))
        column.addWidget(self.why)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(8))
        for number, (key, field) in enumerate(self.days.items()):
            grid.addWidget(NamedField(look, say(f"rounds.{key}"), field), number // 2, number % 2)
        column.addLayout(grid)
        column.addWidget(self._days_why)
        column.addWidget(self.estimate)
        column.addWidget(self._named)
        column.addWidget(self.letter)
        column.addWidget(NamedField(look, say("rounds.to_whom"), self.to_whom))
        self.to_whom.setPlaceholderText(say("rounds.to_whom_hint"))
        column.addStretch(1)

    def _named_preset(self, each: Preset) -> str:
        if each.regime is Regime.QUARTER:
            return self._bench.say("rounds.kind.quarter", quarter=_ROMAN[each.part - 1])
        if each.regime is Regime.MONTH:
            return self._bench.say("rounds.kind.month", month=f"{each.part:02d}")
        return self._bench.say(f"rounds.kind.{each.key}")

    def _listen(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _number: self._on_kind())
        letter = self.letter
        for field in (
            *self.days.values(),
            *(self.name, self.to_whom, letter.number, letter.day, letter.body),
        ):
            field.editingFinished.connect(self.changed.emit)
        self.estimate.box.toggled.connect(lambda _on: self.changed.emit())

    def _on_kind(self) -> None:
        """Fill in the days of a usual round; what comes by letter keeps those that are there."""
        preset, say = self._preset(), self._bench.say
        self._named.setVisible(self.regime() not in PERIODIC)
        if preset is None:
            self.why.setText(say(f"rounds.why.{self.regime()}"))
        else:
            self.why.setText(say("rounds.why.periodic", source=preset.source))
            made = round_of(preset, self._bench.year, "")
            for key, day in (
                ("first", made.period.first),
                ("last", made.period.last),
                ("cutoff", made.cutoff),
                ("internal", None),
                ("sending", made.sending_day),
            ):
                self.days[key].show_day(day)
            self.estimate.box.setChecked(preset.estimate)
        self.changed.emit()
