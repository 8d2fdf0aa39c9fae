"""A screen of its own with the program on it, moved by real keys and the real mouse.

Xvfb is the screen, openbox gives windows the focus, xdotool is the hands; the eye is
`seen_window`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "openbox", "xdotool", "xclip")
PATIENCE = 20.0
_SETTLING = 12


def lacking() -> str:
    """Return what this machine lacks for a screen of its own, or ""."""
    return ", ".join(tool for tool in NEEDED if shutil.which(tool) is None)


@contextmanager
def display(size: str = "1366x768x24") -> Iterator[str]:
    """Lend an X display (":3") that nobody else looks at."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            shown_on = f":{told.readline().strip()}"
        with _managed(shown_on):
            yield shown_on
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _managed(shown_on: str) -> Iterator[None]:
    manager = subprocess.Popen(
        [str(shutil.which("openbox")), "--sm-disable"],
        env={**os.environ, "DISPLAY": shown_on},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        manager.terminate()
        manager.wait()


class Desk:
    """The program in its window, the hands, and the eye."""

    def __init__(self, shown_on: str, folder: Path, home: Path) -> None:
        """Start the program; `home` is where it may keep settings."""
        self._home = home
        self._environment = _environment(shown_on, home)
        script = str(ROOT / "tests" / "journeys" / "seen_window.py")
        self._program = subprocess.Popen(
            [sys.executable, script, str(folder)],
            env=self._environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        """Return the desk itself."""
        return self

    def __exit__(self, *_failure: object) -> None:
        """End the program, if it has not ended, and its pipes."""
        self.kill()
        for pipe in (self._program.stdin, self._program.stdout):
            if pipe is not None:
                pipe.close()

    def ask(self, question: str, wanted: Any = None, patience: float = 0) -> Any:  # noqa: ANN401 (JSON)
        """Ask the eye, which looks until it sees what is wanted or has no patience left."""
        if self._program.stdin is None or self._program.stdout is None:
            raise AssertionError
        asked = json.dumps([question, wanted, patience], ensure_ascii=False)
        self._program.stdin.write(f"{asked}\n")
        self._program.stdin.flush()
        return json.loads(self._program.stdout.readline())

    def wait_for(self, question: str, wanted: Any = None) -> Any:  # noqa: ANN401 (a JSON value)
        """Return the answer that is wanted, or any answer at all where nothing is named."""
        answer = self.ask(question, wanted, PATIENCE)
        if answer is None or (wanted is not None and answer != wanted):
            self.picture(self._home / "not-seen.png")
        assert answer is not None if wanted is None else answer == wanted, question
        return answer

    def click(self, name: str, times: int = 1) -> None:
        """Click the middle of what bears a name."""
        x, y = self.wait_for(f"where {name}")
        self.hands("mousemove", str(x), str(y), "click", "--repeat", str(times), "1")

    def write(self, text: str) -> None:
        """Type, key by key."""
        self.hands("type", "--delay", "12", text)

    def press(self, *keys: str) -> None:
        """Press keys, as "ctrl+n"."""
        for key in keys:
            self.hands("key", key)

    def drag(self, file: Path, onto: str) -> None:
        """Drag a file out of another window onto what bears a name."""
        script = str(ROOT / "tests" / "journeys" / "drag_source.py")
        source = subprocess.Popen([sys.executable, script, str(file)], env=self._environment)
        try:
            self.hands("search", "--sync", "--name", "drag source")
            x, y = self.wait_for(f"where {onto}")
            self.hands("mousemove", "40", "30", "mousedown", "1")
            for step in range(1, 11):
                self.hands(
                    "mousemove", str(40 + (x - 40) * step // 10), str(30 + (y - 30) * step // 10)
                )
                self.ask("focus")
            self.wait_for("hot")
            for step in range(_SETTLING):  # the other window must hear that it may drop
                self.hands("mousemove", str(x + step), str(y))
                self.ask("focus")
            self.hands("mouseup", "1")
            self.wait_for(f"where {file.name}")  # the other window hands the file over until then
        finally:
            source.terminate()
            source.wait()

    def copy_picture(self, picture: Path) -> None:
        """Put a PNG on the clipboard, as a screenshot tool does."""
        with picture.open("rb") as stream:
            command = ["xclip", "-selection", "clipboard", "-t", "image/png", "-i"]
            subprocess.run(command, stdin=stream, env=self._environment, check=True)

    def kill(self) -> None:
        """End the program as a power cut does."""
        self._program.kill()
        self._program.wait()

    def close(self) -> int:
        """Close the window as its officer does; return the exit code."""
        self.press("ctrl+q")
        return self._program.wait(PATIENCE)

    def hands(self, *moves: str) -> None:
        """Let xdotool act."""
        subprocess.run(
            [str(shutil.which("xdotool")), *moves],
            env=self._environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def picture(self, target: Path) -> None:
        """Take a picture of the screen, where there is a tool for it: for whoever mends a test."""
        if shutil.which("import") is not None:
            command = [str(shutil.which("import")), "-window", "root", str(target)]
            subprocess.run(command, env=self._environment, check=False)


def _environment(shown_on: str, home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return {
        **kept,
        "DISPLAY": shown_on,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "xcb",
    }
