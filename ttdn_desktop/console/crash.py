"""A bug of ours: one line for the person, and where it happened for whoever mends it."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.console.arguments import Options, language_of, read_line
from ttdn_desktop.console.messages import Messages
from ttdn_desktop.console.output import complain
from ttdn_desktop.console.parser import MisuseError
from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import DataFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import TracebackType

    Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

_LOG = "crash.txt"
_PRIVATE = 0o700


def excepthook(arguments: Sequence[str]) -> Hook:
    """Return the hook for `sys.excepthook` that tells of a bug in a command line's words."""

    def hook(kind: type[BaseException], fault: BaseException, _trace: TracebackType | None) -> None:
        options = _options(arguments)
        if issubclass(kind, KeyboardInterrupt):
            complain(options.messages.say("interrupted"))
        else:
            _tell(fault, DataFolder(options.data), options.messages)

    return hook


def _options(arguments: Sequence[str]) -> Options:
    """Return what stands in the line, or where even that is unreadable no folder at all."""
    try:
        return read_line(arguments).options
    except (MisuseError, KnownError):
        return Options(Path(os.devnull), json=False, messages=Messages(language_of(arguments)))


def _tell(fault: BaseException, folder: DataFolder, messages: Messages) -> None:
    log = folder.logs / _LOG
    story = "\n".join(_story(fault)) + "\n"
    if _kept(log, story):
        complain(messages.line("crashed", kind=type(fault).__name__, log=log))
    else:
        complain(messages.line("crashed", kind=type(fault).__name__, log="stderr"))
        sys.stderr.write(story)


def _story(fault: BaseException) -> Iterator[str]:
    """Tell kinds and places, never the words of an exception: they may hold an officer's text."""
    cause: BaseException | None = fault
    while cause is not None:
        yield type(cause).__qualname__
        for frame in traceback.extract_tb(cause.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        cause = cause.__cause__ or cause.__context__


def _kept(log: Path, story: str) -> bool:
    try:
        log.parent.mkdir(mode=_PRIVATE, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(story)
    except OSError:
        return False
    return True
