"""The program's window with an eye in it: it tells where things are, and never touches them.

Run as a script: `seen_window.py FOLDER`. A line of JSON on standard input asks: a question, what
answer is waited for (null: any), and for how many seconds; a line of JSON answers, with what was
seen last where the time is up. The questions:

- `where NAME`: the middle of the visible widget of that accessible name, text or object name, on
  the screen, or null;
- `text NAME`: its text, or null;
- `contains WORDS`: the whole text of a visible widget that holds the words, or null;
- `focus`: the accessible name, text or object name of what has the focus;
- `hot`: whether something says that a drag may be dropped on it;
- `blocked`: for how many milliseconds at most the window's thread has been busy with one thing,
  the eye's own looks left out, and for how many it may be, on a machine as fast as this one.
"""

from __future__ import annotations

import faulthandler
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.class_guard import guarded
from tests.gui.watchdog import Watchdog, limit
from ttdn_desktop import app
from ttdn_desktop.gui.theme import STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOK_MS = 40
_SPOKEN = ("accessibleName", "text", "title", "placeholderText", "currentText", "toPlainText")


class Eye:
    """Answers questions about what is to be seen."""

    def __init__(self, watchdog: Watchdog) -> None:
        """Listen to standard input."""
        self._watchdog = watchdog
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_line)
        self._timer = QTimer()
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._asked: tuple[str, Any] = ("", None)
        self._looks = 0

    def _on_line(self) -> None:
        line = sys.stdin.readline()
        if not line:
            self._notifier.setEnabled(False)
            return
        question, wanted, seconds = json.loads(line)
        self._asked = (question, wanted)
        self._looks = int(seconds * 1000 / _LOOK_MS)
        self._timer.start()
        self._look()

    def _look(self) -> None:
        with self._watchdog.aside():
            self._look_once()

    def _look_once(self) -> None:
        question, wanted = self._asked
        answer = self._answer(question)
        found = answer is not None if wanted is None else answer == wanted
        self._looks -= 1
        if found or self._looks < 0:
            self._timer.stop()
            sys.stdout.write(f"{json.dumps(answer, ensure_ascii=False)}\n")
            sys.stdout.flush()

    def _answer(self, asked: str) -> Any:  # noqa: ANN401 (a JSON value)
        question, _space, name = asked.partition(" ")
        answers = {"where": self._where, "text": self._text, "contains": self._contains}
        return answers[question](name) if question in answers else self._about(question)

    def _about(self, question: str) -> Any:  # noqa: ANN401 (a JSON value)
        if question == "blocked":
            return [round(seconds * 1000) for seconds in (self._watchdog.longest, limit())]
        if question == "hot":
            drops = [each for each in QApplication.allWidgets() if each.objectName() == "drop"]
            return any(each.property("hot") == "true" for each in drops) or None
        focused: QWidget | None = QApplication.focusWidget()
        return None if focused is None else next(_names(focused), "")

    def _where(self, name: str) -> list[int] | None:
        widget = _seen(name)
        if widget is None:
            return None
        at = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
        return [at.x(), at.y()]

    def _text(self, name: str) -> str | None:
        widget = _seen(name)
        if widget is None:
            return None
        said = [_said(widget, way) for way in ("toPlainText", "text", "currentText")]
        return next((text for text in said if text), "")

    def _contains(self, words: str) -> str | None:
        told = (text for each in _visible() for text in _names(each) if words in text)
        return next(told, None)


def _visible() -> list[QWidget]:
    return [each for each in QApplication.allWidgets() if each.isVisible()]


def _seen(name: str) -> QWidget | None:
    named = [each for each in _visible() if name in _names(each)]
    typed = [each for each in named if each.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    return next(iter([*typed, *named]), None)


def _names(widget: QWidget) -> Iterator[str]:
    yield from (said for way in _SPOKEN if (said := _said(widget, way)))
    if widget.objectName():
        yield widget.objectName()


def _said(widget: QWidget, way: str) -> str:
    method = getattr(widget, way, None)
    told = method() if callable(method) else ""
    return told if isinstance(told, str) else ""


if __name__ == "__main__":
    faulthandler.enable(all_threads=False)  # where the window dies, this tells where it was
    application = QApplication([*sys.argv[:1], *STYLE])
    window = app.show(application, Path(sys.argv[1]), "vi")
    watchdog = Watchdog()
    eye = Eye(watchdog)
    window.painted.connect(watchdog.watch)
    with guarded():
        sys.exit(application.exec())
