"""Marks that stand for the cell above."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Column, Problem, Severity
from ttdn_desktop.domain.text import fold
from ttdn_desktop.files.recognise.layout import TAKEN
from ttdn_desktop.files.recognise.wordings import DITTOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.files.recognise.layout import Layout
    from ttdn_desktop.files.recognise.line import Line

_LONGEST = 14
_STATED = TAKEN.index(Column.LEAD)


def without_dittos(
    lines: Iterable[Line], layout: Layout, problems: list[Problem]
) -> Iterable[Line]:
    """Return the rows with the value above in place of "nt", "như trên", "″"."""
    rows = list(lines)
    distinct = set(chain.from_iterable(row.cells[_STATED:] for row in rows))
    marks = {text for text in distinct if _is_ditto(text)}
    return _replaced(rows, marks, layout, problems) if marks else rows


def _replaced(
    rows: list[Line], marks: set[str], layout: Layout, problems: list[Problem]
) -> Iterator[Line]:
    above = [""] * 5
    told: dict[int, list[Line]] = {}
    for line in rows:
        cells = (*line.stated, line.product)
        for place, text in enumerate(cells):
            if text in marks:
                told.setdefault(place, []).append(line)
            else:
                above[place] = text or above[place]
        same = (above[k] if text in marks else text for k, text in enumerate(cells))
        lead, support, units, period, product = same
        yield line._replace(lead=lead, support=support, units=units, period=period, product=product)
    for place, found in told.items():
        facts = {"count": len(found)}
        cell = found[0].place(layout.taken[_STATED + place][0])
        problems.append(Problem("ditto", cell, Severity.NOTE, facts))


def _is_ditto(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and fold(text).strip(" .") in DITTOS
