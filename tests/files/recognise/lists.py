"""Lists written out as grids, read, and what is doubtful of them told in words."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.grid import FileContent, Grid, GridKind, Place
from ttdn_desktop.domain.place_words import place_words
from ttdn_desktop.domain.unit_list import KnownBodies
from ttdn_desktop.files.recognise import task_list
from ttdn_desktop.paths import resource
from ttdn_desktop.services import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.domain.task_list import Problem, ReadingChoice, TaskList

HEADER = ("TT", "Nhiệm vụ, giải pháp", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian thực hiện")
"""The annex's header."""

SENTENCES: dict[str, str] = json.loads(resource("i18n", "vi.json").read_text("utf-8"))


@cache
def known() -> KnownBodies:
    """Return the bodies that ship with the program."""
    return KnownBodies(shipped.units(), shipped.classes())


@dataclass(frozen=True, slots=True)
class Task:
    """A task of the annex, as the plan keeps it."""

    code: str
    title: str
    lead: str
    support: str
    period: str
    notes: tuple[str, ...]


@cache
def annex() -> dict[str, tuple[str, tuple[Task, ...]]]:
    """Return the annex of the plan: title and tasks of each group by its code."""
    plan: dict[str, Any] = json.loads(resource("plans", "kontum-2024.json").read_text("utf-8"))
    return {
        group["code"]: (
            group["title"],
            tuple(_task(row) for row in plan["tasks"] if row["group"] == group["code"]),
        )
        for group in plan["groups"]
    }


def _task(row: dict[str, Any]) -> Task:
    texts = (row["code"], row["title"], row["lead_text"], row["support_text"], row["period_text"])
    return Task(*texts, tuple(row["notes"]))


def sheet(rows: Iterable[Sequence[str]], **facts: Any) -> Grid:  # noqa: ANN401 (any field of Grid)
    """Return a sheet of these rows."""
    return replace(Grid(GridKind.SHEET, tuple(map(tuple, rows)), name="KH"), **facts)


def table(rows: Iterable[Sequence[str]], **facts: Any) -> Grid:  # noqa: ANN401 (any field of Grid)
    """Return a table of a letter."""
    return replace(Grid(GridKind.TABLE, tuple(map(tuple, rows))), **facts)


def read(*grids: Grid, choice: ReadingChoice | None = None) -> TaskList:
    """Return what a file of these grids is understood as; each problem can be told in words."""
    listed = task_list(FileContent("tệp", "", "xlsx", grids), known(), choice)
    for problem in listed.problems:
        assert told(problem)
    return listed


def told(problem: Problem) -> str:
    """Return a problem in words, with its place."""
    return f"{where(problem.place)}: {SENTENCES[f'read.{problem.key}'].format(**problem.facts)}"


def where(place: Place) -> str:
    """Return a place in words."""
    key, facts = place_words(place)
    return SENTENCES[f"place.{key}"].format(**facts)


def keys(listed: TaskList) -> list[str]:
    """Return the keys of the problems, in their order."""
    return [problem.key for problem in listed.problems]


def codes(listed: TaskList) -> list[str]:
    """Return the tasks' codes."""
    return [task.code for task in listed.tasks]


def titles(listed: TaskList) -> list[str]:
    """Return the tasks' titles."""
    return [task.title for task in listed.tasks]
