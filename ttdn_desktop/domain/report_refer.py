"""How a sentence refers to items of the plan: by code, or by title where codes are not wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.report_case import joined, lower_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts


def named(item: ItemFacts) -> str:
    """Return an item by code and title: "nhiệm vụ 1.12 (quản lý phóng viên …)".

    The title of a duty names the bodies it is laid on, so that its code stands alone.
    """
    if item.kind is ItemKind.DUTY:
        return f"trách nhiệm tại mục {item.code} của Kế hoạch"
    kind = "nhiệm vụ" if item.kind is ItemKind.TASK else "mục"
    return f"{kind} {item.code} ({lower_first(item.title)})"


def placed(item: ItemFacts) -> str:
    """Return "nhiệm vụ 1.10" or "mục II.3 của Kế hoạch"."""
    if item.kind is ItemKind.TASK:
        return f"nhiệm vụ {item.code}"
    return f"mục {item.code} của Kế hoạch"


def tasks(facts: ReportFacts, items: Sequence[ItemFacts]) -> str:
    """Return "nhiệm vụ 2.1", "các nhiệm vụ 2.1, 2.2 và 2.5", or their titles."""
    word = "các nhiệm vụ" if items[1:] else "nhiệm vụ"
    if facts.codes_shown:
        return f"{word} {joined([item.code for item in items])}"
    return f"{word}: {'; '.join(f'“{item.title}”' for item in items)}"


def lead_in(facts: ReportFacts, item: ItemFacts) -> str:
    """Return what a task's paragraph opens with: its title, its code where wanted, a colon."""
    code = f" (nhiệm vụ {item.code})" if facts.codes_shown else ""
    return f"{item.title}{code}: "
