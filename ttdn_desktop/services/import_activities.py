"""Many activities at once, out of a spreadsheet: shown first, then recorded as one change."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.activity_sheet import Headings, find_sheet
from ttdn_desktop.domain.text import fold, tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.activity_rows import read_rows
from ttdn_desktop.services.check_activity import checked
from ttdn_desktop.services.plan_of_round import require_year
from ttdn_desktop.services.record_activity import record_all
from ttdn_desktop.services.shipped_columns import shipped_columns
from ttdn_desktop.store import activities
from ttdn_desktop.store.activities import ActivityQuery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.activity_sheet import ActivitySheet
    from ttdn_desktop.domain.grid import FileContent, Place
    from ttdn_desktop.services.activity_rows import Row, TypedRow
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.record_activity import ActivityForm

_Key = tuple[str, str]
PASTED = "bảng đã dán"
"""What a table without a file is called in the journal."""


class RowState(StrEnum):
    """What becomes of a row: recorded, left for a mistake in it, left as it is there already."""

    READY = "ready"
    WRONG = "wrong"
    KNOWN = "known"


@immutable
class CellProblem:
    """What is wrong, and where; a note only says that a row or column is left out."""

    place: Place
    error: KnownError
    note: bool = False


@immutable
class ReadyRow:
    """A row that can be recorded, and the activity it would be (without code and evidence)."""

    place: Place
    form: ActivityForm
    activity: Activity


@immutable
class SeenRow:
    """Any row of the file, so that an officer finds it again; `ready` where it can be recorded."""

    place: Place
    typed: TypedRow
    state: RowState
    ready: ReadyRow | None = None


@immutable
class ActivityPreview:
    """What a file would bring; what is applied is this object. `seen` are all rows, in order."""

    name: str
    rows: int
    ready: tuple[ReadyRow, ...]
    problems: tuple[CellProblem, ...] = field(default=())
    seen: tuple[SeenRow, ...] = field(default=())


def preview(office: Office, content: FileContent, year: int) -> ActivityPreview:
    """Read a file's table of activities; nothing is written.

    Days without a year lie in the plan year `year`. A row with something wrong is told with the
    cells that are wrong and is not ready; so is one that has been recorded already, or stands
    twice in the file. Raises KnownError `no_activity_table`, or `year_impossible`.
    """
    require_year(year)
    around = office.surroundings()
    columns = shipped_columns(frozenset(around.codes.values()))
    found = find_sheet(content.grids, Headings(columns.fields, around.catalogue))
    if found is None:
        raise KnownError("no_activity_table", file=content.name)
    rows = tuple(read_rows(found, columns, around.catalogue, year, office.clock.today()))
    known: dict[_Key, str | int] = {**_recorded(office)}
    seen: list[SeenRow] = []
    problems = list(_left_out(found))
    for row in rows:
        problems += (CellProblem(place, error) for place, error in row.errors)
        problems += _sorted_in(office, row, known, seen)
    ready = tuple(each.ready for each in seen if each.ready is not None)
    return ActivityPreview(content.name, len(rows), ready, tuple(problems), tuple(seen))


def adopt(
    office: Office,
    shown: ActivityPreview,
    before: Callable[[Office, str], object] = lambda _office, _label: None,
) -> tuple[Activity, ...]:
    """Record the rows of a preview that are ready, as one change that one undo takes back.

    `before` is called with the label first: the restore point. Raises KnownError
    `nothing_to_import`.
    """
    if not shown.ready:
        raise KnownError("nothing_to_import", file=shown.name)
    label = f"Nhập {len(shown.ready)} hoạt động từ {shown.name or PASTED}"
    before(office, label)
    return record_all(office, (row.form for row in shown.ready), label)


def _recorded(office: Office) -> dict[_Key, str]:
    with office.store.read() as connection:
        there = activities.page(connection, ActivityQuery())
    return {_key(each): each.code for each in there}


def _key(activity: Activity) -> _Key:
    return fold(activity.title), activity.start.first.isoformat()


def _left_out(found: ActivitySheet) -> Iterator[CellProblem]:
    for column in found.strange:
        heading = tidy(found.grid.text(found.header, column))
        place = found.grid.place(found.header, column)
        yield CellProblem(place, KnownError("column_left_out", heading=heading), note=True)


def _sorted_in(
    office: Office, row: Row, known: dict[_Key, str | int], seen: list[SeenRow]
) -> Iterator[CellProblem]:
    """Put a row where it belongs; yield why it is not ready, where its cells do not say it."""
    ready, error = _checked(office, row)
    state = RowState.READY if ready else RowState.WRONG
    if error is not None:
        yield CellProblem(row.place, error)
    if ready and (key := _key(ready.activity)) in known:
        title, state = ready.activity.title, RowState.KNOWN
        yield CellProblem(row.place, _known_already(title, known[key]), note=True)
        ready = None
    elif ready:
        known[key] = row.number
    seen.append(SeenRow(row.place, row.typed, state, ready))


def _known_already(title: str, where: str | int) -> KnownError:
    """Tell an activity that has been recorded, by its code, from a row further up."""
    if isinstance(where, int):
        return KnownError("row_twice", title=title, row=where)
    return KnownError("row_recorded", title=title, code=where)


def _checked(office: Office, row: Row) -> tuple[ReadyRow | None, KnownError | None]:
    if row.form is None:
        return None, None
    try:
        activity = checked(office.surroundings(), row.form, office.new_id())
    except KnownError as error:
        return None, error
    return ReadyRow(row.place, row.form, activity), None
