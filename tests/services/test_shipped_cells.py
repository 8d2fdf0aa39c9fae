"""The cells of the shipped plan give the bodies that the plan is known to name."""

from __future__ import annotations

import json
import random
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from ttdn_desktop.domain.period import Period, parse_period
from ttdn_desktop.domain.text import fold
from ttdn_desktop.domain.unit_list import KnownBodies, split_units
from ttdn_desktop.paths import resource
from ttdn_desktop.services.shipped_units import shipped_classes, shipped_units

if TYPE_CHECKING:
    from collections.abc import Callable

KNOWN = KnownBodies(shipped_units(), shipped_classes())
PLAN = json.loads(resource("plans", "kontum-2024.json").read_text("utf-8"))
TASKS: list[dict[str, Any]] = PLAN["tasks"]


def wrapped(text: str) -> str:
    breaks = random.Random(text)  # noqa: S311 (lines are broken here, no secret is made)
    return "".join(breaks.choice((" ", "\n", "  ")) if char == " " else char for char in text)


SHAPES: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "wrapped": wrapped,
    "by line": lambda text: text.replace("; ", "\n"),
    "by line and wrapped": lambda text: wrapped(text.replace("; ", "\n")),
    "by comma": lambda text: text.replace("; ", ", "),
    "by nothing": lambda text: text.replace("; ", " "),
    "as items": lambda text: "- " + text.replace("; ", "\n- ") if text else "",
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "in capitals": lambda text: wrapped(text.upper()),
    "without accents": fold,
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("part", ["lead", "support"])
def test_that_each_cell_of_the_plan_names_its_bodies_in_any_shape(part: str, shape: str) -> None:
    for task in TASKS:
        found = split_units(SHAPES[shape](task[f"{part}_text"]), KNOWN)
        written = [each.written for each in found.assignees]

        assert [fold(name) for name in written] == [fold(name) for name in task[part]]
        assert found.doubts == ()
        assert all(each.unit_id or each.class_id for each in found.assignees)
        if fold(shape) not in {"in capitals", "without accents"}:
            assert written == task[part]


def test_that_each_period_of_the_plan_is_read() -> None:
    for task in TASKS:
        assert parse_period(task["period_text"]) == Period(task["from"], task["to"])


def test_that_every_official_name_is_recognised_as_its_body() -> None:
    for unit in KNOWN.units:
        for name in (unit.names[0].name, *unit.aliases):
            found = split_units(name, KNOWN)

            assert [each.unit_id for each in found.assignees] == [unit.id], name
            assert found.doubts == (), name
