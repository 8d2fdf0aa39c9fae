"""`--help`: what a command does and what it takes, in the language asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console.parser import Several

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.console.parser import Parser

_VALUE = "…"


def explained(parser: Parser, messages: Messages) -> Iterator[str]:
    """Yield how the command is written, what it does, and each of its words on a line."""
    key = "_".join(parser.prog.replace("-", "_").split()[1:])
    yield messages.say("help.usage", command=" ".join((parser.prog, *_needed(parser))))
    yield messages.say(f"help.{key}")
    for action in parser.actions():
        told = messages.say(f"help.{key}_{action}")
        yield messages.say("help.line", words=f"{parser.prog} {action}", told=told)
    for word in parser.words():
        told = "".join((messages.say(f"help.{key}.{word.dest}"), *_marks(word, messages)))
        yield messages.say("help.line", words=_written(word), told=told)
    yield messages.say("help.everywhere")


def _needed(parser: Parser) -> Iterator[str]:
    yield from ("|".join(parser.actions()),) if any(parser.actions()) else ()
    yield from (_written(word) for word in parser.words() if word.required)


def _marks(word: argparse.Action, messages: Messages) -> Iterator[str]:
    if word.required:
        yield messages.say("help.required")
    if isinstance(word, Several):
        yield messages.say("help.several")


def _written(word: argparse.Action) -> str:
    """Return a word as it is typed: "--unit …", "--part lead|join", "--coordinator", "DIR"."""
    if not word.option_strings:
        return str(word.metavar or word.dest)
    name = word.option_strings[0]
    if word.nargs == 0:
        return name
    return f"{name} {'|'.join(map(str, word.choices)) if word.choices else _VALUE}"
