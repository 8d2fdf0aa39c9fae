"""The names in a list of tasks that nobody knows, and what they are once that has been decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.succession import apply_confirmed
from ttdn_desktop.domain.text import exact, fold, tidy
from ttdn_desktop.domain.unit_names import find_unit, nearest_names
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ttdn_desktop.domain.plan import Assignee, PlanVersion, Task
    from ttdn_desktop.domain.succession import Organisation
    from ttdn_desktop.domain.task_list import ReadTask, TaskList
    from ttdn_desktop.domain.units import Unit


@immutable
class UnknownUnit:
    """A name in the list that is no body or class known: the likeliest names, and its tasks."""

    name: str
    nearest: tuple[str, ...]
    codes: tuple[str, ...]


def unknown_names(listed: TaskList, units: tuple[Unit, ...]) -> Iterator[UnknownUnit]:
    """Yield each name that was recognised as nothing once, as it is first written."""
    codes: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for task in listed.tasks:
        for each in (*task.lead, *task.support):
            if each.unit_id is None and each.class_id is None:
                key = key_of(each.written)
                names.setdefault(key, each.written)
                codes.setdefault(key, []).append(task.code)
    for key, name in names.items():
        yield UnknownUnit(name, nearest_names(name, units), tuple(dict.fromkeys(codes[key])))


def key_of(name: str) -> str:
    """Return what names are compared by."""
    return fold(tidy(name))


def in_list(listed: TaskList, ids: Mapping[str, str]) -> TaskList:
    """Return a list in which names (of `ids`) are recognised as the bodies of those ids."""
    known = _keyed(ids)
    return replace(listed, tasks=tuple(_read(task, known) for task in listed.tasks))


def in_version(version: PlanVersion, ids: Mapping[str, str]) -> PlanVersion:
    """Return a version whose tasks name those bodies; its id is that of its wording, as before."""
    known = _keyed(ids)
    return replace(version, tasks=tuple(_planned(task, known) for task in version.tasks))


def bodies_named(names: Iterable[str], organisation: Organisation) -> tuple[str, ...]:
    """Return the ids of known bodies by their names, one in force before one that has ended.

    Raises KnownError `units_unknown` for a name that is that of no body, or of several.
    """
    applied = apply_confirmed(organisation.units, organisation.successions)
    standing = tuple(unit for unit in applied if unit.until is None)
    distinct = {exact(tidy(name)): tidy(name) for name in names if tidy(name)}
    found = {
        name: find_unit(name, standing) or find_unit(name, applied) for name in distinct.values()
    }
    lost = [name for name, unit in found.items() if unit is None]
    if lost or not found:
        nearest = dict.fromkeys(n for name in lost for n in nearest_names(name, applied))
        raise KnownError(
            "units_unknown", names="; ".join(lost) or "–", nearest="; ".join(nearest) or "–"
        )
    return tuple(dict.fromkeys(unit.id for unit in found.values() if unit is not None))


def _keyed(ids: Mapping[str, str]) -> dict[str, str]:
    return {key_of(name): identity for name, identity in ids.items()}


def _read(task: ReadTask, known: Mapping[str, str]) -> ReadTask:
    return replace(task, lead=_named(task.lead, known), support=_named(task.support, known))


def _planned(task: Task, known: Mapping[str, str]) -> Task:
    return replace(task, lead=_named(task.lead, known), support=_named(task.support, known))


def _named(cell: tuple[Assignee, ...], known: Mapping[str, str]) -> tuple[Assignee, ...]:
    return tuple(_recognised(each, known) for each in cell)


def _recognised(each: Assignee, known: Mapping[str, str]) -> Assignee:
    found = known.get(key_of(each.written))
    if found is None or each.unit_id is not None or each.class_id is not None:
        return each
    return replace(each, unit_id=found)
