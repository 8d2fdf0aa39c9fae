"""Bổ sung kỳ trước: what was missed in the round before is told in its place, and said to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.numbers import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ReportFacts

WORDS = "bổ sung kỳ trước"


def marked(facts: ReportFacts, activity: Activity, text: str) -> str:
    """Return a sentence or a title, with "(bổ sung kỳ trước)" at its end where that is so."""
    if activity.id not in facts.extras:
        return text
    words = text.rstrip(".")
    return f"{words} ({WORDS}){text[len(words) :]}"


def share(facts: ReportFacts, activities: Sequence[Activity]) -> str:
    """Return how many of activities told together were missed before, in brackets, or ""."""
    if not facts.extras:
        return ""
    missed = sum(activity.id in facts.extras for activity in activities)
    return f" (có {counted(missed)} hoạt động {WORDS})" if missed else ""
