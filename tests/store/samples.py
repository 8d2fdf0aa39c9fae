"""A small province for the tests of the store: two bodies, a plan of two tasks, one figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.dates import Moment
from ttdn_desktop.domain.evidence import Evidence, EvidenceKind
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind
from ttdn_desktop.domain.plan import (
    Assignee,
    Direction,
    Duty,
    Plan,
    PlanVersion,
    Task,
    TaskGroup,
)
from ttdn_desktop.domain.units import Unit, UnitClass, UnitKind, UnitName
from ttdn_desktop.store import activities, changes, indicators, plans, settings, units
from ttdn_desktop.store.tables import JOURNALLED
from ttdn_desktop.store.tables import changes as changes_table

if TYPE_CHECKING:
    from ttdn_desktop.store.engine import Store

YEAR = 2026
PROVINCE = Unit(
    "unit-province", UnitKind.PROVINCE, (UnitName("Ủy ban nhân dân tỉnh Kon Tum", "UBND"),)
)
OFFICE = Unit(
    id="unit-office",
    kind=UnitKind.DEPARTMENT,
    names=(
        UnitName("Sở Ngoại vụ", "SNgV", None, date(2025, 2, 28)),
        UnitName("Sở Ngoại vụ mới", "SNgVM", date(2025, 3, 1)),
    ),
    parent_id=PROVINCE.id,
    place="Kon Tum",
    aliases=("Sở NgV",),
)
CLASS = UnitClass("class-all", "Các sở, ban, ngành", (UnitKind.DEPARTMENT,), ("các sở",))
PLAN = Plan(
    id="plan",
    title="Kế hoạch thông tin đối ngoại",
    issuer_id=PROVINCE.id,
    coordinator_id=OFFICE.id,
    number=None,
    number_suffix="/KH-UBND",
    issued_on=None,
    month=date(2024, 7, 1),
    replaces="Kế hoạch số 3083/KH-UBND",
    replaces_reference="3083/KH-UBND",
    subject="Thông tin đối ngoại đến năm 2030",
    legal_basis=("Nghị định số 72/2015/NĐ-CP",),
    recipients=("Các sở",),
)


def task(number: int) -> Task:
    """Return the task 1.`number`, led by the office."""
    return Task(
        id=f"task-{number}",
        code=f"1.{number}",
        title=f"Nhiệm vụ {number}",
        group_code="1",
        lead=(Assignee("Sở Ngoại vụ", OFFICE.id),),
        support=(Assignee("Các sở, ban, ngành", None, CLASS.id), Assignee("Ban khác")),
        lead_text="Sở Ngoại vụ",
        support_text="Các sở, ban, ngành; Ban khác",
        period_text="2024 - 2030",
        first_year=2024,
        last_year=2030,
        notes=("Theo Quyết định",),
    )


def version(identity: str, tasks: int = 2) -> PlanVersion:
    """Return a version of the plan with so many tasks."""
    return PlanVersion(
        id=identity,
        plan=PLAN,
        directions=(Direction("direction-3", "II.3", "Đổi mới", "Nội dung"),),
        duties=(Duty("duty-1", "IV.1", "Các sở", "Báo cáo", (Assignee("Sở", OFFICE.id),)),),
        groups=(TaskGroup("group-1", "1", "Nhóm", "II.3"),),
        tasks=tuple(task(number + 1) for number in range(tasks)),
    )


VISITORS = Indicator("indicator-d1", "D1", "Đoàn vào", "đoàn", IndicatorKind.FLOW, ("nuoc",))


def activity(number: int, title: str = "Đón đoàn công tác", **more: object) -> Activity:
    """Return the office's activity A`number`, on 5 March unless `start` says otherwise."""
    start = more.pop("start", Moment(date(YEAR, 3, 5)))
    facts: dict[str, object] = {
        "id": f"activity-{number}",
        "unit_id": OFFICE.id,
        "code": f"A{number}",
        "title": title,
        "start": start,
        "item_ids": ("task-1",),
        "part": Part.LEAD,
    }
    return Activity(**(facts | more))  # type: ignore[arg-type]  # facts by name, in a test


def file(number: int, name: str = "ảnh.jpg", sha256: str = "ab" * 32) -> Evidence:
    """Return the piece of evidence E`number`, a file."""
    return Evidence(
        id=f"evidence-{number}",
        code=f"E{number}",
        kind=EvidenceKind.FILE,
        name=name,
        original_name=name,
        sha256=sha256,
        size=5,
    )


def fill(store: Store) -> None:
    """Record the bodies, the plan and the figure, as a first start does."""
    with store.change("Lan", "init", undoable=False) as tx:
        units.add(tx, OFFICE, PROVINCE)
        units.add_classes(tx, CLASS)
        plans.adopt(tx, version("version-1"))
        indicators.add(tx, VISITORS)


def record(store: Store, *new: Activity) -> None:
    """Record activities, one change each, labelled with their titles."""
    for one in new:
        with store.change("Lan", one.title) as tx:
            activities.add(tx, one, year=YEAR)


def labels(store: Store) -> list[str]:
    """Return the labels of all entries of the journal."""
    with store.read() as connection:
        return list(connection.scalars(select(changes_table.c.label).order_by(changes_table.c.seq)))


def all_settings(store: Store) -> dict[str, object]:
    """Return all settings."""
    with store.read() as connection:
        return settings.all_settings(connection)


def all_rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every journalled row of the folder."""
    with store.read() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for table in JOURNALLED
        }


def is_sound(store: Store) -> bool:
    """Tell whether the chain verifies and all rows are as it left them."""
    with store.read() as connection:
        return changes.verify(connection).ok and changes.compare_rows(connection) == ()


@dataclass(slots=True)
class CountingClock:
    """A clock whose instants and randomness count up from one."""

    ticks: int = 0

    def now_ms(self) -> int:
        """Return the next instant."""
        self.ticks += 1
        return self.ticks

    def random(self, count: int, /) -> bytes:
        """Return bytes never returned before."""
        self.ticks += 1
        return self.ticks.to_bytes(count, "big")
