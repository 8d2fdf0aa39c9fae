"""A line of figures: which one, its value, that of its pair, and the parts of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout

from ttdn_desktop.gui.activity_form_text import ReadingText
from ttdn_desktop.gui.reading_texts import ABOUT_WORD, ESTIMATE_WORD, named
from ttdn_desktop.gui.widgets.choosing_edit import ChoosingEdit
from ttdn_desktop.gui.widgets.enter_button import EnterButton
from ttdn_desktop.gui.widgets.figure_part_row import FigurePartRow
from ttdn_desktop.gui.widgets.parts import label
from ttdn_desktop.gui.widgets.tab_ordered import LATE
from ttdn_desktop.gui.widgets.typed_row import TypedRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.gui.matching import Choice
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.prepare_form import FormDesk


class FigureRow(TypedRow[ReadingText]):
    """Before a value stand the words "khoảng" and "ước"; the menu puts them there too."""

    def __init__(self, bench: Workbench, desk: FormDesk, choices: Sequence[Choice]) -> None:
        """Be empty."""
        super().__init__(bench.look)
        self._bench, self._desk = bench, desk
        self._code = ""
        self.which = ChoosingEdit()
        self.value, self.pair_value = QLineEdit(), QLineEdit()
        self.unit, self.pair_unit = label("", "small"), label("", "small")
        self.more = EnterButton("⋯")
        self.parts: list[FigurePartRow] = []
        self._part_column = QVBoxLayout()
        self._build()
        self.offer(choices)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer indicators, the likeliest first."""
        self.which.offer(choices)

    def text(self) -> ReadingText:
        """Return what was typed."""
        return ReadingText(
            self._code,
            "" if self._code else self.which.text(),
            self.value.text(),
            self.pair_value.text() if self._pair() else "",
            tuple(part.text() for part in self.parts),
        )

    def show_text(self, text: ReadingText) -> None:
        """Show what was typed before."""
        self._code = text.code if text.code in self._desk.catalogue else ""
        indicator = self._indicator()
        self.which.setText(indicator.name if indicator else text.name)
        self.value.setText(text.value)
        self.pair_value.setText(text.pair_value)
        while self.parts:
            self._drop(self.parts[-1])
        self._on_indicator()
        for part in text.parts:
            self._append().show_text(part)

    def complain(self, sentence: str, part: int | None = None) -> None:
        """Say what is wrong, and mark the part where it is."""
        super().complain(sentence)
        for number, row in enumerate(self.parts):
            row.complain(wrong=number == part and bool(sentence))

    def add_part(self) -> None:
        """Add a part, and go to it."""
        self._append().setFocus()
        self.edited.emit()

    def mark(self, word: str) -> None:
        """Put "ước" or "khoảng" before the values, or take it away."""
        for field in (self.value, self.pair_value):
            words = field.text().split()
            if word in words:
                words.remove(word)
            elif words:
                place = 1 if words[0] == ESTIMATE_WORD else 0
                words.insert(place if word == ABOUT_WORD else 0, word)
            field.setText(" ".join(words))

    def _build(self) -> None:
        look, say = self.look, self._bench.say
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(look.px(6))
            self.body.addLayout(row)
        self.body.addLayout(self._part_column)
        self._part_column.setSpacing(look.px(4))
        self.which.setPlaceholderText(say("activity.which_figure"))
        names = {self.which: "which_figure", self.value: "value", self.pair_value: "pair_value"}
        for field, name in names.items():
            field.setAccessibleName(say(f"activity.{name}"))
        self.value.setPlaceholderText(say("activity.value_hint"))
        top.addWidget(self.which, 1)
        top.addWidget(self._menu_button())
        for widget in (self.value, self.unit, self.pair_value, self.pair_unit):
            below.addWidget(widget, 100 if isinstance(widget, QLineEdit) else 0)
        for field in (self.value, self.pair_value):
            field.setAcceptDrops(False)
            field.setMinimumWidth(look.px(52))
            field.setMaximumWidth(look.px(108))
        below.addStretch(1)
        self.setFocusProxy(self.which)
        self.which.picked.connect(self._on_picked)
        self.which.textEdited.connect(self._on_typed)
        for field in (self.value, self.pair_value):
            field.textChanged.connect(self.edited)
        self._on_indicator()

    def _menu_button(self) -> QPushButton:
        say = self._bench.say
        menu = QMenu(self.more)
        menu.addAction(say("activity.add_part"), self.add_part)
        menu.addAction(say("activity.about"), lambda: self.mark(ABOUT_WORD))
        menu.addAction(say("activity.estimate"), lambda: self.mark(ESTIMATE_WORD))
        menu.addSeparator()
        menu.addAction(say("activity.remove_figure"), self.removed.emit)
        self.more.setProperty("kind", "quiet")
        self.more.setProperty("slim", "true")
        self.more.setProperty(LATE, True)  # noqa: FBT003 (Qt's)
        self.more.setAccessibleName(say("activity.figure_menu"))
        self.more.setToolTip(say("activity.figure_menu"))
        self.more.setMenu(menu)
        return self.more

    def _on_picked(self, code: str) -> None:
        self._code = code
        self._on_indicator()
        self.value.setFocus()
        self.edited.emit()

    def _on_typed(self, words: str) -> None:
        known = named(words, self._desk.catalogue)
        self._code = known.code if known else ""
        self._on_indicator()
        self.edited.emit()

    def _on_indicator(self) -> None:
        indicator, pair = self._indicator(), self._pair()
        self.unit.setText(indicator.unit if indicator else "")
        self.pair_unit.setText(pair.unit if pair else "")
        self.which.setToolTip(indicator.name if indicator else "")
        for widget in (self.pair_value, self.pair_unit):
            widget.setVisible(pair is not None)
            widget.setToolTip(pair.name if pair else "")
        for part in self.parts:
            part.offer(indicator, self._desk)

    def _indicator(self) -> Indicator | None:
        return self._desk.catalogue.get(self._code)

    def _pair(self) -> Indicator | None:
        indicator = self._indicator()
        return self._desk.catalogue.get(indicator.pair) if indicator and indicator.pair else None

    def _append(self) -> FigurePartRow:
        part = FigurePartRow(self._bench)
        part.offer(self._indicator(), self._desk)
        part.edited.connect(self.edited)
        part.removed.connect(lambda: self._on_part_removed(part))
        self.parts.append(part)
        self._part_column.addWidget(part)
        return part

    def _on_part_removed(self, part: FigurePartRow) -> None:
        self._drop(part)
        self.value.setFocus()
        self.edited.emit()

    def _drop(self, part: FigurePartRow) -> None:
        self.parts.remove(part)
        self._part_column.removeWidget(part)
        part.hide()
        part.deleteLater()
