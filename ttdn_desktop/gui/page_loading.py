"""Pages on their way in: what they work with comes on the worker, their widgets' classes here.

PySide keeps the classes of widgets in a table that Qt asks, on the window's thread, without a
lock. A class that is made on another thread meanwhile moves that table, and the program dies. So
the worker never imports a module of `gui`: it imports the services a page needs, which is nine
tenths of the time and no Qt, and what is left is short enough for the window's thread.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ttdn_desktop.gui.page_stack import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.gui.jobs import Jobs

NEEDS = {
    "overview": ("services.show_overview", "services.topics"),
    "tasks": (
        "services.browse_activities",
        "services.keep_validity",
        "services.set_state",
        "services.show_items",
        "services.topics",
    ),
    "activities": (
        "domain.typed_when",
        "services.browse_activities",
        "services.edit_activity",
        "services.keep_draft",
        "services.keep_evidence",
        "services.prepare_form",
        "services.topics",
    ),
    "evidence": (
        "services.browse_activities",
        "services.keep_evidence",
        "services.show_evidence",
        "services.topics",
    ),
    "report": (
        "services.choose_pictures",
        "services.copy_report",
        "services.correct_report",
        "services.export_report",
        "services.follow_report",
        "services.issue_report",
        "services.keep_targets",
        "services.keep_template",
        "services.prepare_report",
        "services.preview_report",
        "services.round_days",
        "services.send_report",
        "services.take_word_back",
        "services.topics",
        "services.verify_report",
        "services.write_correction",
        "services.write_slip",
        "domain.plan_merge",
    ),
    "plan": (
        "services.choose_heirs",
        "services.confirm_successions",
        "services.keep_plan",
        "services.keep_unit",
        "services.review_tasks",
        "services.show_units",
        "services.succeed_units",
        "services.topics",
        "services.write_table",
    ),
    "format": (
        "domain.format_finding",
        "services.check_document",
        "services.check_submission",
    ),
    "settings": (
        "services.bin",
        "services.check_folder",
        "services.keep_officer",
        "services.keep_report_options",
        "services.keep_rounds",
        "services.keep_signers",
        "services.keep_template",
        "services.show_backups",
        "services.take_back",
        "services.topics",
        "services.write_backup",
    ),
}
"""What each page works with, widgets apart; what these import in turn comes along."""


def prepare(key: str) -> None:
    """Import what a page works with: nothing of Qt, so it may be on the worker."""
    for name in NEEDS[key]:
        import_module(f"ttdn_desktop.{name}")


class PageLoading(QObject):
    """Knows which pages can be built without the window waiting for an import."""

    def __init__(self, jobs: Jobs) -> None:
        """Nothing is loaded yet."""
        super().__init__()
        self._jobs = jobs
        self._loaded = set[str]()

    def is_loaded(self, key: str) -> bool:
        """Tell whether a page can be built at once."""
        return key in self._loaded

    def load(self, key: str, then: Callable[[], None] | None = None) -> None:
        """Make a page ready, and call `then` a beat later: the window draws in between."""

        def prepared(_none: None) -> None:
            load(key)
            self._loaded.add(key)
            if then is not None:
                QTimer.singleShot(0, self, then)

        self._jobs.do_alone(lambda _clock: prepare(key), prepared, self._jobs.refused.emit)
