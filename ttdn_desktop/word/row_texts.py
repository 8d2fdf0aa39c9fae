"""The texts of a table's rows, looked at many rows at a time: most need nothing done to them."""

from __future__ import annotations

from itertools import chain, repeat, zip_longest
from operator import gt
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import RowKind
from ttdn_desktop.word.markup import escape, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.document import Row

    Texts = Sequence[str]

_AT_ONCE = 100
_BAND_CELLS = 2  # a band has its code and its title, which takes the rest


def looked_at(rows: Sequence[Row], rooms: Sequence[int]) -> Iterator[tuple[Texts, bool, bool]]:
    """Yield each row's texts fit for XML, whether it is tall, and whether it may have newlines.

    A row is tall where one of its texts has more letters than its cell has room for.
    """
    for first in range(0, len(rows), _AT_ONCE):
        texts = [_texts(row) for row in rows[first : first + _AT_ONCE]]
        together = "".join(chain.from_iterable(texts))
        fit = texts if is_plain(together) else [[*map(escape, each)] for each in texts]
        yield from zip(fit, _tall(texts, rooms), repeat("\n" in together or "\r" in together))


def _texts(row: Row) -> Texts:
    return row.cells[:_BAND_CELLS] if row.kind is RowKind.GROUP else row.cells


def _tall(rows: Sequence[Texts], rooms: Sequence[int]) -> list[bool]:
    """Return of each row whether it is tall; the longest text of each column tells if any is."""
    longest = (max(map(len, column)) for column in zip_longest(*rows, fillvalue=""))
    if not any(map(gt, longest, rooms)):
        return [False] * len(rows)
    return [any(map(gt, map(len, texts), rooms)) for texts in rows]
