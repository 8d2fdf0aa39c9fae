"""`self-test`: the whole path in a temporary folder, for an installed copy."""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import ttdn_desktop
from ttdn_desktop.desk import (
    SystemClock,
    evidence_maker,
    open_desk,
    report_writer,
    table_writer,
    task_reader,
)
from ttdn_desktop.services import self_test

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(given: argparse.Namespace, options: Options) -> Result:  # noqa: ARG001 (a command's shape)
    """Try each step; a step that fails is named, and the rest is still tried."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        tools = self_test.Tools(
            clock=SystemClock(),
            open_desk=open_desk,
            writer=report_writer,
            maker=evidence_maker,
            reader=task_reader,
            tables=table_writer,
        )
        steps = (self_test.tried("modules", _import_all), *self_test.run(Path(folder), tools))
    return {
        "ok": all(step.ok for step in steps),
        "steps": [
            {
                "name": step.name,
                "ok": step.ok,
                "seconds": round(step.seconds, 3),
                "problem": step.problem,
            }
            for step in steps
        ],
    }


def _import_all() -> None:
    """Import each module of the program, the window's too: a frozen copy may lack a part."""
    inside = walk_packages(ttdn_desktop.__path__, f"{ttdn_desktop.__name__}.", import_module)
    for module in inside:
        import_module(module.name)


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say each step, and that all is well where it is; a failure is told on stderr."""
    for step in result["steps"]:
        mark = "ok" if step["ok"] else "failed"
        name = messages.say(f"step.{step['name']}")
        yield messages.say(f"said.step.{mark}", **{**step, "name": name})
    if result["ok"]:
        yield messages.say("said.self_test.ok")
