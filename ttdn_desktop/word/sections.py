"""Sections: paper, margins, and page numbers that start at 1 and spare the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Orientation
from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.layout import PAGES, Element
from ttdn_desktop.word.lengths import least_twips, twips
from ttdn_desktop.word.markup import paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.word.layout import Page


@immutable
class Headers:
    """The relation ids of the running header, page 1's empty one, and page 1's foot, or "".

    A template of the office's own may bring `footers` (type and relation id; page 1's gives way
    to `foot`) and `margins` of its own (twips by side).
    """

    running: str
    first: str
    foot: str = ""
    footers: tuple[tuple[str, str], ...] = ()
    margins: tuple[tuple[str, int], ...] = ()


def properties(orientation: Orientation, headers: Headers) -> str:
    """Return a section's properties (decree 30, Phụ lục I, I.1 to I.3, I.7 and III.1đ)."""
    page = PAGES[orientation]
    landscape = ' w:orient="landscape"' if orientation is Orientation.LANDSCAPE else ""
    return (
        "<w:sectPr>"
        f'<w:headerReference w:type="default" r:id="{headers.running}"/>'
        f'<w:headerReference w:type="first" r:id="{headers.first}"/>{_feet(headers)}'
        '<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{landscape}/>'
        f"{_margins(page, dict(headers.margins))}"
        '<w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _feet(headers: Headers) -> str:
    feet = dict(headers.footers) | ({"first": headers.foot} if headers.foot else {})
    return "".join(
        f'<w:footerReference w:type="{kind}" r:id="{relation}"/>' for kind, relation in feet.items()
    )


def seam(orientation: Orientation, headers: Headers) -> str:
    """Return the tiny paragraph that ends a section before another one."""
    return paragraph(Element.SEAM, direct=properties(orientation, headers))


def _margins(page: Page, own: Mapping[str, int]) -> str:
    sides = ("top", "right", "bottom", "left", "header")
    lengths = {side: least_twips(getattr(page, side)) for side in sides}
    lengths = {**lengths, "footer": twips(page.header), "gutter": 0, **own}
    told = " ".join(f'w:{side}="{length}"' for side, length in lengths.items())
    return f"<w:pgMar {told}/>"


def end() -> str:
    """Return the tiny paragraph a word processor wants after a table that ends the text."""
    return paragraph(Element.SEAM)
