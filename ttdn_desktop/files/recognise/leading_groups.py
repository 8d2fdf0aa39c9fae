"""Lists by body: "I. SỞ TÀI CHÍNH", and under it what that body is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.task_list import Column
from ttdn_desktop.domain.unit_list import split_units
from ttdn_desktop.files.recognise.lines import flowing
from ttdn_desktop.files.recognise.wordings import UNIT_STARTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.unit_list import KnownBodies
    from ttdn_desktop.files.recognise.grouping import Group

_LONGEST = 120


def led_by_groups(groups: Sequence[Group], known: KnownBodies, has: frozenset[Column]) -> bool:
    """Tell whether no column says who leads, and the title of every group names one body."""
    if has & {Column.LEAD, Column.UNITS} or not groups:
        return False
    return all(_names_one(flowing(group.node.title), known) for group in groups)


def _names_one(title: str, known: KnownBodies) -> bool:
    if not title.lower().startswith(UNIT_STARTS) or len(title) > _LONGEST:
        return False
    found = split_units(title, known)
    return len(found.assignees) == 1 and not found.remark
