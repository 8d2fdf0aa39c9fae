"""What is pasted out of Excel, Word or a page: its tables, wherever the clipboard has them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import FileContent, GridKind
from ttdn_desktop.files.delimited import read_text
from ttdn_desktop.files.html_tables import read_html

if TYPE_CHECKING:
    from ttdn_desktop.services.ports import Pasted

KIND = "pasted"


def read_pasted(pasted: Pasted) -> FileContent:
    """Return the tables of the HTML, or the text where that has none; the name is blank.

    Raises KnownError "pasted_too_long", "pasted_damaged".
    """
    grids = read_html(pasted.html) if pasted.html else ()
    if not any(grid.kind is GridKind.TABLE for grid in grids):
        grids = read_text(pasted.text) or grids
    digest = hashlib.sha256(f"{pasted.html}\0{pasted.text}".encode()).hexdigest()
    return FileContent("", digest, KIND, grids)
