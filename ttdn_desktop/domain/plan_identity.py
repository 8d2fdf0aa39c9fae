"""Identities within a plan: of content, not of files, so that all folders agree."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ttdn_desktop.domain.ids import shared_id
from ttdn_desktop.domain.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ttdn_desktop.domain.plan import Direction, Duty, PlanVersion, Task, TaskGroup


def normalised(text: str) -> str:
    """Return NFC without any white space: line breaks and spaces of a copy are not wording."""
    return "".join(nfc(text).split())


def fingerprint(text: str) -> str:
    """Return the SHA-256 (hex) of the normalised wording."""
    return hashlib.sha256(normalised(text).encode()).hexdigest()


def plan_id(issuer_name: str, month: date, title: str) -> str:
    """Return the id of a plan: who issued it, in which month, on what."""
    return shared_id("plan", nfc(issuer_name), f"{month:%Y-%m}", fingerprint(title))


def group_id(first_plan_id: str, code: str) -> str:
    """Return the id of a task group."""
    return shared_id("task_group", first_plan_id, code)


def task_id(first_plan_id: str, code: str, first_wording: str) -> str:
    """Return the id of a task: its lineage.

    `first_plan_id` is the first plan that had it, `code` the group and place it had there
    ("1.10"), `first_wording` its title there. Later versions keep the id.
    """
    group, _, ordinal = code.partition(".")
    return shared_id("task", first_plan_id, group, ordinal, fingerprint(first_wording))


def direction_id(first_plan_id: str, code: str) -> str:
    """Return the id of a direction ("II.3")."""
    return shared_id("direction", first_plan_id, code)


def duty_id(first_plan_id: str, code: str) -> str:
    """Return the id of a duty ("IV.3")."""
    return shared_id("duty", first_plan_id, code)


def version_id(version: PlanVersion) -> str:
    """Return the id of a plan version from its content; the `id` it bears is not looked at.

    The number and date asked for afterwards are no content, nor are footnotes of the body and
    what names were recognised as: they change nothing that is asked of anyone.
    """
    words = [version.plan.id, *_wording(version)]
    return shared_id("plan_version", *(normalised(word) for word in words))


def _wording(version: PlanVersion) -> Iterator[str]:
    for direction in version.directions:
        yield from _section(direction)
    for duty in version.duties:
        yield from _section(duty)
    for group in version.groups:
        yield from _group(group)
    for task in version.tasks:
        yield from _task(task)


def _section(section: Direction | Duty) -> Iterator[str]:
    yield from (section.code, section.title, section.body)


def _group(group: TaskGroup) -> Iterator[str]:
    yield from (group.code, group.title, group.direction_code)


def _task(task: Task) -> Iterator[str]:
    yield from (task.code, task.group_code, task.title, task.lead_text, task.support_text)
    yield from (task.period_text, task.product, *task.notes)
