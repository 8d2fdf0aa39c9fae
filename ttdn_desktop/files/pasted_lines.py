"""Text that was copied out of a document without its table: what columns it still shows."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from ttdn_desktop.files.separators import evenness

Rows = list[list[str]]

_GAP = re.compile(r"\s{2,}|\t")
_CODE = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*\.?|[IVX]+\.?|[A-Z]\.?|[a-z]\))")
_LEAST_EVEN = 0.8
_LEAST_GAPPED = 0.5
_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_MOST_PARAGRAPHS = 200


def columns_of(text: str) -> Rows | None:
    """Return rows by gaps of blanks, or by one cell a line; None where no columns are seen."""
    lines = [line.expandtabs().rstrip() for line in text.splitlines()]
    return _by_gaps(lines) or _by_gutters(lines) or _one_cell_a_line(lines)


def rejoined(rows: Rows) -> Rows:
    r"""Return rows whose cells were broken by the paragraphs in them, mended.

    Word writes a table as text with a tab between cells and a new line for each paragraph in a
    cell. Short rows that make up a full one are joined by "\n"; a line that stands alone before
    them is left: it is a group's.
    """
    width = max(map(len, rows), default=0)
    whole: Rows = []
    place = 0
    while place < len(rows):
        taken, row = _joined(rows, place, width)
        whole.append(row)
        place += taken
    return whole


def _joined(rows: Rows, start: int, width: int) -> tuple[int, list[str]]:
    """Return how many rows make up one of the full width, and that row; else the first as it is."""
    row = list(rows[start])
    if not 1 < len(row) < width:
        return 1, row
    for place, following in enumerate(rows[start + 1 : start + _MOST_PARAGRAPHS], start + 1):
        if len(row) + len(following) - 1 > width or _begins(following):
            break
        row[-1] = f"{row[-1]}\n{following[0]}"
        row += following[1:]
        if len(row) == width:
            return place - start + 1, row
    return 1, rows[start]


def _begins(row: list[str]) -> bool:
    return len(row) > 1 and _CODE.fullmatch(row[0].strip()) is not None


def _by_gaps(lines: list[str]) -> Rows | None:
    rows = [_GAP.split(line.strip()) for line in lines]
    same, width = evenness(rows)
    full = sum(len(row) == width for row in rows)
    return rows if width > 1 and full >= 2 and same >= _LEAST_EVEN else None  # noqa: PLR2004 (two)


def _by_gutters(lines: list[str]) -> Rows | None:
    """Cut where all lines with gaps are blank at once: a page set in columns."""
    gapped = [line for line in lines if _GAP.search(line.strip())]
    filled = [line for line in lines if line.strip()]
    if len(gapped) < max(_LEAST_ROWS, len(filled) * _LEAST_GAPPED):
        return None
    starts = _starts(gapped)
    if len(starts) < 2:  # noqa: PLR2004 (one column is none)
        return None
    return [_cut(line, starts) if _is_cut(line) else [line.strip()] for line in lines]


def _is_cut(line: str) -> bool:
    return line.startswith(" ") or _GAP.search(line) is not None


def _starts(lines: list[str]) -> list[int]:
    width = max(map(len, lines))
    inked = bytearray(width)
    for line in lines:
        for word in re.finditer(r"\S+(?: \S+)*", line):
            inked[word.start() : word.end()] = b"\1" * (word.end() - word.start())
    return [
        found.end() - 1 for found in re.finditer(rb"(?:(?<=\x00\x00)|\A\x00*)\x01", bytes(inked))
    ]


def _cut(line: str, starts: list[int]) -> list[str]:
    begins = [0, *starts[1:]]
    return [
        line[here:there].strip()
        for here, there in zip(begins, [*starts[1:], len(line)], strict=True)
    ]


def _one_cell_a_line(lines: list[str]) -> Rows | None:
    """Cut a run of lines where each row begins with its code and has as many lines as any."""
    cells = [line.strip() for line in lines if line.strip()]
    begins = [place for place, cell in enumerate(cells) if _CODE.fullmatch(cell)]
    lengths = [there - here for here, there in pairwise(begins)]
    if len(lengths) < _LEAST_ROWS:
        return None
    (width, count), *_ = Counter(lengths).most_common(1)
    if width < _LEAST_COLUMNS or count < len(lengths) * _LEAST_EVEN:
        return None
    header = max(begins[0] - width, 0) if begins[0] >= width else begins[0]
    rows = [[cell] for cell in cells[:header]]
    rows += [cells[header : begins[0]]] if header < begins[0] else []
    rows += [_in_columns(cells[here:there], width) for here, there in pairwise(begins)]
    last = begins[-1]
    return [*rows, cells[last : last + width], *([cell] for cell in cells[last + width :])]


def _in_columns(cells: list[str], width: int) -> list[str]:
    """Return a row as it is where no cell is missing, else its code and the rest unassigned."""
    return cells if len(cells) == width else [cells[0], "\n".join(cells[1:])]
