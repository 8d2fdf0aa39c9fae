"""Plan versions are kept; the one adopted last is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.store.samples import CLASS, OFFICE, PLAN, PROVINCE, activity, record, version
from ttdn_desktop.domain.units import Unit, UnitKind, UnitName
from ttdn_desktop.store import changes, plans, units

if TYPE_CHECKING:
    from ttdn_desktop.domain.plan import PlanVersion
    from ttdn_desktop.store.engine import Store


def _in_force(store: Store) -> PlanVersion | None:
    with store.read() as connection:
        return plans.in_force(connection)


def _adopt(store: Store, adopted: PlanVersion) -> None:
    with store.change("Lan", "nhập kế hoạch") as tx:
        plans.adopt(tx, adopted)


def test_that_a_version_comes_back_as_it_was_adopted(store: Store) -> None:
    assert _in_force(store) == version("version-1")


def test_that_a_task_keeps_its_id_across_versions_and_old_activities_stay(store: Store) -> None:
    record(store, activity(1))

    _adopt(store, version("version-2", tasks=3))

    assert _in_force(store) == version("version-2", tasks=3)
    with store.read() as connection:
        assert plans.by_id(connection, "version-1") == version("version-1")


def test_that_an_earlier_version_can_be_taken_up_again(store: Store) -> None:
    _adopt(store, version("version-2", tasks=3))

    _adopt(store, version("version-1"))

    assert _in_force(store) == version("version-1")


def test_that_undoing_an_adoption_puts_the_version_before_in_force(store: Store) -> None:
    _adopt(store, version("version-2", tasks=3))

    changes.undo(store, "Lan")

    assert _in_force(store) == version("version-1")
    with store.read() as connection:
        assert plans.by_id(connection, "version-2") is None


def test_that_a_number_once_given_stays_with_the_next_version(store: Store) -> None:
    with store.change("Lan", "đặt số") as tx:
        plans.set_number(tx, PLAN.id, "2500/KH-UBND", date(2024, 7, 15))

    _adopt(store, version("version-2"))

    found = _in_force(store)
    assert found is not None
    assert found.plan == replace(PLAN, number="2500/KH-UBND", issued_on=date(2024, 7, 15))


def test_that_bodies_and_classes_come_back_in_the_plans_order(store: Store) -> None:
    press = Unit(
        id="unit-press",
        kind=UnitKind.PRESS,
        names=(UnitName("Báo Kon Tum", "BKT"),),
        parent_id=OFFICE.id,
        until=date(2025, 6, 30),
    )
    with store.change("Lan", "thêm") as tx:
        units.add(tx, press)

    with store.read() as connection:
        assert units.all_units(connection) == (OFFICE, PROVINCE, press)
        assert units.all_classes(connection) == (CLASS,)
        assert units.by_id(connection, "unit-press") == press
        assert units.by_id(connection, "nobody") is None
