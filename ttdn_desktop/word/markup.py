"""Pieces of WordprocessingML as text: cheap to make, in the schema's order.

Rows by the thousand are written as text because that is three times as quick as building
elements; the streaming writer puts them inside one root.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.word.layout import Element

WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TEXT = '<w:t xml:space="preserve">'

_FORBIDDEN = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
"""Compiled when a letter is met that is not printed, besides newlines: that is seldom."""


def escape(text: str) -> str:
    """Return a text fit for XML: no control characters, a tab as a space, one kind of newline."""
    if not text.replace("\n", "").isprintable():
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        text = re.sub(_FORBIDDEN, "", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def run(text: str) -> str:
    """Return a run; a newline is a line break."""
    if not text:
        return ""
    inside = escape(text).replace("\n", f"</w:t><w:br/>{TEXT}")
    return f"<w:r>{TEXT}{inside}</w:t></w:r>"


def paragraph(element: Element, content: str = "", *, direct: str = "") -> str:
    """Return a paragraph in an element's style; `direct` are properties in schema order."""
    style = f'<w:pStyle w:val="{element}"/>'
    return f"<w:p><w:pPr>{style}{direct}</w:pPr>{content}</w:p>"


def indent(left: int, right: int = 0, hanging: int = 0) -> str:
    """Return an indent in twips."""
    hang = f' w:hanging="{hanging}"' if hanging else ' w:firstLine="0"'
    return f'<w:ind w:left="{left}" w:right="{right}"{hang}/>'


def grid(widths: Iterable[int]) -> str:
    """Return a table's columns, in twips."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def side_by_side(widths: Sequence[int], rows: Iterable[Sequence[str]]) -> str:
    """Return a table without lines or padding: boxes of the decree beside each other.

    Each row has the paragraphs of each of its cells; a row never breaks over two pages.
    """
    margins = "".join(
        f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right")
    )
    properties = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
    )
    lines = "".join(_row(widths, row) for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{grid(widths)}{lines}</w:tbl>"


def _row(widths: Sequence[int], cells: Sequence[str]) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"
