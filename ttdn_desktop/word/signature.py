"""Boxes 7 and 9b: recipients at the left, authority, room to sign and name at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word import bookmarks
from ttdn_desktop.word.fitting import fit
from ttdn_desktop.word.layout import (
    CLOSING_COLUMNS,
    COLUMN_EASE,
    LOOKS,
    RECIPIENTS_WORD,
    Element,
)
from ttdn_desktop.word.lengths import twips
from ttdn_desktop.word.markup import paragraph, run, side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.document import Closing
    from ttdn_desktop.word.bookmarks import Bookmarks


def signature(closing: Closing, marks: Bookmarks) -> str:
    """Return the closing as one row that never breaks over two pages."""
    widths = [twips(width) for width in CLOSING_COLUMNS]
    return side_by_side(widths, [(_recipients(closing.recipients), _signer(closing, marks))])


def _recipients(names: Sequence[str]) -> str:
    if not names:
        return paragraph(Element.RECIPIENTS)
    mark = LOOKS[Element.RECIPIENT].mark
    ends = [";"] * (len(names) - 1) + ["."]
    lines = (run(f"{mark}{name}{end}") for name, end in zip(names, ends, strict=True))
    head = paragraph(Element.RECIPIENTS, run(RECIPIENTS_WORD))
    return head + "".join(paragraph(Element.RECIPIENT, line) for line in lines)


def _signer(closing: Closing, marks: Bookmarks) -> str:
    authority = fit(Element.AUTHORITY, closing.authority, CLOSING_COLUMNS[1] - 2 * COLUMN_EASE)
    name = marks.around(bookmarks.SIGNER, run(closing.signer))
    return paragraph(Element.AUTHORITY, run(authority.text)) + paragraph(Element.SIGNER, name)
