"""How tables of activities are headed, and the template that the program writes itself."""

from __future__ import annotations

import json
from dataclasses import field
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.activity import Part
from ttdn_desktop.domain.activity_sheet import Field
from ttdn_desktop.domain.plain_table import PlainTable, TableColumn
from ttdn_desktop.immutable import immutable
from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "activity_columns.json"


@immutable
class ActivityColumns:
    """Headings by field, words by part; `known_codes` are those of the plan's items."""

    fields: Mapping[Field, tuple[str, ...]]
    parts: Mapping[Part, str]
    known_codes: frozenset[str] = field(default=frozenset())


def shipped_columns(known_codes: frozenset[str] = frozenset()) -> ActivityColumns:
    """Return how columns may be headed."""
    content = _content()
    return ActivityColumns(
        {Field(name): tuple(wordings) for name, wordings in content["fields"].items()},
        {Part(name): wording for name, wording in content["parts"].items()},
        known_codes,
    )


def activity_template(kinds: tuple[str, ...]) -> PlainTable:
    """Return the empty table to be filled in; `kinds` are offered for the kind of activity."""
    content = _content()
    choices = {Field.PART: tuple(content["parts"].values()), Field.KIND: kinds}
    return PlainTable(
        name=content["template"]["name"],
        above=tuple(content["template"]["above"]),
        columns=tuple(
            TableColumn(
                _heading(content, name), content["widths_mm"][name], choices.get(Field(name), ())
            )
            for name in content["written"]
        ),
        rows=(),
    )


def _heading(content: dict[str, Any], name: str) -> str:
    heading: str = content["fields"][name][0]
    hint = content["hints"].get(name)
    return f"{heading} ({hint})" if hint else heading


def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource("imports", _FILE).read_text("utf-8"))
    return content
