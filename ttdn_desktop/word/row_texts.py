"""The texts of a column, looked at together: most need nothing done to them."""

from __future__ import annotations

from operator import gt
from typing import TYPE_CHECKING

from ttdn_desktop.word.markup import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = "\x1f"
"""Stands between texts that are looked at as one: XML has no place for it in a text."""

_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\n", *_BETWEEN.encode()})
_LEADING = b"\xc2\xed\xef"  # of U+0080 to U+00BF, U+D000 to U+DFFF, U+F000 to U+FFFF
_DOUBTFUL = _CONTROLS + _LEADING + b'&<>"'
_CHANGED = bytes.maketrans(_DOUBTFUL, b" " * len(_DOUBTFUL))
"""Changes each byte of UTF-8 that may be of a letter which is not fit for XML as it is."""


def written(texts: Sequence[str], newline: bytes) -> list[bytes]:
    """Return texts as UTF-8 that is fit for XML, with what stands for a newline in them."""
    together = _BETWEEN.join(texts).encode(errors="surrogatepass")
    pieces = together.replace(b"\n", newline).split(_BETWEEN.encode())
    if len(pieces) == len(texts) and together.translate(_CHANGED) == together:
        return pieces
    return [escape(text).encode().replace(b"\n", newline) for text in texts]


def tall(columns: Sequence[Sequence[str]], rooms: Sequence[int]) -> list[bool]:
    """Return of each row whether a cell has more letters than its room; nothing where none has.

    The longest text of each column tells whether any has.
    """
    longest = (max(map(len, texts)) for texts in columns)
    if not any(map(gt, longest, rooms)):
        return []
    return [any(map(gt, map(len, texts), rooms)) for texts in zip(*columns, strict=True)]
