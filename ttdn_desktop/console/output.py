"""Printing a result: JSON for programs, plain lines for people."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ttdn_desktop.console.command import Command, Result
    from ttdn_desktop.console.main import Options


def show(command: Command, result: Result, options: Options) -> None:
    """Print the result of a command on stdout."""
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=2, default=_plain))  # noqa: T201
        return
    for line in command.lines(result, options.messages):
        print(line)  # noqa: T201 (the console is what this module is for)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
