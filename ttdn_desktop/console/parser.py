"""The parser of a command's words: strict, and telling what is wrong by key and facts."""

from __future__ import annotations

import argparse
import re
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Declare = Callable[[argparse.ArgumentParser], None]

ACTION = "action"
"""What stands behind a command that does several things: "show" of `plan show`."""

_SAID = {
    "missing": r"the following arguments are required: (?P<names>.+)",
    "value_missing": r"argument (?P<name>.+?): expected one argument",
    "number_unreadable": r"argument (?P<name>.+?): invalid int value: (?P<value>.+)",
    "choice_unknown": (
        r"argument (?P<name>.+?): invalid choice: (?P<value>.*) \(choose from (?P<known>.*)\).*"
    ),
    "word_unknown": r"unrecognized arguments: (?P<names>.+)",
    "value_idle": r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)",
    "other": r"(?P<text>.*)",
}
"""What argparse says, by the key of our own sentence; the last takes all the rest."""


class MisuseError(Exception):
    """Wrong usage; `command` is what was typed so far, `key` and `facts` say what is wrong."""

    def __init__(self, command: str, key: str, **facts: str) -> None:
        """Keep them for the line that tells it."""
        super().__init__(command, key, facts)
        self.command = command
        self.key = key
        self.facts = facts


class HelpAskedError(Exception):
    """Help was asked for instead of work; `parser` knows what there is to say."""

    def __init__(self, parser: Parser) -> None:
        """Keep the parser whose help is wanted."""
        super().__init__(parser.prog)
        self.parser = parser


class Several(argparse.Action):
    """An option that is repeated, one value each time."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        _option: str | None = None,
    ) -> None:
        """Keep the value behind those before."""
        setattr(namespace, self.dest, [*(getattr(namespace, self.dest) or ()), values])


class Parser(argparse.ArgumentParser):
    """A parser that takes no shortened options and raises instead of ending the program."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 (argparse's own, handed on)
        """Make it strict."""
        super().__init__(**{"allow_abbrev": False, **settings})
        self.register("action", "append", Several)

    def error(self, message: str) -> NoReturn:
        """Raise MisuseError."""
        key, facts = _understood(message)
        if ACTION in (facts.get("names"), facts.get("name")):
            raise MisuseError(
                self.prog, f"{ACTION}_{key}", **facts, actions=", ".join(self.actions())
            )
        raise MisuseError(self.prog, key, **facts)

    def print_help(self, _file: object = None) -> NoReturn:
        """Raise HelpAskedError."""
        raise HelpAskedError(self)

    def require_known(self, words: Sequence[str]) -> None:
        """Refuse an option before the action that a command may do without.

        argparse would let it pass, and take its value for the action.
        """
        optional = any(each.dest == ACTION and not each.required for each in self._actions)
        first = words[0].partition("=")[0] if words else ""
        if optional and first.startswith("-") and first not in self._option_string_actions:
            raise MisuseError(self.prog, "word_unknown", names=" ".join(words))

    def words(self) -> Iterator[argparse.Action]:
        """Yield what may be typed behind the command, in the order of its declaration."""
        yield from (each for each in self._actions if each.dest not in {"help", ACTION})

    def actions(self) -> Iterator[str]:
        """Name what the command does, where that is to be said: "show", "set"."""
        for each in self._actions:
            if each.dest == ACTION:
                yield from each.choices or ()


class LateParser(Parser):
    """The parser of one action out of many: it becomes one when its words are to be read.

    Few of them ever are, and a parser looks for translations and asks how wide the terminal is.
    """

    def __init__(self, *, declare: Declare, **settings: Any) -> None:  # noqa: ANN401 (as above)
        """Keep what it will be; `declare` tells it what it takes."""
        self._become = partial(super().__init__, **settings)
        self._declare = declare

    def parse_known_args(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 (as above)
        """Become a parser, and read the words."""
        self._become()
        self._declare(self)
        return super().parse_known_args(*given, **named)


def _understood(message: str) -> tuple[str, dict[str, str]]:
    found = ((key, re.fullmatch(pattern, message, re.DOTALL)) for key, pattern in _SAID.items())
    return next((key, match.groupdict()) for key, match in found if match)
