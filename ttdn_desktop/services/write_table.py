"""Writing a table into a file of the officer's, whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan_table import plan_table
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import shipped
from ttdn_desktop.services.beside import beside, require_outside
from ttdn_desktop.services.shipped_columns import activity_template
from ttdn_desktop.store.durable import put

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.plain_table import PlainTable
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import TableWriter


def write_plan(office: Office, writer: TableWriter, target: Path) -> int:
    """Write the tasks of the plan in force to a file; return how many they are.

    An import reads the file back with no difference. Raises KnownError `target_inside_data` or
    `table_unwritable`.
    """
    version = office.surroundings().version
    write_table(office, plan_table(version), writer, target)
    return len(version.tasks)


def write_template(office: Office, writer: TableWriter, target: Path) -> None:
    """Write the empty table of activities, to be filled in and imported; raises as `write_plan`."""
    kinds = (kind for guide in shipped.guidance().values() for kind in guide.activity_kinds)
    write_table(office, activity_template(tuple(dict.fromkeys(kinds))), writer, target)


def write_table(office: Office, table: PlainTable, writer: TableWriter, target: Path) -> None:
    """Write any table; raises as `write_plan`."""
    require_outside(office, target)
    try:
        with beside(target, office.store.folder.root) as unfinished:
            with unfinished.open("wb") as stream:
                writer(table, stream)
                stream.flush()
                os.fsync(stream.fileno())
            put(unfinished, target)
    except OSError as fault:
        raise KnownError("table_unwritable", place=target) from fault
