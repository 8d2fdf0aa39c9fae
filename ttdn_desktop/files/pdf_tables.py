"""The tables of a PDF that Word, Excel or LibreOffice printed, read into grids."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import Grid, GridKind
from ttdn_desktop.files import pdf_notes
from ttdn_desktop.files.pdf_document import pages_of
from ttdn_desktop.files.pdf_fragments import columns_of, parts_of
from ttdn_desktop.files.pdf_joining import Table, encoding

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ttdn_desktop.domain.grid import LegacyEncoding
    from ttdn_desktop.files.pdf_fragments import PageParts
    from ttdn_desktop.files.pdf_words import TextLine


@dataclass(slots=True)
class _Reading:
    """What has been read so far: tables, the text since the last one, footnotes by mark."""

    grids: list[Table | Grid] = field(default_factory=list)
    text: list[tuple[int, TextLine]] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    last_mark: str = ""
    open_page: int = 0
    """The page at whose end the last table stood, with nothing below it."""


def read(path: Path) -> tuple[Grid, ...]:
    """Return the tables of a PDF in their order; a file without any as its lines of text.

    Raises KnownError: file_scanned, file_no_letters, file_encrypted, file_damaged,
    file_pdf_too_long, file_unreadable.
    """
    parts: list[PageParts] = []
    known: tuple[float, ...] = ()
    document = pages_of(path)
    for page in document.pages():
        part = parts_of(page, known)
        known = columns_of(part.fragments[-1]) if part.fragments else ()
        parts.append(part)
    grids = _grids(parts)
    unread = document.checked(has_tables=any(part.fragments for part in parts))
    return tuple(replace(grid, unread_pages=unread) for grid in grids)


def _grids(parts: Sequence[PageParts]) -> list[Grid]:
    reading = _Reading()
    repeated = pdf_notes.running(parts)
    for page in parts:
        _take_in(reading, page, repeated)
    legacy = sum((part.legacy for part in parts), Counter())
    if not reading.grids and reading.text:
        return [_as_text([*reading.text], 1, (), legacy)]
    return _finished(reading)


def _take_in(reading: _Reading, page: PageParts, repeated: frozenset[str]) -> None:
    lines = pdf_notes.body(page, repeated)
    lines, notes = pdf_notes.footnotes(page, lines, going_on=bool(reading.notes))
    if page.doubtful:
        above = _pending(reading)
        text = [(page.number, line) for line in lines]
        reading.grids.append(_as_text(text, 0, above, page.legacy))
        return
    for place, fragment in enumerate(page.fragments):
        before = [line for line in lines if line.y < fragment.top]
        lines = [line for line in lines if line.y >= fragment.top]
        reading.text += [(page.number, line) for line in before]
        last = reading.grids[-1] if reading.grids else None
        follows = place == 0 and reading.open_page == page.number - 1 and not reading.text
        if not (follows and isinstance(last, Table) and last.go_on(fragment)):
            reading.grids.append(Table.of(fragment, _pending(reading)))
    reading.text += [(page.number, line) for line in lines]
    reading.open_page = page.number if page.fragments and not lines else 0
    _keep(reading, notes, page.number)


def _pending(reading: _Reading) -> tuple[str, ...]:
    """Return the paragraphs since the last table, page by page, and forget them."""
    pages = dict.fromkeys(page for page, _ in reading.text)
    texts = [[line for of, line in reading.text if of == page] for page in pages]
    reading.text = []
    return tuple(text for lines in texts for text in pdf_notes.paragraphs(lines))


def _as_text(
    text: Sequence[tuple[int, TextLine]],
    number: int,
    above: tuple[str, ...],
    legacy: Counter[LegacyEncoding | None],
) -> Grid:
    return Grid(
        kind=GridKind.TEXT,
        rows=tuple((line.text,) for _, line in text),
        number=number,
        bold=frozenset((row, 0) for row, (_, line) in enumerate(text) if line.bold),
        pages=tuple(page for page, _ in text),
        above=above,
        legacy=encoding(legacy),
    )


def _keep(reading: _Reading, notes: Sequence[pdf_notes.Note], page: int) -> None:
    """Keep footnotes; where each page counts anew, a mark gets its page's number as well."""
    names: dict[str, str] = {}
    for mark, text in notes:
        if not mark:
            earlier = [reading.notes.get(reading.last_mark, ""), text]
            reading.notes[reading.last_mark] = pdf_notes.joined([each for each in earlier if each])
            continue
        name = f"{page}.{mark}" if mark in reading.notes else mark
        names[mark] = name
        reading.notes[name] = text
        reading.last_mark = name
    renamed = {mark: name for mark, name in names.items() if mark != name}
    for grid in reading.grids:
        if renamed and isinstance(grid, Table):
            grid.rename_marks(page, renamed)


def _finished(reading: _Reading) -> list[Grid]:
    below = _pending(reading)
    last = len(reading.grids) - 1
    grids: list[Grid] = []
    for at, each in enumerate(reading.grids):
        end = below if at == last else ()
        if isinstance(each, Table):
            grids.append(each.grid(at + 1, reading.notes, end))
        else:
            grids.append(replace(each, number=at + 1, below=end))
    return grids
