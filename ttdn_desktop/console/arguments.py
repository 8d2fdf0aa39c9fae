"""Reading the command line: what stands before or after any command, and what is wrong in it."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from ttdn_desktop.console.messages import LANGUAGES, Messages
from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATHS = frozenset({"evidence", "folder", "out"})
"""Options that name files: their names may hold bytes that are no text."""


class MisuseError(Exception):
    """Wrong usage; `command` is what was typed so far, `detail` what argparse says of it."""

    def __init__(self, command: str, detail: str) -> None:
        """Keep both for the line that tells it."""
        super().__init__(command, detail)
        self.command = command
        self.detail = detail


class Parser(argparse.ArgumentParser):
    """A parser that takes no shortened options and raises instead of ending the program."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 (argparse's own, handed on)
        """Make it strict."""
        super().__init__(**{"allow_abbrev": False, **settings})

    def error(self, message: str) -> NoReturn:
        """Raise MisuseError."""
        raise MisuseError(self.prog, message)


@dataclass(frozen=True, slots=True)
class Options:
    """What stands before or after any command."""

    data: Path
    json: bool
    messages: Messages


@dataclass(frozen=True, slots=True)
class Line:
    """A command line without the options of any command: `words` are the rest in their order."""

    options: Options
    words: tuple[str, ...]
    version: bool


def read_line(arguments: Sequence[str]) -> Line:
    """Take `--data`, `--json`, `--lang` and `--version` out, wherever they stand.

    Raises MisuseError.
    """
    shared, rest = _shared_options().parse_known_args(arguments)
    options = Options(_data_folder(shared.data), shared.json, Messages(shared.lang))
    return Line(options, tuple(rest), shared.version)


def _shared_options() -> Parser:
    parser = Parser(prog="ttdn", add_help=False)
    parser.add_argument("--data")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--version", action="store_true")
    return parser


def _data_folder(given: str | None) -> Path:
    chosen = given or os.environ.get("TTDN_DATA")
    if chosen:
        return place(chosen)
    from platformdirs import user_data_path  # noqa: PLC0415 (only where no folder was named)

    return user_data_path("SoTTDN", appauthor=False, roaming=False)


def place(written: str) -> Path:
    """Return where a path leads from here; "~" is this user's home, if it is known."""
    with suppress(RuntimeError):
        return Path(written).expanduser().absolute()
    return Path(written).absolute()


def require_text(given: argparse.Namespace) -> None:
    """Refuse words that the terminal sent as bytes of no text; KnownError `text_unreadable`."""
    for name, value in vars(given).items():
        words = value if isinstance(value, list) else [value]
        for word in words if name not in _PATHS else ():
            if isinstance(word, str) and word.encode(errors="replace").decode() != word:
                raise KnownError("text_unreadable", text=word)
