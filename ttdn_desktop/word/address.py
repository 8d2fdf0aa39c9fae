"""Box 13: how to reach the office, under a line across the text, at the foot of page 1 alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word.layout import COLOUR, FRAME_LINE, Element
from ttdn_desktop.word.lengths import eighths
from ttdn_desktop.word.markup import WORDML, paragraph, run

if TYPE_CHECKING:
    from collections.abc import Sequence

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
FIRST, NONE = "footer1", "footer2"
FEET = (FIRST, NONE)
"""The foot of page 1, and the empty one of the annexes' first pages, which would inherit it."""


def xml(lines: Sequence[str]) -> bytes:
    """Return a footer of lines under a rule from margin to margin (III.4), or an empty one."""
    look = f'w:val="single" w:sz="{eighths(FRAME_LINE)}" w:space="1" w:color="{COLOUR}"'
    rule = f"<w:pBdr><w:top {look}/></w:pBdr>"
    texts = (
        paragraph(Element.ADDRESS, run(line), direct="" if number else rule)
        for number, line in enumerate(lines)
    )
    inside = "".join(texts) or paragraph(Element.ADDRESS)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:ftr xmlns:w="{WORDML}">{inside}</w:ftr>'
    ).encode()
