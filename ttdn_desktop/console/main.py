"""Reading the command line, and one line for whatever goes wrong."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from ttdn_desktop import __version__
from ttdn_desktop.console.messages import LANGUAGES, Messages
from ttdn_desktop.console.output import show
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.console.command import Command

DONE, REFUSED, MISUSED = 0, 1, 2
_MODULES = {
    "init": "start",
    "plan": "plan",
    "units": "units",
    "activity": "activity",
    "state": "state",
    "undo": "undo",
    "report": "report",
    "doctor": "doctor",
    "sample": "sample",
    "self-test": "self_test",
}
"""Which module holds a command; it alone is imported when the command is given."""


@dataclass(frozen=True, slots=True)
class Options:
    """What stands before or after any command."""

    data: Path
    json: bool
    messages: Messages


class _Parser(argparse.ArgumentParser):
    """Wrong usage is exit 2 with one line; argparse prints its usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISUSED, f"{self.prog}: {message}\n")


def run(arguments: Sequence[str]) -> int:
    """Run one command line; return its exit code."""
    _speak_utf8()
    shared, rest = _shared_options().parse_known_args(arguments)
    messages = Messages(shared.lang)
    name = next((word for word in rest if not word.startswith("-")), None)
    if shared.version:
        print(__version__)  # noqa: T201 (the console is what this module is for)
        return DONE
    if name not in _MODULES:
        return _without_command(name, messages)
    command: Command = importlib.import_module(f"ttdn_desktop.console.{_MODULES[name]}")
    parser = _Parser(prog=f"ttdn {name}")
    command.arguments(parser)
    rest.remove(name)
    given = parser.parse_args(rest)
    options = Options(_data_folder(shared.data), shared.json, messages)
    return _do(command, given, options)


def _do(command: Command, given: argparse.Namespace, options: Options) -> int:
    try:
        result = command.run(given, options)
    except KnownError as error:
        print(options.messages.refusal(error), file=sys.stderr)  # noqa: T201
        return REFUSED
    show(command, result, options)
    return DONE


def _shared_options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ttdn", add_help=False, allow_abbrev=False)
    parser.add_argument("--data")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--lang", choices=LANGUAGES, default="vi")
    parser.add_argument("--version", action="store_true")
    return parser


def _data_folder(given: str | None) -> Path:
    chosen = given or os.environ.get("TTDN_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415 (only where no folder was named)

    return user_data_path("SoTTDN", appauthor=False, roaming=False)


def _without_command(name: str | None, messages: Messages) -> int:
    """Say what can be done here; the window opens where it is part of the program."""
    known = ", ".join(_MODULES)
    if name is None:
        print(messages.say("no_window", commands=known))  # noqa: T201
        return DONE
    print(messages.say("command_unknown", name=name, commands=known), file=sys.stderr)  # noqa: T201
    return MISUSED


def _speak_utf8() -> None:
    """Print UTF-8 on every platform, whatever the terminal claims."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
