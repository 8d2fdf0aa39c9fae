"""Composing a report: facts gathered once, then put into words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period, report_text
from ttdn_desktop.domain.document import Closing, Letterhead
from ttdn_desktop.domain.header import header_on
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.involvement import involvements
from ttdn_desktop.domain.officer import Mode, in_charge
from ttdn_desktop.domain.plan_succeeding import plan_name
from ttdn_desktop.domain.report_facts import Body, Duties, ReportFacts, arranged
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.domain.succession import (
    EVERYTHING,
    apply_confirmed,
    coordinator_on,
    heir_of,
)
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.services import shipped
from ttdn_desktop.services.plan_of_round import around_round
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.services.watching import batches
from ttdn_desktop.store import activities, earlier_stocks, progress
from ttdn_desktop.store.activities import ActivityQuery

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.header import Header
    from ttdn_desktop.domain.officer import Officer
    from ttdn_desktop.domain.progress import Progress
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office, Surroundings
    from ttdn_desktop.services.ports import Progress as Watch

PROVINCE = "Ủy ban nhân dân tỉnh"
"""Whom a department advises, in running text (rule 1 of the wording)."""


def gather(office: Office, asked: Round, watch: Watch = SILENT) -> ReportFacts:
    """Gather all that the report of a round is made from; names are those of its sending day."""
    around, period = around_round(office, asked), asked.period
    yearly = annual_round(asked.year, around.version.plan.coordinator_id)
    stocks = [each.code for each in around.catalogue.values() if each.kind is IndicatorKind.STOCK]
    with office.store.read() as connection:
        wanted = activities.ids(connection, ActivityQuery(first=period.first, last=period.last))
        parts = (activities.by_ids(connection, part) for part in batches(wanted, watch))
        done = tuple(chain.from_iterable(parts))
        states = progress.of_round(connection, around.unit.id, yearly.id)
        apart = progress.apart(connection, around.unit.id, _rounds_until(around, asked))
        earlier = earlier_stocks.newest_before(connection, period.first, stocks, apart)
    return _Gathering(around, asked, done, states, earlier, office.clock.today()).facts()


def _rounds_until(around: Surroundings, asked: Round) -> list[str]:
    """Return the yearly rounds of the plan so far: what any of them reports apart stays apart."""
    plan = around.version.plan
    years = range(min(plan.month.year, asked.year), asked.year + 1)
    return [annual_round(year, plan.coordinator_id).id for year in years]


@dataclass(frozen=True, slots=True)
class _Gathering:
    """One report's facts in the making."""

    around: Surroundings
    asked: Round
    done: tuple[Activity, ...]
    states: tuple[Progress, ...]
    earlier: tuple[Activity, ...]
    today: date

    @property
    def day(self) -> date:
        return self.asked.sending_day

    def facts(self) -> ReportFacts:
        around, version = self.around, self.around.version
        unit = around.unit_on(self.day)
        roles = involvements(unit, version, around.organisation, self.day, self.asked.year)
        states = {each.item_id: each for each in self.states}
        header = header_on(unit, around.organisation, shipped.header_profiles(), self.day)
        recipient_id = self._recipient_id()
        recipient = self._name(recipient_id)
        issuer = self._name(version.plan.issuer_id, version.plan.month)
        return ReportFacts(
            body=self._body(header),
            head=self._letterhead(header, recipient, issuer),
            closing=_closing(header, to_province=recipient_id == self._province_id()),
            version=version,
            plan_name=plan_name(version.plan),
            issuer_name=issuer,
            recipient=recipient,
            round=self.asked,
            day=self.day,
            arranged=arranged(version, roles, states, self.done),
            catalogue=tuple(around.catalogue.values()),
            earlier=self.earlier,
            successions=around.organisation.successions,
            officer=_duties(in_charge(around.officers, self.day)),
            validities=around.validities,
            issuer_now=self._now(version.plan.issuer_id, issuer),
        )

    def _body(self, header: Header) -> Body:
        unit = self.around.unit_on(self.day)
        advised = PROVINCE if unit.kind is UnitKind.DEPARTMENT else ""
        short, now = _within(header.self_name), self._now(unit.id, header.name)
        return Body(unit.id, header.name, short, header.staff, advised, now)

    def _letterhead(self, header: Header, recipient: str, issuer: str) -> Letterhead:
        return Letterhead(
            parents=header.parents,
            issuer=header.issuer,
            motto=header.motto,
            number_line=header.number_line("BC"),
            place_date=f"{header.place}, {report_period.dated(self.asked, self.day)}",
            title="BÁO CÁO",
            subject=report_text.subject(self.asked),
            subject_note=report_text.subject_note(plan_name(self.around.version.plan), issuer),
            addressees=(recipient,),
            star=header.star,
        )

    def _recipient_id(self) -> str:
        """Return who receives the report; the coordinating body reports to the province itself."""
        plan, successions = self.around.version.plan, self.around.organisation.successions
        coordinator = coordinator_on(plan, self.day, successions)
        if coordinator != self.around.unit_on(self.day).id:
            return coordinator
        return self._province_id()

    def _province_id(self) -> str:
        plan, successions = self.around.version.plan, self.around.organisation.successions
        return heir_of(plan.issuer_id, EVERYTHING, self.day, successions)

    def _now(self, unit_id: str, printed: str) -> str:
        """Return the name of today of a body printed by an old one, where the officer wants it."""
        successions, today = self.around.organisation.successions, max(self.today, self.day)
        if not self.around.now_names:
            return ""
        name = self._name(heir_of(unit_id, EVERYTHING, today, successions), today)
        return "" if name == printed else name

    def _name(self, unit_id: str, day: date | None = None) -> str:
        organisation = self.around.organisation
        unit = apply_confirmed([organisation.unit(unit_id)], organisation.successions)[0]
        return unit.name_on(day or self.day).name


def _within(self_name: str) -> str:
    """Return what a body calls itself for the middle of a sentence: a name, or "đơn vị"."""
    return self_name.lower() if self_name == "Đơn vị" else self_name


def _closing(header: Header, *, to_province: bool) -> Closing:
    informed = () if to_province else ("UBND tỉnh (b/c)",)
    leaders = f"Lãnh đạo {_within(header.self_name)}"
    return Closing(header.authority, "", ("Như trên", *informed, leaders, "Lưu: VT"))


def _duties(officer: Officer | None) -> Duties | None:
    if officer is None:
        return None
    return Duties(officer.decision, officer.mode is Mode.FULL_TIME)
