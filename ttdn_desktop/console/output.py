"""Printing: JSON for programs, plain lines for people, one line for what goes wrong."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TypeGuard

_STEERING = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
"""Compiled when a letter is met that is not printed, besides breaks: that is seldom."""

_LONG = 1_000
"""Items of a list that are indented like all else; more of them stand on a line each."""


class OutputError(Exception):
    """What was done could not be told: stdout is closed, full, or read by nobody."""


def speak_utf8() -> None:
    """Print UTF-8 on every platform, whatever the terminal claims."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(text: str) -> None:
    """Print on stdout, and a line break; raises OutputError."""
    tell_all((text,))


def tell_all(pieces: Iterable[str]) -> None:
    """Print pieces one behind another as they are made; as `tell`."""
    try:
        sys.stdout.writelines(pieces)
        print(flush=True)  # noqa: T201 (the console is what this module is for)
    except OSError as fault:
        _leave_stdout()
        raise OutputError(fault.strerror) from fault


def complain(line: str) -> None:
    """Print one line on stderr, if anybody can be reached there."""
    with suppress(OSError):
        print(line, file=sys.stderr, flush=True)  # noqa: T201 (as above)


def printable(text: str) -> str:
    """Return a text without what steers a terminal or turns letters around; breaks stay."""
    return text if text.replace("\n", "").isprintable() else re.sub(_STEERING, "", text)


def as_json(result: Mapping[str, object]) -> Iterator[str]:
    """Yield the JSON of a result: letters as they are, exact numbers as numbers.

    The items of a very long list stand on a line each: it is made quickly, and never as a whole.
    """
    if not any(_is_long(value) for value in result.values()):
        yield _indented(result)
        return
    before = "{"
    for name, value in result.items():
        yield f"{before}\n  {_indented(name)}: "
        if _is_long(value):
            yield from _lines_of(value)
        else:
            yield _indented(value).replace("\n", "\n  ")
        before = ","
    yield "\n}"


def _is_long(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list) and len(value) > _LONG


def _lines_of(items: Sequence[object]) -> Iterator[str]:
    before = "["
    for item in items:
        yield f"{before}\n    {_ONE_LINE.encode(item)}"
        before = ","
    yield "\n  ]"


def _indented(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    from decimal import Decimal  # noqa: PLC0415 (the window starts without it)

    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


_ONE_LINE = json.JSONEncoder(ensure_ascii=False, default=_plain)


def _leave_stdout() -> None:
    """Let what is still waiting to be printed go nowhere, so that Python ends in peace."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
