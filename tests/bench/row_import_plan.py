"""A list of thousands of tasks compared with the plan and adopted, beside its rows written bare."""

from __future__ import annotations

import hashlib
import itertools
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.bench.desks import new_desk, opened
from tests.bench.measure import Pair, Row
from tests.domain.listed_plan import listed, retyped
from ttdn_desktop.domain.plan_identity import normalised, task_id, version_id
from ttdn_desktop.services.import_plan import adopt, preview
from ttdn_desktop.store import plans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.domain.plan import PlanVersion, Task
    from ttdn_desktop.domain.task_list import ReadTask, TaskList
    from ttdn_desktop.services.office import Office

_SIZE = 5000
_EVERY = 20
"""Of so many tasks one is reworded, and one has another lead."""

_WRITTEN = (
    "plan_versions",
    "plan_adoptions",
    "directions",
    "duties",
    "task_groups",
    "tasks",
    "duty_units",
    "task_units",
    "changes",
    "change_rows",
)
"""The tables that an adoption writes; the floor inserts the very rows ours inserted."""

_COUNTED = ("adoption", "seq")
_NAMED = {"plan_versions": "id", "plan_adoptions": "id"}
"""The columns that no two rows may share: numbers, and the ids of an adoption."""


@dataclass(frozen=True, slots=True)
class _Made:
    """The rows that one adoption wrote into a table."""

    table: str
    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]

    def fresh(self, number: int) -> Iterator[list[object]]:
        """Yield the rows as another adoption would have written them."""
        named = _NAMED.get(self.table, "version_id")
        for row in self.rows:
            new = list(row)
            for place, column in enumerate(self.columns):
                if column in _COUNTED:
                    new[place] = int(str(row[place])) + number
                elif column == named:
                    new[place] = f"{number:036d}"
            yield new


def rows() -> list[Row]:
    """Return the row of the table."""
    return [Row("plan adopted", _prepare, size=_SIZE, limit=3, sizes=(1250, 2500, 5000))]


def _prepare(folder: Path, size: int) -> Pair:
    plan = _large(new_desk(folder / "ours"), size)
    office = opened(folder / "ours")
    numbers = itertools.count()
    tasks = listed(plan)

    def ours() -> None:
        adopt(office, preview(office, _edited(tasks, next(numbers))))

    ours()
    templates = _rows_of_last(office.store.folder.database)
    words = [_words(task) for each in (tasks, _edited(tasks, 0)) for task in each.tasks]
    bare_file = folder / "bare.sqlite"
    shutil.copy(office.store.folder.database, bare_file)
    bare = sqlite3.connect(bare_file, isolation_level=None)
    bare.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF;")
    fresh = itertools.count(1)

    def floor() -> None:
        for each in words:
            hashlib.sha256(normalised(each).encode()).hexdigest()
        _insert(bare, templates, next(fresh))

    return Pair(ours, floor)


def _large(office: Office, size: int) -> PlanVersion:
    """Put a plan of so many tasks in force: the shipped ones, over and over, told apart."""
    now = office.surroundings().version
    tasks = tuple(
        _numbered(now.plan.id, task, number)
        for number, task in enumerate(itertools.islice(itertools.cycle(now.tasks), size))
    )
    large = replace(now, tasks=tasks)
    large = replace(large, id=version_id(large))
    with office.store.change("bench", "a large plan") as tx:
        plans.adopt(tx, large)
    office.store.close()
    return large


def _numbered(plan_id: str, task: Task, number: int) -> Task:
    code, title = f"{task.group_code}.{number + 1}", f"{task.title} (phần {number + 1})"
    return replace(task, id=task_id(plan_id, code, title), code=code, title=title)


def _edited(tasks: TaskList, number: int) -> TaskList:
    """Return the list with some wordings and leads that no call before had."""
    places = itertools.count()

    def edited(task: ReadTask) -> ReadTask:
        place = next(places) % _EVERY
        if place == 0:
            return replace(task, title=f"{task.title} lần {number}")
        if place == 1:
            return replace(task, period_text=f"Quý I/{2025 + number}")
        return task

    return retyped(tasks, edited)


def _words(task: ReadTask) -> str:
    return f"{task.title}\n{task.lead_text}\n{task.support_text}\n{task.period_text}"


def _rows_of_last(database: Path) -> list[_Made]:
    with closing(sqlite3.connect(database)) as raw:
        newest = raw.execute("SELECT id FROM plan_versions ORDER BY adoption DESC").fetchone()[0]
        return [_made(raw, table, newest) for table in _WRITTEN]


def _made(raw: sqlite3.Connection, table: str, version: str) -> _Made:
    last = "(SELECT max(seq) FROM changes)"
    by_table = {
        "plan_versions": f"id = '{version}'",
        "changes": f"seq = {last}",
        "change_rows": f"seq = {last}",
    }
    where = by_table.get(table, f"version_id = '{version}'")
    found = raw.execute(f"SELECT * FROM {table} WHERE {where}")  # noqa: S608 (our own names)
    return _Made(table, tuple(name for name, *_ in found.description), found.fetchall())


def _insert(bare: sqlite3.Connection, made: list[_Made], number: int) -> None:
    """Insert the rows anew in one transaction; ids and numbers are made unlike by `number`."""
    bare.execute("BEGIN IMMEDIATE")
    for each in made:
        places = ",".join("?" * len(each.columns))
        sql = f"INSERT INTO {each.table} VALUES ({places})"  # noqa: S608 (our own names)
        bare.executemany(sql, each.fresh(number))
    bare.execute("COMMIT")
