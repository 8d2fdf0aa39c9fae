"""What the program may have to say, read out of its source; nothing is run.

A place is a name in braces of a sentence: `{folder}`.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

PACKAGE = Path(__file__).resolve().parents[2] / "ttdn_desktop"


def trees(below: str = "") -> Iterator[ast.Module]:
    """Parse every module below a folder of the package."""
    for path in sorted((PACKAGE / below).rglob("*.py")):
        yield ast.parse(path.read_text("utf-8"))


def calls(name: str, rooms: Collection[str]) -> Iterator[ast.Call]:
    """Find every call of a class by its name."""
    for tree in (tree for room in rooms for tree in trees(room)):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
                yield node


BELOW_WINDOW = ("console", "domain", "files", "services", "store", "word")
"""The rooms whose refusals the console tells; those of the window have words of their own."""


READERS = "files"
"""The room whose refusals are given the name of the file by `read_file`, which lets them out."""


def refusals(rooms: Collection[str] = BELOW_WINDOW) -> Iterator[tuple[str, frozenset[str]]]:
    """Return key and facts of each `KnownError("key", **facts)`; of a mapped fault its values."""
    yield from ((key, frozenset()) for room in rooms for tree in trees(room) for key in kinds(tree))
    for call in calls("KnownError", [room for room in rooms if room != READERS]):
        facts = frozenset(fact.arg for fact in call.keywords if fact.arg)
        key = call.args[0]
        if isinstance(key, ast.Constant):
            yield str(key.value), facts
        else:
            yield from ((mapped, facts) for mapped in _mapped("store/faults.py"))
    if READERS in rooms:
        yield from _of_readers()


def _of_readers() -> Iterator[tuple[str, frozenset[str]]]:
    """Return the refusals of files: those that are raised by key, and keys kept in tables."""
    raised = {
        str(call.args[0].value): frozenset({"name", *(fact.arg for fact in call.keywords)})
        for call in calls("KnownError", [READERS])
        if isinstance(call.args[0], ast.Constant)
    }
    nodes = (node for tree in trees(READERS) for node in ast.walk(tree))
    texts = {str(node.value) for node in nodes if isinstance(node, ast.Constant)}
    kept = {text for text in texts - set(raised) if re.fullmatch(r"file_[a-z_]+", text)}
    yield from ((key, frozenset(filter(None, facts))) for key, facts in raised.items())
    yield from ((key, frozenset({"name"})) for key in kept)


def kinds(tree: ast.Module) -> Iterator[str]:
    """Return the keys of the refusals that are classes of their own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and "KnownError" in map(ast.unparse, node.bases):
            inits = (call for call in ast.walk(node) if isinstance(call, ast.Call) and call.args)
            yield from (start(call.args[0]) for call in inits)


def _mapped(module: str) -> Iterator[str]:
    """Return the texts that the dictionaries of a module lead to."""
    for node in ast.walk(ast.parse((PACKAGE / module).read_text("utf-8"))):
        if isinstance(node, ast.Dict):
            yield from (str(each.value) for each in node.values if isinstance(each, ast.Constant))


ABOUT = frozenset({"count", "codes"})
"""The facts of a notice about activities."""


def notices(module: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Return key, or a key's beginning, and facts of each `Notice(…)` or `about(…)`."""
    for node in ast.walk(ast.parse((PACKAGE / module).read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Notice":
            facts = node.args[1] if len(node.args) > 1 else ast.Dict([], [])
            names = facts.keys if isinstance(facts, ast.Dict) else []
            if key := start(node.args[0]):
                yield key, frozenset(ast.literal_eval(name) for name in names if name)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "about":
            yield start(node.args[0]), ABOUT


def doubts() -> Iterator[tuple[str, frozenset[str]]]:
    """Return key and facts of what may be doubtful in a cell of a task list."""
    for modules, prefix, facts in (
        ("period*.py", "period_", frozenset({"text"})),
        ("unit_list.py", "unit", frozenset({"name", "nearest"})),
    ):
        for path in (PACKAGE / "domain").glob(modules):
            nodes = ast.walk(ast.parse(path.read_text("utf-8")))
            texts = {str(each.value) for each in nodes if isinstance(each, ast.Constant)}
            yield from ((text, facts) for text in texts if re.fullmatch(rf"{prefix}\w+", text))


def start(text: ast.expr) -> str:
    """Return a text, or the constant beginning of one put together."""
    first = text.values[0] if isinstance(text, ast.JoinedStr) else text
    return str(first.value) if isinstance(first, ast.Constant) else ""


def said() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return all texts of the console, and the beginnings of those put together."""
    nodes = [node for tree in trees("console") for node in ast.walk(tree)]
    whole = {node.value for node in nodes if isinstance(node, ast.Constant)}
    begun = {start(node) for node in nodes if isinstance(node, ast.JoinedStr)}
    return frozenset(map(str, whole)), tuple(text for text in begun if text.endswith("."))


def steps() -> Iterator[str]:
    """Return the names of the self-test's steps: the first of each pair it yields, and its own."""
    yield "modules"
    for node in ast.walk(ast.parse((PACKAGE / "services/self_test.py").read_text("utf-8"))):
        if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple):
            yield start(node.value.elts[0])


def places(sentence: str) -> frozenset[str]:
    """Return the names in braces of a sentence."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)
