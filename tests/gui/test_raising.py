"""A second start brings the first window up; a holder that shows no window is named instead."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.console.process import ROOT, second_program
from ttdn_desktop import holder
from ttdn_desktop.desk import open_desk
from ttdn_desktop.gui.raising import Raising
from ttdn_desktop.holder import bring_up
from ttdn_desktop.paths import DataFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SECOND = """
import sys
from pathlib import Path
from ttdn_desktop.app import open_shell

sys.exit(open_shell(Path(sys.argv[1]), "vi"))
"""
PATIENCE_MS = 30_000


@pytest.fixture
def folder(started: Path, tmp_path: Path) -> DataFolder:
    """Return a folder that nobody has open."""
    return DataFolder(shutil.copytree(started, tmp_path / "data"))


@pytest.fixture
def window(qtbot: QtBot, folder: DataFolder) -> Iterator[QWidget]:
    """Return a window that has the folder open, minimised."""
    window = QWidget()
    qtbot.addWidget(window)
    with open_desk(folder.root, writing=True):
        window.showMinimized()
        yield window


def test_that_a_second_start_brings_the_first_window_up_and_ends(
    qtbot: QtBot, window: QWidget, folder: DataFolder
) -> None:
    raising = Raising(window)
    raising.watch(folder.root)

    with (
        subprocess.Popen([sys.executable, "-c", SECOND, folder.root], cwd=ROOT) as second,
        qtbot.waitSignal(raising.raised, timeout=PATIENCE_MS),
    ):
        """It asks, and is heard."""
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=PATIENCE_MS)

    assert second.returncode == 0
    assert not window.isMinimized()
    assert window.isVisible()
    assert not folder.request.exists()


def test_that_a_request_nobody_takes_is_taken_back(folder: DataFolder) -> None:
    with second_program(folder.root):
        came_up = bring_up(folder, patience=2)

    assert not came_up
    assert not folder.request.exists()


def test_that_nobody_is_asked_where_the_holder_has_died(folder: DataFolder) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        dead.wait()
    note = holder.written(replace(holder.this_program(1), pid=dead.pid))
    folder.holder.write_text(note, "utf-8")

    assert holder.holder_of(folder).alive is False
    assert not bring_up(folder)
    assert not folder.request.exists()


def test_that_a_holder_on_another_computer_is_not_asked(folder: DataFolder) -> None:
    note = holder.written(replace(holder.this_program(1), computer="máy khác"))
    folder.holder.write_text(note, "utf-8")

    assert holder.holder_of(folder).alive is None
    assert not bring_up(folder)


def test_that_a_program_does_not_ask_itself(folder: DataFolder) -> None:
    with open_desk(folder.root, writing=True):
        assert holder.holder_of(folder).pid == os.getpid()
        assert not bring_up(folder)


def test_that_an_old_request_is_nobodys_any_more(
    qtbot: QtBot, window: QWidget, folder: DataFolder
) -> None:
    folder.request.touch()
    raising = Raising(window)

    with qtbot.assertNotEmitted(raising.raised):
        raising.watch(folder.root)

    assert not folder.request.exists()


def test_that_a_window_without_data_looks_nowhere(
    qtbot: QtBot, window: QWidget, folder: DataFolder
) -> None:
    raising = Raising(window)
    raising.watch(folder.root)
    raising.watch(None)

    with qtbot.assertNotEmitted(raising.raised, wait=2 * 300):
        folder.request.touch()

    assert folder.request.exists()
