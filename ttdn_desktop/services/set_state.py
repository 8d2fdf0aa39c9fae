"""Saying what a task stands at in a round where no activity says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.domain.progress import Progress, TaskState
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.services.plan_of_round import around_year
from ttdn_desktop.store import progress, rounds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.services.office import Office


def set_state(
    office: Office, year: int, codes: Sequence[str], state: TaskState, reason: str
) -> tuple[str, ...]:
    """Set the state of plan items in the yearly round; return their codes as the plan has them.

    Raises KnownError `item_unknown`, or `year_impossible`.
    """
    around = around_year(office, year)
    named = {item.id: item.code for _kind, item in around.version.items()}
    wanted = list(dict.fromkeys(around.version.item_id(code) for code in codes))
    asked = annual_round(year, around.version.plan.coordinator_id)
    label = f"Tình trạng nhiệm vụ {', '.join(named[item] for item in wanted)} năm {year}"
    with office.store.change(office.actor(), label) as tx:
        rounds.ensure(tx, asked)
        for item in wanted:
            identity = shared_id("progress", around.unit.id, item, asked.id)
            progress.put(
                tx, Progress(identity, around.unit.id, item, asked.id, state, tidy(reason))
            )
    return tuple(named[item] for item in wanted)


def clear_state(office: Office, year: int, codes: Sequence[str]) -> tuple[str, ...]:
    """Take back the states set for plan items in the yearly round; return the items' codes.

    Raises KnownError `item_unknown`, or `year_impossible`.
    """
    around = around_year(office, year)
    named = {item.id: item.code for _kind, item in around.version.items()}
    wanted = list(dict.fromkeys(around.version.item_id(code) for code in codes))
    asked = annual_round(year, around.version.plan.coordinator_id)
    told = ", ".join(named[item] for item in wanted)
    label = f"Bỏ tình trạng đã đặt của nhiệm vụ {told} năm {year}"
    with office.store.change(office.actor(), label) as tx:
        for item in wanted:
            progress.clear(tx, around.unit.id, item, asked.id)
    return tuple(named[item] for item in wanted)
