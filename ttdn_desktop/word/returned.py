"""What the services need to take a Word file of ours back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word import bookmarks
from ttdn_desktop.word.read_back import read_back

if TYPE_CHECKING:
    from typing import BinaryIO

    from ttdn_desktop.domain.word_text import WordText


class ReturnedFiles:
    """Reads files, and knows what each block's bookmark is called."""

    def read(self, source: BinaryIO) -> WordText:
        """Return the text of a .docx (see `read_back`)."""
        return read_back(source)

    def mark(self, key: str) -> str:
        """Return a block's bookmark."""
        return bookmarks.name(key)
