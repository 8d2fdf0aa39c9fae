"""Nothing is found in a sound report, and each planted fault by its rule and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.word.check.file import File, sound
from tests.word.check.planted import PLANTS
from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.word.check.checker import FormatChecker
from ttdn_desktop.word.check.table import RULES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CASES = [
    pytest.param(key, plant, id=f"{key}-{number}")
    for key, plants in PLANTS.items()
    for number, plant in enumerate(plants)
]


def test_that_nothing_is_found_in_a_sound_report(tmp_path: Path) -> None:
    checked = FormatChecker().check(sound().store(tmp_path / "x.docx"))

    assert checked.findings == ()
    assert checked.ok


@pytest.mark.parametrize(("key", "plant"), CASES)
def test_that_a_planted_fault_is_found_by_its_rule_alone(
    key: str, plant: Callable[[File], object], tmp_path: Path
) -> None:
    file = sound()
    plant(file)

    checked = FormatChecker().check(file.store(tmp_path / "x.docx"))

    assert {each.rule for each in checked.findings} == {key}
    assert checked.ok is all(each.severity is Severity.INFO for each in checked.findings)


def test_that_each_rule_is_broken_by_a_planted_fault() -> None:
    keys = [rule.key for rule in RULES]

    assert len(keys) == len(set(keys))
    assert set(PLANTS) == set(keys)
    assert len(keys) >= 30
