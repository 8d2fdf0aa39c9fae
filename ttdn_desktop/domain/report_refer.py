"""How a sentence refers to items of the plan: by code, or by title where codes are not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.report_case import joined, lower_first
from ttdn_desktop.domain.report_titles import direction_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts


def named(facts: ReportFacts, item: ItemFacts) -> str:
    """Return an item by code and title: "nhiệm vụ 1.12 (quản lý phóng viên …)".

    The title of a duty names the bodies it is laid on, so that its code stands alone.
    """
    if item.kind is ItemKind.DUTY:
        return f"trách nhiệm tại mục {item.code} của Kế hoạch"
    if item.kind is ItemKind.DIRECTION:
        return f"mục {item.code} ({lower_first(direction_name(item.title))})"
    if facts.codes_shown:
        return f"nhiệm vụ {item.code} ({lower_first(item.name)})"
    return f"nhiệm vụ “{item.name}”"


def placed(facts: ReportFacts, item: ItemFacts) -> str:
    """Return "nhiệm vụ 1.10", its name where codes are not wanted, or "mục II.3 của Kế hoạch"."""
    if item.kind is not ItemKind.TASK:
        return f"mục {item.code} của Kế hoạch"
    return f"nhiệm vụ {item.code}" if facts.codes_shown else f"nhiệm vụ “{item.name}”"


def tasks(facts: ReportFacts, items: Sequence[ItemFacts]) -> str:
    """Return "nhiệm vụ 2.1", "các nhiệm vụ 2.1, 2.2 và 2.5", or their names."""
    word = "các nhiệm vụ" if items[1:] else "nhiệm vụ"
    if facts.codes_shown:
        return f"{word} {joined([item.code for item in items])}"
    return f"{word}: {'; '.join(f'“{item.name}”' for item in items)}"


def lead_in(facts: ReportFacts, item: ItemFacts) -> str:
    """Return what a task's paragraph opens with: its name, its code where wanted, a colon."""
    return f"{item.name}{coded(facts, item)}: "


def coded(facts: ReportFacts, item: ItemFacts) -> str:
    """Return " (nhiệm vụ 1.10)" where codes are wanted (rule 9)."""
    shown = facts.codes_shown and item.kind is ItemKind.TASK
    return f" (nhiệm vụ {item.code})" if shown else ""


def with_code(text: str, code: str) -> str:
    """Return a sentence with " (nhiệm vụ 1.2)" at its end, within brackets that close it already.

    Those are of documents ("(Công văn số …)") or of how often ("(12 lần)").
    """
    bare = text.removesuffix(".")
    inside = bare.rpartition("(")[2]
    if code and (inside.endswith(" lần)") or (inside.endswith(")") and " số " in inside)):
        return f"{bare[:-1]}; {code.strip(' ()')})."
    return f"{bare}{code}."
