"""The document tree as HTML of the small kind that Qt reads: a sheet of paper, to be looked at.

The text is drawn, and the chart and captions of annexes; their rows are counted. Each sentence is
a link whose address is its number among all of them (`lines_of`): so is each part of head and foot
that may be written over, and each place where a block was taken out. Paper is white and black in
the dark look too.
"""

from __future__ import annotations

from dataclasses import field
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Role, RowKind, Sentence
from ttdn_desktop.domain.report_apply import ADDRESSEES, NOTE, RECIPIENTS, SUBJECT
from ttdn_desktop.domain.report_edit import Mark
from ttdn_desktop.gui.theme import LIGHT
from ttdn_desktop.gui.widgets.paper_drawn import STAMP, chart, framed
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.document import Annex, Block, Closing, Document, Letterhead
    from ttdn_desktop.domain.report_apply import Edited
    from ttdn_desktop.gui.words import Words

INK, GAP_GROUND = LIGHT.ink, LIGHT.blank
BLANK = "……"
"""What the text prints where something of the plan is not known yet."""

_STYLES: Mapping[Role, str] = {
    Role.SECTION: "font-weight:bold",
    Role.CLAUSE: "font-weight:bold",
    Role.POINT: "font-weight:bold;font-style:italic",
    Role.GAP: f"background-color:{GAP_GROUND};font-style:italic",
}
_MARKS: Mapping[Role, str] = {Role.BULLET: "- "}
_GROUNDS: Mapping[Mark, str] = {Mark.NEW: LIGHT.accent_soft, Mark.STALE: LIGHT.bad_soft}
"""What is put in and what has lost its records is marked; the officer's own is quiet."""


@immutable
class Line:
    """A sentence on the sheet, and the key of the block it stands in."""

    block: str
    sentence: Sentence

    @property
    def tells(self) -> bool:
        """Tell whether there is something to be shown of it: its records, or its gap."""
        return bool(self.sentence.records) or self.block.endswith(".gap")

    @property
    def may_be_written_over(self) -> bool:
        """Tell whether it is the report's own text; annexes are made of the records alone."""
        return not self.block.startswith("annex.")


@immutable
class Paper:
    """Turns a document into HTML: `size` and `head` are the pixels of its text and of its head."""

    words: Words
    size: int
    head: int
    _numbers: Iterator[int] = field(default_factory=count)

    def html(self, document: Document, edited: Edited | None = None) -> str:
        """Return the whole sheet."""
        parts = [
            *self._head(document.head),
            *self._body(document.body, edited),
            self._closing(document.closing),
            *(self._annex(annex) for annex in document.annexes),
        ]
        return f'<div style="color:{INK}">{"".join(parts)}</div>'

    def _head(self, head: Letterhead) -> Iterator[str]:
        issuer = [*map(escape, head.parents), *(f"<b>{escape(line)}</b>" for line in head.issuer)]
        issuer.append(f"<b>{escape(head.star)}</b>" if head.star else self._rule(head.issuer))
        *above, last = head.motto
        motto = [*(f"<b>{escape(line)}</b>" for line in above), f"<b><u>{escape(last)}</u></b>"]
        number, place = _blanks(head.number_line), _blanks(head.place_date)
        marked = framed(head.mark, INK, self.head) if head.mark else ""
        yield (
            f'<table width="100%" style="font-size:{self.head}px"><tr>'
            f"{_cell(36, '<br>'.join(issuer))}{_cell(64, '<br>'.join(motto))}</tr><tr>"
            f"{_cell(36, number + marked)}{_cell(64, f'<i>{place}</i>')}</tr></table>"
        )
        yield self._centred(f"<b>{escape(head.title)}</b>", above=1)
        yield self._centred(f"<b>{self._link(escape(head.subject))}</b>")
        if head.subject_note:
            yield self._centred(f"<i>{self._link(_noted(head.subject_note))}</i>")
        if head.urgency:
            yield self._centred(framed(head.urgency, STAMP, self.size), above=0.4)
        names = "; ".join(head.addressees)
        if names:
            told = escape(self.words.say("report.paper.to", names=names))
            yield self._centred(self._link(told), above=0.6)

    def _rule(self, lines: Sequence[str]) -> str:
        """Return the rule under a name: from a third to a half of its last line."""
        room = "&nbsp;" * (2 * len(lines[-1]) if lines else 0)
        return f'<span style="font-size:{self.head // 2}px"><u>{room}</u></span>'

    def _body(self, blocks: Sequence[Block], edited: Edited | None) -> Iterator[str]:
        marks = {} if edited is None else edited.marks
        taken = _taken(edited)
        yield from (self._gone() for _key in taken.get("", ()))
        for block in blocks:
            yield self._block(block, marks.get(block.key, ()))
            yield from (self._gone() for _key in taken.get(block.key, ()))

    def _block(self, block: Block, marks: Sequence[Mark]) -> str:
        told = (*marks, *[Mark.GENERATED] * len(block.sentences))
        texts = (
            self._link(_noted(sentence.text), _GROUNDS.get(mark, ""))
            for sentence, mark in zip(block.sentences, told, strict=False)
        )
        look = _STYLES.get(block.role, "")
        inner = _MARKS.get(block.role, "") + " ".join(texts)
        return self._paragraph(f'<span style="{look}">{inner}</span>' if look else inner)

    def _gone(self) -> str:
        """Return the quiet line that stands where a block was taken out."""
        told = escape(self.words.say("report.paper.taken"))
        return self._paragraph(f"<i>{self._link(told, colour=LIGHT.quiet)}</i>")

    def _paragraph(self, inner: str) -> str:
        gap, indent = round(self.size * 0.4), round(self.size * 2)
        style = f"margin:{gap}px 0 0 0;text-indent:{indent}px;line-height:118%"
        return f'<p align="justify" style="{style}">{inner}</p>'

    def _link(self, inner: str, ground: str = "", colour: str = INK) -> str:
        """Return a sentence as the next link of the sheet."""
        style = f"color:{colour};text-decoration:none"
        if ground:
            style += f";background-color:{ground}"
        return f'<a href="{next(self._numbers)}" style="{style}">{inner}</a>'

    def _closing(self, closing: Closing) -> str:
        names = "<br>".join(_listed(closing))
        word = escape(self.words.say("report.paper.recipients"))
        names = self._link(names) if names else ""
        to = f'<span style="font-size:{self.size - 2}px"><b><i>{word}</i></b><br>{names}</span>'
        authority = "<br>".join(f"<b>{escape(line)}</b>" for line in closing.authority)
        signer = f"<br><br><br><b>{escape(closing.signer)}</b>"
        return (
            f'<p style="font-size:{self.size}px">&nbsp;</p><table width="100%"><tr>'
            f'<td width="50%" valign="top">{to}</td>{_cell(50, authority + signer)}</tr></table>'
        )

    def _annex(self, annex: Annex) -> str:
        count = sum(row.kind is not RowKind.GROUP for row in annex.table.rows)
        key, count = ("album", len(annex.pictures)) if annex.pictures else ("annex", count)
        told = self.words.say(
            f"report.paper.{key}", label=annex.label, title=annex.title, count=count
        )
        style = f"margin:{self.size}px 0 0 0;color:{LIGHT.quiet}"
        drawn = (f'<p align="center" style="{style}">{escape(told)}</p>', *self._drawn(annex))
        return "".join(drawn)

    def _drawn(self, annex: Annex) -> Iterator[str]:
        """Yield the chart as its figures, and each picture as its caption."""
        if annex.chart is not None:
            yield chart(annex.chart, self.head)
            yield self._centred(f"<i>{self._link(escape(annex.chart.title))}</i>")
        for each in annex.pictures:
            caption = self._link(escape(each.caption))
            yield self._centred(f"▣ <i>{caption}</i>", above=0.3)

    def _centred(self, inner: str, above: float = 0) -> str:
        gap = round(self.size * above)
        return f'<p align="center" style="margin:{gap}px 0 0 0">{inner}</p>'


def lines_of(document: Document, edited: Edited | None = None) -> tuple[Line, ...]:
    """Return all that may be chosen, numbered as its links are."""
    return tuple(_lines(document, _taken(edited)))


def _lines(document: Document, taken: Mapping[str, Sequence[str]]) -> Iterator[Line]:
    head, nothing = document.head, Sentence("")
    yield Line(SUBJECT, Sentence(head.subject))
    if head.subject_note:
        yield Line(NOTE, Sentence(head.subject_note))
    if head.addressees:
        yield Line(ADDRESSEES, Sentence("; ".join(head.addressees)))
    yield from (Line(key, nothing) for key in taken.get("", ()))
    for block in document.body:
        yield from (Line(block.key, each) for each in block.sentences)
        yield from (Line(key, nothing) for key in taken.get(block.key, ()))
    if document.closing.recipients:
        yield Line(RECIPIENTS, Sentence("\n".join(document.closing.recipients)))
    for annex in document.annexes:
        if annex.chart is not None:
            yield Line(annex.chart.key, Sentence(annex.chart.title, annex.chart.records))
        for each in annex.pictures:
            yield Line(each.key, Sentence(each.caption, each.records))


def _taken(edited: Edited | None) -> dict[str, list[str]]:
    """Return the keys of the blocks that were taken out, by the key of the one before them."""
    found: dict[str, list[str]] = {}
    for each in () if edited is None else edited.taken:
        found.setdefault(each.after, []).append(each.key)
    return found


def _listed(closing: Closing) -> Iterator[str]:
    """Yield the recipients as printed; who drafted it stands behind the last."""
    for number, name in enumerate(closing.recipients, start=1):
        last = number == len(closing.recipients)
        drafter = f" {escape(closing.drafter.removesuffix('.'))}." if closing.drafter else ""
        yield f"- {escape(name)}.{drafter}" if last else f"- {escape(name)};"


def _noted(text: str) -> str:
    """Return a text with what is blank in it marked."""
    marked = f'<span style="background-color:{GAP_GROUND}">{BLANK}</span>'
    return escape(text).replace(BLANK, marked)


def _blanks(text: str) -> str:
    return escape(text).replace("  ", "&nbsp;&nbsp;")


def _cell(share: int, inner: str) -> str:
    return f'<td width="{share}%" align="center" valign="top">{inner}</td>'
