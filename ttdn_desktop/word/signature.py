"""Boxes 7 and 9b: recipients at the left, authority, room to sign and name at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word import bookmarks
from ttdn_desktop.word.fitting import fit
from ttdn_desktop.word.layout import (
    CLOSING_COLUMNS,
    COLUMN_EASE,
    INITIALS_ROOM,
    LOOKS,
    RECIPIENTS_WORD,
    Element,
)
from ttdn_desktop.word.lengths import twips
from ttdn_desktop.word.markup import paragraph, run, side_by_side

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Closing
    from ttdn_desktop.word.bookmarks import Bookmarks


def signature(closing: Closing, marks: Bookmarks) -> str:
    """Return the closing as one row that never breaks over two pages."""
    widths = [twips(width) for width in CLOSING_COLUMNS]
    return side_by_side(widths, [(_recipients(closing, marks), _signer(closing, marks))])


def _recipients(closing: Closing, marks: Bookmarks) -> str:
    if not closing.recipients:
        return paragraph(Element.RECIPIENTS)
    mark = LOOKS[Element.RECIPIENT].mark
    *others, last = closing.recipients
    texts = [*(f"{mark}{name};" for name in others), f"{mark}{_filed(last, closing.drafter)}"]
    head = paragraph(Element.RECIPIENTS, run(RECIPIENTS_WORD))
    lines = (
        marks.around(f"{bookmarks.RECIPIENT}.{number}", run(text))
        for number, text in enumerate(texts, start=1)
    )
    return head + "".join(paragraph(Element.RECIPIENT, line) for line in lines)


def _filed(last: str, drafter: str) -> str:
    """Return the line "Lưu", with box 12 in its corner (mẫu 1.4, notes 9 and 10)."""
    return f"{last}. {drafter.removesuffix('.')}." if drafter else f"{last}."


def _signer(closing: Closing, marks: Bookmarks) -> str:
    side = INITIALS_ROOM if closing.initials_room else COLUMN_EASE
    fitted = fit(Element.AUTHORITY, closing.authority, CLOSING_COLUMNS[1] - 2 * side)
    authority = marks.around(bookmarks.AUTHORITY, run(fitted.text))
    name = marks.around(bookmarks.SIGNER, run(closing.signer))
    return paragraph(Element.AUTHORITY, authority) + paragraph(Element.SIGNER, name)
