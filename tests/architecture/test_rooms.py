"""Imports point down only; each library has its room."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture import rooms

ROOT = Path(__file__).resolve().parents[2]


def test_that_every_import_stays_within_the_walls() -> None:
    found = rooms.faults(ROOT)

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("module", "source", "fault"),
    [
        ("domain/plan.py", "from ttdn_desktop.store import engine", "domain imports {}.store"),
        ("domain/plan.py", "import sqlalchemy", "domain imports sqlalchemy"),
        ("domain/plan.py", "import sqlite3", "domain imports sqlite3"),
        ("domain/plan.py", "from ttdn_desktop import paths", "domain imports {}.paths"),
        ("errors.py", "from ttdn_desktop.domain import plan", "errors imports {}.domain"),
        ("store/plans.py", "import ttdn_desktop.services", "store imports {}.services"),
        ("services/undo.py", "from ttdn_desktop.word import writer", "services imports {}.word"),
        ("services/undo.py", "from sqlalchemy import select", "services imports sqlalchemy.select"),
        ("word/writer.py", "from ttdn_desktop.services import undo", "word imports {}.services"),
        ("word/writer.py", "import openpyxl", "word imports openpyxl"),
        ("files/grid.py", "from ttdn_desktop.word import writer", "files imports {}.word"),
        ("console/plan.py", "from ttdn_desktop.store import plans", "console imports {}.store"),
        ("console/plan.py", "import PySide6.QtCore", "console imports PySide6.QtCore"),
        ("desk.py", "from PySide6 import QtCore", "desk imports PySide6.QtCore"),
        ("paper/page.py", "from PySide6 import QtWidgets", "paper imports PySide6.QtWidgets"),
        ("gui/shell.py", "from ttdn_desktop.store import plans", "gui imports {}.store.plans"),
        ("domain/plan.py", "from . import units", "domain imports ."),
        ("shared/plan.py", "import json", "room 'shared' is not in the picture"),
    ],
)
def test_that_a_wrong_import_is_found(tmp_path: Path, module: str, source: str, fault: str) -> None:
    _write(tmp_path, "ttdn_desktop/store/plans.py", "")
    _write(tmp_path, "ttdn_desktop/paths.py", "")
    _write(tmp_path, f"ttdn_desktop/{module}", source)

    found = rooms.faults(tmp_path)

    assert len(found) == 1
    assert fault.format("ttdn_desktop") in found[0]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("domain/plan.py", "import json\nfrom ttdn_desktop.domain.units import Unit"),
        ("domain/plan.py", "from ttdn_desktop.errors import KnownError"),
        ("store/plans.py", "from sqlalchemy import select\nimport sqlite3"),
        ("services/undo.py", "from ttdn_desktop.store import plans"),
        ("word/writer.py", "from ttdn_desktop.services.ports import Clock\nimport lxml.etree"),
        ("console/plan.py", "from ttdn_desktop import __version__"),
        ("gui/shell.py", "from PySide6.QtWidgets import QWidget"),
    ],
)
def test_that_a_right_import_is_let_through(tmp_path: Path, module: str, source: str) -> None:
    _write(tmp_path, "ttdn_desktop/services/ports.py", "")
    _write(tmp_path, f"ttdn_desktop/{module}", source)

    assert rooms.faults(tmp_path) == []


@pytest.mark.parametrize(
    "source",
    [
        "if TYPE_CHECKING:\n    from ttdn_desktop.store.plans import Row",
        "def late():\n    import ttdn_desktop.store.plans",
        "import_module('ttdn_desktop.store.plans')",
        "importlib.import_module(f'ttdn_desktop.store.{name}')",
    ],
)
def test_that_no_way_of_importing_is_overlooked(tmp_path: Path, source: str) -> None:
    _write(tmp_path, "ttdn_desktop/domain/plan.py", source)

    assert len(rooms.faults(tmp_path)) == 1


def test_that_a_migration_never_imports_the_program(tmp_path: Path) -> None:
    _write(tmp_path, "db/versions/0001_first.py", "from ttdn_desktop.domain import plan")

    assert rooms.faults(tmp_path) == ["db/versions/0001_first.py:1: db imports ttdn_desktop.domain"]


def _write(root: Path, module: str, source: str) -> None:
    path = root / module
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, "utf-8")
