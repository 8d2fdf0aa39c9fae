"""Immutable classes are made by the one decorator that compiles nothing at import (0014)."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_STANDARD = "@dataclass(frozen=True, slots=True)\n"


def test_that_no_class_is_made_immutable_by_the_slower_decorator() -> None:
    modules = sorted(ROOT.glob("ttdn_desktop/**/*.py"))
    slower = [each.relative_to(ROOT) for each in modules if _STANDARD in each.read_text("utf-8")]

    assert modules
    assert slower == []
