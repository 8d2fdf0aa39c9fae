"""Stocks that stand from an earlier round: told under the direction they were read for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Block, Role, Sentence
from ttdn_desktop.domain.report_figures import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.plan import Direction, PlanVersion
    from ttdn_desktop.domain.report_facts import ReportFacts


def standing(facts: ReportFacts) -> dict[str, list[Figure]]:
    """Return the unit's own stocks not read anew in the round, by the code of their direction.

    What was read for a duty, or for an item that the plan no longer has, stands in annex II alone.
    """
    read_in = {activity.id: activity for activity in facts.earlier}
    found: dict[str, list[Figure]] = {}
    for figure in facts.totals() if facts.earlier else ():
        if figure.value is None or not figure.as_of or figure.as_of >= facts.round.period.first:
            continue
        sources = [read_in[record] for record in figure.records if record in read_in]
        for code in _directions(facts.version, sources[0])[:1] if sources else ():
            found.setdefault(code, []).append(figure)
    return found


def _directions(version: PlanVersion, activity: Activity) -> list[str]:
    """Return the directions an activity serves, those of its tasks first."""
    groups = {group.code: group.direction_code for group in version.groups}
    places = {task.id: groups[task.group_code] for task in version.tasks}
    own = {direction.id: direction.code for direction in version.directions}
    served = activity.item_ids
    return [at[item] for at in (places, own) for item in served if item in at]


def standing_block(direction: Direction, figures: list[Figure]) -> Iterator[Block]:
    """Yield the paragraph that tells a direction's stocks, each with its day."""
    if figures:
        text = f"Số liệu tại thời điểm, ghi nhận gần nhất trước kỳ báo cáo: {listed(figures)}."
        records = tuple(dict.fromkeys(record for each in figures for record in each.records))
        key = f"{direction.code.lower()}.standing"
        yield Block(key, Role.BODY, (Sentence(text, records),))
