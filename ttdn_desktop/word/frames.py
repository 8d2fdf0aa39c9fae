"""Framed words: the mark of a draft under the number, and the stamp of urgency in box 10b."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word.fitting import width_mm
from ttdn_desktop.word.layout import COLOUR, FRAME_LINE, MARK_EASE, STAMP_COLOUR, STAMPS, Element
from ttdn_desktop.word.lengths import eighths, point_twips, twips
from ttdn_desktop.word.markup import escape, indent, paragraph, run

if TYPE_CHECKING:
    from ttdn_desktop.word.bookmarks import Bookmarks

MARK_KEY, URGENCY_KEY = "head.mark", "head.urgency"
_SIDES = ("top", "left", "bottom", "right")
_STAMP_BELOW = 1.5  # mm under the paragraph it hangs on: level with the addressees, above the text
_STAMP_ABOVE = 3.0  # pt over its letters, so that they stand in the middle of 8 mm


def mark(text: str, column: float, marks: Bookmarks) -> str:
    """Return a word framed in the middle of a column of so many mm, or ""."""
    if not text:
        return ""
    side = max(0, twips((column - width_mm(Element.MARK, text)) / 2 - MARK_EASE))
    direct = _border(COLOUR, space=1) + indent(side, side)
    return paragraph(Element.MARK, marks.around(MARK_KEY, run(text)), direct=direct)


def stamp(text: str, marks: Bookmarks) -> str:
    """Return a khẩn stamp of the size ruled for its word, at the left edge of the text, or "".

    It takes no line of its own: the addressees stand beside it, as in the diagram of mục IV.
    Another word than the three of the decree is a mistake (KeyError).
    """
    if not text:
        return ""
    width, height = STAMPS[text]
    place = (
        f'<w:framePr w:w="{twips(width)}" w:h="{twips(height)}" w:hRule="exact" w:wrap="around" '
        f'w:vAnchor="text" w:hAnchor="margin" w:x="1" w:y="{twips(_STAMP_BELOW)}"/>'
    )
    above = f'<w:spacing w:before="{point_twips(_STAMP_ABOVE)}"/>'
    colour = f'<w:rPr><w:color w:val="{STAMP_COLOUR}"/></w:rPr>'
    letters = f"<w:r>{colour}<w:t>{escape(text)}</w:t></w:r>"
    direct = place + _border(STAMP_COLOUR, space=0) + above
    return paragraph(Element.URGENCY, marks.around(URGENCY_KEY, letters), direct=direct)


def _border(colour: str, space: int) -> str:
    look = f'w:val="single" w:sz="{eighths(FRAME_LINE)}" w:space="{space}" w:color="{colour}"'
    return f"<w:pBdr>{''.join(f'<w:{side} {look}/>' for side in _SIDES)}</w:pBdr>"
