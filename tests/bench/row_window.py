"""The window in a process of its own, beside a bare QMainWindow that leaves at its first paint."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.bench.desks import filled_folder
from tests.bench.installed import environment
from tests.bench.measure import Pair, Row

if TYPE_CHECKING:
    from pathlib import Path

LARGE = 100_000
ROOM_MB = 60
"""How much more than a bare window ours may hold once it has scrolled through everything."""

_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.close)

application = QApplication(sys.argv[:1])
window = Bare()
window.resize(1366, 720)
window.show()
application.exec()
"""
_SCROLL = """
import sys
from tests.bench.scrolled import scroll_to_the_end
scroll_to_the_end(sys.argv[1])
"""
_PEAK = """
print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [
        Row("window painted", _painted, size=0, limit=1.4),
        Row("window ready, 100,000 activities", _ready, size=LARGE, limit=4.5),
        # Its time is that of its pauses; what it holds is the memory, or it raises.
        Row("scroll 100,000, memory", _scrolled, size=LARGE, limit=300),
    ]


def _painted(folder: Path, _size: int) -> Pair:
    return _pair(folder, folder / "nothing", "painted")


def _ready(folder: Path, size: int) -> Pair:
    return _pair(folder, filled_folder(size), "ready")


def _pair(home: Path, data: Path, exit_when: str) -> Pair:
    window = ("-m", "ttdn_desktop", "--data", str(data), "window", "--exit-when", exit_when)
    return Pair(lambda: _python(home, *window), lambda: _run(home, _BARE))


def _scrolled(home: Path, size: int) -> Pair:
    """Return a pair whose first half fails where it holds too much, for memory has no ratio."""
    data = filled_folder(size)
    bare = _peak_mb(home, _BARE)

    def ours() -> None:
        more = _peak_mb(home, _SCROLL, str(data)) - bare
        if more > ROOM_MB:
            raise MemoryError(f"{more:.0f} MB over a bare window")

    return Pair(ours, lambda: _run(home, _BARE))


def _peak_mb(home: Path, script: str, *arguments: str) -> float:
    return int(_run(home, script + _PEAK, *arguments).split()[-1]) / 1024


def _run(home: Path, script: str, *arguments: str) -> str:
    return _python(home, "-c", script, *arguments)


def _python(home: Path, *words: str) -> str:
    """Run Python with nothing of this machine's settings; return what it prints."""
    own = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home)}
    own |= {"XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, *words],
        check=True,
        env=environment(home, **own),
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout
