"""A module that is put off is not there until it is wanted, and then it is the very module."""

from __future__ import annotations

import importlib
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.put_off import put_off

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAME = "put_off_for_trial"
INSIDE = f"{NAME}.inside"
CODE = """
from . import inside
LOADED = True
def told():
    return "xin chào"
"""


@pytest.fixture(autouse=True)
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make a package of two modules that nobody has imported."""
    folder = tmp_path / NAME
    folder.mkdir()
    (folder / "__init__.py").write_text(CODE, encoding="utf-8")
    (folder / "inside.py").write_text("WORD = 'bên trong'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    for name in (NAME, INSIDE):
        sys.modules.pop(name, None)


def test_that_importing_it_does_not_run_it() -> None:
    put_off(NAME)

    module = importlib.import_module(NAME)

    assert module.__name__ == NAME
    assert "LOADED" not in vars(module)
    assert INSIDE not in sys.modules


def test_that_it_is_the_module_itself_once_a_name_is_wanted() -> None:
    put_off(NAME)
    module = importlib.import_module(NAME)

    assert module.told() == "xin chào"
    assert module.LOADED
    assert module is sys.modules[NAME]
    assert importlib.import_module(INSIDE).WORD == "bên trong"
    assert module.inside is sys.modules[INSIDE]


def test_that_a_name_it_has_not_is_refused_as_ever() -> None:
    put_off(NAME)
    module = importlib.import_module(NAME)

    with pytest.raises(AttributeError, match="nothing"):
        _ = module.nothing

    assert not hasattr(module, "nothing")
    assert module.LOADED


def test_that_what_is_known_of_it_is_answered_without_it() -> None:
    put_off(NAME, told="đã biết")
    module = importlib.import_module(NAME)

    assert module.told == "đã biết"
    assert "LOADED" not in vars(module)


def test_that_a_module_inside_another_is_found_by_both_ways() -> None:
    parent = importlib.import_module(NAME)
    sys.modules.pop(INSIDE)
    del parent.inside
    put_off(INSIDE)

    assert parent.inside is importlib.import_module(INSIDE)
    assert "WORD" not in vars(parent.inside)
    assert parent.inside.WORD == "bên trong"


def test_that_what_was_imported_stays_as_it_is() -> None:
    module = importlib.import_module(NAME)

    put_off(NAME, told="khác")

    assert sys.modules[NAME] is module
    assert module.told() == "xin chào"


def test_that_what_does_not_exist_is_still_refused() -> None:
    put_off("put_off_and_never_made")

    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("put_off_and_never_made")


def test_that_code_that_fails_fails_where_it_is_wanted_each_time(package: Path) -> None:
    (package / "__init__.py").write_text("1 / 0\n", encoding="utf-8")
    put_off(NAME)
    module = importlib.import_module(NAME)

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            _ = module.LOADED


def test_that_two_who_ask_at_once_both_get_the_whole() -> None:
    put_off(NAME)
    module = importlib.import_module(NAME)
    ready = Barrier(2)

    def ask(_turn: int) -> object:
        ready.wait()
        return module.told()

    with ThreadPoolExecutor(2) as two:
        assert list(two.map(ask, range(2))) == ["xin chào"] * 2
