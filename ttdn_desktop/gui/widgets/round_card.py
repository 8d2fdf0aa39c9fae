"""Kỳ báo cáo: which days are reported, until when, to whom, and how much is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ttdn_desktop.domain.dates import Span, short
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.round import PERIODIC, Regime, Round
from ttdn_desktop.domain.round_presets import HALVES, NINE_MONTHS, QUARTERS, Preset
from ttdn_desktop.domain.round_presets import YEAR as YEAR_PRESET
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui.round_words import told_round
from ttdn_desktop.gui.widgets.day_field import DayField
from ttdn_desktop.gui.widgets.named_field import NamedField
from ttdn_desktop.gui.widgets.parts import Card, label, rule, set_tone
from ttdn_desktop.gui.widgets.round_links import RoundLinks
from ttdn_desktop.gui.widgets.vertical_scroll import VerticalScroll
from ttdn_desktop.gui.widgets.wrapped_link import WrappedLink
from ttdn_desktop.services import keep_rounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.keep_rounds import RoundLine
    from ttdn_desktop.services.prepare_report import Outlook
    from ttdn_desktop.services.preview_report import Preview

Days = Span | Round | Preset | None
"""What may be asked for: some days, a round that was made, a usual one, or the year."""

YEAR, HALF, NINE, DAYS = "year", "half", "nine", "days"
USUAL = {
    HALF: HALVES[0],
    "second_half": HALVES[1],
    NINE: NINE_MONTHS,
    **{f"quarter_{each.part}": each for each in QUARTERS},
}
"""The usual rounds that are offered beside the year."""

_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
FACTS = ("period", "cutoff", "internal", "sending", "unit", "recipient")
COUNTS = {"tasks": "tasks", "activities": "activities", "evidence": "evidence"}
"""What is counted, and the page that shows it."""


class RoundCard(Card):
    """`changed` tells that other days are asked for, and that they can be read."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        """Build the card, for the whole year."""
        super().__init__(bench.look, bench.say("report.round"))
        self._bench = bench
        self.kind = QComboBox()
        self.links = RoundLinks(bench)
        self._made: dict[str, Round] = {}
        hint = bench.say("report.day_hint")
        self.first = DayField(bench.say("report.first"), hint, bench.year)
        self.last = DayField(bench.say("report.last"), hint, bench.year)
        self.error = label("", "error", wrap=True)
        self.facts: dict[str, QLabel] = {}
        self.counts: dict[str, WrappedLink] = {}
        self.annexes = label("", "quiet", wrap=True)
        self._build()
        self.set_year()
        self.kind.currentIndexChanged.connect(lambda _number: self._on_kind())
        for field in (self.first, self.last):
            field.returnPressed.connect(self._on_days)
        self.links.made.connect(self._choose)

    def set_year(self) -> None:
        """Ask for the year that is looked at, from now on."""
        self.first.year = self.last.year = self._bench.year
        self.kind.blockSignals(True)  # noqa: FBT003 (Qt's)
        self.kind.setCurrentIndex(0)
        self.kind.blockSignals(False)  # noqa: FBT003 (Qt's)
        self._days.hide()
        self.tell("")

    def period(self) -> Days:
        """Return what is asked for, None for the whole year.

        Raises KnownError `period_half`, `period_backwards` or as `DayField.day`.
        """
        kind = self.kind.currentData()
        if kind == YEAR:
            return None
        if kind in USUAL:
            return USUAL[kind]
        if kind in self._made:
            return self._made[kind]
        first, last = self.first.day(), self.last.day()
        if first is None or last is None:
            raise KnownError("period_half")
        if last < first:
            raise KnownError("period_backwards", first=short(first), last=short(last))
        return Span(first, last)

    def tell(self, sentence: str) -> None:
        """Say what is wrong with the days, or nothing."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))

    def show_outlook(self, seen: Outlook) -> None:
        """Show the round and what it holds."""
        asked = seen.round
        period = f"{short(asked.period.first)} – {short(asked.period.last)}"
        self._set("period", period)
        self._set("cutoff", short(asked.cutoff))
        self._set("unit", seen.unit)
        self._set("recipient", seen.recipient)
        by_letter = self._bench.say("report.sending_asked")
        self._set("internal", short(seen.internal_day) if seen.is_due else "–")
        self._set("sending", short(asked.sending_day) if seen.is_due else by_letter)
        self.links.show_outlook(seen)
        self._ask_made()
        for key, link in self.counts.items():
            link.say(self._bench.say(f"report.count.{key}", count=grouped(getattr(seen, key))))

    def show_preview(self, seen: Preview, seen_outlook: Outlook) -> None:
        """Show how many days are left and how many annexes there will be."""
        say, is_due = self._bench.say, seen_outlook.is_due
        left = seen.days_left if is_due else None
        day = short(seen_outlook.round.sending_day)
        if left is not None:
            key = "report.days_left" if left >= 0 else "report.days_late"
            self._set("sending", say(key, day=day, days=abs(left)))
        tone = ("bad" if (left or 0) < 0 else "warn") if seen.late_matters and is_due else ""
        set_tone(self.facts["sending"], tone)
        self.annexes.setText(say("report.count.annexes", count=len(seen.document.annexes)))

    def _set(self, key: str, text: str) -> None:
        self.facts[key].setText(text)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self._bench.look.px(6), 0)
        column.setSpacing(self._bench.look.px(8))
        self._build_kind(column)
        self._build_facts(column)
        column.addStretch(1)
        self.column.addWidget(VerticalScroll(inside), 1)

    def _build_kind(self, column: QVBoxLayout) -> None:
        look, say = self._bench.look, self._bench.say
        for kind in (YEAR, *USUAL, DAYS):
            self.kind.addItem(say(f"report.kind.{kind}"), kind)
        self.kind.setAccessibleName(say("report.round"))
        self.kind.setSizeAdjustPolicy(_NARROW)
        self.kind.setMinimumContentsLength(5)
        self._days = QWidget()
        row = QHBoxLayout(self._days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(NamedField(look, say("report.first"), self.first))
        row.addWidget(NamedField(look, say("report.last"), self.last))
        for widget in (self.kind, self._days, self.error, self.links):
            column.addWidget(widget)

    def _build_facts(self, column: QVBoxLayout) -> None:
        for key in FACTS:
            fact = QVBoxLayout()
            fact.setSpacing(0)
            self.facts[key] = label("–", wrap=True)
            fact.addWidget(label(self._bench.say(f"report.{key}"), "field"))
            fact.addWidget(self.facts[key])
            column.addLayout(fact)
        column.addWidget(rule())
        counts = QVBoxLayout()
        counts.setSpacing(self._bench.look.px(6))
        for key, page in COUNTS.items():
            self.counts[key] = WrappedLink("–", self._opener(page))
            counts.addWidget(self.counts[key])
        counts.addWidget(self.annexes)
        column.addLayout(counts)

    def _ask_made(self) -> None:
        year = self._bench.year
        self._bench.jobs.ask(
            lambda office: keep_rounds.of_year(office, year), self._show_made, slot="made_rounds"
        )

    def _show_made(self, lines: Sequence[RoundLine]) -> None:
        """Offer the rounds that were made, behind the usual ones; what is chosen stays so."""
        usual = {each.period(self._bench.year) for each in USUAL.values()}
        made = [
            each.round
            for each in lines[1:]
            if each.round.terms.regime not in PERIODIC or each.round.period not in usual
        ]
        self._made = {each.id: each for each in made}
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)  # noqa: FBT003 (Qt's)
        while self.kind.count() > len(USUAL) + 2:
            self.kind.removeItem(self.kind.count() - 1)
        for each in made:
            self.kind.addItem(self._bench.say("rounds.made", **told_round(each)), each.id)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self.kind.blockSignals(False)  # noqa: FBT003 (Qt's)
        if self.kind.currentData() != chosen:
            self._on_kind()

    def _choose(self, made: Round) -> None:
        """Look at a round that was just made or changed."""
        usual = (key for key, each in USUAL.items() if each.period(made.year) == made.period)
        if made.terms.regime is Regime.ANNUAL and made.period == YEAR_PRESET.period(made.year):
            self.kind.setCurrentIndex(0)
        elif (key := next(usual, "")) and made.terms.regime in PERIODIC:
            self.kind.setCurrentIndex(self.kind.findData(key))
        else:
            self._made[made.id] = made
            if self.kind.findData(made.id) < 0:
                self.kind.addItem(self._bench.say("rounds.made", **told_round(made)), made.id)
            self.kind.setCurrentIndex(self.kind.findData(made.id))
        self.changed.emit()

    def _opener(self, page: str) -> Callable[[], None]:
        return lambda: self._bench.open(page)

    def _on_kind(self) -> None:
        own = self.kind.currentData() == DAYS
        self._days.setVisible(own)
        self.tell("")
        if own:
            self.first.setFocus()
            if not (self.first.text() and self.last.text()):
                return
        self._on_days()

    def _on_days(self) -> None:
        try:
            self.period()
        except KnownError as wrong:
            self.tell(self._bench.words.refusal(wrong))
            return
        self.tell("")
        self.changed.emit()
