"""What a command module offers to the console."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.messages import Messages

Result = dict[str, Any]


class Command(Protocol):
    """A module with these three functions is a command."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what the command takes."""

    def run(self, given: argparse.Namespace, options: Options) -> Result:
        """Do it; return what `--json` prints."""

    def lines(self, result: Result, messages: Messages) -> Iterator[str]:
        """Say the result in plain lines."""
