"""The makers of sample evidence, as one thing to hand to the services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.files.paper import paper
from ttdn_desktop.files.photo import photo
from ttdn_desktop.files.scan import scan

if TYPE_CHECKING:
    from collections.abc import Sequence


class SampleEvidence:
    """The `EvidenceMaker` of `services/ports.py`."""

    def photo(self, seed: int) -> bytes:
        """Return a PNG: a landscape for an even seed, a hall for an odd one."""
        return photo(seed)

    def scan(self, seed: int) -> bytes:
        """Return a PDF of one scanned page."""
        return scan(seed)

    def paper(self, title: str, paragraphs: Sequence[str]) -> bytes:
        """Return a .docx of a title and paragraphs."""
        return paper(title, paragraphs)
