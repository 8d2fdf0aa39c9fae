"""One folder open in one window: opening it, its pages, its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ttdn_desktop.gui.page_stack import PAGES, load
from ttdn_desktop.gui.raising import Raising
from ttdn_desktop.gui.ways_on import WaysOn, is_lost
from ttdn_desktop.gui.workbench import Desktop, Workbench

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.shell import Shell
    from ttdn_desktop.gui.workbench import Tools
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.show_desk import DeskFacts

FIRST_PAGE = "overview"
_NOT_STARTED = frozenset({"folder_missing", "folder_empty", "folder_unfinished"})
"""Why a folder does not open that the first start puts right."""


class Session(QObject):
    """Ties the shell to the worker. `ready` is told when what is shown first can be worked on."""

    ready = Signal()

    def __init__(self, shell: Shell, jobs: Jobs, tools: Tools, folder: Path) -> None:
        """Listen to the window and to the worker; nothing is opened yet."""
        super().__init__()
        self._shell, self._jobs, self._tools = shell, jobs, tools
        self._folder = folder
        self._is_chosen = False
        self._bench: Workbench | None = None
        self._raising = Raising(shell)
        self._is_reading = False
        self._ways = WaysOn(jobs, shell.words, self)
        self._ways.folder_wanted.connect(self.open)
        self._ways.reading_wanted.connect(self._open_reading)
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
        pages = ("overview", "tasks", "activities", "evidence", "report", "plan", "settings")
        runs = {key: partial(self._show, key) for key in pages}
        shell.bind(
            {
                **runs,
                "new": self._new_activity,
                "search": shell.frame.bar.search.setFocus,
                "undo": self._undo,
                "refresh": self._refresh,
                "keys": self._show_keys,
                "quit": shell.close,
            }
        )
        shell.frame.navigation.chosen.connect(self._show)
        shell.frame.bar.new_wanted.connect(self._new_activity)
        shell.frame.bar.year_wanted.connect(self._choose_year)
        shell.frame.status.undo_wanted.connect(self._undo)

    def _read_desk(self) -> None:
        from ttdn_desktop.services import show_desk  # noqa: PLC0415 (after the first paint)

        def read(office: Office) -> DeskFacts:
            load(FIRST_PAGE)
            return show_desk.facts(office)

        self._jobs.ask(read, self._opened)
        for key in PAGES:
            self._load(key)

    def _opened(self, facts: DeskFacts) -> None:
        from ttdn_desktop.gui import search_everywhere  # noqa: PLC0415 (after the first paint)

        shell, tools = self._shell, self._tools
        shell.frame.pages.clear()
        self._bench = bench = Workbench(
            self._jobs,
            shell.words,
            shell.look,
            Desktop(),
            tools,
            self._folder,
            facts.today,
            facts.year,
        )
        self._raising.watch(None if self._is_reading else self._folder)
        if self._is_chosen:
            tools.remember(self._folder)
        bench.desktop.page_wanted.connect(self._show)
        bench.desktop.told.connect(shell.frame.status.tell)
        bench.desktop.folder_wanted.connect(self.open)
        bench.desktop.year_changed.connect(lambda _year: self._read_counts())
        shell.set_ready(ready=True)
        search_everywhere.serve(shell.frame.bar.search, bench)
        self._show_facts(facts)
        shell.frame.pages.page(FIRST_PAGE, bench).filled.connect(self.ready)
        self._show(FIRST_PAGE)

    def _load(self, key: str) -> None:
        """Import a page on the worker, so that the window need not when it is first looked at."""
        self._jobs.do_alone(lambda _clock: load(key), lambda _page: None, self._jobs.refused.emit)

    def _not_opened(self, error: KnownError) -> None:
        self._shell.frame.status.set_place("", "")
        if error.key in _NOT_STARTED and not is_lost(error, self._folder):
            self._show_start()
        else:
            self._show_closed(error)

    def _show_start(self) -> None:
        from ttdn_desktop.gui.pages.start_page import StartPage  # noqa: PLC0415 (once)

        shell = self._shell
        page = StartPage(self._jobs, shell.words, shell.look, self._folder)
        page.started.connect(self.open)
        page.accepts_typing.connect(self.ready)
        shell.show_alone(page)
        self._load(FIRST_PAGE)

    def _show_closed(self, error: KnownError) -> None:
        from ttdn_desktop.gui.pages.closed_page import ClosedPage  # noqa: PLC0415 (seldom)

        shell = self._shell
        closed = ClosedPage(shell.words, shell.look, shell.words.refusal(error), self._folder)
        closed.folder_wanted.connect(self.open)
        self._ways.offer(closed, error, self._folder)
        shell.show_alone(closed)
        self.ready.emit()

    def _show(self, key: str, wish: object = None) -> None:
        if self._bench is not None:
            self._shell.show_page(key, self._bench, wish)

    def _new_activity(self) -> None:
        from ttdn_desktop.gui.wishes import NewActivity  # noqa: PLC0415 (after the first paint)

        self._show("activities", NewActivity())

    def _refresh(self) -> None:
        if (present := self._shell.frame.pages.present()) is not None:
            present.refresh()

    def _read_counts(self) -> None:
        from ttdn_desktop.services import show_desk  # noqa: PLC0415 (after the first paint)

        if self._bench is not None:
            year = self._bench.year

            def facts(office: Office) -> DeskFacts:
                return show_desk.facts(office, year)

            self._jobs.ask(facts, self._show_facts, slot="desk")

    def _show_facts(self, facts: DeskFacts) -> None:
        words, frame = self._shell.words, self._shell.frame
        frame.bar.set_whose(facts.unit, facts.year)
        frame.navigation.set_count("tasks", str(facts.must_answer))
        frame.navigation.set_count("activities", str(facts.activities))
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

    def _show_keys(self) -> None:
        from ttdn_desktop.gui.dialogs.keys_dialog import KeysDialog  # noqa: PLC0415 (when asked)

        KeysDialog(self._shell, self._shell.words, self._shell.look).exec()
