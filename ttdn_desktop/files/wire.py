r"""What the reading process tells, and how it is understood: frames of plain text, no objects.

A frame is a letter, the length of what follows (4 bytes) and that many bytes of UTF-8. Rows go in
blocks: cells end at U+001F, rows at U+001E, which no text may hold. All else is JSON. Whoever
reads it trusts none of it: a hostile file may have taken over the process that writes.
"""

from __future__ import annotations

import json
import struct
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from ttdn_desktop.domain.grid import Grid, GridKind, LegacyEncoding, Merge
from ttdn_desktop.domain.text import nfc
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

HEAD: Final = struct.Struct(">cI")
KIND, EXPECTED, ROWS, GRID = b"k", b"n", b"r", b"g"
MACROS, REFUSAL, FAULT, END = b"m", b"e", b"f", b"z"

_CELL, _ROW = "\x1f", "\x1e"
_BLOCK = 1_000
_UNPRINTED = bytes([*range(9), 0x0B, 0x0C, *range(0x0E, 0x1E), 0x7F])
_NUMBERS = ("continued", "unread_pages", "hidden_rows")
_CELLS = ("bold", "numeric", "dates", "automatic")
_PLAIN = ("number", "name", "first_row", "first_column", "hidden")
_FACT_LENGTH = 500


class Sender:
    """Tells what is read, as it is read."""

    def __init__(self, out: BinaryIO) -> None:
        """Write frames into a pipe."""
        self._out = out

    def kind(self, kind: str) -> None:
        """Say what the file is by its content."""
        self._frame(KIND, kind.encode())

    def macros(self) -> None:
        """Say that the file brings macros along."""
        self._frame(MACROS, b"")

    def expect(self, rows: int) -> None:
        """Say how many rows are to come."""
        self._json(EXPECTED, rows)

    def rows(self, rows: Iterable[Sequence[str]]) -> None:
        """Tell the next rows of the grid that `grid` will end; texts of any form."""
        rest = iter(rows)
        while block := list(islice(rest, _BLOCK)):
            self._frame(ROWS, _packed(block).encode("utf-8", "replace").translate(None, _UNPRINTED))

    def grid(self, grid: Grid) -> None:
        """Tell the rows of a grid, behind those told before, and all else of it."""
        self.rows(grid.rows)
        self._json(GRID, _told(grid))

    def refuse(self, error: KnownError) -> None:
        """Tell why the file is not read."""
        self._json(REFUSAL, {"key": error.key, "facts": error.facts})

    def fault(self, text: str) -> None:
        """Tell of a fault in the reader itself."""
        self._frame(FAULT, text.encode("utf-8", "replace"))

    def end(self) -> None:
        """Say that this was all."""
        self._frame(END, b"")

    def _json(self, letter: bytes, shape: object) -> None:
        text = nfc(json.dumps(shape, ensure_ascii=False, default=str))
        self._frame(letter, text.encode("utf-8", "replace"))

    def _frame(self, letter: bytes, content: bytes) -> None:
        self._out.write(HEAD.pack(letter, len(content)))
        self._out.write(content)
        self._out.flush()


def _packed(block: list[Sequence[str]]) -> str:
    lines = [_CELL.join(row) for row in block]
    text = _ROW.join(lines)
    cells = sum(map(len, block)) - len(block) + sum(not row for row in block)
    torn = text.count(_CELL) != cells or text.count(_ROW) != len(block) - 1
    if torn or max(map(len, lines)) > limits.CELL_LENGTH:
        text = _ROW.join(_CELL.join(map(_limited, row)) for row in block)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return nfc(text)


def _limited(cell: str) -> str:
    if _CELL in cell or _ROW in cell:
        cell = cell.replace(_CELL, " ").replace(_ROW, " ")
    return cell if len(cell) <= limits.CELL_LENGTH else cell[: limits.CELL_LENGTH - 1] + "…"


def _told(grid: Grid) -> dict[str, object]:
    return {
        "kind": grid.kind,
        **{name: getattr(grid, name) for name in _PLAIN},
        **{name: [at for cell in getattr(grid, name) for at in cell] for name in _CELLS},
        "merges": [at for m in grid.merges for at in (m.row, m.column, m.rows, m.columns)],
        **{name: sorted(getattr(grid, name)) for name in _NUMBERS},
        "pages": grid.pages,
        "above": grid.above,
        "below": grid.below,
        "notes": dict(grid.notes),
        "legacy": grid.legacy,
    }


class Receiver:
    """Puts together what is told, and raises ValueError where it makes no sense.

    KnownError where the reader refuses, or where there is more than the limits allow.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.kind = ""
        self.macros = False
        self.grids: list[Grid] = []
        self.rows = 0
        self.expected = 0
        self.ended = False
        self.fault = ""
        self._open: list[tuple[str, ...]] = []
        self._bytes = 0
        self._cells = 0

    def take(self, letter: bytes, content: bytes) -> None:
        """Take the next frame."""
        self._bytes += len(content)
        if self._bytes > limits.TEXT_BYTES:
            raise KnownError("file_too_heavy")
        if letter == ROWS:
            self._take_rows(str(content, "utf-8"))
        elif letter == GRID:
            self._take_grid(_mapping(json.loads(content)))
        elif letter == REFUSAL:
            raise _refusal(_mapping(json.loads(content)))
        elif letter == KIND:
            self.kind = str(content, "utf-8")[:20]
        elif letter == EXPECTED:
            self.expected = _count(json.loads(content))
        elif letter == FAULT:
            self.fault = str(content, "utf-8", "replace")
        elif letter == MACROS:
            self.macros = True
        else:
            self.ended = letter == END

    def _take_rows(self, text: str) -> None:
        for line in text.split(_ROW):
            cells = line.split(_CELL) if line else ()
            self._cells += len(cells)
            self._open.append(tuple(cells))
        self.rows = len(self._open)
        if self._cells > limits.CELLS or self.rows > limits.ROWS:
            raise KnownError("file_too_heavy")

    def _take_grid(self, told: Mapping[str, Any]) -> None:
        if len(self.grids) == limits.GRIDS:
            raise KnownError("file_too_heavy")
        rows, self._open = tuple(self._open), []
        self.grids.append(_rebuilt(told, rows))


def _rebuilt(told: Mapping[str, Any], rows: tuple[tuple[str, ...], ...]) -> Grid:
    legacy = told["legacy"]
    return Grid(
        GridKind(told["kind"]),
        rows,
        number=_count(told["number"]),
        name=_text(told["name"]),
        merges=_merges(told["merges"], len(rows)),
        bold=_cells(told["bold"]),
        numeric=_cells(told["numeric"]),
        dates=_cells(told["dates"]),
        automatic=_cells(told["automatic"]),
        first_row=_count(told["first_row"]),
        first_column=_count(told["first_column"]),
        pages=tuple(map(_count, told["pages"])),
        continued=frozenset(map(_count, told["continued"])),
        unread_pages=tuple(map(_count, told["unread_pages"])),
        hidden_rows=frozenset(map(_count, told["hidden_rows"])),
        above=tuple(map(_text, told["above"])),
        below=tuple(map(_text, told["below"])),
        notes={_text(mark): _text(note) for mark, note in _mapping(told["notes"]).items()},
        legacy=None if legacy is None else LegacyEncoding(legacy),
        hidden=bool(told["hidden"]),
    )


def _merges(numbers: Any, rows: int) -> tuple[Merge, ...]:  # noqa: ANN401 (as told)
    """Return merged cells as far as the rows go; a sheet may claim a million for each."""
    merges = tuple(
        Merge(row, column, min(high, rows - row), min(wide, limits.COLUMNS))
        for row, column, high, wide in _groups(numbers, 4)
        if row < rows
    )
    if sum(merge.rows for merge in merges) > limits.MERGED_ROWS:
        raise KnownError("file_too_heavy")
    return merges


def _refusal(told: Mapping[str, Any]) -> KnownError:
    facts = {
        _text(name): fact if isinstance(fact, int | float) else str(fact)[:_FACT_LENGTH]
        for name, fact in _mapping(told["facts"]).items()
    }
    return KnownError(_text(told["key"]), **facts)


def _groups(numbers: Any, size: int) -> Iterator[tuple[int, ...]]:  # noqa: ANN401 (as told)
    flat = [_count(number) for number in numbers]
    return zip(*[iter(flat)] * size, strict=True)


def _cells(numbers: Any) -> frozenset[tuple[int, int]]:  # noqa: ANN401 (as told)
    return frozenset((row, column) for row, column in _groups(numbers, 2))


def _count(value: Any) -> int:  # noqa: ANN401 (as told)
    if isinstance(value, int) and 0 <= value <= limits.LARGEST_PLACE:
        return value
    raise ValueError(value)


def _text(value: Any) -> str:  # noqa: ANN401 (as told)
    if isinstance(value, str):
        return value
    raise ValueError(value)


def _mapping(value: Any) -> Mapping[str, Any]:  # noqa: ANN401 (as told)
    if isinstance(value, dict):
        return value
    raise ValueError(value)
