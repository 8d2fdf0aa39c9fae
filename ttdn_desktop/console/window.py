"""`window`: the window, or one that leaves by itself, for measuring."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from ttdn_desktop.console.arguments import Options

    OpenWindow = Callable[[Options, str | None], int]
    """Opens the window on the options' folder; "painted" or "ready" lets it leave by itself."""

LEAVES = ("painted", "ready")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare when the window leaves by itself."""
    parser.add_argument("--exit-when", choices=LEAVES)


def run(given: argparse.Namespace, options: Options, opens: OpenWindow | None) -> int:
    """Open the window; return its exit code.

    Raises KnownError `no_display` where there is none.
    """
    if opens is None or not _has_display():
        raise KnownError("no_display")
    return opens(options, given.exit_when)


def _has_display() -> bool:
    """Tell whether a window could be shown; Qt would end the program without a word of ours."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
