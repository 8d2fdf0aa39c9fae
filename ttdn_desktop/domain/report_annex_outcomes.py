"""What annex I says of one activity after the other: its result, and the figures it had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_figures
from ttdn_desktop.domain.counting import OWN_PARTS
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.report_case import sentence
from ttdn_desktop.domain.report_outcome import numbers, stands, states
from ttdn_desktop.domain.report_sentences import outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.report_facts import ReportFacts


class Outcomes:
    """Puts into words what came of activities, each by itself.

    Among thousands most have read what others have read, and many say the same of it: it is
    worded once. Readings are known by the very tuple, which activities read together share (and
    which lives as long as the facts): to compare them takes as long as to word them.
    """

    def __init__(self, facts: ReportFacts) -> None:
        """Word the activities of a report's facts."""
        self._figures_of = facts.alone()
        self._standing = {
            each.code for each in facts.catalogue if each.kind is not IndicatorKind.FLOW
        }
        self._days: dict[int, bool] = {}
        self._known: dict[tuple[object, ...], str] = {}

    def of(self, activity: Activity) -> str:
        """Return the result as sentences, then the figures it does not state, by line."""
        key = (
            activity.result,
            activity.content,
            id(activity.readings),
            activity.part in OWN_PARTS,
            activity.start if self._has_days(activity) else None,
        )
        if key not in self._known:
            self._known[key] = self._worded(activity)
        return self._known[key]

    def _has_days(self, activity: Activity) -> bool:
        """Tell whether a figure is told with its day, so that the day has to be the same."""
        key = id(activity.readings)
        if key not in self._days:
            self._days[key] = any(each.code in self._standing for each in activity.readings)
        return self._days[key]

    def _worded(self, activity: Activity) -> str:
        said = outcome(activity)
        figures: Iterable[Figure] = self._figures_of(activity)
        if numbers(said):  # annex II has them all
            figures = [each for each in figures if not _is_said(each, said)]
        words = report_figures.told(figures)
        return "\n".join(filter(None, (said, words and sentence(words))))


def _is_said(figure: Figure, said: str) -> bool:
    """Tell whether a result states a figure: not parts that would be told, nor what stands."""
    return not report_figures.parts(figure) and not stands(figure) and states(said, figure)
