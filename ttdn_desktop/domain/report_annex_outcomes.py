"""What annex I says of one activity after the other: its days, its result, and its figures."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_figures
from ttdn_desktop.domain.counting import OWN_PARTS
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.report_case import flowing, sentence
from ttdn_desktop.domain.report_outcome import numbers, stands, states
from ttdn_desktop.domain.report_sentences import outcome, table_when

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.dates import Moment
    from ttdn_desktop.domain.report_facts import ReportFacts

_Read = tuple[int, bool, "Moment | None"]
"""What was read, by whom, and, where it is told with its day, when."""


class Outcomes:
    """Puts into words what came of activities, each by itself.

    Among thousands most have read what others have read, and many say the same of it: it is
    worded once. Readings and days are known by the very objects, which activities read together
    share (and which live as long as the facts): to compare them takes as long as to word them.
    """

    def __init__(self, facts: ReportFacts) -> None:
        """Word the activities of a report's facts."""
        self._figures_of = facts.alone()
        self._standing = {
            each.code for each in facts.catalogue if each.kind is not IndicatorKind.FLOW
        }
        self._with_day: dict[int, bool] = {}
        self._figures: dict[_Read, tuple[tuple[Figure, ...], str]] = {}
        self._flowing = cache(flowing)
        self._counting = cache(_counts)
        self._known: dict[tuple[str, int, bool, Moment | None], str] = {}
        self._days: dict[tuple[int, date | None], str] = {}

    def days_of(self, activity: Activity) -> str:
        """Return the days of an activity as the table shows them."""
        key = id(activity.start), activity.until
        known = self._days.get(key)
        if known is None:
            known = self._days[key] = table_when(activity)
        return known

    def of(self, activity: Activity) -> str:
        """Return the result as sentences, then the figures it does not state, by line."""
        read = id(activity.readings)
        with_day = self._with_day.get(read)
        if with_day is None:
            with_day = self._with_day[read] = self._has_days(activity)
        day = activity.start if with_day else None
        key = outcome(activity), read, activity.part in OWN_PARTS, day
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._worded(activity, key[0], key[1:])
        return known

    def _has_days(self, activity: Activity) -> bool:
        """Tell whether a figure is told with its day, so that the day has to be the same."""
        return not self._standing.isdisjoint([each.code for each in activity.readings])

    def _worded(self, activity: Activity, words: str, read: _Read) -> str:
        said = self._flowing(words) if words else ""
        if read not in self._figures:
            figures = self._figures_of(activity)
            self._figures[read] = figures, _told(figures)
        figures, told = self._figures[read]
        if figures and self._counting(said):  # annex II has them all
            left = [each for each in figures if not _is_said(each, said)]
            told = _told(left) if len(left) < len(figures) else told
        return f"{said}\n{told}" if said and told else said or told


def _told(figures: Sequence[Figure]) -> str:
    words = report_figures.told(figures) if figures else ""
    return sentence(words) if words else ""


def _counts(said: str) -> bool:
    """Tell whether a result has numbers, which may be those of figures."""
    return bool(numbers(said))


def _is_said(figure: Figure, said: str) -> bool:
    """Tell whether a result states a figure: not parts that would be told, nor what stands."""
    return not stands(figure) and not report_figures.parts(figure) and states(said, figure)
