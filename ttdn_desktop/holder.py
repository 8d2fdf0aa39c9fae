"""Who holds a data folder, and the way a second start brings the first window up.

Read before anything heavy is imported. The note says nothing of the records: a program, its
process, its user and its computer.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from ttdn_desktop.paths import DataFolder

PROGRAM = "ttdn"
PATIENCE = 40
"""How often a second start looks whether its request was taken: two seconds in all."""

_PAUSE_SECONDS = 0.05
_QUERY_LIMITED, _STILL_ACTIVE = 0x1000, 259


@immutable
class Holder:
    """Who holds the lock; `since` is UTC milliseconds. Unknown parts are "" and 0."""

    program: str = ""
    pid: int = 0
    since: int = 0
    who: str = ""
    computer: str = ""

    @property
    def alive(self) -> bool | None:
        """Whether its process runs; None where that cannot be told from here."""
        if not self.pid or self.computer != _this_computer():
            return None
        return is_running(self.pid)


def this_program(since: int) -> Holder:
    """Return what this process is as a holder."""
    import getpass  # noqa: PLC0415 (a start where nobody holds the folder paints without it)

    who = ""
    with suppress(OSError, KeyError, ImportError):
        who = getpass.getuser()
    return Holder(PROGRAM, os.getpid(), since, who, _this_computer())


def _this_computer() -> str:
    import platform  # noqa: PLC0415 (as above)

    return platform.node()


def written(holder: Holder) -> str:
    """Return the text of a note."""
    return json.dumps(asdict(holder), ensure_ascii=False)


def holder_of(folder: DataFolder) -> Holder:
    """Return who last noted that they hold the lock; a missing or torn note is nobody."""
    try:
        note = json.loads(folder.holder.read_text(encoding="utf-8"))
        known = Holder(str(note["program"]), int(note["pid"]), int(note["since"]))
        return replace(known, who=str(note.get("who", "")), computer=str(note.get("computer", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()


def is_running(pid: int) -> bool:
    """Tell whether a process of this computer runs, be it another user's."""
    if sys.platform == "win32":
        return _runs_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def bring_up(folder: DataFolder, patience: int = PATIENCE) -> bool:
    """Ask the window that holds a folder to come up; tell whether it did.

    Without a living holder, or where nothing can be written, nobody is asked. A request that is
    not taken is taken back.
    """
    holder = holder_of(folder)
    if not holder.alive or holder.pid == os.getpid():
        return False
    _let_come_up(holder.pid)
    try:
        folder.request.touch()
    except OSError:
        return False
    try:
        for _ in range(patience):
            if not folder.request.exists():
                return True
            if not folder.holder.exists():
                return False
            time.sleep(_PAUSE_SECONDS)
        return False
    finally:
        with suppress(OSError):
            folder.request.unlink(missing_ok=True)


def take_request(folder: DataFolder) -> bool:
    """Take a second start's request; tell whether there was one."""
    try:
        folder.request.unlink()
    except OSError:
        return False
    return True


def _runs_on_windows(pid: int) -> bool:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (for Windows only)

        kernel, code = ctypes.windll.kernel32, ctypes.c_ulong()
        process = kernel.OpenProcess(_QUERY_LIMITED, False, pid)  # noqa: FBT003 (its own order)
        if not process:
            return False
        kernel.GetExitCodeProcess(process, ctypes.byref(code))
        kernel.CloseHandle(process)
        return code.value == _STILL_ACTIVE
    return False


def _let_come_up(pid: int) -> None:
    """Let another program take the foreground, which Windows grants only to who was started."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  (for Windows only)

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
