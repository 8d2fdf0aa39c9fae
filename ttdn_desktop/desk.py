"""Building everything, without Qt: for the console, and for the window's worker."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ttdn_desktop.domain.instants import VIETNAM
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.office import Office
from ttdn_desktop.store import engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.paths import DataFolder
    from ttdn_desktop.services.ports import (
        Checker,
        Clock,
        EvidenceMaker,
        FileReader,
        Reader,
        ReportFiles,
        ReportWriter,
        TableWriter,
        TemplateReader,
        WordReader,
    )


class SystemClock:
    """The real clock; days are those of +07:00."""

    def now_ms(self) -> int:
        """Return the instant in UTC milliseconds."""
        return time.time_ns() // 1_000_000

    def today(self) -> date:
        """Return today's date at +07:00."""
        return (datetime.now(UTC) + VIETNAM).date()

    def random(self, count: int) -> bytes:
        """Return `count` bytes of the system's randomness."""
        return os.urandom(count)


@immutable
class Desk:
    """An open data folder: what the use cases take."""

    office: Office
    folder: DataFolder


@contextmanager
def open_desk(root: Path, *, writing: bool, clock: Clock | None = None) -> Iterator[Desk]:
    """Open a data folder; reading works beside another program, writing takes the lock."""
    clock = clock or SystemClock()
    with engine.open(root, clock=clock, read_only=not writing) as store:
        yield Desk(Office(store, clock), store.folder)


def report_writer(own: bytes | None = None) -> ReportWriter:
    """Return the writer of Word files, on the template of the office's own where there is one.

    Its libraries are imported only here. Raises KnownError as the `TemplateReader` does.
    """
    from ttdn_desktop.word import writer  # noqa: PLC0415 (few commands write a report)

    if own is None:
        return writer.report_writer(prepare=_for_print)
    from ttdn_desktop.word import own_template  # noqa: PLC0415 (as above)

    return writer.report_writer(own_template.adapt(own, "").package, _for_print)


def _for_print(content: bytes) -> bytes:
    """Return a photo as a report carries it."""
    from ttdn_desktop.paper import photos  # noqa: PLC0415 (Qt only for a report with photos)

    return photos.for_print(content)


def template_reader() -> TemplateReader:
    """Return what looks at an office's own template; its libraries are imported only here."""
    from ttdn_desktop.word import own_template  # noqa: PLC0415 (lxml is late and heavy)

    return own_template.inspect


def word_reader() -> WordReader:
    """Return what reads a Word file of ours back; its libraries are imported only here."""
    from ttdn_desktop.word.returned import ReturnedFiles  # noqa: PLC0415 (lxml is late and heavy)

    return ReturnedFiles()


def report_files() -> ReportFiles:
    """Return what reads back and fills in our Word files; its libraries are imported only here."""
    from ttdn_desktop.word.fill import WordFiles  # noqa: PLC0415 (lxml is late and heavy)

    return WordFiles()


def format_checker() -> Checker:
    """Return the checker of Word files; its libraries are imported only here."""
    from ttdn_desktop.word.check.checker import (  # noqa: PLC0415 (lxml is late and heavy)
        FormatChecker,
    )

    return FormatChecker()


def file_reader() -> FileReader:
    """Return the reader of tables out of files and pastes; its libraries are imported only here."""
    from ttdn_desktop.files.source import content_of  # noqa: PLC0415 (lxml is late and heavy)

    return content_of


def task_reader() -> Reader:
    """Return the reader of task lists; its libraries are imported only here."""
    from ttdn_desktop.files.task_reader import TaskReader  # noqa: PLC0415 (lxml is late and heavy)

    return TaskReader()


def table_writer(suffix: str) -> TableWriter:
    """Return the writer of tables as ".xlsx" or ".docx" (see `write_table.suffix_of`)."""
    if suffix == ".xlsx":
        from ttdn_desktop.files import table_workbook  # noqa: PLC0415 (openpyxl is heavy)

        return table_workbook.write
    from ttdn_desktop.files import table_document  # noqa: PLC0415 (python-docx is heavy)

    return table_document.write


def evidence_maker() -> EvidenceMaker:
    """Return the maker of the sample's evidence files."""
    from ttdn_desktop.files.maker import SampleEvidence  # noqa: PLC0415 (python-docx is heavy)

    return SampleEvidence()
