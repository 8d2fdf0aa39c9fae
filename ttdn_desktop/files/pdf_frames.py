"""Tables told from the lines drawn on a page: where their columns and rows are parted."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain.grid import Merge
from ttdn_desktop.files import limits
from ttdn_desktop.files.pdf_drawing import Rule
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ONE = 4.5
"""Lines this near to each other (points) are one: a double line, or two cells' borders."""
_TOUCH = 3.5
"""How far two lines may stay apart and still meet."""
_LEAST = 6.0
"""What is shorter is a dot or a tick."""
_COVERED = 0.6
"""The share of a cell's side that a line must cover to part it from the next cell."""
_STACK = 3
"""Level lines of one length below each other that make a table without upright lines."""


@immutable
class Frame:
    """The lines of one table: its columns' and rows' edges in points, and its cells.

    A cell spans the rows and columns between which no line is drawn.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Merge, ...]

    @property
    def upright(self) -> bool:
        """Whether lines part columns in it."""
        return len(self.xs) > 2  # noqa: PLR2004  (its left and its right edge)

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is within it."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def row_at(self, y: float) -> int:
        """Return the row at a height within it."""
        return min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)

    def column_at(self, x: float) -> int:
        """Return the column at a place within it."""
        return min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)


@dataclass(slots=True)
class _Group:
    level: list[Rule]
    upright: list[Rule]


def frames(rules: Sequence[Rule]) -> list[Frame]:
    """Return the tables that rules make, from top to bottom; a single box is none."""
    level = _joined(rule for rule in rules if rule.level)
    upright = [_swapped(r) for r in _joined(_swapped(r) for r in rules if not r.level)]
    if len(level) * len(upright) > limits.PAGE_CROSSINGS:
        return []
    groups = _touching(level, upright)
    used = {id(rule) for group in groups if group.upright for rule in group.level}
    found = [_frame(group) for group in groups if group.upright]
    found += [_frame(group) for group in _stacks([r for r in level if id(r) not in used])]
    whole = [frame for frame in found if frame is not None]
    ordered = sorted(whole, key=lambda frame: (frame.ys[0], frame.xs[0]))
    return ordered if len(ordered) <= limits.PAGE_TABLES else []


def _swapped(rule: Rule) -> Rule:
    return Rule(rule.y0, rule.x0, rule.y1, rule.x1)


def snapped(values: Iterable[float]) -> list[float]:
    """Return each cluster of values as its middle, in order."""
    clusters: list[list[float]] = []
    for value in sorted(values):
        if clusters and value - clusters[-1][0] <= _ONE:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return [(cluster[0] + cluster[-1]) / 2 for cluster in clusters]


def _joined(level: Iterable[Rule]) -> list[Rule]:
    """Join level lines that continue or double each other."""
    rows: list[list[Rule]] = []
    for rule in sorted(level, key=lambda rule: rule.y0):
        if rows and rule.y0 - rows[-1][0].y0 <= _ONE:
            rows[-1].append(rule)
        else:
            rows.append([rule])
    return [rule for row in rows for rule in _along(row) if rule.x1 - rule.x0 >= _LEAST]


def _along(row: list[Rule]) -> list[Rule]:
    y = (row[0].y0 + row[-1].y0) / 2
    whole: list[Rule] = []
    for rule in sorted(row):
        if whole and rule.x0 - whole[-1].x1 <= _TOUCH:
            last = whole.pop()
            whole.append(Rule(last.x0, y, max(last.x1, rule.x1), y))
        else:
            whole.append(Rule(rule.x0, y, rule.x1, y))
    return whole


def _touching(level: list[Rule], upright: list[Rule]) -> list[_Group]:
    """Put the lines together that reach each other, however far around."""
    groups: list[_Group] = []
    for rule in upright:
        mine = _Group([], [rule])
        met = [group for group in groups if any(_meet(each, rule) for each in group.level)]
        mine.level = [each for each in level if _meet(each, rule)]
        for group in met:
            mine.level += [each for each in group.level if each not in mine.level]
            mine.upright += group.upright
        groups = [group for group in groups if not any(group is each for each in met)]
        groups.append(mine)
    return groups


def _meet(level: Rule, upright: Rule) -> bool:
    across = level.x0 - _TOUCH <= upright.x0 <= level.x1 + _TOUCH
    return across and upright.y0 - _TOUCH <= level.y0 <= upright.y1 + _TOUCH


def _stacks(level: list[Rule]) -> list[_Group]:
    """Return lines of one length below each other: a table whose columns only white space parts."""
    stacks: list[list[Rule]] = []
    for rule in level:
        for stack in stacks:
            if abs(stack[0].x0 - rule.x0) <= _TOUCH and abs(stack[0].x1 - rule.x1) <= _TOUCH:
                stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [_Group(stack, []) for stack in stacks if len(stack) >= _STACK]


def _frame(group: _Group) -> Frame | None:
    level, upright = group.level, group.upright
    if not level:
        return None
    lefts = [rule.x0 for rule in (*level, *upright)]
    rights = [rule.x1 for rule in (*level, *upright)]
    xs = snapped([min(lefts), max(rights), *(rule.x0 for rule in upright)])
    tops = [rule.y0 for rule in (*level, *upright)]
    ends = [rule.y1 for rule in (*level, *upright)]
    ys = snapped([min(tops), max(ends), *(rule.y0 for rule in level)])
    if len(ys) < 2 or len(xs) < 2 or len(xs) * len(ys) > limits.PAGE_CELLS:  # noqa: PLR2004  (two edges)
        return None
    cells = _cells(xs, ys, level, upright)
    if upright and len(cells) < 2:  # noqa: PLR2004  (a box around something)
        return None
    return Frame(tuple(xs), tuple(ys), tuple(cells))


def _cells(xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]) -> list[Merge]:
    rows, columns = len(ys) - 1, len(xs) - 1
    right = _sides(xs, ys, [_swapped(rule) for rule in upright])
    below = _sides(ys, xs, level)
    runs: dict[tuple[int, int], Merge] = {}
    cells: list[Merge] = []
    for row in range(rows):
        now: dict[tuple[int, int], Merge] = {}
        start = 0
        for column in range(columns):
            if column < columns - 1 and (column + 1, row) not in right:
                continue
            span = (start, column - start + 1)
            above = runs.get(span)
            if above is not None and not _parted(below, row, *span):
                now[span] = Merge(above.row, start, above.rows + 1, span[1])
                cells.remove(above)
            else:
                now[span] = Merge(row, start, 1, span[1])
            cells.append(now[span])
            start = column + 1
        runs = now
    return sorted(cells, key=lambda cell: (cell.row, cell.column))


def _parted(below: set[tuple[int, int]], row: int, start: int, count: int) -> bool:
    return any((row, column) in below for column in range(start, start + count))


def _sides(places: list[float], edges: list[float], lines: list[Rule]) -> set[tuple[int, int]]:
    """Return which stretches between two edges have a line at which place: (place, stretch).

    The lines are level: `places` are heights, `edges` run along them.
    """
    drawn: set[tuple[int, int]] = set()
    for line in lines:
        at = min(range(len(places)), key=lambda place: abs(places[place] - line.y0))
        if abs(places[at] - line.y0) > _ONE:
            continue
        for stretch in range(len(edges) - 1):
            start, end = edges[stretch], edges[stretch + 1]
            covered = min(line.x1, end) - max(line.x0, start)
            if covered >= _COVERED * (end - start):
                drawn.add((at, stretch))
    return drawn
