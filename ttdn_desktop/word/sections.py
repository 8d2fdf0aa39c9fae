"""Sections: paper, margins, and page numbers that start at 1 and spare the first page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Orientation
from ttdn_desktop.word.layout import PAGES, Element
from ttdn_desktop.word.lengths import least_twips, twips
from ttdn_desktop.word.markup import paragraph

if TYPE_CHECKING:
    from ttdn_desktop.word.layout import Page


@dataclass(frozen=True, slots=True)
class Headers:
    """The relation ids of the running header, page 1's empty one, and page 1's foot, or ""."""

    running: str
    first: str
    foot: str = ""


def properties(orientation: Orientation, headers: Headers) -> str:
    """Return a section's properties (decree 30, Phụ lục I, I.1 to I.3, I.7 and III.1đ)."""
    page = PAGES[orientation]
    landscape = ' w:orient="landscape"' if orientation is Orientation.LANDSCAPE else ""
    return (
        "<w:sectPr>"
        f'<w:headerReference w:type="default" r:id="{headers.running}"/>'
        f'<w:headerReference w:type="first" r:id="{headers.first}"/>{_foot(headers.foot)}'
        '<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{landscape}/>'
        f"{_margins(page)}"
        '<w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>'
    )


def _foot(relation: str) -> str:
    return f'<w:footerReference w:type="first" r:id="{relation}"/>' if relation else ""


def seam(orientation: Orientation, headers: Headers) -> str:
    """Return the tiny paragraph that ends a section before another one."""
    return paragraph(Element.SEAM, direct=properties(orientation, headers))


def _margins(page: Page) -> str:
    sides = ("top", "right", "bottom", "left", "header")
    lengths = " ".join(f'w:{side}="{least_twips(getattr(page, side))}"' for side in sides)
    return f'<w:pgMar {lengths} w:footer="{twips(page.header)}" w:gutter="0"/>'


def end() -> str:
    """Return the tiny paragraph a word processor wants after a table that ends the text."""
    return paragraph(Element.SEAM)
