"""A list of tasks as it was understood from a file, and what is doubtful in it."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ttdn_desktop.domain.grid import FileContent, LegacyEncoding, Place
    from ttdn_desktop.domain.plan import Assignee


class Column(StrEnum):
    """What a column of a task list holds."""

    CODE = "code"
    TASK = "task"
    LEAD = "lead"
    SUPPORT = "support"
    UNITS = "units"
    """Lead and support in one cell, or "Đơn vị thực hiện"."""
    PERIOD = "period"
    PRODUCT = "product"
    IGNORED = "ignored"
    """Recognised and not taken in: funding, remarks."""


class Severity(StrEnum):
    """How much a problem matters: an error leaves a task out or blank, a warning is to be seen."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@immutable
class Problem:
    """Something doubtful: the key of a sentence in `resources/i18n` ("read.<key>"), its facts."""

    key: str
    place: Place
    severity: Severity = Severity.WARNING
    facts: Mapping[str, object] = field(default_factory=dict)


@immutable
class ReadGroup:
    """A group row as read. A group may have bodies of its own, which its tasks fall back to."""

    code: str
    title: str
    place: Place


@immutable
class ReadTask:
    """A task as read; the fields are those of `plan.Task`, before it has an identity.

    `written_code` is the code as the file has it ("I.1", "a)", "KH20_N01.1"), `code` what it was
    understood as ("1.1"). Blank stays blank.
    """

    code: str
    title: str
    group_code: str
    place: Place
    written_code: str = ""
    lead: tuple[Assignee, ...] = ()
    support: tuple[Assignee, ...] = ()
    lead_text: str = ""
    support_text: str = ""
    product: str = ""
    period_text: str = ""
    first_year: int | None = None
    last_year: int | None = None
    notes: tuple[str, ...] = ()


@immutable
class ReadingChoice:
    """What the officer decided about how a file is to be read.

    `sheet` names the one sheet or table (its name, or its number) to read; `columns` says what
    the columns hold (by column of the grid, from 0), in place of what was recognised;
    `encoding` converts letters from before Unicode.
    """

    sheet: str | None = None
    columns: Mapping[int, Column] | None = None
    encoding: LegacyEncoding | None = None


@immutable
class TaskList:
    """What a file was understood as. `problems` come with the weightiest first.

    `columns` is what each column of the main grid was taken for; `shape` names files of one
    form (their headings), so that a choice of columns can be remembered. `number` and `issued_on`
    are those of the plan, where the lines around the table give them; `title` its trích yếu.
    """

    content: FileContent
    groups: tuple[ReadGroup, ...]
    tasks: tuple[ReadTask, ...]
    problems: tuple[Problem, ...] = ()
    columns: Mapping[int, Column] = field(default_factory=dict)
    grid_number: int = 1
    shape: str = ""
    number: str = ""
    issued_on: date | None = None
    title: str = ""
