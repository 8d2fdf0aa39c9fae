"""Whether a list is the plan in force anew, or another plan that replaces it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.plan_identity import plan_id
from ttdn_desktop.domain.text import nfc, tidy

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.plan import Plan
    from ttdn_desktop.domain.task_list import TaskList

BLANK = "……"
"""How a number that is not known yet is printed."""


def plan_name(plan: Plan) -> str:
    """Return "Kế hoạch số ……/KH-UBND ngày …/7/2024", with what is known in its place."""
    day = short(plan.issued_on) if plan.issued_on else f"…/{plan.month.month}/{plan.month.year}"
    return f"Kế hoạch số {plan_number(plan)} ngày {day}"


def plan_number(plan: Plan) -> str:
    """Return the whole number of a plan: "2512/KH-UBND", dots for what is blank."""
    number = plan.number or BLANK
    return number if "/" in number else number + plan.number_suffix


def plan_of(listed: TaskList, now: Plan, issuer_name: str) -> Plan:
    """Return the plan that a list is of: the one in force, or one that replaces it.

    Only a number and a day that are both known and both other make another plan. What a list of
    tasks does not say of it is taken over. A blank number is filled where the months agree.
    """
    if not listed.number or listed.issued_on is None:
        return now
    if _is_same(now, listed.number, listed.issued_on):
        known = now.number is not None and now.issued_on is not None
        return now if known else _numbered(now, listed.number, listed.issued_on)
    return _replacing(now, listed, listed.issued_on, issuer_name)


def _is_same(plan: Plan, number: str, issued_on: date) -> bool:
    if plan.issued_on is None:
        return issued_on.replace(day=1) == plan.month
    same_number = plan.number is None or _bare(plan.number) == _bare(number)
    return same_number and plan.issued_on == issued_on


def _bare(number: str) -> str:
    return tidy(number).partition("/")[0].strip().lstrip("0").casefold()


def _numbered(plan: Plan, number: str, issued_on: date) -> Plan:
    return replace(plan, number=tidy(number), issued_on=issued_on)


def _replacing(now: Plan, listed: TaskList, issued_on: date, issuer_name: str) -> Plan:
    title, month = nfc(listed.title).strip() or now.title, issued_on.replace(day=1)
    number = tidy(listed.number)
    _figures, slash, suffix = number.partition("/")
    identity = plan_id(issuer_name, month, title)
    if identity == now.id:
        return _numbered(now, number, issued_on)
    return replace(
        now,
        id=identity,
        title=title,
        subject=_subject(title, now),
        number=number,
        number_suffix=slash + suffix if slash else now.number_suffix,
        issued_on=issued_on,
        month=month,
        replaces=plan_number(now),
        replaces_reference=plan_name(now),
        replaces_note="",
    )


def _subject(title: str, now: Plan) -> str:
    """Return the part of a trích yếu that a sentence can bear."""
    if title == now.title:
        return now.subject
    subject = title.removeprefix("Về ").removeprefix("về ")
    return subject[:1].lower() + subject[1:]
