"""Lời văn cần chọn: where the records moved on beneath the officer's wording, one by one.

The words that go are struck, those that come underlined; neither is told by its colour alone.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser

from ttdn_desktop.domain.report_edit import OfferKind
from ttdn_desktop.domain.word_diff import word_diff
from ttdn_desktop.gui.widgets.change_view import marked_up
from ttdn_desktop.gui.widgets.parts import Card, button, label
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ttdn_desktop.domain.report_apply import Edited
    from ttdn_desktop.domain.report_edit import Offer
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.preview_report import Preview


_LEAST, _HEIGHT = 44, 104
"""How high what is to be decided may be; what is higher scrolls."""


@immutable
class Matter:
    """What is to be decided of a block: an offer, or its text that is lost or only typed."""

    block: str
    offer: Offer | None = None
    text: str = ""
    is_typed: bool = False


class OffersCard(Card):
    """Hidden while nothing is to be decided.

    `decided` tells block, offer and whether the new sentence is taken; `shown` the block that is
    looked at; `dropped` a lost block that is given up, `resumed` one whose draft goes on.
    """

    decided = Signal(str, object, bool)
    shown = Signal(str)
    dropped = Signal(str)
    resumed = Signal(str)

    def __init__(self, bench: Workbench) -> None:
        """Be hidden."""
        super().__init__(bench.look, edge=10)
        self._bench, say = bench, bench.say
        self.matters: tuple[Matter, ...] = ()
        self._at = 0
        self.count = label("", "small")
        self.told = label("", "heading", wrap=True)
        self.text = QTextBrowser()
        self.accept = button("", lambda: self._decide(take=True))
        self.keep = button("", lambda: self._decide(take=False))
        self.before = button("‹", lambda: self._go(-1), "quiet")
        self.after = button("›", lambda: self._go(1), "quiet")
        self.before.setAccessibleName(say("report.offers.before"))
        self.after.setAccessibleName(say("report.offers.after"))
        self._build()
        self.hide()

    @property
    def matter(self) -> Matter:
        """What is shown."""
        return self.matters[self._at]

    def show_preview(self, preview: Preview, *, writing: str) -> None:
        """Show what is to be decided; `writing` is the block that is in the editor."""
        self.matters = tuple(_matters(preview.edited, preview.typed, writing))
        self._at = min(self._at, max(len(self.matters) - 1, 0))
        self.setVisible(bool(self.matters) and not writing)
        self._show()

    def give_way(self) -> None:
        """Leave its place to the editor."""
        self.hide()

    def come_back(self) -> None:
        """Be shown again where something is to be decided."""
        self.setVisible(bool(self.matters))

    def take_focus(self) -> None:
        """Put the keyboard on the choice."""
        if self.matters:
            self.show()
            self.accept.setFocus()
            self.shown.emit(self.matter.block)

    def _build(self) -> None:
        look = self._bench.look
        self.text.setObjectName("reading")
        self.text.setAccessibleName(self._bench.say("report.offers"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().contentsChanged.connect(self._fit)
        self.text.setMinimumHeight(look.px(_LEAST))
        self.text.setMaximumHeight(look.px(_HEIGHT))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.told, 1)
        for each in (self.before, self.count, self.after):
            head.addWidget(each)
        for each in (self.accept, self.keep):
            foot.addWidget(each)
        foot.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.text)
        self.column.addLayout(foot)

    def _fit(self) -> None:
        """Ask for no more height than the text takes."""
        px, wanted = self._bench.look.px, round(self.text.document().size().height()) + 4
        self.text.setMaximumHeight(min(max(wanted, px(_LEAST)), px(_HEIGHT)))

    def _go(self, step: int) -> None:
        self._at = (self._at + step) % len(self.matters)
        self._show()
        self.shown.emit(self.matter.block)

    def _decide(self, *, take: bool) -> None:
        matter = self.matter
        if matter.offer is not None:
            self.decided.emit(matter.block, matter.offer, take)
        elif matter.is_typed:
            self.resumed.emit(matter.block)
        elif take:
            self.dropped.emit(matter.block)
        else:
            self.shown.emit(matter.block)

    def _show(self) -> None:
        if not self.matters:
            return
        say, matter, count = self._bench.say, self.matter, len(self.matters)
        self.count.setText(f"{self._at + 1}/{count}")
        self.count.setAccessibleName(say("report.offers.place", number=self._at + 1, count=count))
        for each in (self.before, self.count, self.after):
            each.setVisible(count > 1)
        kind = _kind(matter)
        self.told.setText(say(f"report.offers.{kind}"))
        self.text.setHtml("".join(self._parts(matter)))
        accept, keep = _BUTTONS[kind]
        self.accept.setText(say(f"report.offers.{accept}"))
        self.keep.setText(say(f"report.offers.{keep}") if keep else "")
        self.keep.setVisible(bool(keep))

    def _parts(self, matter: Matter) -> Iterator[str]:
        say, look = self._bench.say, self._bench.look
        offer = matter.offer
        if offer is None:
            yield f'<p style="margin:0">{escape(matter.text)}</p>'
            return
        if offer.new is not None:
            old = offer.new if offer.base is None else offer.base
            yield self._small(say("report.offers.fresh"))
            both = marked_up(look, word_diff(old.text, offer.new.text))
            yield f'<p style="margin:0">{both}</p>'
        if offer.kind is not OfferKind.NEW:
            stands = escape(offer.stands) or f"<i>{escape(say('report.offers.nothing'))}</i>"
            yield self._small(say("report.offers.stands"))
            yield f'<p style="margin:0">{stands}</p>'

    def _small(self, text: str) -> str:
        look = self._bench.look
        style = f"color:{look.tokens.quiet};margin:{look.px(6)}px 0 2px 0"
        return f'<p style="{style}">{escape(text)}</p>'


_BUTTONS = {
    "changed": ("accept", "keep"),
    "new": ("accept", "keep_new"),
    "new_aside": ("accept", "keep_new"),
    "gone": ("accept_gone", "keep"),
    "lost": ("drop", ""),
    "typed": ("go_on", ""),
}


def _kind(matter: Matter) -> str:
    if matter.offer is None:
        return "typed" if matter.is_typed else "lost"
    aside = matter.offer.kind is OfferKind.NEW and not matter.offer.stands
    return "new_aside" if aside else str(matter.offer.kind)


def _matters(edited: Edited, typed: Mapping[str, str], writing: str) -> Iterator[Matter]:
    for block, text in typed.items():
        if block != writing:
            yield Matter(block, text=text, is_typed=True)
    for block, offers in edited.offers.items():
        yield from (Matter(block, offer) for offer in offers)
    for edit in edited.lost:
        if edit.block not in edited.offers:
            yield Matter(edit.block, text=edit.text)
