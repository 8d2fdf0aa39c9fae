"""Where the classes of widgets are made: on the window's thread, or the program may die.

PySide notes each class of its own in a table that Qt asks without a lock. An import of the window's
modules on another thread changes it while it is asked: once in fifteen starts that was the end.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

_WIDGETS = ("PySide6", "ttdn_desktop.gui")


class ClassGuard:
    """Finds no module itself; refuses those of widgets to every thread but the first."""

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None,  # noqa: ARG002 (a finder is called so)
        target: ModuleType | None = None,  # noqa: ARG002 (a finder is called so)
    ) -> ModuleSpec | None:
        """Let others look, or raise."""
        if threading.current_thread() is threading.main_thread():
            return None
        if name.startswith(_WIDGETS):
            message = f"{name} is imported on the thread {threading.current_thread().name!r}"
            raise AssertionError(message)
        return None


@contextmanager
def guarded() -> Iterator[ClassGuard]:
    """Have the guard stand before all other finders."""
    guard = ClassGuard()
    sys.meta_path.insert(0, guard)
    try:
        yield guard
    finally:
        sys.meta_path.remove(guard)
