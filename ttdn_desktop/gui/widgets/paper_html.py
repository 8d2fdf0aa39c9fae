"""The document tree as HTML of the small kind that Qt reads: a sheet of paper, to be looked at.

Only the text is drawn; annexes are counted. Each sentence that can tell something is a link whose
address is its number among all sentences. Paper is white and black in the dark look too.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Role, RowKind
from ttdn_desktop.gui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ttdn_desktop.domain.document import Annex, Block, Closing, Document, Letterhead, Sentence
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


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence on the sheet, and the key of the block it stands in."""

    block: str
    sentence: Sentence

    @property
    def tells(self) -> bool:
        """Tell whether there is something to be shown of it: its records, or its gap."""
        return bool(self.sentence.records) or self.block.endswith(".gap")


@dataclass(frozen=True, slots=True)
class Paper:
    """Turns a document into HTML: `size` and `head` are the pixels of its text and of its head."""

    words: Words
    size: int
    head: int

    def html(self, document: Document) -> str:
        """Return the whole sheet."""
        parts = [
            *self._head(document.head),
            *self._body(document.body),
            self._closing(document.closing),
            *(self._annex(annex) for annex in document.annexes),
        ]
        return f'<div style="color:{INK}">{"".join(parts)}</div>'

    def _head(self, head: Letterhead) -> Iterator[str]:
        issuer = [*map(escape, head.parents), *(f"<b>{escape(line)}</b>" for line in head.issuer)]
        nation, *rest = head.motto
        motto = [f"<b>{escape(nation)}</b>", *(f"<b><u>{escape(line)}</u></b>" for line in rest)]
        number, place = _blanks(head.number_line), _blanks(head.place_date)
        yield (
            f'<table width="100%" style="font-size:{self.head}px"><tr>'
            f"{_cell(36, '<br>'.join(issuer))}{_cell(64, '<br>'.join(motto))}</tr><tr>"
            f"{_cell(36, number)}{_cell(64, f'<i>{place}</i>')}</tr></table>"
        )
        yield self._centred(f"<b>{escape(head.title)}</b>", above=1)
        yield self._centred(f"<b>{escape(head.subject)}</b>")
        if head.subject_note:
            yield self._centred(f"<i>{_noted(head.subject_note)}</i>")
        names = "; ".join(head.addressees)
        if names:
            yield self._centred(escape(self.words.say("report.paper.to", names=names)), above=0.6)

    def _body(self, blocks: Sequence[Block]) -> Iterator[str]:
        number = 0
        for block in blocks:
            texts = []
            for sentence in block.sentences:
                texts.append(_sentence(number, Line(block.key, sentence)))
                number += 1
            gap, indent = round(self.size * 0.4), round(self.size * 2)
            style = f"margin:{gap}px 0 0 0;text-indent:{indent}px;line-height:118%"
            look = _STYLES.get(block.role, "")
            inner = _MARKS.get(block.role, "") + " ".join(texts)
            yield (
                f'<p align="justify" style="{style}"><span style="{look}">{inner}</span></p>'
                if look
                else f'<p align="justify" style="{style}">{inner}</p>'
            )

    def _closing(self, closing: Closing) -> str:
        names = "<br>".join(f"- {escape(name)};" for name in closing.recipients)
        word = escape(self.words.say("report.paper.recipients"))
        to = f'<span style="font-size:{self.size - 2}px"><b><i>{word}</i></b><br>{names}</span>'
        authority = "<br>".join(f"<b>{escape(line)}</b>" for line in closing.authority)
        signer = f"<br><br><br><b>{escape(closing.signer)}</b>"
        return (
            f'<p style="font-size:{self.size}px">&nbsp;</p><table width="100%"><tr>'
            f'<td width="50%" valign="top">{to}</td>{_cell(50, authority + signer)}</tr></table>'
        )

    def _annex(self, annex: Annex) -> str:
        count = sum(row.kind is not RowKind.GROUP for row in annex.table.rows)
        told = self.words.say(
            "report.paper.annex", label=annex.label, title=annex.title, count=count
        )
        style = f"margin:{self.size}px 0 0 0;color:{LIGHT.quiet}"
        return f'<p align="center" style="{style}">{escape(told)}</p>'

    def _centred(self, inner: str, above: float = 0) -> str:
        gap = round(self.size * above)
        return f'<p align="center" style="margin:{gap}px 0 0 0">{inner}</p>'


def lines_of(document: Document) -> tuple[Line, ...]:
    """Return all sentences of the text, numbered as their links are."""
    return tuple(Line(block.key, each) for block in document.body for each in block.sentences)


def _sentence(number: int, line: Line) -> str:
    text = _noted(line.sentence.text)
    if not line.tells:
        return text
    return f'<a href="{number}" style="color:{INK};text-decoration:none">{text}</a>'


def _noted(text: str) -> str:
    """Return a text with what is blank in it marked."""
    marked = f'<span style="background-color:{GAP_GROUND}">{BLANK}</span>'
    return escape(text).replace(BLANK, marked)


def _blanks(text: str) -> str:
    return escape(text).replace("  ", "&nbsp;&nbsp;")


def _cell(share: int, inner: str) -> str:
    return f'<td width="{share}%" align="center" valign="top">{inner}</td>'
