"""`backup`: one self-contained file with all evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import open_desk
from ttdn_desktop.services.write_backup import write_backup

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the folder of the file."""
    parser.add_argument("--to", dest="folder", metavar="DIR")


def run(given: argparse.Namespace, options: Options) -> Result:
    """Write the file; works while another program has the data folder open."""
    folder = place(given.folder) if given.folder is not None else None
    with open_desk(options.data, writing=False) as desk:
        made = write_backup(desk.office, folder)
    return {
        "file": str(made.file),
        "sha256": made.sha256,
        "records": made.records,
        "evidence": made.evidence,
        "missing": list(made.missing),
    }


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say where the file is and what it holds; name evidence that is whole nowhere."""
    yield messages.say("said.backup", **result)
    for sha256 in result["missing"]:
        text = messages.say("said.backup.missing", sha256=sha256)
        yield messages.say("said.warning", text=text)
