"""What stands under the rows of a list: totals, the signature, notes."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.task_list import Problem, Severity
from ttdn_desktop.domain.text import fold, shortened
from ttdn_desktop.files.recognise.codes import leading_code, read_code
from ttdn_desktop.files.recognise.wordings import REMARKS, SIGNERS, SIGNS, TOTALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.files.recognise.line import Line

_NOTE = re.compile(r"\s*(?:\[\d+\]|[⁰¹²³⁴-⁹]+|\(?\*{1,3}\)?|\d{1,2}\s+(?=[^\W\d_a-zà-ỹđ]))")
_NUMBERED = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
_MARKED = re.compile(r"(\(\d{1,2}\)|\d{1,2}\.)\s+\S")
_DATED = re.compile(r"[^\d:]{2,40}, ?ngay ?[\d.… ]* ?thang ?[\d.… ]* ?nam ?[\d.… ]*")
_BEGINNING = 24
_LONGEST_SIGN = 60
_TOLD = 80


class Listed(NamedTuple):
    """The rows of a list, and those under it that may be notes."""

    rows: list[Line]
    foot: list[Line]


def parted(lines: Sequence[Line], problems: list[Problem]) -> Listed:
    """Part the rows of a list from what stands among and under them and is no row of it."""
    rows: list[Line] = []
    foot: list[Line] = []
    signed = None
    for line, after in zip_longest(lines, lines[1:]):
        if line.text and line.code[:1].isdigit() and signed is None:  # the many
            rows.append(line)
            continue
        if not line.text and line.bare and read_code(line.code):
            problems.append(Problem("row_empty", line.place(), Severity.NOTE))
            continue
        coded = _coded(line) or _heads(line, after)
        signed = None if coded and not line.bare else signed
        if coded and line.code[:1].isdigit():
            rows.append(line)
        elif is_signature(line) or (signed is line.grid and (line.bare or not coded)):
            signed = line.grid
        elif line.bare and is_foot(line) and not coded:
            foot.append(line)
        elif not is_total(line):
            rows.append(line)
    end = _end_of(rows)
    problems.extend(
        Problem("row_left_out", row.place(), facts={"text": shortened(row.said, _TOLD)})
        for row in rows[end:]
        if row.alone and not _is_note(row) and not _is_mark_used(row, rows[:end])
    )
    return Listed(rows[:end], foot + rows[end:])


def is_foot(line: Line) -> bool:
    """Tell whether a row is not one of the list: a note, a total, a part of the signature."""
    return is_signature(line) or is_total(line) or (line.bare and _is_note(line))


def is_total(line: Line) -> bool:
    """Tell whether a row adds up."""
    begun = _begun(line.said)
    return begun.startswith(TOTALS) or begun.strip(" .:") in ("cong", "tong")


def is_signature(line: Line) -> bool:
    """Tell whether a row belongs to the signature or the list of recipients."""
    if line.alone and _begun(line.said).startswith((*SIGNS, *SIGNERS)):
        return True
    if not read_code(line.code) and (_DATED.fullmatch(fold(line.said)) if line.alone else False):
        return True
    cells = (line.code, line.text, *line.stated)
    filled = [*filter(None, (*cells, line.product))]
    if len(filled) > 1 and all(map(_signs, filled)):
        return True
    signs = [cell for cell in cells if cell[:1].isalpha() and _begun(cell).startswith(SIGNS)]
    return bool(signs) and not _coded(line) and (line.said in signs or not line.text)


def _signs(cell: str) -> bool:
    return len(cell) < _LONGEST_SIGN and _begun(cell).startswith((*SIGNS, *SIGNERS))


def _is_note(line: Line) -> bool:
    if line.heading and line.said[:1].isdigit():
        return False
    return line.alone and (bool(_NOTE.match(line.said)) or _begun(line.said).startswith(REMARKS))


def _coded(line: Line) -> bool:
    return bool(line.code and line.text and read_code(line.code)) or bool(
        leading_code(line.said)[0]
    )


def _heads(line: Line, after: Line | None) -> bool:
    """Tell whether "1 Đổi mới tư duy" is a group, for what follows it is 1.1."""
    found = _NUMBERED.match(line.said) if line.alone else None
    code = read_code(after.code) or read_code(leading_code(after.said)[0]) if after else None
    return bool(found and code and len(code.parts) > 1 and code.parts[0] == int(found[1]))


def _begun(text: str) -> str:
    return fold(text[:_BEGINNING]).lstrip()


def _end_of(rows: list[Line]) -> int:
    """Return how many rows there are up to the last task: what trails it may be notes."""
    end = len(rows)
    dotted = any("." in row.code.strip(" .") for row in rows if not row.bare)
    while end and rows[end - 1].bare and _trails(rows[end - 1], rows[: end - 1], dotted=dotted):
        end -= 1
    return end or len(rows)


def _trails(row: Line, before: Sequence[Line], *, dotted: bool) -> bool:
    if row.alone:
        return not _coded(row) or _is_mark_used(row, before)
    return dotted and row.code.strip().isdigit()


def _is_mark_used(row: Line, before: Sequence[Line]) -> bool:
    """Tell whether a row begins with "(5)", "5." or "5", the mark of a note in a text before it.

    A bare "5" counts only where it is raised there: it may as well be the number of a group.
    """
    if raised := _NUMBERED.match(row.said):
        set_apart = f"{NOTE_OPEN}{raised[1]}{NOTE_CLOSE}"
        return any(set_apart in each.text for each in before)
    found = _MARKED.match(row.said)
    mark = rf"[^\W\d]{re.escape(found[1].rstrip('.'))}(?!\w)" if found else ""
    return bool(mark) and any(re.search(mark, each.text) for each in before)
