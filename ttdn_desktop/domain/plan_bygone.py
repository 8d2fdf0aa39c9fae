"""Tasks that are not in a plan version and have records in its time: shown, asked of nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.plan import PlanVersion, Task

OUTSIDE = "(không thuộc danh mục nhiệm vụ của kỳ này)"
"""What is said behind the title of a task that a round's version does not have."""

GONE = "(đã đưa ra khỏi Kế hoạch)"
"""What is said behind the title of a task that the version in force no longer has."""


def with_bygone(version: PlanVersion, tasks: Sequence[Task], said: str = OUTSIDE) -> PlanVersion:
    """Return a version with tasks that are not its own behind those that are; `said` marks them.

    A code that is taken is told apart: "1.5 (cũ)". A group that is no longer there leaves them in
    the last one.
    """
    if not tasks:
        return version
    return replace(version, tasks=(*version.tasks, *placed(version, tasks, said)))


def placed(version: PlanVersion, tasks: Sequence[Task], said: str) -> Iterator[Task]:
    """Return tasks as they stand beside a version that does not have them."""
    codes = {item.code for _kind, item in version.items()}
    groups = [group.code for group in version.groups]
    for task in tasks:
        code = task.code
        while code in codes:
            code += " (cũ)"
        codes.add(code)
        last = groups[-1] if groups else task.group_code
        yield replace(
            task,
            code=code,
            title=f"{task.title.rstrip(' .;')} {said}",
            group_code=task.group_code if task.group_code in groups else last,
            bygone=True,
        )
