"""Pictures and charts in the text: inline, with alternative text, kept with their captions."""

from __future__ import annotations

from dataclasses import field
from itertools import count
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.chart_part import CHARTML, DRAWINGML
from ttdn_desktop.word.layout import CHART, PICTURE_EASE, PICTURE_PLACES, Element
from ttdn_desktop.word.lengths import emus, twips
from ttdn_desktop.word.markup import escape, paragraph, run, side_by_side
from ttdn_desktop.word.prose import KEEP_NEXT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.document import Chart, Picture
    from ttdn_desktop.word.bookmarks import Bookmarks
    from ttdn_desktop.word.parts import Parts

_INLINE = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@immutable
class Drawings:
    """Writes drawings, which are numbered through the file; `parts` are what they show."""

    parts: Parts
    marks: Bookmarks
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def chart(self, chart: Chart, width: float) -> str:
        """Return a chart of the text's width and the caption under it, mm."""
        each_high = CHART.category * len(chart.categories)
        size = width, min(CHART.frame + each_high, CHART.tallest)
        shown = f'<c:chart xmlns:c="{CHARTML}" r:id="{self.parts.charts[chart.key].id}"/>'
        content = self._inline(chart.alt, size, CHARTML, shown)
        title = self.marks.around(chart.key, run(chart.title))
        held = paragraph(Element.PICTURE, content, direct=KEEP_NEXT)
        return held + paragraph(Element.CAPTION, title)

    def pictures(self, pictures: Sequence[Picture], a_page: int, width: float) -> str:
        """Return pictures in a grid without lines, so many a page; a row does not break.

        A picture is printed as large as it asks to be, or as its place allows, in its own shape.
        """
        columns, tallest = PICTURE_PLACES[a_page]
        wide = width / columns
        cells = [self._cell(each, wide - 2 * PICTURE_EASE, tallest) for each in pictures]
        cells += [paragraph(Element.CAPTION)] * (-len(cells) % columns)
        rows = (cells[start : start + columns] for start in range(0, len(cells), columns))
        return side_by_side([twips(wide)] * columns, rows)

    def _cell(self, picture: Picture, width: float, tallest: float) -> str:
        size = _within(picture, width, tallest)
        content = self._inline(picture.alt, size, _PICTURE, self._picture(picture, size))
        caption = self.marks.around(picture.key, run(picture.caption))
        return paragraph(Element.PICTURE, content) + paragraph(Element.CAPTION, caption)

    def _picture(self, picture: Picture, size: tuple[float, float]) -> str:
        part = self.parts.pictures[picture.digest]
        extent = f'<a:ext cx="{emus(size[0])}" cy="{emus(size[1])}"/>'
        return (
            f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr>'
            f'<pic:cNvPr id="0" name="{part.id}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{part.id}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>{extent}</a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        )

    def _inline(self, alt: str, size: tuple[float, float], uri: str, shown: str) -> str:
        number = next(self.numbers)
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_INLINE}" distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent cx="{emus(size[0])}" cy="{emus(size[1])}"/>'
            f'<wp:docPr id="{number}" name="Hình {number}" descr="{escape(alt)}"/>'
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWINGML}">'
            f'<a:graphicData uri="{uri}">{shown}</a:graphicData></a:graphic></wp:inline>'
            "</w:drawing></w:r>"
        )


def _within(picture: Picture, width: float, height: float) -> tuple[float, float]:
    share = min(1.0, width / picture.width_mm, height / picture.height_mm)
    return picture.width_mm * share, picture.height_mm * share
