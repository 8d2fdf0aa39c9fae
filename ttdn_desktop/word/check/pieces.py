"""Lines of paragraphs, and the two sides of a line that a tab parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import exact, nfc, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.word.check.paragraph import Paragraph, Run

_RIGHT = re.compile(
    r"(?:(?<=\s)|^)(?:C[ỘO]NG H[ÒOÀ][AÀ]? X[ÃA] H[ỘO]I|Độc lập|ĐẢNG CỘNG SẢN)"
    r"|(?<=\s{2})[^\W\d_][^,\t\d]{1,40},? ngày\b",
)
_RIGHT_WORDS = ("NG ", "Độc lập", " ngày")
"""Whatever `_RIGHT` finds holds one of these: prose seldom does, and words are sought quickly."""


class Side(StrEnum):
    """Where a piece stands: in the left or right of two columns, or over the whole width."""

    LEFT = "left"
    RIGHT = "right"
    WHOLE = "whole"


@dataclass(slots=True)
class Piece:
    """A line of a paragraph, or one side of it, with the runs it consists of."""

    paragraph: Paragraph
    index: int
    """The paragraph's place in the flow."""
    raw: str
    runs: list[Run]
    side: Side
    text: str = ""
    """The text in NFC with single spaces."""

    def __post_init__(self) -> None:
        """Tidy the text once, where it is not the whole paragraph's."""
        self.text = self.text or tidy(self.raw)

    @property
    def key(self) -> str:
        """The text in small letters with one placement of tones: "hoà" is "hòa"."""
        return exact(self.text)

    @property
    def inked(self) -> list[Run]:
        """The runs that print a letter or a digit."""
        return [run for run in self.runs if any(map(str.isalnum, run.text)) and not run.look.hidden]

    @property
    def upper(self) -> bool:
        """Whether it is printed in capitals."""
        texts = (nfc(run.text) for run in self.runs if not run.look.caps)
        return all(text == text.upper() for text in texts)


def whole(paragraph: Paragraph, index: int) -> Piece:
    """Return a paragraph as one piece."""
    side = Side.WHOLE if paragraph.cell is None else _side_of_cell(paragraph)
    return Piece(paragraph, index, paragraph.text, paragraph.runs, side, paragraph.plain)


def pieces(paragraph: Paragraph, index: int) -> Iterator[Piece]:
    """Yield a paragraph's lines, each parted at its tabs where they make two columns."""
    if len(paragraph.runs) == 1 and _is_line(paragraph):
        yield whole(paragraph, index)
        return
    text = "".join([run.text for run in paragraph.runs])
    start = 0
    for line in text.split("\n"):
        for side, first, last in _sides(paragraph, line):
            raw = line[first:last]
            if start == 0 and first == 0 and paragraph.label:
                raw = f"{paragraph.label} {raw}"
            runs = _cut(paragraph.runs, start + first, start + last)
            yield Piece(paragraph, index, raw, runs, side)
        start += len(line) + 1


def _is_line(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph of a single run is one piece: neither broken nor parted."""
    text = paragraph.runs[0].text
    if not text or "\n" in text:
        return False
    return paragraph.cell is not None or _cut_at(text) is None


def _sides(paragraph: Paragraph, line: str) -> Iterator[tuple[Side, int, int]]:
    if paragraph.cell is not None:
        yield _side_of_cell(paragraph), 0, len(line)
        return
    cut = _cut_at(line)
    if cut is None:
        yield Side.WHOLE, 0, len(line)
        return
    if line[:cut].strip():
        yield Side.LEFT, 0, cut
    yield Side.RIGHT, cut, len(line)


def _cut_at(line: str) -> int | None:
    """Return where the right column of a line begins, None where there is no such column."""
    found = _RIGHT.search(line) if any(word in line for word in _RIGHT_WORDS) else None
    if found and line[: found.start()].strip():
        return found.start()
    inside = line.rstrip()
    lead = len(inside) - len(inside.lstrip())
    tab = inside.find("\t", lead)
    if tab >= 0:
        return tab
    return 0 if found and found.start() == lead and "\t" in inside[:lead] else None


def _side_of_cell(paragraph: Paragraph) -> Side:
    cell = paragraph.cell
    if cell is None or (cell.last and cell.column == 0):
        return Side.WHOLE
    return Side.RIGHT if cell.last else Side.LEFT


def _cut(runs: list[Run], first: int, last: int) -> list[Run]:
    kept, start = [], 0
    for run in runs:
        end = start + len(run.text)
        if start < last and end > first:
            kept.append(run._replace(text=run.text[max(first - start, 0) : last - start]))
        start = end
    return kept
