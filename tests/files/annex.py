"""The plan's annex as rows of a table: 29 tasks, three groups, in the order of its columns."""

from __future__ import annotations

import json

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.paths import resource

HEADINGS = (
    "TT",
    "Nhiệm vụ, giải pháp",
    "Đơn vị chủ trì",
    "Đơn vị phối hợp",
    "Thời gian thực hiện",
)

TASK_KEYS = ("code", "title", "lead_text", "support_text", "period_text")


def annex() -> list[list[str]]:
    """Return the heading, and each group's row before the rows of its tasks."""
    plan = json.loads(nfc(resource("plans", "kontum-2024.json").read_text("utf-8")))
    rows = [list(HEADINGS)]
    groups: list[str] = []
    for task in plan["tasks"]:
        if task["group"] not in groups:
            groups.append(task["group"])
            rows.append([str(len(groups)), _title(plan, task["group"]), "", "", ""])
        rows.append([task[key] for key in TASK_KEYS])
    return rows


def _title(plan: dict[str, list[dict[str, str]]], code: str) -> str:
    return next(group["title"] for group in plan["groups"] if group["code"] == code)
