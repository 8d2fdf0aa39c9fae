"""Printing: JSON for programs, plain lines for people, one line for what goes wrong."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from contextlib import suppress
from decimal import Decimal

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class OutputError(Exception):
    """What was done could not be told: stdout is closed, full, or read by nobody."""


def speak_utf8() -> None:
    """Print UTF-8 on every platform, whatever the terminal claims."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(text: str) -> None:
    """Print on stdout, all at once; raises OutputError."""
    try:
        print(text, flush=True)  # noqa: T201 (the console is what this module is for)
    except OSError as fault:
        _leave_stdout()
        raise OutputError(fault.strerror) from fault


def complain(line: str) -> None:
    """Print one line on stderr, if anybody can be reached there."""
    with suppress(OSError):
        print(line, file=sys.stderr, flush=True)  # noqa: T201 (as above)


def printable(text: str) -> str:
    """Return a text without what steers a terminal or turns letters around; breaks stay."""
    return _STEERING.sub("", text)


def as_json(result: object) -> str:
    """Return the JSON of a result: letters as they are, exact numbers as numbers."""
    return json.dumps(result, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def _leave_stdout() -> None:
    """Let what is still waiting to be printed go nowhere, so that Python ends in peace."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
