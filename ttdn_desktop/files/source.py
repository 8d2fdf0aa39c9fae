"""Where tables come from: a file of any kind, or what was pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files.pasted import read_pasted
from ttdn_desktop.files.reading import read_file
from ttdn_desktop.services.ports import SILENT, Pasted

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.grid import FileContent
    from ttdn_desktop.services.ports import Progress


def content_of(
    source: Path | Pasted, sheet: str | None = None, watch: Progress = SILENT
) -> FileContent:
    """Return what a file or a paste holds; raises KnownError as `read_file` does, `pasted_empty`.

    A paste is text that the officer has just seen: it needs no process of its own.
    """
    if not isinstance(source, Pasted):
        return read_file(source, sheet, watch)
    content = read_pasted(source)
    if not content.grids:
        raise KnownError("pasted_empty")
    return content
