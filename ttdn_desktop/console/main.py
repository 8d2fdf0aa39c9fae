"""One command line: what it asks, its exit code, and one line for whatever goes wrong."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from ttdn_desktop import __version__
from ttdn_desktop.console import window
from ttdn_desktop.console.arguments import language_of, read_line, require_text
from ttdn_desktop.console.explain import explained
from ttdn_desktop.console.messages import Messages
from ttdn_desktop.console.output import (
    OutputError,
    as_json,
    complain,
    printable,
    speak_utf8,
    tell,
    tell_all,
)
from ttdn_desktop.console.parser import HelpAskedError, MisuseError, Parser
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from ttdn_desktop.console.arguments import Line, Options
    from ttdn_desktop.console.command import Command, Result
    from ttdn_desktop.console.window import OpenWindow

DONE, REFUSED, MISUSED = 0, 1, 2
_MODULES = {
    "init": "start",
    "plan": "plan",
    "units": "units",
    "activity": "activity",
    "state": "state",
    "undo": "undo",
    "report": "report",
    "round": "round",
    "target": "target",
    "doctor": "doctor",
    "backup": "backup",
    "restore": "restore",
    "sample": "sample",
    "self-test": "self_test",
    "window": "window",
}
"""Which module holds a command; it alone is imported when the command is given."""

WINDOW = "window"
_HELP = frozenset({"-h", "--help"})
_TRIALS = {"self-test": "self_test_failed"}
"""Commands whose result may be that something failed, told in full; the line for it, and exit 1."""


def run(arguments: Sequence[str], opens: OpenWindow | None = None) -> int:
    """Run one command line; return its exit code: 0 done, 1 refused, 2 wrong usage.

    Without a command `opens` shows the window, where it is given.
    """
    speak_utf8()
    messages = Messages(language_of(arguments))
    try:
        line = read_line(arguments)
        messages = line.options.messages
        return _answer(line, opens)
    except MisuseError as wrong:
        detail = messages.line(f"misuse.{wrong.key}", **wrong.facts)
        complain(messages.line("misused", command=wrong.command, detail=detail))
        return MISUSED
    except KnownError as error:
        complain(messages.refusal(error))
    except OutputError:
        complain(messages.say("output_lost"))
    return REFUSED


def _answer(line: Line, opens: OpenWindow | None) -> int:
    messages, known = line.options.messages, ", ".join(_MODULES)
    if line.version:
        tell(__version__)
    elif not line.words or line.words[0] == WINDOW:
        return _show(line, opens)
    elif line.words[0] in _HELP:
        tell(messages.say("usage", commands=known))
    elif line.words[0] not in _MODULES:
        complain(messages.line("command_unknown", name=line.words[0], commands=known))
        return MISUSED
    else:
        return _do(line.words[0], line.words[1:], line.options)
    return DONE


def _show(line: Line, opens: OpenWindow | None) -> int:
    given = _read(WINDOW, window.arguments, line.words[1:], line.options)
    return DONE if given is None else window.run(given, line.options, opens)


def _read(
    name: str,
    declare: Callable[[Parser], None],
    words: Sequence[str],
    options: Options,
) -> Namespace | None:
    """Return what a command is given; None where it was asked for help, which is told."""
    parser = Parser(prog=f"ttdn {name}")
    declare(parser)
    try:
        parser.require_known(words)
        given = parser.parse_args(words)
    except HelpAskedError as asked:
        tell("\n".join(explained(asked.parser, options.messages)))
        return None
    require_text(given)
    return given


def _do(name: str, words: Sequence[str], options: Options) -> int:
    command: Command = importlib.import_module(f"ttdn_desktop.console.{_MODULES[name]}")
    given = _read(name, command.arguments, words, options)
    if given is None:
        return DONE
    result = command.run(given, options)
    tell_all(as_json(result) if options.json else _lines(command, result, options.messages))
    if name in _TRIALS and not result["ok"]:
        complain(options.messages.line(_TRIALS[name]))
        return REFUSED
    return DONE


def _lines(command: Command, result: Result, messages: Messages) -> tuple[str]:
    return (printable("\n".join(command.lines(result, messages))),)
