"""The rooms of the house as data, and what breaks their walls.

The source is read, never run. A module is a file below a root ("ttdn_desktop/store/engine.py");
its room is the folder or the module right below the package. Imports under TYPE_CHECKING, inside
functions and by `import_module("…")` count as any other.
"""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = "ttdn_desktop"
FREE = ("errors", "immutable", "paths", "holder")
"""Modules for all; they import nothing of ours but each other."""

OFFICE = ("domain", "services.ports", *FREE)
"""What the outer rooms beside the console see: shapes, and the Protocols they fulfil."""


@dataclass(frozen=True, slots=True)
class Room:
    """What one room may import: our modules below the package, and libraries, by prefix."""

    ours: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()


DATABASE = ("sqlalchemy", "alembic", "sqlite3")
QT_PAPER = ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtPrintSupport")
DOCUMENTS = (
    *("docx", "lxml", "msoffcrypto", "olefile", "openpyxl"),
    *("pypdfium2", "python_calamine", "rapidfuzz"),
)
"""Readers and writers of other people's files."""
KEPT = ("sqlite3",)
"""Modules of the standard library that only the rooms naming them may import."""

ROOMS = {
    "__init__": Room(),
    "errors": Room(),
    "immutable": Room(),
    "paths": Room(("immutable",), libraries=("platformdirs",)),
    "holder": Room(("immutable", "paths")),
    "logs": Room(FREE),
    "domain": Room(("domain", "errors", "immutable")),
    "store": Room(("store", "domain", *FREE), (*DATABASE, "filelock")),
    "services": Room(("services", "store", "domain", *FREE)),
    "files": Room(("files", *OFFICE), DOCUMENTS),
    "word": Room(("word", *OFFICE), ("docx", "lxml")),
    "paper": Room(("paper", *OFFICE), QT_PAPER),
    "seal": Room(("seal", *OFFICE), ("cryptography",)),
    "desk": Room(("services", "store", "files", "word", "paper", "seal", "domain", "logs", *FREE)),
    "console": Room(("console", "desk", "services", "domain", *FREE), ("platformdirs",)),
    "gui": Room(("gui", "services", "domain", "logs", *FREE), ("PySide6", "shiboken6")),
    "app": Room(("app", "gui", "desk", "services", "domain", "logs", *FREE), ("PySide6",)),
    "put_off": Room(),
    "__main__": Room(("put_off", "console", "app", "files.child")),
    "db": Room(libraries=DATABASE),
}


def faults(root: Path) -> list[str]:
    """Return one line for each import below `root` that breaks a wall; none where all hold."""
    modules = sorted([*root.glob(f"{PACKAGE}/**/*.py"), *root.glob("db/**/*.py")])
    return [fault for module in modules for fault in _faults_of(root, module)]


def _faults_of(root: Path, module: Path) -> Iterator[str]:
    where = module.relative_to(root).as_posix()
    name = _room_name(where)
    room = ROOMS.get(name)
    if room is None:
        yield f"{where}: room {name!r} is not in the picture"
        return
    for line, imported in imports(ast.parse(module.read_text("utf-8")), root):
        if not _may(room, imported):
            yield f"{where}:{line}: {name} imports {imported}"


def _room_name(where: str) -> str:
    parts = where.removesuffix(".py").split("/")
    return parts[1] if parts[0] == PACKAGE else parts[0]


def _may(room: Room, imported: str) -> bool:
    if imported == PACKAGE:
        return room.ours != ()
    if imported.startswith(f"{PACKAGE}."):
        return _within(imported.removeprefix(f"{PACKAGE}."), room.ours)
    if _within(imported, room.libraries):
        return True
    return imported.partition(".")[0] in sys.stdlib_module_names and not _within(imported, KEPT)


def _within(name: str, prefixes: tuple[str, ...]) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


def imports(tree: ast.Module, root: Path) -> Iterator[tuple[int, str]]:
    """Return line and full name of each import; a name out of a package is told from a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, name) for name in _from(node, root))
        elif isinstance(node, ast.Call) and (name := _by_text(node)):
            yield node.lineno, name


def _from(node: ast.ImportFrom, root: Path) -> Iterator[str]:
    if node.level:
        yield f"{'.' * node.level}{node.module or ''}"
        return
    base = node.module or ""
    ours = base.split(".")[0] == PACKAGE
    for alias in node.names:
        inside = root.joinpath(*base.split("."), alias.name)
        is_module = inside.is_dir() or inside.with_suffix(".py").is_file()
        yield f"{base}.{alias.name}" if is_module or not ours else base


def _by_text(call: ast.Call) -> str:
    """Return the constant start of the name in `import_module("…")`, or nothing."""
    function = call.func
    asked = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if asked not in {"import_module", "__import__"} or not call.args:
        return ""
    name = call.args[0]
    first = name.values[0] if isinstance(name, ast.JoinedStr) else name
    return str(first.value).rstrip(".") if isinstance(first, ast.Constant) else ""
