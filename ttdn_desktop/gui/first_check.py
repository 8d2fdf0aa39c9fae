"""A short look at the data once the window is at work: what is wrong is better known today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.quick_check import QuickHealth

AFTER_MS = 4000
LONGEST_MS = 1500
"""The worker is the officer's: the check has this long, and looks at other files next time."""

COPIES_MS = 3_600_000
"""Copies of evidence that were opened to be read are removed once they are so old."""


def check_soon(bench: Workbench) -> None:
    """Check when the start is over; only what is wrong is told."""
    QTimer.singleShot(AFTER_MS, bench.desktop, lambda: check(bench))


def check(bench: Workbench) -> None:
    """Check now, as far as the time goes."""

    def look(office: Office) -> QuickHealth:
        from ttdn_desktop.services.copy_evidence import forget_copies  # noqa: PLC0415 (once)
        from ttdn_desktop.services.quick_check import quick_check  # noqa: PLC0415 (once a start)

        forget_copies(office.clock.now_ms() - COPIES_MS)

        end = office.clock.now_ms() + LONGEST_MS
        return quick_check(office, lambda: office.clock.now_ms() > end)

    def tell(health: QuickHealth) -> None:
        if health.problems:
            bench.desktop.told.emit(bench.say("shell.check_found"), "bad")

    bench.jobs.ask(look, tell, slot="first-check")
