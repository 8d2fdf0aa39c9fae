"""Composing a report: facts gathered once, then put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_text
from ttdn_desktop.domain.document import Closing, Letterhead
from ttdn_desktop.domain.header import header_on
from ttdn_desktop.domain.involvement import involvements
from ttdn_desktop.domain.officer import Mode, in_charge
from ttdn_desktop.domain.report_facts import Body, Duties, ItemFacts, ReportFacts, told_at
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.domain.succession import (
    EVERYTHING,
    apply_confirmed,
    coordinator_on,
    heir_of,
)
from ttdn_desktop.services import shipped
from ttdn_desktop.store import activities, progress
from ttdn_desktop.store.activities import ActivityQuery

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.header import Header
    from ttdn_desktop.domain.officer import Officer
    from ttdn_desktop.domain.plan import Plan
    from ttdn_desktop.domain.progress import Progress
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office, Surroundings

BLANK = "……"
"""How a number that is not known yet is printed."""

_PADDED_MONTHS = 2


def gather(office: Office, asked: Round) -> ReportFacts:
    """Gather all that the report of a round is made from; names are those of its sending day."""
    around, period = office.surroundings(), asked.period
    yearly = annual_round(asked.year, around.version.plan.coordinator_id)
    with office.store.read() as connection:
        done = activities.page(connection, ActivityQuery(first=period.first, last=period.last))
        states = progress.of_round(connection, around.unit.id, yearly.id)
    return _Gathering(around, asked, done, states).facts()


def plan_name(plan: Plan) -> str:
    """Return "Kế hoạch số ……/KH-UBND ngày …/7/2024", with what is known in its place."""
    number = plan.number or BLANK
    if "/" not in number:
        number += plan.number_suffix
    if plan.issued_on:
        day = f"{plan.issued_on.day:02d}/{plan.issued_on.month}/{plan.issued_on.year}"
    else:
        day = f"…/{plan.month.month}/{plan.month.year}"
    return f"Kế hoạch số {number} ngày {day}"


@dataclass(frozen=True, slots=True)
class _Gathering:
    """One report's facts in the making."""

    around: Surroundings
    asked: Round
    done: tuple[Activity, ...]
    states: tuple[Progress, ...]

    @property
    def day(self) -> date:
        return self.asked.sending_day

    def facts(self) -> ReportFacts:
        items = tuple(self._items())
        profiles = shipped.header_profiles()
        header = header_on(self.around.unit, self.around.organisation, profiles, self.day)
        version = self.around.version
        recipient = self._name(self._recipient_id())
        issuer = self._name(version.plan.issuer_id, version.plan.month)
        officer = in_charge(self.around.officers, self.day)
        return ReportFacts(
            body=Body(self.around.unit.id, header.name, header.self_name, header.staff),
            head=self._letterhead(header, recipient, issuer),
            closing=_closing(header),
            version=version,
            plan_name=plan_name(version.plan),
            issuer_name=issuer,
            recipient=recipient,
            round=self.asked,
            day=self.day,
            items=items,
            activities=self.done,
            catalogue=tuple(self.around.catalogue.values()),
            told_at=told_at(items, self.done),
            successions=self.around.organisation.successions,
            officer=_duties(officer),
        )

    def _items(self) -> Iterator[ItemFacts]:
        around = self.around
        roles = involvements(
            around.unit, around.version, around.organisation, self.day, self.asked.year
        )
        states = {each.item_id: each for each in self.states}
        by_item: dict[str, list[Activity]] = {}
        for activity in self.done:
            for item_id in activity.item_ids:
                by_item.setdefault(item_id, []).append(activity)
        for kind, item in around.version.items():
            if item.id in roles or item.id in by_item:
                yield ItemFacts(
                    kind,
                    item,
                    roles.get(item.id),
                    tuple(by_item.get(item.id, ())),
                    states.get(item.id),
                )

    def _letterhead(self, header: Header, recipient: str, issuer: str) -> Letterhead:
        month = f"{self.day.month:02d}" if self.day.month <= _PADDED_MONTHS else str(self.day.month)
        return Letterhead(
            parents=header.parents,
            issuer=header.issuer,
            motto=header.motto,
            number_line=f"Số:        /BC-{header.abbreviation}",
            place_date=f"{header.place}, ngày      tháng {month} năm {self.day.year}",
            title="BÁO CÁO",
            subject=report_text.subject(self.asked),
            subject_note=report_text.subject_note(plan_name(self.around.version.plan), issuer),
            addressees=(recipient,),
        )

    def _recipient_id(self) -> str:
        """Return who receives the report; the coordinating body reports to the province itself."""
        plan, successions = self.around.version.plan, self.around.organisation.successions
        coordinator = coordinator_on(plan, self.day, successions)
        if coordinator != self.around.unit.id:
            return coordinator
        return heir_of(plan.issuer_id, EVERYTHING, self.day, successions)

    def _name(self, unit_id: str, day: date | None = None) -> str:
        organisation = self.around.organisation
        unit = apply_confirmed([organisation.unit(unit_id)], organisation.successions)[0]
        return unit.name_on(day or self.day).name


def _closing(header: Header) -> Closing:
    recipients = ("Như trên", "UBND tỉnh (b/c)", f"Lãnh đạo {header.self_name}", "Lưu: VT")
    return Closing(header.authority, "", recipients)


def _duties(officer: Officer | None) -> Duties | None:
    if officer is None:
        return None
    return Duties(officer.decision, officer.mode is Mode.FULL_TIME)
