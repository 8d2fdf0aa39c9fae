"""Cán bộ phụ trách TTĐN: the person of task 3.4."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Mode(StrEnum):
    """Chuyên trách or kiêm nhiệm."""

    FULL_TIME = "full-time"
    PART_TIME = "part-time"


@immutable
class Officer:
    """An officer, the decision that names them, and from when to when (both days included).

    `alternate` tells that they stand in for the officer in charge.
    """

    id: str
    unit_id: str
    name: str
    title: str = ""
    decision: str = ""
    mode: Mode = Mode.PART_TIME
    phone: str = ""
    email: str = ""
    since: date | None = None
    until: date | None = None
    alternate: bool = False


def in_charge(officers: Sequence[Officer], day: date) -> Officer | None:
    """Return who is in charge on a day: the last appointed of those in office, else None."""
    serving = [
        officer
        for officer in officers
        if not officer.alternate
        and (officer.since is None or officer.since <= day)
        and (officer.until is None or day <= officer.until)
    ]
    return serving[-1] if serving else None
