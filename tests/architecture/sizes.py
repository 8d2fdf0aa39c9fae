"""How big a module, a class and a function may grow, and what a module may not be called."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULE_LINES = 300
FUNCTION_LINES = 40
CLASS_METHODS = 20
EMPTY_NAMES = frozenset({"common", "helper", "helpers", "manager", "managers", "util", "utils"})
"""Names that say nothing of what a module holds."""

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def faults(root: Path, module: Path) -> list[str]:
    """Return one line for each thing in a module that is too big or says nothing by its name."""
    source = module.read_text("utf-8")
    where = module.relative_to(root).as_posix()
    found = [*_of_the_module(module.stem, source), *_of_the_tree(ast.parse(source))]
    return [f"{where}: {fault}" for fault in found]


def _of_the_module(name: str, source: str) -> Iterator[str]:
    lines = len(source.splitlines())
    if lines > MODULE_LINES:
        yield f"{lines} lines"
    if EMPTY_NAMES & set(name.split("_")):
        yield "its name does not say what it holds"


def _of_the_tree(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, FUNCTIONS):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{node.name} has {lines} lines"
        elif isinstance(node, ast.ClassDef):
            methods = sum(isinstance(child, FUNCTIONS) for child in node.body)
            if methods > CLASS_METHODS:
                yield f"{node.name} has {methods} methods"
