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

    Among thousands most have read what others have read. What is read alike is worded once: it
    is known by the very tuple of readings, which activities read together share (and which lives
    as long as the facts), for to compare the readings takes as long as to word them.
    """

    def __init__(self, facts: ReportFacts) -> None:
        """Word the activities of a report's facts."""
        self._figures_of = facts.alone()
        self._standing = {
            each.code for each in facts.catalogue if each.kind is not IndicatorKind.FLOW
        }
        self._days: dict[int, bool] = {}
        self._known: dict[tuple[object, ...], tuple[tuple[Figure, ...], str]] = {}

    def of(self, activity: Activity) -> str:
        """Return the result as sentences, then the figures it does not state, by line."""
        said = outcome(activity)
        if not activity.readings:
            return said
        figures, words = self._counted(activity)
        if numbers(said):  # annex II has them all
            left = [each for each in figures if not _is_said(each, said)]
            words = words if len(left) == len(figures) else _told(left)
        return "\n".join(filter(None, (said, words)))

    def _counted(self, activity: Activity) -> tuple[tuple[Figure, ...], str]:
        key = (
            id(activity.readings),
            activity.part in OWN_PARTS,
            activity.start if self._has_days(activity) else None,
        )
        if key not in self._known:
            figures = self._figures_of(activity)
            self._known[key] = figures, _told(figures)
        return self._known[key]

    def _has_days(self, activity: Activity) -> bool:
        """Tell whether a figure is told with its day, so that the day has to be the same."""
        key = id(activity.readings)
        if key not in self._days:
            self._days[key] = any(each.code in self._standing for each in activity.readings)
        return self._days[key]


def _told(figures: Iterable[Figure]) -> str:
    words = report_figures.told(figures)
    return words and sentence(words)


def _is_said(figure: Figure, said: str) -> bool:
    """Tell whether a result states a figure: not its parts, and not what stands at a day."""
    return not figure.parts and not stands(figure) and states(said, figure)
