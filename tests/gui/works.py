"""Works for the worker to do, and those who wait for its answers."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tests.services.office_desk import form
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import browse_activities
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

PATIENCE = 30


def nothing(_answer: object) -> None:
    """Take an answer that the test does not ask for."""


def record_one(office: Office) -> object:
    """Record an activity."""
    return record(office, form("Đón đoàn công tác tỉnh Attapư", "1.10"))


def count(office: Office) -> int:
    """Count the activities."""
    return browse_activities.count(office, Browse())


def refuse(_office: Office) -> None:
    """Refuse, as the environment does."""
    raise KnownError("folder_missing", folder="/nơi/không/có")


def break_down(_office: Office) -> None:
    """Break down, as a bug does."""
    raise ZeroDivisionError


class Gate:
    """A work that lasts until it is let go."""

    def __init__(self) -> None:
        """Be shut."""
        self.entered, self._open = threading.Event(), threading.Event()

    def let_go(self) -> None:
        """Let the work end."""
        self._open.set()

    def __call__(self, office: Office) -> str:
        """Wait, on the worker."""
        del office
        self.entered.set()
        assert self._open.wait(PATIENCE)
        return "gate"


class Watcher(QObject):
    """Notes the steps it is told of, and where it is told."""

    def __init__(self) -> None:
        """Have seen nothing."""
        super().__init__()
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def note(self, done: int, total: int) -> None:
        """Keep one step."""
        self.steps.append((done, total))
        self.threads.add(threading.get_ident())
