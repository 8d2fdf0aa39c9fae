"""The whole path tried in a temporary folder: start, record, find, take back, import, export."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.domain.indicator import parse_reading
from ttdn_desktop.domain.task_list import ReadingChoice
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.paths import font_files
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.find_activities import find
from ttdn_desktop.services.import_plan import preview
from ttdn_desktop.services.read_task_list import read_for
from ttdn_desktop.services.record_activity import ActivityForm, record
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.services.write_table import write_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import Protocol

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import (
        Clock,
        EvidenceMaker,
        Reader,
        ReportWriter,
        TableWriter,
    )

    class OpenedDesk(Protocol):
        """What opening a data folder gives."""

        @property
        def office(self) -> Office:
            """The open folder."""

    class DeskOpener(Protocol):
        """Opens a data folder."""

        def __call__(self, root: Path, *, writing: bool) -> AbstractContextManager[OpenedDesk]:
            """Open it for reading or writing."""


YEAR = 2026
UNIT = "Sở Ngoại vụ"
TASK = "1.10"
_TABLE = ".xlsx"
TITLE = "Đón đoàn công tác tỉnh Attapư (Lào)"


@immutable
class Tools:
    """What the outer rooms hand in; libraries are imported only when a step asks for them."""

    clock: Clock
    open_desk: DeskOpener
    writer: Callable[[], ReportWriter]
    maker: Callable[[], EvidenceMaker]
    reader: Callable[[], Reader]
    tables: Callable[[str], TableWriter]


@immutable
class Step:
    """One step tried: how long it took in seconds, and what went wrong, or ""."""

    name: str
    ok: bool
    seconds: float
    problem: str = ""


class StepError(Exception):
    """A step ran and did not give what it must."""


def run(folder: Path, tools: Tools) -> tuple[Step, ...]:
    """Try all steps in order in an empty folder; what fails is told, never raised."""
    return tuple(tried(name, step) for name, step in _Trial(folder, tools).steps())


def tried(name: str, step: Callable[[], None]) -> Step:
    """Try one step and time it; what fails is told, never raised."""
    began = time.perf_counter()
    try:
        step()
    except Exception as fault:  # noqa: BLE001 (whatever breaks an installed copy must be told)
        told = fault.key if isinstance(fault, KnownError) else f"{type(fault).__name__}: {fault}"
        return Step(name, ok=False, seconds=time.perf_counter() - began, problem=told)
    return Step(name, ok=True, seconds=time.perf_counter() - began)


@immutable
class _Trial:
    folder: Path
    tools: Tools

    def steps(self) -> Iterator[tuple[str, Callable[[], None]]]:
        yield "fonts", self._fonts
        yield "start", self._start
        yield "record", self._record
        yield "search", self._search
        yield "undo", self._undo
        yield "import", self._import
        yield "report", self._report
        yield "check", self._check

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def _fonts(self) -> None:
        _require(any(font_files()), "no font files")

    def _start(self) -> None:
        start(self._data, self.tools.clock, Start(unit=UNIT, confirm=(ALL,)))

    def _record(self) -> None:
        picture = self.tools.maker().photo(1)
        form = ActivityForm(
            title=TITLE,
            items=(TASK,),
            start=parse_moment(f"12/11/{YEAR}"),
            readings=(parse_reading("D1=1"), parse_reading("D1N=14")),
            files=(IncomingFile("anh.png", lambda: BytesIO(picture)),),
        )
        with self.tools.open_desk(self._data, writing=True) as desk:
            record(desk.office, form)
            record(desk.office, form)

    def _search(self) -> None:
        with self.tools.open_desk(self._data, writing=False) as desk:
            found = find(desk.office, "doan attapu")
        _require(len(found) == 2, f"{len(found)} found")  # noqa: PLR2004 (two were recorded)

    def _undo(self) -> None:
        with self.tools.open_desk(self._data, writing=True) as desk:
            take_back(desk.office)
            _require(len(find(desk.office)) == 1, "not taken back")

    def _import(self) -> None:
        """Write the plan, read it back in the process that reads files of others; no change."""
        target = self.folder / f"danh-muc{_TABLE}"
        with self.tools.open_desk(self._data, writing=False) as desk:
            write_plan(desk.office, self.tools.tables(_TABLE), target)
            listed = read_for(desk.office, self.tools.reader(), target, ReadingChoice())
            seen = preview(desk.office, listed)
        _require(not seen.differs and not seen.errors, "the plan reads back otherwise")

    def _report(self) -> None:
        target = self.folder / "bao-cao.docx"
        with self.tools.open_desk(self._data, writing=True) as desk:
            made = export(desk.office, self.tools.writer(), YEAR, None, target)
        _require(made.activities == 1, f"{made.activities} activities")
        with zipfile.ZipFile(target) as package:
            _require(package.testzip() is None, "damaged package")
            _require(TITLE in package.read("word/document.xml").decode(), "title not printed")

    def _check(self) -> None:
        with self.tools.open_desk(self._data, writing=False) as desk:
            health = check(desk.office)
        _require(health.ok, f"{len(health.problems)} problems")


def _require(held: bool, otherwise: str) -> None:  # noqa: FBT001 (reads as a sentence)
    if not held:
        raise StepError(otherwise)
