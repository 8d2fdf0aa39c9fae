"""The texts of rows, looked at together: most need nothing done to them."""

from __future__ import annotations

from itertools import chain, zip_longest
from operator import gt
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import RowKind
from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.markup import escape, is_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.document import Row

    Texts = Sequence[str]

_BAND_CELLS = 2  # a band has its code and its title, which takes the rest


@immutable
class Seen:
    """Of each row its texts, fit for XML, and whether it is tall; whether any text has newlines."""

    texts: Sequence[Texts]
    tall: Sequence[bool]
    parted: bool


def looked_at(rows: Sequence[Row], rooms: Sequence[int]) -> Seen:
    """Return what is to be known of rows; tall is one with more letters in a cell than its room."""
    texts = [row.cells[:_BAND_CELLS] if row.kind is RowKind.GROUP else row.cells for row in rows]
    together = "".join(chain.from_iterable(texts))
    return Seen(
        texts if is_plain(together) else [[*map(escape, each)] for each in texts],
        _tall(texts, rooms),
        "\n" in together or "\r" in together,
    )


def _tall(rows: Sequence[Texts], rooms: Sequence[int]) -> list[bool]:
    """Return of each row whether it is tall; the longest text of each column tells if any is."""
    longest = (max(map(len, column)) for column in zip_longest(*rows, fillvalue=""))
    if not any(map(gt, longest, rooms)):
        return [False] * len(rows)
    return [any(map(gt, map(len, texts), rooms)) for texts in rows]
