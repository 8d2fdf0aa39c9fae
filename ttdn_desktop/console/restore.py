"""`restore`: a backup into a new folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console.arguments import place
from ttdn_desktop.services.restore import restore_from

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what is restored, and the new folder."""
    parser.add_argument("folder", metavar="FILE")
    parser.add_argument("--to", dest="out", required=True)
    parser.add_argument("--partly", action="store_true")


def run(given: argparse.Namespace, options: Options) -> Result:  # noqa: ARG001 (a command's shape)
    """Verify and restore; nothing appears unless all of it is whole."""
    made = restore_from(place(given.folder), place(given.out), partly=given.partly)
    return {
        "file": str(made.file),
        "folder": str(made.folder),
        "sha256": made.sha256,
        "records": made.records,
        "evidence": made.evidence,
        "missing": list(made.missing),
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say where the data are now and what they hold; name evidence that is whole nowhere."""
    yield messages.say("said.restore", **result)
    for sha256 in result["missing"]:
        text = messages.say("said.backup.missing", sha256=sha256)
        yield messages.say("said.warning", text=text)
