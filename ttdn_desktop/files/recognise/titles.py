"""Rows without a code that head others: group titles set like any other row."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Problem
from ttdn_desktop.files.recognise.codes import leading_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.files.recognise.line import Line


def with_headings(rows: Sequence[Line], problems: list[Problem]) -> Iterator[Line]:
    """Yield the rows with those marked as headings that can be nothing else.

    A row with a text alone, among rows that name bodies, heads what follows it. It is doubtful
    where the list does not begin with a heading of that kind.
    """
    stated = any(row.own for row in rows)
    begins_so = bool(rows) and _is_text_alone(rows[0])
    for row, after in zip_longest(rows, rows[1:]):
        if row.code or not stated or row.heading or after is None or not _is_text_alone(row):
            yield row
            continue
        if not begins_so:
            problems.append(Problem("row_unclear", row.place(), facts={"text": row.said}))
        yield row._replace(heading=True)


def _is_text_alone(row: Line) -> bool:
    return row.alone and bool(row.text) and not leading_code(row.text)[0]
