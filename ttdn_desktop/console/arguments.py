"""Reading the command line: what stands before or after any command, and what is wrong in it."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.console.messages import LANGUAGES, Messages
from ttdn_desktop.console.parser import MisuseError, Parser
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.paths import default_data_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_PATHS = frozenset({"evidence", "file", "folder", "out", "report", "scan"})
"""Options that name files: their names may hold bytes that are no text."""


@immutable
class Options:
    """What stands before or after any command."""

    data: Path
    json: bool
    messages: Messages


@immutable
class Line:
    """A command line without the options of any command: `words` are the rest in their order."""

    options: Options
    words: tuple[str, ...]
    version: bool


def read_line(arguments: Sequence[str]) -> Line:
    """Take `--data`, `--json`, `--lang` and `--version` out, wherever they stand.

    Raises MisuseError, or KnownError as `place` does.
    """
    parser = _shared_options()
    shared, rest = parser.parse_known_args(arguments)
    if shared.data is not None and not shared.data.strip():
        raise MisuseError(parser.prog, "value_missing", name="--data")
    options = Options(_data_folder(shared.data), shared.json, Messages(shared.lang))
    return Line(options, tuple(rest), shared.version)


def language_of(arguments: Sequence[str]) -> str:
    """Return the language asked for in a line that may not be readable otherwise."""
    joined = " ".join(arguments).replace("=", " ").split()
    asked = {word for option, word in pairwise(joined) if option == "--lang"}
    return next((language for language in LANGUAGES if language in asked), LANGUAGES[0])


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
    return default_data_folder()


def place(written: str) -> Path:
    """Return where a path leads from here; "~" is this user's home, if it is known.

    Raises KnownError `here_is_gone` where "here" has been removed.
    """
    path = Path(written)
    with suppress(RuntimeError):
        path = path.expanduser()
    try:
        return path.absolute()
    except FileNotFoundError as gone:
        raise KnownError("here_is_gone") from gone


def require_text(given: argparse.Namespace) -> None:
    """Refuse words that the terminal sent as bytes of no text; KnownError `text_unreadable`."""
    for name, value in vars(given).items():
        words = value if isinstance(value, list) else [value]
        for word in words if name not in _PATHS else ():
            if isinstance(word, str) and word.encode(errors="replace").decode() != word:
                raise KnownError("text_unreadable", text=word)
