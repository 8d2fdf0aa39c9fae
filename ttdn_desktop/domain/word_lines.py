"""A Word file of ours as the lines that are compared, and what an officer calls their places.

The boxes of head and signature are compared paragraph by paragraph, other tables row by row.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from ttdn_desktop.domain.filling import Places
    from ttdn_desktop.domain.word_text import WordParagraph, WordText

_READABLE = re.compile(r"_ttdn_(.+)_[0-9a-f]{8}")
_NUMBERED = re.compile(r"(i|ii|iii|iv|v)((?:_(?:iv_)?[0-9]+)*)(?:_.*)?")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff"))
_ALIKE = str.maketrans({"\u2011": "-", "\u00a0": " ", "\u202f": " "})


class Spot(StrEnum):
    """What part of the report a line stands in."""

    NUMBER = "number"
    DATE = "date"
    HEAD = "head"
    OPENING = "opening"
    SECTION = "section"
    ENDING = "ending"
    SIGNER = "signer"
    CLOSING = "closing"
    ANNEX = "annex"
    ROW = "row"
    BESIDE = "beside"


@immutable
class Where:
    """A place in words: `name` is "II.1.10" or "Phụ lục I", `row` the first cell of a row."""

    spot: Spot
    name: str = ""
    row: str = ""


@immutable
class Line:
    """A paragraph or a row: `text` as it stands, `plain` without what saving changes.

    `table` is the number of its table, or -1; `boxed` tells that it stands in a box of head or
    signature, `last_of_signature` that it closes the latter, where the name is.
    """

    text: str = ""
    plain: str = ""
    marks: tuple[str, ...] = ()
    where: Where = Where(Spot.HEAD)
    cells: tuple[str, ...] = ()
    table: int = -1
    boxed: bool = False
    last_of_signature: bool = False


def plain(text: str) -> str:
    """Return a text without what programs change in saving: blanks, breaks, invisible signs."""
    return " ".join(nfc(text).translate(_INVISIBLE).translate(_ALIKE).split())


def lines_of(text: WordText, places: Places, boxes: AbstractSet[int] = frozenset()) -> list[Line]:
    """Return the lines of a file that say something, in order.

    `boxes` are the numbers of the tables of head and signature, where bookmarks do not tell.
    """
    told = boxes or _boxes(text.paragraphs, places)
    return list(_lines(text, places, told))


def _boxes(paragraphs: Sequence[WordParagraph], places: Places) -> set[int]:
    wanted = {places.number, places.place_date, places.signer}
    return {each.row[0] for each in paragraphs if each.row and wanted.intersection(each.marks)}


def _lines(text: WordText, places: Places, boxes: AbstractSet[int]) -> Iterator[Line]:
    where = Where(Spot.HEAD)
    signature = max(boxes, default=-1)
    for (row, boxed), group in groupby(text.paragraphs, lambda each: _group(each, boxes)):
        paragraphs = list(group)
        if row is not None and not boxed:
            marks = tuple(mark for each in paragraphs for mark in each.marks)
            yield from _row(text.tables[row[0]][row[1]], where, row[0], marks)
            continue
        closing = [each for each in paragraphs if each.text.strip()] if boxed else []
        for each in paragraphs:
            where = _where(each, where, places, signature)
            if said := plain(each.text):
                table = each.row[0] if each.row else -1
                last = table == signature and each is closing[-1] if boxed else False
                yield Line(
                    each.text, said, each.marks, where, table=table, boxed=boxed,
                    last_of_signature=last,
                )  # fmt: skip


def _group(each: WordParagraph, boxes: AbstractSet[int]) -> tuple[tuple[int, int] | None, bool]:
    """Return the row whose paragraphs are taken together; those of boxes by their table."""
    if each.row is not None and each.row[0] in boxes:
        return (each.row[0], 0), True
    return each.row, False


def _row(
    cells: tuple[str, ...], where: Where, table: int, marks: tuple[str, ...]
) -> Iterator[Line]:
    told = tuple(map(plain, cells))
    if said := " | ".join(told).strip(" |"):
        place = Where(Spot.ROW, where.name, next(filter(None, told)))
        yield Line(said, said, marks, place, told, table)


def _where(each: WordParagraph, before: Where, places: Places, signature: int) -> Where:
    """Return where a paragraph stands; without a bookmark of its own, where the one before it."""
    special = {
        places.number: Spot.NUMBER, places.place_date: Spot.DATE, places.signer: Spot.SIGNER
    }  # fmt: skip
    for mark in each.marks:
        if mark in special:
            return Where(special[mark])
        if (found := _READABLE.fullmatch(mark)) and (where := _named(found[1], each.text)):
            return where
    if each.row is not None and each.row[0] == signature:
        return Where(Spot.CLOSING)
    return Where(Spot.HEAD) if before.spot in {Spot.NUMBER, Spot.DATE} else before


def _named(readable: str, text: str) -> Where | None:
    if readable.startswith("head"):
        return Where(Spot.HEAD)
    if readable.startswith("closing"):
        return Where(Spot.CLOSING)
    for spot in (Spot.OPENING, Spot.ENDING):
        if readable.startswith(spot):
            return Where(spot)
    if readable.startswith("annex"):
        label = plain(text)
        return Where(Spot.ANNEX, label) if label.startswith("Phụ lục") else None
    if found := _NUMBERED.fullmatch(readable):
        return Where(Spot.SECTION, f"{found[1]}{found[2].replace('_', '.')}".upper())
    return None
