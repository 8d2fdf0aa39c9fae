"""What every page is given: the worker, the words, the look, and the way to the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from ttdn_desktop.gui.jobs import Jobs, Opener
    from ttdn_desktop.gui.theme import Look
    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.ports import (
        Checker,
        FileReader,
        Reader,
        ReportFiles,
        ReportWriter,
        TableWriter,
        TemplateReader,
        WordReader,
    )


class Desktop(QObject):
    """What pages ask of the window around them."""

    page_wanted = Signal(str, object)  # page key, wish: what the page understands, or None
    told = Signal(str, str)  # "Đã ghi …": a sentence, tone: "plain", "good", "warn" or "bad"
    year_changed = Signal(int)  # the officer looks at another plan year
    folder_wanted = Signal(object)  # Path: work on another data folder
    swap_wanted = Signal(object)  # Path: a restored copy that takes the data folder's place


def _no_files() -> ReportFiles:
    """Stand where no Word files are read back: only a window without them asks for none."""
    raise LookupError


@immutable
class Tools:
    """What only the program's entrance can hand in; `backs_up` by itself, and before it ends."""

    report_writer: Callable[[bytes | None], ReportWriter]  # on the office's own template
    remember: Callable[[Path], None]
    backs_up: bool = False
    task_reader: Callable[[], Reader] | None = None
    file_reader: Callable[[], FileReader] | None = None
    table_writer: Callable[[str], TableWriter] | None = None  # by the file's ending
    word_reader: Callable[[], WordReader] | None = None
    template_reader: Callable[[], TemplateReader] | None = None
    report_files: Callable[[], ReportFiles] = _no_files
    format_checker: Callable[[], Checker] | None = None
    reads: Opener | None = None  # opens a folder for reading only, where it cannot be written


@dataclass(slots=True)
class Workbench:
    """The one thing handed to pages. `year` is the plan year looked at; `today` that of +07:00."""

    jobs: Jobs
    words: Words
    look: Look
    desktop: Desktop
    tools: Tools
    folder: Path
    today: date
    year: int

    def say(self, key: str, **facts: object) -> str:
        """Return a sentence."""
        return self.words.say(key, **facts)

    def open(self, page: str, wish: object = None) -> None:
        """Show a page, and on it what is wished."""
        self.desktop.page_wanted.emit(page, wish)
