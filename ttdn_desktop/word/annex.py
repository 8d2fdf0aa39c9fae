"""An annex: label, title, guide line, its table or what is said without one, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word.annex_table import table
from ttdn_desktop.word.fitting import fit, rule_under
from ttdn_desktop.word.layout import PAGES, Element
from ttdn_desktop.word.markup import paragraph, run
from ttdn_desktop.word.prose import block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.document import Annex
    from ttdn_desktop.word.bookmarks import Bookmarks
    from ttdn_desktop.word.drawings import Drawings

_SIDE_EASE = 10.0  # mm kept free at each side of a centred line


def annex(each: Annex, marks: Bookmarks, drawings: Drawings) -> Iterator[str | bytes]:
    """Yield an annex without its section's end; its rows, of which there are many, as bytes."""
    width = PAGES[each.orientation].text_width
    yield from _head(each, marks, width)
    if each.chart:
        yield drawings.chart(each.chart, width)
    if each.pictures:
        yield drawings.pictures(each.pictures, each.pictures_a_page, width)
    if each.table.rows:
        caption = f"{each.label}. {each.title}"
        yield from table(each.table, width, caption, marks, noted=bool(each.notes))
    elif each.empty:
        yield paragraph(Element.BODY, run(each.empty))
    for note in each.notes:
        yield block(note, marks)


def _head(each: Annex, marks: Bookmarks, width: float) -> Iterator[str]:
    inside = width - 2 * _SIDE_EASE
    yield paragraph(Element.ANNEX_LABEL, marks.around(each.key, run(each.label)))
    title = fit(Element.ANNEX_TITLE, [each.title], inside)
    yield paragraph(Element.ANNEX_TITLE, run(title.text))
    guide = fit(Element.ANNEX_GUIDE, [each.guide] if each.guide else [], inside)
    if guide.lines:
        yield paragraph(Element.ANNEX_GUIDE, run(guide.text)) + rule_under(guide, width)
