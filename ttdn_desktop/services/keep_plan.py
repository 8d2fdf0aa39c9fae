"""The plan in force: shown, and given the number and day that its copy leaves blank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import plans

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.plan import Plan, PlanVersion
    from ttdn_desktop.services.office import Office


_NUMBER = re.compile(
    r"(?:kế hoạch\s+)?(?:số\s*:?\s*)?([0-9]{1,6}[a-zđ]?(?:\s?[/-]\s?[\w&.]{1,20}){0,5})",
    re.IGNORECASE,
)


def in_force(office: Office) -> PlanVersion:
    """Return the plan version in force."""
    return office.surroundings().version


def set_number(office: Office, number: str, issued_on: date) -> Plan:
    """Set the plan's own number ("1234" or "1234/KH-UBND") and day.

    Words before the number ("Kế hoạch số 1234") are not part of it. Raises KnownError
    `number_missing` for what is no such number.
    """
    alone = number_of(number)
    plan_id = in_force(office).plan.id
    with office.store.change(office.actor(), "Ghi số, ngày của kế hoạch") as tx:
        plans.set_number(tx, plan_id, alone, issued_on)
    return in_force(office).plan


def number_of(text: str) -> str:
    """Return the number that a text gives a plan, and nothing but it; a symbol is in capitals.

    Raises KnownError `number_missing` for what is no such number.
    """
    found = _NUMBER.fullmatch(tidy(text))
    if found is None:
        raise KnownError("number_missing", text=text)
    number = found[1].replace(" ", "")
    return number.upper() if number.islower() else number
