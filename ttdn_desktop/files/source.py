"""Where tables come from: a file of any kind, or what was pasted."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import FileContent
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import delimited, html_tables
from ttdn_desktop.files.reading import read_file
from ttdn_desktop.services.ports import SILENT, Pasted

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.grid import Grid
    from ttdn_desktop.services.ports import Progress

CLIPBOARD = "bảng đã dán"
"""What a paste is called where a file would give its name."""


def content_of(
    source: Path | Pasted, sheet: str | None = None, watch: Progress = SILENT
) -> FileContent:
    """Return what a file or a paste holds; raises KnownError as `read_file` does, `pasted_empty`.

    A paste is text that the officer has just seen: it needs no process of its own.
    """
    if not isinstance(source, Pasted):
        return read_file(source, sheet, watch)
    grids = _pasted(source)
    if not grids:
        raise KnownError("pasted_empty")
    digest = hashlib.sha256(f"{source.text}\0{source.html}".encode()).hexdigest()
    return FileContent(CLIPBOARD, digest, "pasted", grids)


def _pasted(source: Pasted) -> tuple[Grid, ...]:
    """Return the tables of the HTML, which knows merged cells; without one those of the text."""
    grids = html_tables.read_html(source.html) if source.html else ()
    return grids or delimited.read_text(source.text)
