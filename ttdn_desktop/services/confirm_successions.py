"""The page "Kế hoạch và đơn vị": reorganisations to confirm, and the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import day_before
from ttdn_desktop.domain.succession import (
    Organisation,
    SuccessionKind,
)
from ttdn_desktop.domain.succession_rules import is_moot, require_acyclic, require_standing
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import plans, successions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ttdn_desktop.domain.plan import Deadline, Plan
    from ttdn_desktop.domain.succession import Succession
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.services.office import Office


@immutable
class ProposalRow:
    """One reorganisation as it is put to the officer.

    Old names are those of the day before `date`, new names those of the day; no new names: the
    bodies end without an heir. `certainty` and `note` are to be read before confirming.
    `concerns_unit` tells whether the unit, a body above it or the recipient is touched; `moot`
    whether what it would end has been ended by another: it is not asked for any more.
    """

    code: str
    kind: SuccessionKind
    old_names: tuple[str, ...]
    new_names: tuple[str, ...]
    date: date
    basis: str
    certainty: str
    note: str
    concerns_unit: bool
    confirmed: bool
    moot: bool = False

    @property
    def open(self) -> bool:
        """Tell whether it waits to be confirmed."""
        return not self.confirmed and not self.moot


@immutable
class PlanFacts:
    """The plan in force. `number` and `issued_on` are None while blank in the copy.

    `number_suffix` is the rest of the number that the copy prints; `month` is the month it was
    issued in where the day is blank; `adopted_at` is UTC milliseconds.
    """

    number: str | None
    number_suffix: str
    issued_on: date | None
    month: date
    title: str
    issuer: str
    basis: tuple[str, ...]
    replaces: str
    replaces_reference: str
    recipients: tuple[str, ...]
    unit_deadline: Deadline | None
    coordinator_deadline: Deadline | None
    directions: int
    tasks: int
    duties: int
    adopted_at: int | None


def proposals(office: Office) -> tuple[ProposalRow, ...]:
    """Return all reorganisations, confirmed or not, in the order they were added."""
    around = office.surroundings()
    return proposal_rows(around.organisation, around.unit, around.version.plan)


def confirm(office: Office, codes: Sequence[str], *, confirmed: bool) -> None:
    """Confirm reorganisations, or make them proposals again; reports follow what is confirmed.

    Raises KnownError `proposal_unknown`, `succession_cycle` where bodies would take over each
    other, `unit_ended_already` where one would end twice, `rename_stands` for a new name, which
    is taken back as a change.
    """
    known = {each.code: each for each in office.surroundings().organisation.successions}
    for code in codes:
        if code not in known:
            raise KnownError("proposal_unknown", code=code, known=", ".join(known))
    wanted = [code for code in known if code in codes]
    changed = [replace(known[code], confirmed=confirmed) for code in wanted]
    _require_possible(office.surroundings().organisation, changed)
    done = "Xác nhận" if confirmed else "Bỏ xác nhận"
    with office.store.change(office.actor(), f"{done} sắp xếp: {', '.join(wanted)}") as tx:
        for code in wanted:
            successions.confirm(tx, known[code].id, confirmed=confirmed)


def plan_facts(office: Office) -> PlanFacts:
    """Return what is to be known of the plan in force."""
    around = office.surroundings()
    version, plan = around.version, around.version.plan
    with office.store.read() as connection:
        adopted_at = plans.adopted_at(connection, version.id)
    return PlanFacts(
        number=plan.number,
        number_suffix=plan.number_suffix,
        issued_on=plan.issued_on,
        month=plan.month,
        title=plan.title,
        issuer=around.organisation.unit(plan.issuer_id).name_on(plan.month).name,
        basis=plan.legal_basis,
        replaces=plan.replaces,
        replaces_reference=plan.replaces_reference,
        recipients=plan.recipients,
        unit_deadline=plan.unit_deadline,
        coordinator_deadline=plan.coordinator_deadline,
        directions=len(version.directions),
        tasks=len(version.tasks),
        duties=len(version.duties),
        adopted_at=adopted_at,
    )


def proposal_rows(organisation: Organisation, unit: Unit, plan: Plan) -> tuple[ProposalRow, ...]:
    """Return the reorganisations of an organisation as they are put to a unit's officer."""
    close = {unit.id, plan.coordinator_id, *_above(unit, organisation)}
    return tuple(_proposal_row(each, organisation, close) for each in organisation.successions)


def _proposal_row(each: Succession, organisation: Organisation, close: set[str]) -> ProposalRow:
    heirs = [heir.unit_id for heir in each.heirs]
    named_anew = each.from_ids if each.kind is SuccessionKind.RENAME else heirs
    return ProposalRow(
        code=each.code,
        kind=each.kind,
        old_names=_names(each.from_ids, organisation, day_before(each.on)),
        new_names=_names(named_anew, organisation, each.on),
        date=each.on,
        basis=each.basis,
        certainty=each.certainty,
        note=each.note,
        concerns_unit=not close.isdisjoint({*each.from_ids, *heirs}),
        confirmed=each.confirmed,
        moot=is_moot(each, organisation.successions),
    )


def _names(ids: Sequence[str], organisation: Organisation, day: date) -> tuple[str, ...]:
    return tuple(organisation.unit(each).name_on(day).name for each in ids)


def _above(unit: Unit, organisation: Organisation) -> Iterator[str]:
    """Yield the bodies above a unit, as the plan has them."""
    parent = unit.parent_id
    while parent is not None:
        yield parent
        parent = organisation.unit(parent).parent_id


def _require_possible(organisation: Organisation, changed: Sequence[Succession]) -> None:
    wished = {each.id: each for each in (*organisation.successions, *changed)}
    after = replace(organisation, successions=tuple(wished.values()))
    require_acyclic(after)
    for step in changed:
        if step.confirmed:
            require_standing(step, after)
        elif step.kind is SuccessionKind.RENAME:
            raise KnownError("rename_stands", code=step.code)
