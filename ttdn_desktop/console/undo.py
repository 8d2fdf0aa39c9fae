"""`undo`: takes back the last change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.desk import open_desk
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(given: argparse.Namespace, options: Options) -> Result:  # noqa: ARG001 (a command's shape)
    """Take back the last change."""
    with open_desk(options.data, writing=True) as desk:
        return {"undone": take_back(desk.office)}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say what was taken back."""
    yield messages.say("said.undo", **result)
