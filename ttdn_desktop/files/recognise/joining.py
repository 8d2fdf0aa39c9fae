"""Rows that are one: cut by a page break, or set as several rows of one task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import GridKind
from ttdn_desktop.domain.task_list import Problem, Severity
from ttdn_desktop.files.recognise.codes import leading_code, read_code
from ttdn_desktop.files.recognise.foot import is_foot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ttdn_desktop.files.recognise.line import Line

_ENDED = (".", ";", ":", "!", "?")


def joined(lines: Iterable[Line], problems: list[Problem]) -> Iterator[Line]:
    """Yield the rows with those that continue the row before joined to it, cell by cell."""
    before: Line | None = None
    last: Line | None = None
    coded = False
    for line in lines:
        has_code = (line.text and line.code[:1].isdigit()) or _has_code(line)
        if before and last and not has_code and _continues(line, before, last, coded=coded):
            if line.text and not line.inside:
                problems.append(Problem("row_joined", line.place(), Severity.NOTE))
            before, last = _together(before, line), line
            continue
        coded = coded or has_code
        if before:
            yield before
        before = last = line
    if before:
        yield before


def _continues(line: Line, before: Line, last: Line, *, coded: bool) -> bool:
    """Tell whether a row without a code goes on with the row before it.

    `last` is the lowest row already joined to it; `coded` tells that rows before have codes, so
    that one without is no task of its own.
    """
    if line.inside:
        return True
    if line.heading or is_foot(line) or _begins_item(line.said):
        return False
    if not line.said:
        return True
    if line.said[0].islower() or before.said.rstrip().endswith((",", "-", "–", "(")):
        return not before.heading or line.said[0].islower()
    if line.row in line.grid.continued:
        return True
    return coded and _page_broken(line, before, last)


def _has_code(line: Line) -> bool:
    if line.inside:
        return False
    text = line.code if line.code and line.text else line.said
    return bool(read_code(line.code) or leading_code(text.lstrip())[0])


def _begins_item(text: str) -> bool:
    return text.lstrip()[:1] in tuple("-–+•*")


def _page_broken(line: Line, before: Line, last: Line) -> bool:
    """Tell whether a page ends between two rows, within a text that is not at its end."""
    pages = line.grid.pages
    if line.grid is not last.grid:
        broken = bool(pages) or line.grid.kind is GridKind.PAGE
    else:
        broken = line.row < len(pages) and pages[line.row] != pages[last.row]
    return broken and not (line.bare and before.said.rstrip().endswith(_ENDED))


def _together(before: Line, line: Line) -> Line:
    """Return two rows as one: what each cell has in both is put below one another."""
    separator = "; \n" if line.inside else "\n"
    return before._replace(
        text=_both(before.text, line.text if before.text else line.said),
        lead=_listed(before.lead, line.lead, separator),
        support=_listed(before.support, line.support, separator),
        units=_listed(before.units, line.units, separator),
        period=_both(before.period, line.period),
        product=_both(before.product, line.product),
        own=before.own or line.own,
    )


def _both(before: str, after: str) -> str:
    return f"{before}\n{after}" if before and after and before != after else before or after


def _listed(before: str, after: str, separator: str) -> str:
    if not before or not after or before == after:
        return before or after
    return f"{before.rstrip(' ;')}{separator}{after}" if separator != "\n" else _both(before, after)
