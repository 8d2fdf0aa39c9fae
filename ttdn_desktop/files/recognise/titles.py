"""Rows without a code that head others: group titles set like any other row."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Problem
from ttdn_desktop.domain.text import fold
from ttdn_desktop.files.recognise.codes import leading_code, read_code
from ttdn_desktop.files.recognise.wordings import LEADING_ON

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
    numbered = _style_of_numbered_titles(rows)
    for row, after in zip_longest(rows, rows[1:]):
        if numbered and row.alone and not row.code and _style(row.text) == numbered:
            yield row._replace(text=leading_code(row.text)[1], heading=True)
            continue
        if coded and _is_remark(row, begins_so=begins_so):
            problems.append(Problem("row_remark", row.place(), facts={"text": row.said}))
            continue
        if row.code or not stated or row.heading or after is None or not _is_text_alone(row):
            yield row
            continue
        if not begins_so:
            problems.append(Problem("row_unclear", row.place(), facts={"text": row.said}))
        yield row._replace(heading=True)


def _style_of_numbered_titles(rows: Sequence[Line]) -> str:
    """Return the style of "1. Nhóm" where tasks are numbered 1, 2 in a column; "" elsewhere."""
    first = rows[0] if rows else None
    style = _style(first.text) if first and first.alone and not first.code else ""
    codes = (read_code(row.code) for row in rows if row.own and row.code)
    return style if style and any(code and code.style == style for code in codes) else ""


def _style(text: str) -> str:
    code = read_code(leading_code(text)[0])
    return code.style if code else ""


def _is_remark(row: Line, *, begins_so: bool) -> bool:
    """Tell whether a row is a sentence or in brackets: what is said of a group, and no title."""
    if row.alone and row.said.endswith(":") and fold(row.said).strip(" :") in LEADING_ON:
        return True
    if not row.alone or _BULLETS.match(row.said) or read_code(row.code):
        return False
    text = row.said.strip()
    if text.startswith("(") and text.endswith(")"):
        return not leading_code(text)[0]
    return not (begins_so or row.heading or leading_code(text)[0]) and text.endswith(".")


def _is_text_alone(row: Line) -> bool:
    return row.alone and bool(row.text) and not leading_code(row.text)[0]
