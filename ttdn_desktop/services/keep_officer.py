"""Cán bộ phụ trách (task 3.4): who looks after the work, and whom the history names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.domain.officer import Mode, Officer, in_charge
from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import officers

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.changes import Tx

LABEL = "Ghi cán bộ phụ trách"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerForm:
    """An officer as filled in; `alternate` stands in for the one in charge."""

    name: str
    title: str = ""
    phone: str = ""
    email: str = ""
    decision: str = ""
    mode: Mode = Mode.PART_TIME
    since: date | None = None
    alternate: bool = False


def current(office: Office) -> Officer | None:
    """Return who is in charge today."""
    return in_charge(office.surroundings().officers, office.clock.today())


def alternate(office: Office) -> Officer | None:
    """Return who stands in today for the officer in charge."""
    return _serving(office, alternate=True)


def save(office: Office, form: OfficerForm) -> Officer:
    """Write the officer in charge, or the one who stands in.

    Another name with a later first day is a successor: the officer before serves until the day
    before. Anything else corrects what is written of the present one.
    Raises KnownError `officer_unnamed` for a blank name.
    """
    name = tidy(form.name)
    if not name:
        raise KnownError("officer_unnamed")
    before = _serving(office, alternate=form.alternate)
    unit_id = office.surroundings().unit.id
    with office.store.change(office.actor(), LABEL) as tx:
        if before is not None and not _succeeds(form, before):
            after = _filled(form, replace(before, name=name))
            officers.put(tx, after)
            return after
        if before is not None:
            _end(tx, before, form)
        new = _filled(form, Officer(office.new_id(), unit_id, name))
        officers.add(tx, new)
        return new


def _serving(office: Office, *, alternate: bool) -> Officer | None:
    asked = [each for each in office.surroundings().officers if each.alternate is alternate]
    plain = [replace(each, alternate=False) for each in asked]
    found = in_charge(plain, office.clock.today())
    return None if found is None else replace(found, alternate=alternate)


def _succeeds(form: OfficerForm, before: Officer) -> bool:
    """Tell whether a form names somebody new who begins after the officer before."""
    if fold(tidy(form.name)) == fold(before.name) or form.since is None:
        return False
    return before.since is None or before.since < form.since


def _end(tx: Tx, before: Officer, form: OfficerForm) -> None:
    if form.since is not None:
        officers.put(tx, replace(before, until=day_before(form.since)))


def _filled(form: OfficerForm, officer: Officer) -> Officer:
    return replace(
        officer,
        title=tidy(form.title),
        phone=tidy(form.phone),
        email=tidy(form.email),
        decision=tidy(form.decision),
        mode=form.mode,
        since=form.since,
        alternate=form.alternate,
    )
