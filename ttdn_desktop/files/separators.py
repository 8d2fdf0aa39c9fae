"""Text with separators cut into rows of cells, and which separator it is."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from ttdn_desktop.files import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = "\t;|,"
"""In the order in which they are believed when they cut alike."""

_LOOKED_AT, _ROWS_LOOKED_AT = 500_000, 5_000
"""Characters and rows from which the separator is judged."""

_LEAST_SAME = 0.4
"""How many of the rows must be of one width."""

_WIDEST_WEIGHED = 4
_NAMED = re.compile(r'\A"?sep=([^"\r\n])"?(?:\r\n|\r|\n)', re.IGNORECASE)


def rows_of(text: str, separator: str) -> Iterator[list[str]]:
    """Yield the rows; a line break within quotes is the cell's.

    A quote opens a cell only where one before the next separator closes it: a cell that begins
    with a quoted word keeps its quotes, as Excel hands it to the clipboard. A row that grows
    beyond COLUMNS is yielded as far as it has come.
    """
    row: list[str] = []
    for found in _cell(separator).finditer(text):
        quoted, plain, end = found.groups()
        if end == "" and not row and not (quoted or plain):
            return
        row.append(plain if quoted is None else quoted.replace('""', '"'))
        if end != separator or len(row) > limits.COLUMNS:
            yield row
            row = []
        if end == "":
            return


def named_separator(text: str) -> tuple[str, str]:
    """Return what Excel's first line "sep=;" names and the text behind that line, or ""."""
    found = _NAMED.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def likeliest(text: str) -> str:
    """Return the separator that cuts most rows into one number of cells, "" where none does."""
    head = text[:_LOOKED_AT]
    scores = {separator: _score(head, separator) for separator in SEPARATORS if separator in head}
    best = max(scores, key=lambda separator: scores[separator], default="")
    return best if scores.get(best) else ""


def evenness(rows: list[list[str]]) -> tuple[float, int]:
    """Return which part of the rows that are not blank has the commonest width, and that width."""
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / widths.total(), width


def _score(text: str, separator: str) -> float:
    same, width = evenness(list(islice(rows_of(text, separator), _ROWS_LOOKED_AT)))
    return same * min(width, _WIDEST_WEIGHED) if width > 1 and same >= _LEAST_SAME else 0


@cache
def _cell(separator: str) -> re.Pattern[str]:
    end = rf"{re.escape(separator)}|\r\n|\r|\n|\Z"
    quoted = rf'[ ]*+"((?:[^"]++|"")*+)"[ ]*+(?={end})'
    return re.compile(rf"(?:{quoted}|([^{re.escape(separator)}\r\n]*+))({end})")
