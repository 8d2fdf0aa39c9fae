"""What the officer has chosen of the window itself: kept beside the data, never in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtGui import QGuiApplication

from ttdn_desktop.gui.theme import Look, with_dark
from ttdn_desktop.paths import preferences_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMainWindow, QSplitter

SCHEMES = ("system", "light", "dark")
PERCENTS = (90, 100, 110, 125, 150)


def _settings() -> QSettings:
    return QSettings(str(preferences_file()), QSettings.Format.IniFormat)


def chosen_look() -> tuple[str, int]:
    """Return the scheme and the size of the text, in per cent; what is unknown is as usual."""
    settings = _settings()
    chosen, size = (str(settings.value(f"look/{key}", "")) for key in ("scheme", "percent"))
    known = size.isdecimal() and int(size) in PERCENTS
    return chosen if chosen in SCHEMES else SCHEMES[0], int(size) if known else 100


def look() -> Look:
    """Return the look that was chosen; by default that of the system, at 100 %."""
    chosen, size = chosen_look()
    dark = chosen == "dark" or (chosen == "system" and _system_is_dark())
    return with_dark(Look(percent=size), dark=dark)


def choose_look(chosen_scheme: str, chosen_percent: int) -> None:
    """Keep another look, for the next start."""
    settings = _settings()
    settings.setValue("look/scheme", chosen_scheme)
    settings.setValue("look/percent", chosen_percent)


def show_in_place(window: QMainWindow) -> None:
    """Show a window where it was; the first time it fills a screen that is no wider than it."""
    kept = _settings().value("window/geometry")
    if isinstance(kept, QByteArray) and window.restoreGeometry(kept):
        window.show()
        return
    room = window.screen().availableSize()
    if room.width() <= window.width() or room.height() <= window.height():
        window.resize(window.size().boundedTo(room))
        window.showMaximized()
    else:
        window.show()


def keep_place(window: QMainWindow) -> None:
    """Remember where a window is."""
    _settings().setValue("window/geometry", window.saveGeometry())


def restore_split(name: str, splitter: QSplitter) -> None:
    """Put a splitter's handles where they were."""
    kept = _settings().value(f"split/{name}")
    if isinstance(kept, QByteArray):
        splitter.restoreState(kept)


def keep_split(name: str, splitter: QSplitter) -> None:
    """Remember where a splitter's handles are."""
    _settings().setValue(f"split/{name}", splitter.saveState())


def remember_split(name: str, splitter: QSplitter) -> None:
    """Put a splitter's handles where they were, and remember from now on where they are moved."""
    restore_split(name, splitter)
    splitter.splitterMoved.connect(lambda *_place: keep_split(name, splitter))


def last_folder(use: str) -> str:
    """Return the folder last chosen for a use ("report"), "" where none was or it is gone."""
    kept = str(_settings().value(f"folder/{use}", ""))
    return kept if kept and Path(kept).is_dir() else ""


def keep_last_folder(use: str, folder: str) -> None:
    """Remember the folder chosen for a use."""
    _settings().setValue(f"folder/{use}", folder)


def columns_of(shape: str) -> dict[int, str]:
    """Return what the columns of files of a shape were said to hold; none for another shape."""
    try:
        kept = json.loads(str(_settings().value(f"columns/{shape}", "{}")))
        return {int(column): str(held) for column, held in kept.items()}
    except (ValueError, AttributeError):  # a preferences file that something else has written
        return {}


def keep_columns(shape: str, columns: Mapping[int, str]) -> None:
    """Remember what the columns of files of a shape hold."""
    _settings().setValue(f"columns/{shape}", json.dumps(dict(columns)))


def _system_is_dark() -> bool:
    """Tell by the colours the program starts with, before it is dressed."""
    colours = QGuiApplication.palette()
    ground, text = colours.window().color(), colours.windowText().color()
    return ground.lightness() < text.lightness()
