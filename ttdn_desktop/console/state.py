"""`state`: what tasks stand at where no activity says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.services.set_state import set_state

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the year, the tasks, the state and its reason."""
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--task", action="append", required=True)
    parser.add_argument("--set", required=True, choices=[state.value for state in TaskState])
    parser.add_argument("--reason", default="")


def run(given: argparse.Namespace, options: Options) -> Result:
    """Set the state of each task in the year's round."""
    state = TaskState(given.set)
    with open_desk(options.data, writing=True) as desk:
        codes = set_state(desk.office, given.year, given.task, state, given.reason)
    return {"tasks": [{"code": code, "state": state} for code in codes]}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say each task and its state."""
    for task in result["tasks"]:
        yield messages.say(
            "said.state", code=task["code"], state=messages.say(f"state.{task['state']}")
        )
