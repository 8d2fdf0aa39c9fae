"""`report template`: the office's own template in place of ours, and ours again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.console.arguments import place
from ttdn_desktop.desk import open_desk, template_reader
from ttdn_desktop.services import keep_template

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from ttdn_desktop.console.arguments import Options
    from ttdn_desktop.console.command import Result
    from ttdn_desktop.console.messages import Messages
    from ttdn_desktop.services.keep_template import SeenTemplate


def run(given: argparse.Namespace, options: Options) -> Result:
    """Put a template in place of ours, restore ours, or show which one is in place."""
    changes = bool(given.file) or given.reset
    with open_desk(options.data, writing=changes) as desk:
        if given.file:
            seen: SeenTemplate | None = keep_template.preview(template_reader(), place(given.file))
            if seen is not None:
                keep_template.adopt(desk.office, seen)
        elif given.reset:
            keep_template.restore_ours(desk.office)
            seen = None
        else:
            seen = keep_template.shown(desk.office, template_reader())
    return _shape(seen, options.messages)


def _shape(seen: SeenTemplate | None, messages: Messages) -> Result:
    if seen is None:
        return {"template": None, "sha256": None, "findings": []}
    findings = [
        {
            "key": each.key,
            "taken": each.taken,
            "text": messages.say(f"template.{each.key}", **each.facts),
        }
        for each in seen.findings
    ]
    return {"template": seen.name, "sha256": seen.sha256, "findings": findings}


def lines(result: Result, messages: Messages) -> Iterator[str]:
    """Say which template is in place, what of it is used and what is not."""
    if result["template"] is None:
        yield messages.say("said.template.ours")
        return
    yield messages.say("said.template.own", name=result["template"])
    for each in result["findings"]:
        key = "said.template.taken" if each["taken"] else "said.template.left"
        yield messages.say(key, text=each["text"])
