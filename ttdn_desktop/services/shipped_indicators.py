"""The catalogue of figures that ships with the program, and what fits each item of the plan."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind
from ttdn_desktop.immutable import immutable
from ttdn_desktop.paths import resource

_SECTIONS = ("directions", "tasks", "duties")


@immutable
class Guidance:
    """What usually serves one item of the plan: suggestions, never limits.

    `activity_kinds` are what an activity may be called, `indicators` codes of figures in the
    order they are offered, `evidence` the documents that usually prove it.
    """

    item_code: str
    activity_kinds: tuple[str, ...]
    indicators: tuple[str, ...]
    evidence: tuple[str, ...]


def shipped_indicators() -> tuple[Indicator, ...]:
    """Return the catalogue's indicators in its order."""
    return tuple(_indicator(row) for row in _read()["indicators"])


def shipped_splits() -> dict[str, tuple[str, ...]]:
    """Return the suggested parts of each split by its name ("nuoc": "Lào", …)."""
    return {name: tuple(values) for name, values in _read()["splits"].items()}


def activity_guidance() -> dict[str, Guidance]:
    """Return the suggestions by item code ("II.1", "1.10", "IV.3"), in plan order."""
    content = _read()
    return {
        code: _guidance(code, row)
        for section in _SECTIONS
        for code, row in content[section].items()
    }


@cache
def _read() -> dict[str, Any]:
    path = resource("indicators", "catalogue.json")
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def _indicator(row: dict[str, Any]) -> Indicator:
    return Indicator(
        id=shared_id("indicator", row["code"]),
        code=row["code"],
        name=row["name_vi"],
        unit=row["unit_vi"],
        kind=IndicatorKind(row["kind"]),
        splits=tuple(row["splits"]),
        pair=row["pair"],
        sensitive=row["sensitive"],
    )


def _guidance(code: str, row: dict[str, Any]) -> Guidance:
    return Guidance(
        code, tuple(row["activity_types"]), tuple(row["indicators"]), tuple(row["evidence"])
    )
