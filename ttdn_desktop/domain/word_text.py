"""What stands in a Word file of ours when it comes back: text by hidden bookmark, and in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping

Rows = tuple[tuple[str, ...], ...]
"""The rows of a table: one text a cell, paragraphs by newline."""


@immutable
class WordParagraph:
    """One paragraph as it reads with all tracked changes accepted; a line break is a newline.

    `marks` are the names of the bookmarks that stand in it, wholly or in part; `style` is the id
    of its style (ours, where it bears the name of one of ours), "" for the usual one; `in_table`
    tells that it stands in a cell, `row` in which: the number of its table in `WordText.tables`
    and of its row there, both from 0.
    """

    text: str
    marks: tuple[str, ...] = ()
    style: str = ""
    in_table: bool = False
    row: tuple[int, int] | None = None


@immutable
class WordText:
    """The text of a whole file, NFC.

    `code` is the code of its content, None where it bears none; `marked` has the text of the
    paragraphs that each bookmark spans, a newline between them, also words that stand beside the
    bookmark in the same paragraph; `rows` are those of all `tables` in their order (also the
    boxes of the head and of the signature; a table within a cell is that cell's text);
    `beside` are the texts of headers, footers and notes without their fields, the empty ones
    left out.
    """

    code: str | None
    marked: Mapping[str, str]
    paragraphs: tuple[WordParagraph, ...]
    rows: Rows = ()
    tables: tuple[Rows, ...] = ()
    beside: tuple[str, ...] = ()
