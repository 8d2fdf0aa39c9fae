"""Recording what the unit did: the activity, its figures, its money and its evidence, at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import text
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.services.attach_evidence import attach
from ttdn_desktop.services.check_activity import checked
from ttdn_desktop.store import activities, drafts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ttdn_desktop.domain.activity import Activity, Obstacle, Part, Proposal
    from ttdn_desktop.domain.dates import Moment
    from ttdn_desktop.domain.funding import Funding
    from ttdn_desktop.domain.indicator import Reading
    from ttdn_desktop.services.attach_evidence import IncomingFile
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.changes import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityForm:
    """An activity as an officer fills it in. `items` are codes ("1.10", "II.1", "IV.3").

    Without `part` the unit leads where it leads one of the named tasks, else it supports.
    `evidence_ids` is evidence recorded already, which comes before the new; `documents` are
    references as written; `files` are copied into the vault.
    """

    title: str
    items: tuple[str, ...]
    start: Moment
    until: date | None = None
    part: Part | None = None
    kind: str = ""
    place: str = ""
    content: str = ""
    result: str = ""
    partners: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    highlight: bool = False
    good_practice: bool = False
    obstacles: tuple[Obstacle, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    readings: tuple[Reading, ...] = ()
    fundings: tuple[Funding, ...] = ()
    evidence_ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    files: tuple[IncomingFile, ...] = ()


def record(office: Office, form: ActivityForm, *, draft: str | None = None) -> Activity:
    """Record one activity, its evidence and its change entry in one transaction.

    The draft it was typed in, if any, goes with it. Raises KnownError for an unknown item or
    indicator, an end before the start, contradictory figures, or evidence that is gone or cannot
    be read; then nothing is changed.
    """
    label = f"Ghi hoạt động: {text.tidy(form.title)}"
    return _record(office, (form,), label, draft)[0]


def record_all(office: Office, forms: Iterable[ActivityForm], label: str) -> tuple[Activity, ...]:
    """Record many activities as one change, so that one undo takes them all back."""
    return _record(office, forms, label, None)


def _record(
    office: Office, forms: Iterable[ActivityForm], label: str, draft: str | None
) -> tuple[Activity, ...]:
    around = office.surroundings()
    ready = [(form, checked(around, form, office.new_id())) for form in forms]
    with office.store.change(office.actor(), label) as tx:
        if draft is not None:
            drafts.discard(tx, draft)
        return tuple(_write(office, tx, form, activity) for form, activity in ready)


def _write(office: Office, tx: Tx, form: ActivityForm, activity: Activity) -> Activity:
    """Write one checked activity with its evidence; return it with its codes."""
    year = plan_year(activity.start.first)
    around = office.surroundings()
    evidence = attach(office, tx, around.unit.id, year, form)
    code = activities.next_code(tx.connection, around.unit.id, year, around.unit_ids()[1:])
    recorded = replace(activity, code=code, evidence=evidence)
    activities.add(tx, recorded, year=year)
    return recorded
