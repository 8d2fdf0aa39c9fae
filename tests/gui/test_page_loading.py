"""Pages on their way in: no class of a widget is made beside the window's thread."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from tests.gui.class_guard import guarded
from ttdn_desktop.gui.page_loading import NEEDS, PageLoading
from ttdn_desktop.gui.page_stack import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.jobs import Jobs
    from ttdn_desktop.gui.workbench import Workbench

    Answered = Callable[[Jobs], None]

_LOADED = """
import json, sys
import ttdn_desktop.gui.session
from ttdn_desktop.gui.page_loading import prepare
from ttdn_desktop.gui.page_stack import load
before = set(sys.modules)
prepare(sys.argv[1])
prepared = set(sys.modules)
load(sys.argv[1])
print(json.dumps([sorted(prepared - before), sorted(set(sys.modules) - prepared)]))
"""
_ALONE = """
import json, sys
from ttdn_desktop.gui.page_stack import load
load(sys.argv[1])
print(json.dumps(list(sys.modules)))
"""


@pytest.fixture(scope="module", params=PAGES)
def imported(request: pytest.FixtureRequest) -> tuple[list[str], list[str]]:
    """Return what the worker and what the window's thread import for a page, in a new program."""
    worker, window = _told(_LOADED, request.param)
    return worker, window


def _told(script: str, key: str) -> Any:  # noqa: ANN401 (a JSON value)
    command = [sys.executable, "-c", script, key]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def test_that_what_a_page_works_with_is_named_for_every_page() -> None:
    assert list(NEEDS) == list(PAGES)


@pytest.mark.parametrize("key", PAGES)
def test_that_nothing_is_named_that_a_page_works_without(key: str) -> None:
    assert {f"ttdn_desktop.{name}" for name in NEEDS[key]} <= set(_told(_ALONE, key))


def test_that_the_worker_imports_nothing_of_widgets(
    imported: tuple[list[str], list[str]],
) -> None:
    worker, _window = imported

    assert not [name for name in worker if name.startswith(("PySide6", "ttdn_desktop.gui"))]


def test_that_the_windows_thread_imports_nothing_else(
    imported: tuple[list[str], list[str]],
) -> None:
    worker, window = imported
    standard = sys.stdlib_module_names
    others = [name for name in window if name.partition(".")[0] not in standard]

    assert worker
    assert not [name for name in others if not name.startswith(("PySide6", "ttdn_desktop.gui"))]


def test_that_a_page_is_loaded_once_it_is_told_so(
    qtbot: QtBot, bench: Workbench, answered: Answered
) -> None:
    loading = PageLoading(bench.jobs)
    told = list[bool]()
    loading.load("format", lambda: told.append(loading.is_loaded("format")))
    assert not loading.is_loaded("format")
    answered(bench.jobs)
    qtbot.waitUntil(lambda: bool(told))

    assert told == [True]


def test_that_the_guard_refuses_widgets_to_other_threads() -> None:
    name = "ttdn_desktop.gui.theme"
    with guarded(), pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as other:
        patch.delitem(sys.modules, name)
        with pytest.raises(AssertionError, match="is imported on the thread"):
            other.submit(import_module, name).result()
