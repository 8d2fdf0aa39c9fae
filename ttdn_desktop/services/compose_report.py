"""Composing a report: facts gathered once, then put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period, report_text
from ttdn_desktop.domain.document import Letterhead
from ttdn_desktop.domain.header import header_on
from ttdn_desktop.domain.involvement import involvements
from ttdn_desktop.domain.officer import Mode, in_charge
from ttdn_desktop.domain.plan_succeeding import plan_name
from ttdn_desktop.domain.report_case import joined
from ttdn_desktop.domain.report_facts import Body, Duties, ReportFacts, arranged
from ttdn_desktop.domain.report_follows import Followed
from ttdn_desktop.domain.round import Outline, Regime
from ttdn_desktop.domain.succession import (
    EVERYTHING,
    apply_confirmed,
    coordinator_on,
    heir_of,
)
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import (
    around_text,
    choose_following,
    keep_report_options,
    keep_signers,
    report_photos,
    round_records,
    shipped,
)
from ttdn_desktop.services.known_rounds import as_told
from ttdn_desktop.services.plan_of_round import around_round
from ttdn_desktop.services.ports import SILENT

if TYPE_CHECKING:
    from datetime import date

    from ttdn_desktop.domain.document import Closing
    from ttdn_desktop.domain.edition import Edition, EditionKind
    from ttdn_desktop.domain.header import Header
    from ttdn_desktop.domain.officer import Officer
    from ttdn_desktop.domain.report_options import ReportOptions
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.signing import Signer
    from ttdn_desktop.services.office import Office, Surroundings
    from ttdn_desktop.services.ports import Progress as Watch
    from ttdn_desktop.services.round_records import RoundRecords

PROVINCE = "Ủy ban nhân dân tỉnh"
"""Whom a department advises, in running text (rule 1 of the wording)."""


def gather(office: Office, asked: Round, watch: Watch = SILENT) -> ReportFacts:
    """Gather all that the report of a round is made from; names are those of its sending day."""
    told = as_told(office, asked)
    around = around_round(office, told)
    records = round_records.read(office, around, told, watch)
    facts = _Gathering(
        around,
        told,
        records,
        office.clock.today(),
        options=keep_report_options.current(office),
        signer=keep_signers.on_day(office, told.sending_day),
        followed=choose_following.followed(office, told),
    ).facts()
    return report_photos.with_pictures(office, facts)


@immutable
class _Gathering:
    """One report's facts in the making."""

    around: Surroundings
    asked: Round
    records: RoundRecords
    today: date
    options: ReportOptions
    signer: Signer | None
    followed: tuple[EditionKind, Edition] | None

    @property
    def day(self) -> date:
        return self.asked.sending_day

    def facts(self) -> ReportFacts:
        around, version = self.around, self.around.version
        unit = around.unit_on(self.day)
        roles = involvements(unit, version, around.organisation, self.day, self.asked.year)
        states = {each.item_id: each for each in self.records.states}
        header = header_on(unit, around.organisation, shipped.header_profiles(), self.day)
        addressees = self._addressees()
        issuer = self._name(version.plan.issuer_id, version.plan.month)
        return ReportFacts(
            body=self._body(header),
            head=around_text.dressed(self._letterhead(header, addressees, issuer), self.options),
            closing=self._closing(header, addressees),
            codes_shown=self.options.task_codes,
            version=version,
            plan_name=plan_name(version.plan),
            issuer_name=issuer,
            recipient=joined(addressees),
            round=self.asked,
            day=self.day,
            arranged=arranged(version, roles, states, self.records.done, self.asked.terms.item_ids),
            catalogue=tuple(around.catalogue.values()),
            earlier=self.records.earlier,
            before=self.records.before,
            successions=around.organisation.successions,
            officer=_duties(in_charge(around.officers, self.day)),
            validities=around.validities,
            issuer_now=self._now(version.plan.issuer_id, issuer),
            names_now=self._names_now(),
            outline=self._outline(),
            targets=self.records.targets,
            extras=self.records.extras,
            addressees_now=self._addressees_now(),
            follows=self._follows(),
        )

    def _follows(self) -> Followed | None:
        if self.followed is None:
            return None
        kind, edition = self.followed
        issuer = self._name(self.around.unit_on(edition.dated).id, edition.dated)
        return Followed(kind, edition.number, edition.dated, issuer)

    def _outline(self) -> Outline:
        alone = self.asked.terms.regime is Regime.OBSTACLES
        return Outline.OBSTACLES if alone else Outline.FULL

    def _body(self, header: Header) -> Body:
        unit = self.around.unit_on(self.day)
        advised = PROVINCE if unit.kind is UnitKind.DEPARTMENT else ""
        short, now = _within(header.self_name), self._now(unit.id, header.name)
        return Body(unit.id, header.name, short, header.staff, advised, now)

    def _letterhead(self, header: Header, addressees: tuple[str, ...], issuer: str) -> Letterhead:
        return Letterhead(
            parents=header.parents,
            issuer=header.issuer,
            motto=header.motto,
            number_line=header.number_line("BC"),
            place_date=f"{header.place}, {report_period.dated(self.asked, self.day)}",
            title="BÁO CÁO",
            subject=report_text.subject(self.asked),
            subject_note=report_text.subject_note(plan_name(self.around.version.plan), issuer),
            addressees=addressees,
            star=header.star,
        )

    def _closing(self, header: Header, addressees: tuple[str, ...]) -> Closing:
        informed = () if self._goes_to_province(addressees) else ("UBND tỉnh (b/c)",)
        usual = (*informed, f"Lãnh đạo {_within(header.self_name)}")
        return around_text.closing(header, self.options, self.signer, usual)

    def _addressees(self) -> tuple[str, ...]:
        """Return who receives the report: as the round says, several apart by semicolons."""
        named = (each.strip(" .,") for each in self.asked.terms.addressee.split(";"))
        return tuple(filter(None, named)) or (self._name(self._recipient_id()),)

    def _goes_to_province(self, addressees: tuple[str, ...]) -> bool:
        return {self._name(self._province_id()), PROVINCE, "UBND tỉnh"} & set(addressees) != set()

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

    def _names_now(self) -> dict[str, str]:
        """Return the names of today of partners written by an old one, where they are wanted."""
        if not self.around.now_names:
            return {}
        bearers = self._bearers()
        written = {
            name for activity in self.records.done for name in activity.partners if name in bearers
        }
        found = {name: self._now(bearers[name], name) for name in sorted(written)}
        return {name: now for name, now in found.items() if now}

    def _addressees_now(self) -> dict[str, str]:
        """Return whom proposals reach on the report's day, by the names written of old."""
        asked = {
            each.addressee.strip(" .;:")
            for activity in (*self.records.done, *self.records.before)
            for each in activity.proposals
        }
        bearers = self._bearers() if asked else {}
        found = {name: self._name(self._heir(bearers[name])) for name in asked if name in bearers}
        return {name: now for name, now in found.items() if now != name}

    def _heir(self, unit_id: str) -> str:
        """Return who stands for a body on the report's day; for the coordinator, its heir."""
        plan, successions = self.around.version.plan, self.around.organisation.successions
        if unit_id == plan.coordinator_id:
            return coordinator_on(plan, self.day, successions)
        return heir_of(unit_id, EVERYTHING, self.day, successions)

    def _bearers(self) -> dict[str, str]:
        organisation = self.around.organisation
        units = apply_confirmed(organisation.units, organisation.successions)
        return {name.name: unit.id for unit in units for name in unit.names}

    def _name(self, unit_id: str, day: date | None = None) -> str:
        organisation = self.around.organisation
        unit = apply_confirmed([organisation.unit(unit_id)], organisation.successions)[0]
        return unit.name_on(day or self.day).name


def _within(self_name: str) -> str:
    """Return what a body calls itself for the middle of a sentence: a name, or "đơn vị"."""
    return self_name.lower() if self_name == "Đơn vị" else self_name


def _duties(officer: Officer | None) -> Duties | None:
    if officer is None:
        return None
    return Duties(officer.decision, officer.mode is Mode.FULL_TIME)
