"""Nothing grows a slot at a time into something nobody reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture import sizes

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("ttdn_desktop", "db", "tests", "installer")


def test_that_modules_classes_and_functions_stay_small() -> None:
    modules = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]

    found = [fault for each in [ROOT / "dev.py", *modules] for fault in sizes.faults(ROOT, each)]

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("name", "source", "fault"),
    [
        ("plan.py", "x = 1\n" * 301, "plan.py: 301 lines"),
        ("plan.py", "def f():\n" + "    x = 1\n" * 40, "plan.py: f has 41 lines"),
        ("plan.py", "class A:\n" + "    def f(self): ...\n" * 21, "plan.py: A has 21 methods"),
        ("plan_utils.py", "", "plan_utils.py: its name does not say what it holds"),
        ("manager.py", "", "manager.py: its name does not say what it holds"),
    ],
)
def test_that_what_is_too_big_is_found(tmp_path: Path, name: str, source: str, fault: str) -> None:
    (tmp_path / name).write_text(source, "utf-8")

    assert sizes.faults(tmp_path, tmp_path / name) == [fault]


def test_that_what_just_fits_is_let_through(tmp_path: Path) -> None:
    module = tmp_path / "commonplace.py"
    module.write_text("def f():\n" + "    x = 1\n" * 39 + "\n" * 260, "utf-8")

    assert sizes.faults(tmp_path, module) == []
