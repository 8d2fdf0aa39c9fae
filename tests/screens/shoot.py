"""One scene in one process: the window on each of its data folders, page by page."""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTabBar

from tests.screens.body_dialogs import picture_bodies
from tests.screens.camera import Camera, say, wait_for
from tests.screens.course_dialogs import picture_settings
from tests.screens.format_check import picture_format
from tests.screens.import_dialogs import import_dialogs
from tests.screens.importing import picture_import
from tests.screens.looked_at import Window
from tests.screens.report_dialogs import picture_report
from tests.screens.scenes import AROUND, SCENES, USUAL, Scene, folder
from ttdn_desktop.desk import SystemClock, format_checker, open_desk, report_files, report_writer
from ttdn_desktop.errors import KnownError
from ttdn_desktop.gui import backup_work
from ttdn_desktop.gui.dialogs.bin_dialog import BinDialog
from ttdn_desktop.gui.dialogs.crash_dialog import CrashDialog
from ttdn_desktop.gui.dialogs.journal_dialog import JournalDialog
from ttdn_desktop.gui.dialogs.keys_dialog import KeysDialog
from ttdn_desktop.gui.dialogs.leaving_dialog import LeavingDialog
from ttdn_desktop.gui.dialogs.restore_dialog import RestoreDialog
from ttdn_desktop.gui.dialogs.tell import agrees, tell
from ttdn_desktop.gui.page_stack import PAGES
from ttdn_desktop.gui.shell import Shell
from ttdn_desktop.gui.start import begin
from ttdn_desktop.gui.theme import STYLE, Look, dress, with_dark
from ttdn_desktop.gui.widgets.table import Table
from ttdn_desktop.gui.wishes import ListActivities, ListEvidence, NewActivity, OpenItem
from ttdn_desktop.gui.words import Words
from ttdn_desktop.gui.workbench import Tools

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ttdn_desktop.gui.session import Session
    from ttdn_desktop.services.office import Office

WISHES: Mapping[str, Mapping[str, object]] = {
    "tasks": {"item": OpenItem("1.10")},
    "activities": {
        "new": NewActivity(("1.10",)),
        "lacking": ListActivities(without_evidence=True),
        "none": ListActivities(search="không có ở đâu cả"),
    },
    "evidence": {"unfiled": ListEvidence(unfiled=True)},
}
"""What else is pictured of a page: as another page would ask for it."""

CLOSED = "closed"
"""The name of a folder that does not open."""


def main() -> int:
    """Picture the scene of the arguments into the folder beside it; 1 where it is faulty."""
    scene, target = SCENES[sys.argv[1]], Path(sys.argv[2])
    qInstallMessageHandler(_hear)
    application = QApplication([*sys.argv[:1], *STYLE])
    look = with_dark(Look(percent=scene.percent), dark=scene.dark)
    dress(application, look)
    camera = Camera(target)
    with tempfile.TemporaryDirectory() as place:
        for state in scene.states:
            with _window(folder(state, Path(place)), scene, look, camera) as window:
                _picture_pages(window, state)
                if state == USUAL:
                    _search(window)
                    _picture_dialogs(window)
                    picture_report(window)
                    picture_settings(window)
                    picture_bodies(window)
                    picture_format(window)
                    _picture_imports(window)
        _picture_start(scene, look, camera, Path(place) / "new")
        with _window(Path(place) / CLOSED, scene, look, camera) as window:
            camera.take(CLOSED, window.shell)
    return 1 if camera.faults else 0


def _hear(kind: QtMsgType, _context: QMessageLogContext, told: str) -> None:
    if kind is not QtMsgType.QtDebugMsg and not told.startswith("This plugin does not support"):
        say(f"  Qt: {told}")


@contextmanager
def _window(root: Path, scene: Scene, look: Look, camera: Camera) -> Iterator[Window]:
    with open_window(root, (scene.width, scene.height - AROUND), look) as (shell, session):
        yield Window(shell, session, camera)


@contextmanager
def open_window(root: Path, size: tuple[int, int], look: Look) -> Iterator[tuple[Shell, Session]]:
    """Show a window on a folder, ready to be worked on; closed at the end."""
    shell = Shell(Words("vi"), look)
    shell.resize(*size)
    wait_for(shell.painted, shell.show)
    tools = Tools(
        report_writer,
        lambda _folder: None,
        report_files=report_files,
        format_checker=format_checker,
    )
    session = begin(shell, root, _office, SystemClock, tools)
    sys.excepthook = sys.__excepthook__
    try:
        wait_for(session.ready, int)
        yield shell, session
    finally:
        shell.close()
        shell.deleteLater()


@contextmanager
def _office(root: Path) -> Iterator[Office]:
    if root.name == CLOSED:
        raise KnownError("folder_in_use", holder="máy của chị Hoa, từ 08:15")
    with open_desk(root, writing=True) as desk:
        yield desk.office


def _picture_pages(window: Window, state: str) -> None:
    for key in PAGES:
        try:
            window.session._show(key)  # noqa: SLF001 (as a click in the navigation)
        except ModuleNotFoundError:
            window.camera.fault(f"no such page yet: {key}")
            continue
        window.settle()
        window.camera.take(f"{state}-{key}", window.shell)
        _choose_first(window, f"{state}-{key}-chosen")
        for name, wish in WISHES.get(key, {}).items():
            window.session._show(key, wish)  # noqa: SLF001 (as a link of another page)
            window.settle()
            window.camera.take(f"{state}-{key}-{name}", window.shell)
        _turn_tabs(window, f"{state}-{key}")


def _turn_tabs(window: Window, name: str) -> None:
    present = window.shell.frame.pages.currentWidget()
    for bar in present.findChildren(QTabBar):
        for number in range(1, bar.count()):
            bar.setCurrentIndex(number)
            window.settle()
            window.camera.take(f"{name}-tab-{number + 1}", window.shell)
        bar.setCurrentIndex(0)


def _search(window: Window) -> None:
    field = window.shell.frame.bar.search
    window.shell.activateWindow()
    field.setFocus()
    window.settle()
    QTest.keyClicks(field, "doan")
    window.settle()
    window.camera.take("search", window.shell)
    field.clear()


def _choose_first(window: Window, name: str) -> None:
    present = window.shell.frame.pages.currentWidget()
    tables = [table for table in present.findChildren(Table) if table.isVisibleTo(present)]
    if tables and tables[0].model().rowCount():
        rows = range(min(4, tables[0].model().rowCount()))
        tables[0].choose(max(rows))
        window.settle()
        window.camera.take(name, window.shell)


def _picture_dialogs(window: Window) -> None:
    shell, camera = window.shell, window.camera
    words, look = shell.words, shell.look
    later = {"record": "A12", "later": "Sửa hoạt động A12"}
    sentence = words.refusal(KnownError("undo_blocked", label="Ghi hoạt động A12", **later))
    fault = _fault()
    camera.take_modal("dialog-keys", KeysDialog(shell, words, look).exec)
    camera.take_modal("dialog-crash", CrashDialog(shell, words, look, fault).exec)
    camera.take_modal("dialog-tell", lambda: tell(shell, words, look, sentence))
    _picture_past(window)
    yes = words.say("actions.bin")
    camera.take_modal("dialog-agrees", lambda: agrees(shell, words, look, yes, sentence, yes=yes))
    shell.frame.bar.year.click()
    window.settle()
    if (menu := QApplication.activePopupWidget()) is not None:
        camera.take("menu-years", menu)
        menu.close()
    menu = shell.frame.bar.menu_button.menu()
    menu.popup(shell.mapToGlobal(shell.rect().center()))
    camera.take("menu-actions", menu)
    menu.close()


def _picture_past(window: Window) -> None:
    """Picture what stands over the pages for a decision: backups, the bin, all changes."""
    shell, bench = window.shell, window.session._bench  # noqa: SLF001 (nobody else has it)
    if bench is None:
        raise AssertionError
    bench.jobs.do_long("", backup_work.before_leaving, lambda _made: None)
    window.settle()
    made: dict[str, QDialog] = {
        "restore": RestoreDialog(shell, bench),
        "bin": BinDialog(shell, bench),
        "journal": JournalDialog(shell, bench),
        "leaving": LeavingDialog(shell, shell.words, shell.look, None),
    }
    picture_import(shell, bench, window.camera)
    for name, dialog in made.items():
        dialog.show()
        window.settle()
        for table in dialog.findChildren(Table)[:1]:
            table.choose(0)
        window.settle()
        window.camera.take(f"dialog-{name}", dialog)
        dialog.close()


def _picture_imports(window: Window) -> None:
    """Picture what brings something in, and what it leaves to do on the plan's page."""
    bench = window.session._bench  # noqa: SLF001 (nobody else has it)
    if bench is None:
        raise AssertionError
    for name, dialog in import_dialogs(window.shell, bench, window.settle):
        dialog.show()
        window.settle()
        window.camera.take(f"dialog-{name}", dialog)
        dialog.hide()
    for key in ("plan", "overview"):
        window.session._show(key)  # noqa: SLF001 (as a click in the navigation)
        window.settle()
        window.camera.take(f"review-{key}", window.shell)


def _fault() -> BaseException:
    try:
        SCENES[""]
    except KeyError as fault:
        return fault
    raise AssertionError


def _picture_start(scene: Scene, look: Look, camera: Camera, root: Path) -> None:
    try:
        with _window(root, scene, look, camera) as window:
            window.settle()
            page: Any = window.shell.frame.pages.currentWidget()
            steps = getattr(page, "steps", None)
            for number in range(steps.count() if steps else 0):
                page._show_step(number)  # noqa: SLF001 (each step is filled before the next is shown)
                window.settle()
                camera.take(f"start-{number + 1}", window.shell)
    except TimeoutError:
        camera.fault("no first start yet")


if __name__ == "__main__":
    sys.exit(main())
