"""Starting a data folder: the shipped plan, the bodies, the unit whose desk it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.header import profile_of
from ttdn_desktop.domain.involvement import involvements, must_answer
from ttdn_desktop.domain.officer import Mode, Officer
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.succession import Organisation, apply_confirmed, has_ended
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.domain.unit_names import find_unit, nearest_names
from ttdn_desktop.domain.units import RECEIVING_KINDS, Unit, UnitKind, UnitName, unit_id
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.services import shipped
from ttdn_desktop.services.confirm_successions import ProposalRow, proposal_rows
from ttdn_desktop.services.keep_plan import number_of
from ttdn_desktop.services.office import UNIT_SETTING
from ttdn_desktop.store import engine, indicators, officers, plans, settings, successions, units
from ttdn_desktop.store.faults import told_of_files

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.domain.succession import Succession
    from ttdn_desktop.services.ports import Clock
    from ttdn_desktop.store.engine import Store
    from ttdn_desktop.store.tx import Tx

ALL = "all"
COORDINATOR_SETTING = "coordinator"
LABEL = "Khởi tạo dữ liệu"
LOCAL_KINDS = frozenset({UnitKind.COMMUNE, UnitKind.DISTRICT})
_SHORT = re.compile(r"^UBND\s+", re.IGNORECASE)
_LOCAL = re.compile(
    r"Ủy ban nhân dân (?:xã|phường|thị trấn|đặc khu|huyện|thành phố|thị xã) (?P<place>.+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is asked at the first start. `confirm` are codes of proposals, or ALL.

    `officer` is a name; what follows it is written where there is one. `plan_number` and
    `plan_issued_on` fill what the copy of the plan leaves blank.
    """

    unit: str
    kind: UnitKind | None = None
    coordinator: bool = False
    officer: str = ""
    title: str = ""
    phone: str = ""
    email: str = ""
    decision: str = ""
    mode: Mode = Mode.PART_TIME
    plan_number: str = ""
    plan_issued_on: date | None = None
    confirm: tuple[str, ...] = ()


@immutable
class Offered:
    """A body to choose at the first start.

    `reports` is false for those that only receive reports; `ended_on` is the last day of a body
    that a proposed reorganisation ends, and `heirs` are who took over, by name.
    """

    name: str
    kind: UnitKind
    abbreviation: str
    aliases: tuple[str, ...] = ()
    reports: bool = True
    ended_on: date | None = None
    heirs: tuple[str, ...] = ()

    @property
    def ended(self) -> bool:
        """Tell whether a proposed reorganisation ends it."""
        return self.ended_on is not None


@immutable
class Started:
    """A new data folder: whose it is, its plan, and the reorganisations as confirmed or left."""

    unit: Unit
    version: PlanVersion
    organisation: Organisation

    def must_answer(self, today: date) -> tuple[str, ...]:
        """Return the codes of what the unit must answer, in plan order."""
        year = plan_year(today)
        roles = involvements(self.unit, self.version, self.organisation, today, year)
        needed = {item for item, involvement in roles.items() if must_answer(involvement)}
        return tuple(item.code for _kind, item in self.version.items() if item.id in needed)

    def ended(self, today: date) -> bool:
        """Tell whether a confirmed reorganisation has ended the unit."""
        return has_ended(self.unit.id, today, self.organisation.successions)


def start(root: Path, clock: Clock, wish: Start) -> Started:
    """Make a data folder at `root`; a start that was cut off is begun anew.

    Raises KnownError `folder_taken`, `unit_unknown`, `proposal_unknown`, `number_missing`, or as
    the store does.
    """
    unit = own_unit(wish.unit, wish.kind)
    reorganised = tuple(_confirmed(wish.confirm, shipped.successions()))
    started = Started(unit, _plan_of(wish), _organisation(unit, reorganised))
    actor = tidy(wish.officer) or unit.names[0].name
    with _empty_folder(root, clock) as store, store.change(actor, LABEL, undoable=False) as tx:
        _fill(tx, started, wish)
    return started


def units_offered() -> tuple[Offered, ...]:
    """Return the bodies that ship with the program, in plan order, successors among them."""
    bodies = shipped.units()
    steps = [replace(each, confirmed=True) for each in shipped.successions()]
    names = {body.id: body.names[0].name for body in bodies}
    return tuple(_offered(body, steps, names) for body in apply_confirmed(bodies, steps))


def proposals_for(unit_name: str, kind: UnitKind | None = None) -> tuple[ProposalRow, ...]:
    """Return the proposed reorganisations, and which of them concern a body, for its first start.

    Raises KnownError `unit_unknown` as `start` does.
    """
    unit, proposed = own_unit(unit_name, kind), shipped.successions()
    return proposal_rows(_organisation(unit, proposed), unit, shipped.plan().plan)


def _offered(body: Unit, steps: Sequence[Succession], names: Mapping[str, str]) -> Offered:
    ending = [step for step in steps if step.ends_bodies and body.id in step.from_ids]
    heirs = [heir.unit_id for step in ending if body.until for heir in step.heirs]
    return Offered(
        body.names[0].name,
        body.kind,
        body.names[0].abbreviation,
        body.aliases,
        body.kind not in RECEIVING_KINDS,
        body.until,
        tuple(names[heir] for heir in heirs),
    )


def _empty_folder(root: Path, clock: Clock) -> Store:
    with told_of_files(root):
        begun = DataFolder(root).database.exists()
    if not begun:
        return engine.create(root, clock=clock)
    store = engine.open(root, clock=clock)
    with store.read() as connection:
        taken = settings.get(connection, UNIT_SETTING) is not None
    if taken:
        store.close()
        raise KnownError("folder_taken", folder=root)
    return store


def own_unit(written: str, kind: UnitKind | None) -> Unit:
    """Return the shipped body that is written so, else a new one of a kind.

    Raises KnownError `unit_unknown` for a body that does not ship and has no kind.
    """
    bodies = shipped.units()
    found = find_unit(written, bodies)
    if found is not None:
        return found
    name = _SHORT.sub("Ủy ban nhân dân ", tidy(written))
    if kind is None or not name:
        nearest = "; ".join(nearest_names(written, bodies))
        raise KnownError("unit_unknown", name=written, nearest=nearest or "–")
    issuer = shipped.plan().plan.issuer_id
    profile = profile_of(kind, name, shipped.header_profiles())
    names = (UnitName(name, profile.abbreviation(name)),)
    return Unit(unit_id(name), kind, names, issuer, place=_place(kind, name))


def _plan_of(wish: Start) -> PlanVersion:
    version = shipped.plan()
    number = number_of(wish.plan_number) if wish.plan_number.strip() else None
    issued_on = wish.plan_issued_on or version.plan.issued_on
    numbered = replace(version.plan, number=number or version.plan.number, issued_on=issued_on)
    return replace(version, plan=numbered)


def _organisation(unit: Unit, reorganised: tuple[Succession, ...]) -> Organisation:
    bodies = shipped.units()
    known = bodies if unit in bodies else (*bodies, unit)
    return Organisation(known, shipped.classes(), reorganised)


def _place(kind: UnitKind, name: str) -> str:
    """Return the place name of a local committee's documents: that of its commune or district."""
    found = _LOCAL.fullmatch(name)
    return found["place"] if found and kind in LOCAL_KINDS else ""


def _confirmed(codes: Collection[str], proposals: Collection[Succession]) -> Iterator[Succession]:
    known = [proposal.code for proposal in proposals]
    for code in codes:
        if _proposal_code(code) not in {*known, ALL}:
            raise KnownError("proposal_unknown", code=code, known=", ".join(known))
    agreed = set(map(_proposal_code, codes))
    for proposal in proposals:
        yield replace(proposal, confirmed=not agreed.isdisjoint({ALL, proposal.code}))


def _proposal_code(typed: str) -> str:
    word = typed.strip()
    return ALL if word.lower() == ALL else word.upper()


def _fill(tx: Tx, started: Started, wish: Start) -> None:
    units.add(tx, *started.organisation.units)
    units.add_classes(tx, *started.organisation.classes)
    successions.add(tx, *started.organisation.successions)
    plans.adopt(tx, started.version)
    indicators.add(tx, *shipped.indicators())
    settings.put(tx, UNIT_SETTING, started.unit.id)
    settings.put(tx, COORDINATOR_SETTING, wish.coordinator)
    if name := tidy(wish.officer):
        officers.add(tx, _officer(tx.new_id(), started.unit.id, name, wish))


def _officer(identity: str, unit: str, name: str, wish: Start) -> Officer:
    return Officer(
        identity,
        unit,
        name,
        title=tidy(wish.title),
        decision=tidy(wish.decision),
        mode=wish.mode,
        phone=tidy(wish.phone),
        email=tidy(wish.email),
    )
