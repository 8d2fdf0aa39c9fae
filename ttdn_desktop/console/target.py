"""`target set`, `target list`: what the unit means to reach in a year ("kế hoạch năm")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.numbers import grouped, parse_quantity
from ttdn_desktop.services import keep_targets

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.services.office import Office

NOTHING = "-"
"""The value that takes a target back."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare setting one and listing those of a year."""
    actions = parser.add_subparsers(dest="action", required=True)
    setting = actions.add_parser("set")
    setting.add_argument("--year", type=int, required=True)
    setting.add_argument("--code", required=True)
    setting.add_argument("--value", required=True)
    actions.add_parser("list").add_argument("--year", type=int, required=True)


def run(given: argparse.Namespace, options: Options) -> Result:
    """Write the target of an indicator, or list those of a year."""
    if given.action == "list":
        with open_desk(options.data, writing=False) as desk:
            return _shape(desk.office, given.year, keep_targets.of_year(desk.office, given.year))
    value = None if given.value.strip() == NOTHING else parse_quantity(given.value)
    with open_desk(options.data, writing=True) as desk:
        left = keep_targets.put(desk.office, given.year, {given.code.strip().upper(): value})
        return _shape(desk.office, given.year, left)


def _shape(office: Office, year: int, targets: Mapping[str, Decimal]) -> Result:
    catalogue = office.surroundings().catalogue
    return {
        "year": year,
        "targets": [
            {
                "code": code,
                "name": catalogue[code].name,
                "value": value,
                "unit": catalogue[code].unit,
            }
            for code, value in targets.items()
        ],
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say each target on a line."""
    if not result["targets"]:
        yield messages.say("said.target.none", year=result["year"])
    for each in result["targets"]:
        yield messages.say("said.target", **{**each, "value": grouped(each["value"])})
