"""The short codes of a report's records, told apart where a round spans two plan years.

Codes count per unit and year, so A1 of one year may meet A1 of another; then both bear their
year: A1/2025. Codes, never ids, name rows and blocks: what was recorded alike in two folders
gives the same report.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan_year import plan_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ttdn_desktop.domain.activity import Activity


def shown_codes(activities: Sequence[Activity]) -> dict[str, str]:
    """Return the code that each activity and each piece of evidence bears in a report, by id."""
    own = {each.id: each.code for each in activities}
    proofs = {proof.id: proof.code for each in activities for proof in each.evidence}
    return _told_apart(own, activities) | _told_apart(proofs, activities)


def _told_apart(codes: dict[str, str], activities: Sequence[Activity]) -> dict[str, str]:
    """Return codes by record, each with the year of its activity only where it has to be told."""
    twice = _repeated(codes.values()) if len(set(codes.values())) < len(codes) else ()
    if not twice:
        return codes
    days = _days(activities)
    dated = {
        record: f"{code}/{plan_year(days[record])}" if code in twice else code
        for record, code in codes.items()
    }
    still = _repeated(dated.values())
    if not still:
        return dated
    met: Counter[str] = Counter()
    for record, code in dated.items():
        met[code] += 1
        if code in still and met[code] > 1:
            dated[record] = f"{code}-{met[code]}"
    return dated


def _days(activities: Sequence[Activity]) -> dict[str, date]:
    """Return the day of each activity; of each piece of evidence, that of the first it proves."""
    days: dict[str, date] = {}
    for activity in activities:
        day = days[activity.id] = activity.start.first
        for proof in activity.evidence:
            days.setdefault(proof.id, day)
    return days


def _repeated(codes: Iterable[str]) -> set[str]:
    return {code for code, times in Counter(codes).items() if times > 1}
