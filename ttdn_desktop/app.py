"""The window: painted at once; everything heavy on the worker, after the first paint.

What is needed for that paint touches neither `Qt` nor a style: PySide makes their hundred
enumerations when they are first named, which takes as long as the paint itself.
"""

from __future__ import annotations

import gc
import linecache
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ttdn_desktop import paths
from ttdn_desktop.gui import preferences
from ttdn_desktop.gui.shell import Shell
from ttdn_desktop.gui.theme import STYLE, dress
from ttdn_desktop.gui.words import Words
from ttdn_desktop.holder import bring_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import (
        Checker,
        Clock,
        FileReader,
        Reader,
        ReportFiles,
        ReportWriter,
        TableWriter,
        TemplateReader,
        WordReader,
    )

PROGRAM = "ttdn"
"""The name of the program's desktop file, by which a desktop finds its icon."""

PAINTED, READY = "painted", "ready"
"""When a window that is only measured leaves by itself."""


def open_shell(folder: Path, language: str, exit_when: str | None = None) -> int:
    """Show the window on a data folder; return the exit code when it is closed.

    Where another window has the folder open, that one comes up instead, and this one is never seen.
    """
    if exit_when is None and bring_up(paths.DataFolder(folder)):
        return 0
    application = QApplication([*sys.argv[:1], *STYLE])
    shell = show(application, folder, language, exit_when)
    code = application.exec()
    del shell  # it has lived as long as the program
    return code


def show(
    application: QApplication, folder: Path, language: str, exit_when: str | None = None
) -> Shell:
    """Show the window; the data are opened once it is painted, while events run."""
    application.setDesktopFileName(PROGRAM)
    gc.disable()  # what is made until the window is ready stays: nothing to be looked for
    look = preferences.look()
    dress(application, look)
    shell = Shell(Words(language), look)
    shell.painted.connect(
        lambda: QTimer.singleShot(0, shell, lambda: _go_on(shell, folder, exit_when))
    )
    preferences.show_in_place(shell)
    return shell


def _go_on(shell: Shell, folder: Path, exit_when: str | None) -> None:
    """Open the data, now that the window is there."""
    if exit_when == PAINTED:
        shell.close()
        return
    from ttdn_desktop.gui.start import begin  # noqa: PLC0415 (after the first paint)
    from ttdn_desktop.gui.workbench import Tools  # noqa: PLC0415 (after the first paint)

    tools = Tools(
        _report_writer,
        paths.remember_data_folder,
        backs_up=exit_when is None,
        task_reader=_task_reader,
        file_reader=_file_reader,
        table_writer=_table_writer,
        word_reader=_word_reader,
        template_reader=_template_reader,
        report_files=_report_files,
        format_checker=_format_checker,
        reads=_opened_for_reading,
    )
    session = begin(shell, folder, _opened, _clock, tools)
    session.ready.connect(lambda: _settle(shell))
    if exit_when == READY:
        from PySide6.QtCore import Qt  # noqa: PLC0415 (as above)

        session.ready.connect(shell.close, Qt.ConnectionType.QueuedConnection)


def _settle(shell: Shell) -> None:
    """Do what could wait until the window is ready."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 (SVG is read by a plugin)

    shell.setWindowIcon(QIcon(str(paths.resource("icons", "ttdn.svg"))))
    linecache.clearcache()  # PySide has looked through the source of every module for its name
    gc.freeze()
    gc.enable()


def _clock() -> Clock:
    from ttdn_desktop.desk import SystemClock  # noqa: PLC0415 (on the worker: a quarter second)

    return SystemClock()


def _report_writer(own: bytes | None) -> ReportWriter:
    from ttdn_desktop.desk import report_writer  # noqa: PLC0415 (on the worker)

    return report_writer(own)


def _report_files() -> ReportFiles:
    from ttdn_desktop.desk import report_files  # noqa: PLC0415 (on the worker)

    return report_files()


def _format_checker() -> Checker:
    from ttdn_desktop.desk import format_checker  # noqa: PLC0415 (on the worker)

    return format_checker()


def _task_reader() -> Reader:
    from ttdn_desktop.desk import task_reader  # noqa: PLC0415 (on the worker)

    return task_reader()


def _file_reader() -> FileReader:
    from ttdn_desktop.desk import file_reader  # noqa: PLC0415 (on the worker)

    return file_reader()


def _table_writer(suffix: str) -> TableWriter:
    from ttdn_desktop.desk import table_writer  # noqa: PLC0415 (on the worker)

    return table_writer(suffix)


def _template_reader() -> TemplateReader:
    from ttdn_desktop.desk import template_reader  # noqa: PLC0415 (on the worker)

    return template_reader()


def _word_reader() -> WordReader:
    from ttdn_desktop.desk import word_reader  # noqa: PLC0415 (on the worker)

    return word_reader()


@contextmanager
def _opened(folder: Path) -> Iterator[Office]:
    from ttdn_desktop.desk import open_desk  # noqa: PLC0415 (on the worker: a quarter second)
    from ttdn_desktop.services.know_places import require_workable  # noqa: PLC0415 (as above)

    require_workable(folder)
    with open_desk(folder, writing=True) as desk:
        yield desk.office


@contextmanager
def _opened_for_reading(folder: Path) -> Iterator[Office]:
    from ttdn_desktop.desk import open_desk  # noqa: PLC0415 (on the worker)

    with open_desk(folder, writing=False) as desk:
        yield desk.office
