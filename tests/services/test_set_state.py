"""What a task stands at where no activity says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.set_state import clear_state, set_state
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def _state(office: Office, code: str, year: int = 2026) -> tuple[TaskState | None, str]:
    facts = gather(office, annual_round(year, office.surroundings().version.plan.coordinator_id))
    (item,) = [each for each in facts.items if each.code == code]
    return item.state, item.reason


def test_that_codes_are_answered_as_the_plan_writes_them(office: Office) -> None:
    codes = set_state(office, 2026, [" iv.1", "3.6", "3.6"], TaskState.NONE, " Chưa  có ")
    assert codes == ("IV.1", "3.6")
    assert _state(office, "3.6") == (TaskState.NONE, "Chưa có")


def test_that_a_state_holds_for_its_year_alone(office: Office) -> None:
    set_state(office, 2026, ["3.6"], TaskState.NONE, "")
    assert _state(office, "3.6", 2027) == (None, "")


def test_that_the_last_state_set_holds_and_can_be_taken_back(office: Office) -> None:
    set_state(office, 2026, ["3.6"], TaskState.NONE, "Chưa có")
    set_state(office, 2026, ["3.6"], TaskState.IN_PROGRESS, "")
    assert _state(office, "3.6") == (TaskState.IN_PROGRESS, "")
    take_back(office)
    assert _state(office, "3.6") == (TaskState.NONE, "Chưa có")


def test_that_a_state_is_cleared_and_set_again_by_taking_back(office: Office) -> None:
    set_state(office, 2026, ["3.6", "3.5"], TaskState.NONE, "Chưa có")
    assert clear_state(office, 2026, [" 3.6", "iv.1"]) == ("3.6", "IV.1")
    assert _state(office, "3.6") == (None, "")
    assert _state(office, "3.5") == (TaskState.NONE, "Chưa có")
    assert take_back(office) == "Bỏ tình trạng đã đặt của nhiệm vụ 3.6, IV.1 năm 2026"
    assert _state(office, "3.6") == (TaskState.NONE, "Chưa có")


def test_that_clearing_what_was_never_set_is_no_change(office: Office) -> None:
    clear_state(office, 2026, ["3.6"])
    with pytest.raises(KnownError, match="nothing_to_undo"):
        take_back(office)


@pytest.mark.parametrize(
    ("year", "code", "key"), [(2026, "9.9", "item_unknown"), (26, "3.6", "year_impossible")]
)
def test_that_an_unknown_task_or_year_changes_nothing(
    office: Office, year: int, code: str, key: str
) -> None:
    with pytest.raises(KnownError, match=key):
        set_state(office, year, ["3.5", code], TaskState.NONE, "")
    assert _state(office, "3.5") == (None, "")
