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
    own = {each.id: (each.code, each.start.first) for each in activities}
    proofs: dict[str, tuple[str, date]] = {}
    for activity in activities:
        for proof in activity.evidence:
            proofs.setdefault(proof.id, (proof.code, activity.start.first))
    return _told_apart(own) | _told_apart(proofs)


def _told_apart(codes: dict[str, tuple[str, date]]) -> dict[str, str]:
    """Return codes by record; each is given with the day of its year, told only if need be."""
    plain = {record: code for record, (code, _day) in codes.items()}
    if len(set(plain.values())) == len(plain):
        return plain
    twice = _repeated(plain.values())
    dated = {
        record: f"{code}/{plan_year(day)}" if code in twice else code
        for record, (code, day) in codes.items()
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


def _repeated(codes: Iterable[str]) -> set[str]:
    return {code for code, times in Counter(codes).items() if times > 1}
