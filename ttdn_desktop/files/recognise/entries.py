"""Rows as entries of a list: code and title told apart, codes spoilt by Excel mended."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.task_list import Problem, Severity
from ttdn_desktop.files.recognise.codes import SUBSTYLES, Code, leading_code, read_code
from ttdn_desktop.files.recognise.lines import flowing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.files.recognise.line import Line

_NUMBERED = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_GROUP, _AROUND = "nhom", " .()/"
_PAIR = 2
_NEAR = 3


class Entry(NamedTuple):
    """A row with its code: as written, as numbers (None where it has none), and its title."""

    line: Line
    written: str
    code: Code | None
    title: str


def entries(
    lines: Iterable[Line], code_column: int | None, problems: list[Problem]
) -> Iterator[Entry]:
    """Yield the rows as entries; `code_column` is where codes stand, where they have a column."""
    last: tuple[int, ...] = ()
    seen: set[tuple[int, ...]] = set()
    for line, after in pairwise((*lines, None)):
        entry = _entry(line, code_column, problems) if line else None
        if line is None or entry is None:
            continue
        if line.bare and after and entry.code and _heads_numbers(line, after):
            entry = entry._replace(code=Code(_GROUP, entry.code.parts))
        if entry.code and len(entry.code.parts) > 1:
            entry = _mended(entry, code_column, last, seen, problems)
        if entry.code and entry.code.style not in SUBSTYLES:
            last = entry.code.parts
            if len(last) > 1:
                seen.add(last)
        yield entry


def _heads_numbers(line: Line, after: Line) -> bool:
    """Tell whether "2 Nhóm" heads tasks with numbers of their own: "1 …", or, bold, "3 …"."""
    number, first = line.code.strip(_AROUND), after.code.strip(_AROUND)
    if not (after.own and number.isdecimal() and first.isdecimal()):
        return False
    return int(first) == 1 or (line.heading and not after.heading)


def _entry(line: Line, code_column: int | None, problems: list[Problem]) -> Entry | None:
    title = flowing(line.text)
    written = line.code.strip()
    if "\n" in written:
        written = written.rpartition("\n")[2]
    code = read_code(written) if written else None
    if not title and not (code is None and written):
        _tell_untitled(line, code_column, problems)
        return None
    if code is not None:
        return Entry(line, written, code, _without_code(title, code))
    if written and title:
        if (line.row, code_column) in line.grid.dates and (found := _of_date(written)):
            return Entry(line, written, found, title)
        place = line.place(code_column)
        problems.append(Problem("code_unreadable", place, facts={"text": flowing(line.code)}))
        return Entry(line, written, None, title)
    return _coded_in_the_text(line, title or flowing(line.code))


def _tell_untitled(line: Line, code_column: int | None, problems: list[Problem]) -> None:
    """Tell of a row that says who and when, and not what."""
    problems.append(Problem("title_empty", line.place(code_column), Severity.ERROR))


def _without_code(title: str, code: Code) -> str:
    """Return a title without the code that stands before it once more."""
    if title[0].isdigit():
        again, rest = leading_code(title)
        if again and (found := read_code(again)) and found.parts == code.parts:
            return rest
    return title


def _coded_in_the_text(line: Line, text: str) -> Entry:
    written, title = leading_code(text)
    if not written and line.bare and (found := _NUMBERED.match(text)):
        written, title = found[1], text[found.end() :]
    return Entry(line, written, read_code(written) if written else None, title)


def _of_date(text: str) -> Code | None:
    """Return "1.2" of the date that Excel made of it: 01/02/2024."""
    pieces = text.split("/")
    if len(pieces) < _PAIR or not (pieces[0].isdigit() and pieces[1].isdigit()):
        return None
    return Code(".", (int(pieces[0]), int(pieces[1])))


def _mended(
    entry: Entry,
    column: int | None,
    last: tuple[int, ...],
    seen: set[tuple[int, ...]],
    problems: list[Problem],
) -> Entry:
    """Return an entry with the code that Excel made a date or a shorter number of."""
    code = entry.code
    if code is None or column is None:
        return entry
    cell = (entry.line.row, column)
    if cell in entry.line.grid.dates:
        parts, sure = _from_date(code.parts, last)
        key = "code_of_date" if sure else "code_of_date_unsure"
    elif code.parts in seen or cell in entry.line.grid.numeric:
        parts, sure = _longer(code.parts, last)
        if parts == code.parts:
            return entry
        key = "code_mended" if sure else "code_mended_unsure"
        sure = sure and cell in entry.line.grid.numeric
    else:
        return entry
    facts = {"written": entry.written, "code": ".".join(map(str, parts))}
    severity = Severity.NOTE if sure else Severity.WARNING
    problems.append(Problem(key, entry.line.place(column), severity, facts))
    return entry._replace(code=Code(code.style, parts))


def _expected(last: tuple[int, ...]) -> tuple[int, ...]:
    return (*last[:-1], last[-1] + 1) if len(last) > 1 else (*last, 1)


def _from_date(parts: tuple[int, ...], last: tuple[int, ...]) -> tuple[tuple[int, ...], bool]:
    """Return what a date was: day.month, or month.day where that alone goes on with the list."""
    turned = parts[::-1]
    for each in (parts, turned):
        if each == _expected(last):
            return each, True
    return (turned if turned[:1] == last[:1] != parts[:1] else parts), False


def _longer(parts: tuple[int, ...], last: tuple[int, ...]) -> tuple[tuple[int, ...], bool]:
    """Return 1.10 for a 1.1 that comes behind 1.9; whether that alone goes on with the list."""
    longer = (*parts[:-1], parts[-1] * 10)
    if parts[:-1] != last[:-1] or parts[-1] > last[-1] or not 0 < longer[-1] - last[-1] <= _NEAR:
        return parts, True
    return longer, longer == _expected(last)
