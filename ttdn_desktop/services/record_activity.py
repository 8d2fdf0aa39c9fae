"""Recording what the unit did: the activity, its figures, its money and its evidence, at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import text
from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.indicator import check_readings
from ttdn_desktop.domain.involvement import leads_any
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.attach_evidence import IncomingFile, attach
from ttdn_desktop.store import activities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from ttdn_desktop.domain.activity import Obstacle, Proposal
    from ttdn_desktop.domain.dates import Moment
    from ttdn_desktop.domain.funding import Funding
    from ttdn_desktop.domain.indicator import Reading
    from ttdn_desktop.services.office import Office, Surroundings
    from ttdn_desktop.store.changes import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityForm:
    """An activity as an officer fills it in. `items` are codes ("1.10", "II.1", "IV.3").

    Without `part` the unit leads where it leads one of the named tasks, else it supports.
    `documents` are references as written; `files` are copied into the vault.
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
    links: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    files: tuple[IncomingFile, ...] = ()


def record(office: Office, form: ActivityForm) -> Activity:
    """Record one activity, its evidence and its change entry in one transaction.

    Raises KnownError for an unknown item or indicator, an end before the start, contradictory
    figures, or evidence that cannot be read; then nothing is changed.
    """
    return record_all(office, (form,), f"Ghi hoạt động: {text.tidy(form.title)}")[0]


def record_all(office: Office, forms: Iterable[ActivityForm], label: str) -> tuple[Activity, ...]:
    """Record many activities as one change, so that one undo takes them all back."""
    desk = _Recorder(office, office.surroundings())
    ready = [(form, desk.checked(form)) for form in forms]
    with office.store.change(office.actor(), label) as tx:
        return tuple(desk.write(tx, form, activity) for form, activity in ready)


@dataclass(frozen=True, slots=True)
class _Recorder:
    """What is looked up once for all the activities of one change."""

    office: Office
    around: Surroundings

    def checked(self, form: ActivityForm) -> Activity:
        """Return the activity a form stands for, without code and evidence; refuse bad forms."""
        items = tuple(dict.fromkeys(self.around.version.item_id(code) for code in form.items))
        _check_form(form, items)
        check_readings(form.readings, self.around.catalogue)
        return Activity(
            id=self.office.new_id(),
            unit_id=self.around.unit.id,
            code="",
            title=text.tidy(form.title),
            start=form.start,
            item_ids=items,
            part=form.part or self._usual_part(items, form.start.first),
            until=form.until,
            kind=text.tidy(form.kind),
            place=text.tidy(form.place),
            content=text.nfc(form.content.strip()),
            result=text.nfc(form.result.strip()),
            partners=_tidied(form.partners),
            audience=_tidied(form.audience),
            highlight=form.highlight,
            good_practice=form.good_practice,
            obstacles=tuple(_obstacles(form)),
            proposals=tuple(_proposals(form)),
            readings=form.readings,
            fundings=form.fundings,
        )

    def write(self, tx: Tx, form: ActivityForm, activity: Activity) -> Activity:
        """Write one checked activity with its evidence; return it with its codes."""
        year = plan_year(activity.start.first)
        evidence = attach(self.office, tx, self.around.unit.id, year, form)
        code = activities.next_code(tx.connection, activity.unit_id, year)
        recorded = replace(activity, code=code, evidence=evidence)
        activities.add(tx, recorded, year=year)
        return recorded

    def _usual_part(self, items: Sequence[str], day: date) -> Part:
        around = self.around
        leads = leads_any(around.unit, around.version, around.organisation, day, items)
        return Part.LEAD if leads else Part.SUPPORT


def _tidied(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.tidy(word) for word in words if word.strip()))


def _obstacles(form: ActivityForm) -> Iterator[Obstacle]:
    for each in form.obstacles:
        if words := text.tidy(each.text):
            yield replace(each, text=words)


def _proposals(form: ActivityForm) -> Iterator[Proposal]:
    for each in form.proposals:
        if words := text.tidy(each.text):
            yield replace(each, text=words, addressee=text.tidy(each.addressee))


def _check_form(form: ActivityForm, items: Sequence[str]) -> None:
    if not items:
        raise KnownError("item_missing")
    if not any(map(str.isalnum, form.title)):
        raise KnownError("title_missing")
    if form.until is not None and form.until < form.start.first:
        raise KnownError("end_before_start", start=short(form.start.first), end=short(form.until))
