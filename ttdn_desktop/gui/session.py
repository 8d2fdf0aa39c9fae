"""One folder open in one window: opening it, its pages, its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ttdn_desktop.gui.page_loading import PageLoading
from ttdn_desktop.gui.page_stack import PAGES
from ttdn_desktop.gui.raising import Raising
from ttdn_desktop.gui.unopened import Unopened
from ttdn_desktop.gui.ways_on import WaysOn
from ttdn_desktop.gui.workbench import Desktop, Workbench

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.keeper import BackupKeeper
    from ttdn_desktop.gui.shell import Shell
    from ttdn_desktop.gui.workbench import Tools
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_desk import DeskFacts

FIRST_PAGE = "overview"
NEXT_PAGE = "activities"
"""What is made ready before it is asked for; others would cost memory on days without them."""


class Session(QObject):
    """Ties the shell to the worker. `ready` is told when what is shown first can be worked on."""

    ready = Signal()

    def __init__(self, shell: Shell, jobs: Jobs, tools: Tools, folder: Path) -> None:
        """Listen to the window and to the worker; nothing is opened yet."""
        super().__init__()
        self._shell, self._jobs, self._tools = shell, jobs, tools
        self._folder = folder
        self._is_chosen = False
        self._loading = PageLoading(jobs)
        self._bench: Workbench | None = None
        self._keeper: BackupKeeper | None = None
        self._raising = Raising(shell)
        self._is_reading = False
        ways = WaysOn(jobs, shell.words, self)
        ways.folder_wanted.connect(self.open)
        ways.reading_wanted.connect(self._open_reading)
        self._unopened = Unopened(shell, jobs, ways)
        self._unopened.folder_wanted.connect(self.open)
        self._unopened.shown.connect(self.ready)
        self._bind_window()
        jobs.changed.connect(lambda _topics: self._read_counts())
        jobs.long_work.connect(shell.frame.status.follow)

    def open(self, folder: Path | None = None) -> None:
        """Open the folder, or another one from now on."""
        if folder is not None:
            self._folder, self._is_chosen = folder, True
            self._raising.watch(None)
        self._is_reading = False
        self._say_place("shell.opening")
        self._jobs.open(self._folder, lambda _none: self._read_desk(), self._not_opened)

    def _open_reading(self) -> None:
        """Open the folder for reading only, where nothing can be written into it."""
        self._is_reading = True
        self._say_place("shell.opening")
        self._jobs.open(
            self._folder, lambda _none: self._read_desk(), self._not_opened, self._tools.reads
        )

    def _bind_window(self) -> None:
        shell = self._shell
        runs = {key: partial(self._show, key) for key in PAGES}
        shell.bind(
            {
                **runs,
                "new": self._new_activity,
                "search": shell.frame.bar.search.setFocus,
                "undo": self._undo,
                "refresh": self._refresh,
                "keys": partial(_show_keys, shell),
                "quit": shell.close,
            }
        )
        shell.frame.navigation.chosen.connect(self._show)
        shell.frame.bar.new_wanted.connect(self._new_activity)
        shell.frame.bar.year_wanted.connect(self._choose_year)
        shell.frame.status.undo_wanted.connect(self._undo)

    def _read_desk(self) -> None:
        def read(office: Office) -> tuple[date, int]:
            from ttdn_desktop.services import show_desk  # noqa: PLC0415 (on the worker)

            return show_desk.present(office)

        self._loading.load(
            FIRST_PAGE, lambda: self._jobs.ask(read, self._opened, refused=self._not_opened)
        )

    def _opened(self, present: tuple[date, int]) -> None:
        """Build the first page while the worker counts."""
        shell, tools = self._shell, self._tools
        shell.frame.pages.clear()
        self._bench = bench = Workbench(
            self._jobs,
            shell.words,
            shell.look,
            Desktop(),
            tools,
            self._folder,
            *present,
        )
        self._read_counts()
        shell.frame.pages.page(FIRST_PAGE, bench).filled.connect(self._first_filled)
        self._serve_window(bench)
        self._show(FIRST_PAGE)

    def _serve_window(self, bench: Workbench) -> None:
        from ttdn_desktop.gui import search_everywhere  # noqa: PLC0415 (after the first paint)

        shell, tools = self._shell, self._tools
        self._raising.watch(None if self._is_reading else self._folder)
        if self._is_chosen:
            tools.remember(self._folder)
        bench.desktop.page_wanted.connect(self._show)
        bench.desktop.told.connect(shell.frame.status.tell)
        bench.desktop.folder_wanted.connect(self.open)
        bench.desktop.swap_wanted.connect(self._swap)
        bench.desktop.year_changed.connect(lambda _year: self._read_counts())
        shell.set_ready(ready=True)
        self._keep_backups(bench)
        search_everywhere.serve(shell.frame.bar.search, bench)

    def _first_filled(self) -> None:
        """Let the officer begin, and load what is likely looked at next."""
        self.ready.emit()
        self._loading.load(NEXT_PAGE)

    def _swap(self, copy: Path) -> None:
        """Close the folder, let a restored copy take its place, and open that."""
        from ttdn_desktop.services.swap_folder import use_instead  # noqa: PLC0415 (seldom)

        root, words = self._folder, self._shell.words

        def swapped(kept: Path) -> None:
            self.open()
            self._shell.frame.status.tell(words.say("backup.kept", folder=kept), "good")

        def refused(error: KnownError) -> None:
            self.open()
            self._jobs.refused.emit(error)

        self._jobs.do_closed(lambda clock: use_instead(root, copy, clock), swapped, refused)

    def _keep_backups(self, bench: Workbench) -> None:
        if self._keeper is not None:
            self._keeper.deleteLater()
            self._keeper, self._shell.guard = None, lambda: True
        if self._tools.backs_up and not self._is_reading:
            from ttdn_desktop.gui.first_check import check_soon  # noqa: PLC0415 (after the paint)
            from ttdn_desktop.gui.keeper import BackupKeeper  # noqa: PLC0415 (after the paint)

            self._keeper = BackupKeeper(self._shell, bench)
            check_soon(bench)

    def _not_opened(self, error: KnownError) -> None:
        self._shell.frame.status.set_place("", "")
        self._unopened.tell(error, self._folder)
        self._loading.load(FIRST_PAGE)

    def _show(self, key: str, wish: object = None) -> None:
        if (bench := self._bench) is None:
            return
        if self._loading.is_loaded(key):
            self._shell.show_page(key, bench, wish)
        else:
            self._loading.load(key, lambda: self._show(key, wish))

    def _new_activity(self) -> None:
        from ttdn_desktop.gui.wishes import NewActivity  # noqa: PLC0415 (after the first paint)

        self._show("activities", NewActivity())

    def _refresh(self) -> None:
        if (present := self._shell.frame.pages.present()) is not None:
            present.refresh()

    def _read_counts(self) -> None:
        if self._bench is not None:
            year = self._bench.year

            def facts(office: Office) -> DeskFacts:
                from ttdn_desktop.services import show_desk  # noqa: PLC0415 (on the worker)

                return show_desk.facts(office, year)

            self._jobs.ask(facts, self._show_facts, slot="desk")

    def _show_facts(self, facts: DeskFacts) -> None:
        words, frame = self._shell.words, self._shell.frame
        frame.bar.set_whose(facts.unit, facts.year)
        from ttdn_desktop.domain.numbers import grouped  # noqa: PLC0415 (after the first paint)

        frame.navigation.set_count("tasks", str(facts.must_answer))
        frame.navigation.set_count("activities", grouped(facts.activities))
        unfiled = words.say("shell.unfiled", count=facts.unfiled) if facts.unfiled else ""
        frame.navigation.set_count("evidence", unfiled)
        self._say_place("shell.reading" if self._is_reading else "shell.local")
        self._shell.set_undo(None if self._is_reading else facts.undo)

    def _say_place(self, key: str) -> None:
        self._shell.frame.status.set_place(self._shell.words.say(key), str(self._folder))

    def _undo(self) -> None:
        from ttdn_desktop.services.take_back import take_back  # noqa: PLC0415 (after the paint)

        self._jobs.do(take_back, self._undone)

    def _undone(self, label: str) -> None:
        self._shell.frame.status.tell(self._shell.words.say("shell.undone", label=label), "good")

    def _choose_year(self) -> None:
        from ttdn_desktop.gui.widgets.year_menu import offer_years  # noqa: PLC0415 (when asked)

        if self._bench is not None:
            offer_years(self._bench, self._shell.frame.bar.year)


def _show_keys(shell: Shell) -> None:
    from ttdn_desktop.gui.dialogs.keys_dialog import KeysDialog  # noqa: PLC0415 (when asked)

    KeysDialog(shell, shell.words, shell.look).exec()
