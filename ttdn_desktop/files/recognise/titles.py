"""Rows without a code that head others: group titles set like any other row."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Problem
from ttdn_desktop.files.recognise.codes import leading_code, read_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.files.recognise.line import Line

_BULLETS = re.compile(r"\s*[-–+•*]")


def with_headings(rows: Sequence[Line], problems: list[Problem]) -> Iterator[Line]:
    """Yield the rows with those marked as headings that can be nothing else.

    A row with a text alone, among rows that name bodies, heads what follows it. It is doubtful
    where the list does not begin with a heading of that kind. A remark on a group is left out.
    """
    stated = any(row.own for row in rows)
    begins_so = bool(rows) and _is_text_alone(rows[0])
    coded = any(row.own and row.code for row in rows)
    for row, after in zip_longest(rows, rows[1:]):
        if coded and _is_remark(row, begins_so=begins_so):
            problems.append(Problem("row_remark", row.place(), facts={"text": row.said}))
            continue
        if row.code or not stated or row.heading or after is None or not _is_text_alone(row):
            yield row
            continue
        if not begins_so:
            problems.append(Problem("row_unclear", row.place(), facts={"text": row.said}))
        yield row._replace(heading=True)


def _is_remark(row: Line, *, begins_so: bool) -> bool:
    """Tell whether a row is a sentence or in brackets: what is said of a group, and no title."""
    if not row.alone or _BULLETS.match(row.said) or read_code(row.code):
        return False
    text = row.said.strip()
    if text.startswith("(") and text.endswith(")"):
        return not leading_code(text)[0]
    return not (begins_so or row.heading or leading_code(text)[0]) and text.endswith(".")


def _is_text_alone(row: Line) -> bool:
    return row.alone and bool(row.text) and not leading_code(row.text)[0]
