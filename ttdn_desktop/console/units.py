"""`units`: the bodies in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console import shapes
from ttdn_desktop.desk import open_desk
from ttdn_desktop.services.know_units import in_force

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing: `units` lists."""


def run(given: argparse.Namespace, options: Options) -> Result:  # noqa: ARG001 (a command's shape)
    """List the bodies in force today."""
    with open_desk(options.data, writing=False) as desk:
        today = desk.office.clock.today()
        return {"units": [shapes.unit(unit, today) for unit in in_force(desk.office)]}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say each body on a line."""
    for unit in result["units"]:
        yield messages.say("said.unit", **unit)
