"""Marks that stand for the cell above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Problem, Severity
from ttdn_desktop.domain.text import fold
from ttdn_desktop.files.recognise.layout import TAKEN
from ttdn_desktop.files.recognise.wordings import DITTOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.files.recognise.line import Line

_FIELDS = tuple(column.value for column in TAKEN[2:])
_LONGEST = 14


def without_dittos(lines: Iterable[Line], problems: list[Problem]) -> Iterator[Line]:
    """Yield the rows with the value above in place of "nt", "như trên", "″"."""
    above = dict.fromkeys(_FIELDS, "")
    told: dict[str, Line] = {}
    count = dict.fromkeys(_FIELDS, 0)
    for line in lines:
        same: dict[str, str] = {}
        for field, text in zip(_FIELDS, line[4:9], strict=True):
            if text and len(text) <= _LONGEST and _is_ditto(text):
                same[field] = above[field]
                told.setdefault(field, line)
                count[field] += 1
            elif text:
                above[field] = text
        yield line._replace(**same) if same else line
    for field, line in told.items():
        facts = {"count": count[field]}
        problems.append(Problem("ditto", line.place(), Severity.NOTE, facts))


def _is_ditto(text: str) -> bool:
    return fold(text).strip(" .") in DITTOS

