"""What every use case works with: the store, the clock, and what is known of plan and bodies."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, TypeVar, cast

from ttdn_desktop.domain.officer import in_charge
from ttdn_desktop.domain.plan_bygone import GONE, placed
from ttdn_desktop.domain.succession import EVERYTHING, Organisation, heir_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import (
    bygone_tasks,
    indicators,
    officers,
    plan_adoptions,
    plans,
    settings,
    successions,
    units,
    validities,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ttdn_desktop.domain.indicator import Indicator
    from ttdn_desktop.domain.officer import Officer
    from ttdn_desktop.domain.plan import PlanVersion, Task
    from ttdn_desktop.domain.plan_in_year import Adoption
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.domain.validity import Key, Validity
    from ttdn_desktop.services.ports import Clock
    from ttdn_desktop.store.engine import Store

T = TypeVar("T")
UNIT_SETTING = "unit"
NOW_NAMES_SETTING = "now_names"
"""Whether reports of earlier rounds add "(nay là …)" to the old names of bodies."""
FOLLOWS_SETTING = "follows"
"""Whether the folder of a body that has ended goes on as that of the body that took over."""
REFERENCE_TABLES = (
    "settings",
    "officers",
    "indicators",
    "plans",
    "plan_versions",
    "plan_adoptions",
    "directions",
    "duties",
    "duty_units",
    "task_groups",
    "tasks",
    "task_units",
    "units",
    "unit_names",
    "unit_classes",
    "successions",
    "succession_origins",
    "succession_heirs",
    "document_validities",
)
"""What `Surroundings` are read from."""

NAMELESS = "Cán bộ phụ trách"
"""Who the history names while no officer has been entered."""


@immutable
class Surroundings:
    """The plan in force, the bodies, the figures, and the unit whose desk it is.

    `unit` is the one that the folder was begun for; `follows` tells whether its successor goes on
    in it (see `unit_on`). `adoptions` are all the times a version was put in force; `bygone` are
    the tasks of earlier versions that the one in force does not have.
    """

    version: PlanVersion
    organisation: Organisation
    unit: Unit
    officers: tuple[Officer, ...]
    catalogue: Mapping[str, Indicator]
    adoptions: tuple[Adoption, ...] = ()
    bygone: tuple[Task, ...] = ()
    follows: bool = False
    now_names: bool = False
    validities: Mapping[Key, Validity] = field(default_factory=dict)

    @property
    def codes(self) -> dict[str, str]:
        """The codes of all items by id; of what has left the plan the one it bore last."""
        codes = {task.id: task.code for task in self.bygone}
        return codes | {item.id: item.code for _kind, item in self.version.items()}

    def item_id(self, code: str) -> str:
        """Return the id of an item by its code, also of one that has left the plan.

        Raises KnownError `item_unknown`.
        """
        wanted = code.strip().upper()
        gone = (task.id for task in self.bygone if task.code.upper() == wanted)
        return next(gone, None) or self.version.item_id(code)

    @property
    def titled(self) -> dict[str, str]:
        """The codes and titles of all items by id, as `codes` has them."""
        items = [*self.bygone, *(item for _kind, item in self.version.items())]
        return {item.id: f"{item.code} {item.title}" for item in items}

    def unit_on(self, day: date) -> Unit:
        """Return the body whose desk this is on a day: the unit, or where it follows its heir."""
        if not self.follows:
            return self.unit
        heir = heir_of(self.unit.id, EVERYTHING, day, self.organisation.successions)
        return self.organisation.unit(heir)

    def unit_ids(self) -> tuple[str, ...]:
        """Return the ids of all bodies whose desk this is or was; their codes are one series."""
        steps = self.organisation.successions
        days = (date.min, *sorted({step.on for step in steps}))
        return tuple(dict.fromkeys(self.unit_on(day).id for day in days))


@immutable
class Office:
    """One data folder at work."""

    store: Store
    clock: Clock
    _kept: dict[object, tuple[int, object]] = field(default_factory=dict, repr=False)

    def new_id(self) -> str:
        """Return a fresh identity for something a person records."""
        return self.store.new_id()

    def surroundings(self) -> Surroundings:
        """Return what a use case must know of plan and bodies; read anew when that has changed.

        Raises KnownError `folder_unfinished` where the first start was never ended.
        """
        return self.kept(_read, REFERENCE_TABLES)

    def kept(self, read: Callable[[Store], T], tables: Iterable[str]) -> T:
        """Return what a function reads of some tables; called anew when they have changed."""
        changes = self.store.times_changed(*tables)
        known, content = self._kept.get(read, (-1, None))
        if known != changes:
            content = read(self.store)
            self._kept[read] = changes, content
        return cast("T", content)

    def actor(self) -> str:
        """Return the name that the history of changes is written with."""
        officer = in_charge(self.surroundings().officers, self.clock.today())
        return officer.name if officer else NAMELESS


def _read(store: Store) -> Surroundings:
    with store.read() as connection:
        version = plans.in_force(connection)
        unit_id = settings.get(connection, UNIT_SETTING)
        if version is None or unit_id is None:
            raise KnownError("folder_unfinished")
        organisation = Organisation(
            units.all_units(connection),
            units.all_classes(connection),
            successions.all_successions(connection),
        )
        return Surroundings(
            version,
            organisation,
            organisation.unit(unit_id),
            officers.of_unit(connection, unit_id),
            {each.code: each for each in indicators.all_indicators(connection)},
            plan_adoptions.all_adoptions(connection),
            tuple(placed(version, bygone_tasks.outside(connection, version.id), GONE)),
            follows=bool(settings.get(connection, FOLLOWS_SETTING, default=False)),
            now_names=bool(settings.get(connection, NOW_NAMES_SETTING, default=False)),
            validities=validities.all_validities(connection),
        )
