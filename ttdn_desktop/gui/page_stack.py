"""The pages: each imported and built when it is first looked at."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from ttdn_desktop.gui.pages.page import Page
    from ttdn_desktop.gui.workbench import Workbench

PAGES = {
    "overview": "overview_page:OverviewPage",
    "tasks": "tasks_page:TasksPage",
    "activities": "activities_page:ActivitiesPage",
    "evidence": "evidence_page:EvidencePage",
    "report": "report_page:ReportPage",
    "plan": "plan_page:PlanPage",
    "format": "format_page:FormatPage",
    "settings": "settings_page:SettingsPage",
}
"""Module and class of each page, in the order of the navigation."""


def load(key: str) -> type[Page]:
    """Return a page's class; its module is imported on the first call."""
    module, _colon, name = PAGES[key].partition(":")
    made: type[Page] = getattr(import_module(f"ttdn_desktop.gui.pages.{module}"), name)
    return made


class PageStack(QStackedWidget):
    """One page at a time."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self.setObjectName("ground")
        self._pages: dict[str, Page] = {}

    def page(self, key: str, bench: Workbench) -> Page:
        """Return a page, built on its first call."""
        if key not in self._pages:
            made = load(key)(bench)
            made.key = key
            self._pages[key] = made
            self.addWidget(made)
        return self._pages[key]

    def show_page(self, key: str, bench: Workbench, wish: object = None) -> bool:
        """Show a page unless the present one asks to stay; return whether it is shown."""
        wanted = self.page(key, bench)
        present = self.present()
        if present is not None and present is not wanted and not present.may_leave():
            return False
        self.setCurrentWidget(wanted)
        wanted.appear()
        if wish is None:
            wanted.take_focus()
        else:
            wanted.wish(wish)
        return True

    def present(self) -> Page | None:
        """Return the page that is shown, or None while there is none."""
        shown = self.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def clear(self) -> None:
        """Throw away all pages, and what was shown in their place: another folder is opened."""
        while self.count():
            shown = self.widget(0)
            self.removeWidget(shown)
            shown.deleteLater()
        self._pages.clear()
