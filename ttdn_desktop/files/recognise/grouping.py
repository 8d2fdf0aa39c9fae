"""The tree of a list as groups and tasks, with the codes they are known by."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.task_list import Problem, Severity
from ttdn_desktop.files.recognise.codes import SUBSTYLES
from ttdn_desktop.files.recognise.numbering import numbered
from ttdn_desktop.files.recognise.outline import TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ttdn_desktop.files.recognise.entries import Entry
    from ttdn_desktop.files.recognise.outline import Node

Style = tuple[str, int]


class Numbered(NamedTuple):
    """A task's row, its number within its group, and its place among all tasks."""

    entry: Entry
    ordinal: int
    place: int


class Group(NamedTuple):
    """A group that tasks stand right under: the root where they stand under none."""

    node: Node
    code: str
    tasks: tuple[Numbered, ...]


def grouped(root: Node, problems: list[Problem]) -> tuple[Group, ...]:
    """Return the groups with their tasks, in the list's order; items become part of a title."""
    _fold_items(root, problems)
    tasks = _tasks(root)
    by_parent: dict[Node, list[Node]] = {}
    for task in tasks:
        by_parent.setdefault(task.parent or root, []).append(task)
    numbered(by_parent, root, problems)
    _tell_left_out(root, tasks, by_parent, problems)
    codes = _codes(root, by_parent)
    if len(by_parent) > 1 and root in by_parent:
        _tell_of_the_rest(by_parent[root], codes[root], problems)
    places = {task: place for place, task in enumerate(tasks)}
    return tuple(
        Group(node, codes[node], tuple(_numbered(by_parent[node], places)))
        for node in (*_below(root), root)
        if node in by_parent
    )


def _tell_of_the_rest(tasks: list[Node], code: str, problems: list[Problem]) -> None:
    """Give the tasks that stand under no group numbers of their own, and tell of them."""
    for number, task in enumerate(tasks, 1):
        task.ordinal = number
    first = next((task.entry for task in tasks if task.entry), None)
    if first:
        facts = {"count": len(tasks), "code": code}
        problems.append(Problem("tasks_ungrouped", first.line.place(), facts=facts))


def _numbered(tasks: Iterable[Node], places: Mapping[Node, int]) -> Iterator[Numbered]:
    for task in tasks:
        if task.entry:
            yield Numbered(task.entry, task.ordinal, places[task])


def _fold_items(node: Node, problems: list[Problem]) -> None:
    """Make items a), b) without bodies of their own part of the text of the task above them."""
    for child in node.children:
        if child.children:
            _fold_items(child, problems)
    items = [child for child in node.children if child.code.style in SUBSTYLES]
    if not items or len(items) != len(node.children) or node.entry is None:
        return
    place, own = node.entry.line.place(), node.entry.line.own
    if not own and node.code.style != "1" and len(node.code.parts) == 1:
        return
    if any(item.children or (item.entry and item.entry.line.own) for item in items):
        severity = Severity.WARNING if own else Severity.NOTE
        problems.append(Problem("items_apart", place, severity, {"count": len(items)}))
    else:
        pieces = [f"{item.entry.written} {item.title}" for item in items if item.entry]
        node.entry = node.entry._replace(title="\n".join((node.title, *pieces)))
        node.children = ()
        problems.append(Problem("items_joined", place, Severity.NOTE, {"count": len(items)}))


def _tasks(root: Node) -> list[Node]:
    """Return the rows that are tasks: those with bodies or a period, and those of their kind."""
    leaves: list[Node] = []
    heads: set[Style] = set()
    stated: set[Style] = set()
    for node in _below(root):
        if node.children:
            heads.add(_style(node))
            continue
        leaves.append(node)
        if not node.bare:
            stated.add(_style(node))
    return [node for node in leaves if _is_task(node, heads, stated)]


def _is_task(node: Node, heads: set[Style], stated: set[Style]) -> bool:
    style = _style(node)
    if not node.bare or style in stated:
        return True
    return node.code.style != TITLE and style not in heads


def _style(node: Node) -> Style:
    return node.code.style, len(node.code.parts)


def _below(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        if child.children:
            yield from _below(child)


def _tell_left_out(
    root: Node, tasks: list[Node], by_parent: Mapping[Node, object], problems: list[Problem]
) -> None:
    """Tell of headings that nothing, or only other groups, stand under; of bodies of groups."""
    known = set(tasks)
    for node in _below(root):
        if node in known or node.entry is None:
            continue
        facts, place = {"title": node.title}, node.entry.line.place()
        if not node.children:
            problems.append(Problem("group_empty", place, Severity.WARNING, facts))
        elif node not in by_parent:
            problems.append(Problem("group_above", place, Severity.NOTE, facts))
        elif node.entry.line.own:
            problems.append(Problem("group_units", place, Severity.NOTE, facts))


def _codes(root: Node, groups: Mapping[Node, object]) -> dict[Node, str]:
    """Return the groups' codes: their own where each is another, else with those above them."""
    own = {node: _own_code(node) for node in groups if node is not root}
    once = Counter(own.values())
    if any(count > 1 for count in once.values()):
        own = {node: ".".join(map(str, node.path)) for node in own}
    return {root: _code_of_the_rest(own), **own}


def _code_of_the_rest(own: Mapping[Node, str]) -> str:
    """Return the code of the tasks under no group: the next that no group bears."""
    return str(1 + max((int(code.partition(".")[0]) for code in own.values()), default=0))


def _own_code(node: Node) -> str:
    if len(node.code.parts) > 1:
        return ".".join(map(str, node.code.parts))
    if node.code.style in SUBSTYLES:
        return ".".join(map(str, node.path))
    return str(node.ordinal)
