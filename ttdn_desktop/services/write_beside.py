"""Writing a document that is no bản trình: into a file of the officer's, kept nowhere."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.beside import beside
from ttdn_desktop.store.durable import put

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import ReportWriter


def write_beside(office: Office, writer: ReportWriter, document: Document, target: Path) -> None:
    """Write a document to `target`, whole or not at all; raises KnownError `target_unwritable`."""
    try:
        with beside(target, office.store.folder.root) as unfinished:
            with unfinished.open("r+b") as stream:
                writer.write(document, stream, office.store.vault.read)
                stream.flush()
                os.fsync(stream.fileno())
            put(unfinished, target)
    except OSError as fault:
        raise KnownError("target_unwritable", place=target) from fault
