"""Hidden bookmarks: where each block of the tree is in the file, found again after edits."""

from __future__ import annotations

import hashlib
import re
from dataclasses import field
from itertools import count
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import fold
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PREFIX = "_ttdn_"
"""Word hides bookmarks whose name starts with an underscore."""

NUMBER, PLACE_DATE, SUBJECT, SIGNER = "head.number", "head.date", "head.subject", "closing.signer"
"""Keys of the places that văn thư fills in, and of the trích yếu."""

ISSUER, KIND, ADDRESSEE = "head.issuer", "head.title", "head.addressee"
AUTHORITY, RECIPIENT = "closing.authority", "closing.recipient"
"""Keys of the other parts of head and closing; addressees and recipients are numbered from 1."""

ROW_PREFIX = "_ttdnr"
_ROW_BYTES = 6
_READABLE = 24
_OTHER = re.compile("[^a-z0-9]+")


def name(key: str) -> str:
    """Return a block's bookmark: at most 40 letters, digits and _, one for each key."""
    readable = _OTHER.sub("_", fold(key))[:_READABLE].strip("_")
    digest = hashlib.sha256(key.encode()).hexdigest()
    return f"{PREFIX}{readable}_{digest[:8]}"


def row_name(key: str) -> str:
    """Return the bookmark of a row, in its first cell: 48 bits tell it from thousands."""
    return f"{ROW_PREFIX}{hashlib.blake2b(key.encode(), digest_size=_ROW_BYTES).hexdigest()}"


@immutable
class Bookmarks:
    """Hands out the numbers that tie a bookmark's two ends, one series a file."""

    numbers: Iterator[int] = field(default_factory=count)

    def points(self, keys: Iterable[str]) -> list[bytes]:
        """Return the bookmarks of a table's rows, whose names are short for there are thousands."""
        return [
            (
                f'<w:bookmarkStart w:id="{number}" w:name="{row_name(key)}"/>'
                f'<w:bookmarkEnd w:id="{number}"/>'
            ).encode()
            for key, number in zip(keys, self.numbers, strict=False)
        ]

    def around(self, key: str, content: str) -> str:
        """Return runs with the key's bookmark around them."""
        number = next(self.numbers)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name(key)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
