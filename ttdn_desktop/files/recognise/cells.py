"""The cells of a list understood: bodies, periods, footnotes; each distinct text once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.period import parse_period
from ttdn_desktop.domain.task_list import Column, Problem
from ttdn_desktop.domain.unit_list import split_both, split_units
from ttdn_desktop.files.recognise.lines import names_apart, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ttdn_desktop.domain.grid import Place
    from ttdn_desktop.domain.plan import Assignee
    from ttdn_desktop.domain.unit_list import KnownBodies
    from ttdn_desktop.files.recognise.footnotes import Footnotes
    from ttdn_desktop.files.recognise.line import Line


class Bodies(NamedTuple):
    """A cell of bodies: its own words, the bodies in it, the marks of its footnotes."""

    text: str = ""
    assignees: tuple[Assignee, ...] = ()
    marks: tuple[str, ...] = ()


class Span(NamedTuple):
    """A cell that says when: its own words, and the years."""

    text: str = ""
    first: int | None = None
    last: int | None = None
    marks: tuple[str, ...] = ()


NOBODY, NEVER = Bodies(), Span()


class Cells:
    """Understands cells; what is doubtful is told once for each thing, where it first stands."""

    def __init__(
        self,
        known: KnownBodies,
        notes: Footnotes,
        where: Mapping[Column, int],
        year: int | None,
        look_up: Callable[[], None] = lambda: None,
    ) -> None:
        """Make ready; `where` are the columns by what they hold, `year` that of the plan.

        `look_up` is called before each text that was not read before.
        """
        self._known = known
        self._look_up = look_up
        self._notes = notes
        self._where = where
        self._year = year
        self._bodies: dict[str, Bodies] = {"": NOBODY}
        self._both: dict[str, tuple[str, str]] = {}
        self._spans: dict[str, Span] = {"": NEVER}
        self._doubts: dict[tuple[str, str], tuple[Place, dict[str, object]]] = {}
        self._unsure: dict[str, Place] = {}

    def lead(self, line: Line) -> Bodies:
        """Return the bodies that lead a row's task."""
        if not line.units or line.lead:
            return self._read(line.lead, line, Column.LEAD)
        return self._read(self._parted(line)[0], line, Column.UNITS)

    def support(self, line: Line) -> Bodies:
        """Return the bodies that support a row's task."""
        if not line.units or line.lead or line.support:
            return self._read(line.support, line, Column.SUPPORT)
        return self._read(self._parted(line)[1], line, Column.UNITS)

    def period(self, line: Line) -> Span:
        """Return when a row's task runs."""
        span = self._spans.get(line.period)
        if span is None:
            span = self._spans[line.period] = self._read_period(line)
        return span

    def place(self, line: Line, column: Column) -> Place:
        """Return where a cell of a row stands."""
        return line.place(self._where.get(column))

    def problems(self) -> Iterator[Problem]:
        """Yield what was doubtful."""
        for (key, _name), (place, facts) in self._doubts.items():
            yield Problem(key, place, facts=facts)
        if len(self._unsure) > 1 and not any(support for _, support in self._both.values()):
            yield Problem("units_as_lead", next(iter(self._unsure.values())))
        else:
            for text, place in self._unsure.items():
                yield Problem("both_unsure", place, facts={"text": one_line(text)})

    def _read(self, text: str, line: Line, column: Column) -> Bodies:
        bodies = self._bodies.get(text)
        if bodies is None:
            bodies = self._bodies[text] = self._read_bodies(text, line, column)
        return bodies

    def _read_bodies(self, text: str, line: Line, column: Column) -> Bodies:
        self._look_up()
        written, marks = self._notes.parted(names_apart(text))
        found = split_units(written, self._known)
        for doubt in found.doubts:
            facts: dict[str, object] = {
                "name": one_line(doubt.name),
                "nearest": "; ".join(doubt.nearest),
            }
            self._tell(doubt.key, doubt.name, line, column, facts)
        return Bodies(written, found.assignees, marks)

    def _parted(self, line: Line) -> tuple[str, str]:
        parted = self._both.get(line.units)
        if parted is None:
            self._look_up()
            both = split_both(names_apart(line.units), self._known)
            parted = self._both[line.units] = both.lead_text, both.support_text
            if not both.sure:
                self._unsure[line.units] = self.place(line, Column.UNITS)
        return parted

    def _read_period(self, line: Line) -> Span:
        self._look_up()
        text, marks = self._notes.parted(one_line(line.period))
        period = parse_period(text, self._year)
        if period.doubt:
            self._tell(period.doubt, text, line, Column.PERIOD, {"text": text})
        return Span(text, period.first_year, period.last_year, marks)

    def _tell(
        self, key: str, name: str, line: Line, column: Column, facts: dict[str, object]
    ) -> None:
        self._doubts.setdefault((key, name), (self.place(line, column), facts))
