"""What the freezer finds and the program does not need.

On Linux the system's libraries stay the system's: the .deb depends on them, so that its updates
mend them and they fit its display drivers. Taken along are Python itself, what it is built for by
number (libffi), and SQLite, whose version and options are ours to know (FTS5).
"""

from __future__ import annotations

import sys
from pathlib import PurePath

UNUSED_MODULES = [
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtTest",
    "_uuid",
    "bs4",
    "cssselect",
    "curses",
    "distutils",
    "doctest",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "mypy",
    "packaging",
    "pathspec",
    "pdb",
    "pydoc",
    "pygments",
    "pytest",
    "readline",
    "setuptools",
    "sqlalchemy.ext.mypy",
    "sqlalchemy.testing",
    "ssl",
    "tkinter",
    "unittest",
]
"""Reached only through branches of the libraries that never run here."""

_UNUSED_QT = ("libQt6EglF", "libQt6Network", "libQt6Qml", "libQt6Quick", "libQt6WlShell")
_UNUSED_FOLDERS = {"translations", "default-docx-template"}
_QT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qgif", "qico", "qjpeg", "qsvg", "qtiff", "qwebp"),
    "platforminputcontexts": ("compose", "ibus"),
    "platforms": ("qxcb", "qoffscreen", "qwayland-generic", "qwindows", "qcocoa"),
    "platformthemes": ("qgtk3",),
    "styles": ("",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
    "wayland-shell-integration": ("xdg-shell",),
}
"""By folder, how the names of the wanted plugins begin. GTK's is used where a desktop has GTK."""

_TWICE = "_avx2"
"""Ends the names of rapidfuzz's parts that come a second time, for newer processors alone."""

_TAKEN_ALONG = ("libpython", "libsqlite3", "libffi")


def wanted(place: str, source: str, kind: str) -> bool:
    """Tell whether a file that was found goes along.

    `place` is where it would lie in the program, `source` where it is or, for a link, leads to.
    """
    path = PurePath(place)
    if "plugins" in path.parts:
        known = _QT_PLUGINS.get(path.parent.name, ())
        return path.name.removeprefix("lib").startswith(known)
    if path.name.partition(".")[0].endswith(_TWICE):
        return False
    if _UNUSED_FOLDERS & set(path.parts) or PurePath(source).name.startswith(_UNUSED_QT):
        return False
    return not _is_of_the_system(path, kind)


def _is_of_the_system(path: PurePath, kind: str) -> bool:
    """Tell a library of Linux: those of a wheel lie in the wheel's own folder."""
    on_top = len(path.parts) == 1
    return (
        sys.platform == "linux"
        and kind == "BINARY"
        and on_top
        and not path.name.startswith(_TAKEN_ALONG)
    )
