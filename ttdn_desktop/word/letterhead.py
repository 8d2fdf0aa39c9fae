"""Boxes 1 to 5 and 9a: who writes, the motto, number and day, kind, subject, addressees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word import bookmarks
from ttdn_desktop.word.fitting import fit, rule_under, width_mm
from ttdn_desktop.word.frames import mark, stamp
from ttdn_desktop.word.layout import (
    ADDRESS_WORD,
    COLUMN_EASE,
    HEAD_COLUMNS,
    LOOKS,
    PORTRAIT,
    TITLE_WIDTH,
    Element,
)
from ttdn_desktop.word.lengths import point_twips, twips
from ttdn_desktop.word.markup import indent, paragraph, run, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.document import Letterhead
    from ttdn_desktop.word.bookmarks import Bookmarks

_LEFT, _RIGHT = HEAD_COLUMNS
_LETTER_GAP = 24.0  # pt between the head of a công văn and Kính gửi; mẫu 1.5 leaves more


def letterhead(head: Letterhead, marks: Bookmarks) -> Iterator[str]:
    """Yield the head of page 1, from the two columns down to the addressees."""
    number = marks.around(bookmarks.NUMBER, run(head.number_line))
    day = marks.around(bookmarks.PLACE_DATE, run(head.place_date))
    yield side_by_side(
        [twips(width) for width in HEAD_COLUMNS],
        [
            (_issuer(head, marks), _motto(head.motto)),
            (
                paragraph(Element.NUMBER, number)
                + _subject_below(head, marks)
                + mark(head.mark, _LEFT, marks),
                paragraph(Element.PLACE_DATE, day),
            ),
        ],
    )
    if head.title:
        yield from _title(head, marks)
    yield stamp(head.urgency, marks)
    above = LOOKS[Element.ADDRESSEE].before if head.title else _LETTER_GAP
    yield from _addressees(head.addressees, above, marks)


def _subject_below(head: Letterhead, marks: Bookmarks) -> str:
    """Return box 5b of a công văn, or ""; it looks as the number does, in its style."""
    if head.title:
        return ""
    fitted = fit(Element.NUMBER, [head.subject], _LEFT - 2 * COLUMN_EASE)
    return paragraph(Element.NUMBER, marks.around(bookmarks.SUBJECT, run(fitted.text)))


def _issuer(head: Letterhead, marks: Bookmarks) -> str:
    width = _LEFT - 2 * COLUMN_EASE
    above = fit(Element.PARENT, head.parents, width)
    below = fit(Element.ISSUER, head.issuer, width)
    parent_lines = paragraph(Element.PARENT, run(above.text)) if above.lines else ""
    name = paragraph(Element.ISSUER, marks.around(bookmarks.ISSUER, run(below.text)))
    star = paragraph(Element.STAR, run(head.star)) if head.star else rule_under(below, _LEFT)
    return parent_lines + name + star


def _motto(lines: Sequence[str]) -> str:
    """Return Quốc hiệu and Tiêu ngữ; one line alone is the heading of a body of the Party."""
    width = _RIGHT - 2 * COLUMN_EASE
    if len(lines) == 1:
        alone = fit(Element.PARTY, lines, width)
        return paragraph(Element.PARTY, run(alone.text)) + rule_under(alone, _RIGHT)
    nation, *rest = lines
    motto = fit(Element.MOTTO, rest, width)
    return (
        paragraph(Element.NATION, run(nation))
        + paragraph(Element.MOTTO, run(motto.text))
        + rule_under(motto, _RIGHT)
    )


def _title(head: Letterhead, marks: Bookmarks) -> Iterator[str]:
    subject = fit(Element.SUBJECT, [head.subject], TITLE_WIDTH)
    yield paragraph(Element.KIND, marks.around(bookmarks.KIND, run(head.title)))
    yield paragraph(Element.SUBJECT, marks.around(bookmarks.SUBJECT, run(subject.text)))
    if head.subject_note:
        note = fit(Element.SUBJECT_NOTE, [head.subject_note], TITLE_WIDTH)
        yield paragraph(Element.SUBJECT_NOTE, run(note.text))
    yield rule_under(subject, PORTRAIT.text_width)


def _addressees(names: Sequence[str], above: float, marks: Bookmarks) -> Iterator[str]:
    """Yield Kính gửi, `above` pt under what stands before."""
    if len(names) == 1:
        fitted = fit(Element.ADDRESSEE, [f"{ADDRESS_WORD}: {names[0]}"], TITLE_WIDTH)
        own = above == LOOKS[Element.ADDRESSEE].before
        gap = "" if own else f'<w:spacing w:before="{point_twips(above)}"/>'
        yield paragraph(Element.ADDRESSEE, _addressee(1, fitted.text, marks), direct=gap)
    elif names:
        yield from _address_list(names, above, marks)


def _addressee(number: int, text: str, marks: Bookmarks) -> str:
    return marks.around(f"{bookmarks.ADDRESSEE}.{number}", run(text))


def _address_list(names: Sequence[str], gap: float, marks: Bookmarks) -> Iterator[str]:
    """Yield a list whose dashes stand under the colon, the whole centred on the page."""
    ends = [";"] * (len(names) - 1) + ["."]
    lines = [f"- {name}{end}" for name, end in zip(names, ends, strict=True)]
    word = width_mm(Element.ADDRESSEES, ADDRESS_WORD)
    longest = max(width_mm(Element.ADDRESSEES, line) for line in lines)
    left = max(PORTRAIT.text_width - word - longest, 0) / 2
    look = LOOKS[Element.ADDRESSEE]
    above = f'<w:keepNext/><w:spacing w:before="{point_twips(gap)}"/>'
    below = f'<w:spacing w:after="{point_twips(look.after)}"/>'
    yield paragraph(Element.ADDRESSEES, run(f"{ADDRESS_WORD}:"), direct=above + indent(twips(left)))
    hanging = twips(width_mm(Element.ADDRESSEES, "- "))
    place = indent(twips(left + word) + hanging, hanging=hanging)
    for number, line in enumerate(lines, start=1):
        direct = place if number < len(lines) else below + place
        yield paragraph(Element.ADDRESSEES, _addressee(number, line, marks), direct=direct)
