"""What a change was about: told to the pages, so that they read anew what they show."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.services.office import Office


class Topic(StrEnum):
    """What pages show."""

    ACTIVITIES = "activities"
    EVIDENCE = "evidence"
    ITEMS = "items"
    PLAN = "plan"
    UNITS = "units"
    OFFICER = "officer"
    REPORTS = "reports"


TABLES: Mapping[Topic, tuple[str, ...]] = {
    Topic.ACTIVITIES: (
        "activities",
        "activity_items",
        "obstacles",
        "proposals",
        "readings",
        "fundings",
        "activity_evidence",
    ),
    Topic.EVIDENCE: ("evidence", "activity_evidence"),
    Topic.ITEMS: ("progress", "rounds"),
    Topic.PLAN: (
        "plans",
        "plan_versions",
        "plan_adoptions",
        "plan_reviews",
        "plan_items",
        "directions",
        "duties",
        "duty_units",
        "task_groups",
        "tasks",
        "task_units",
        "document_validities",
    ),
    Topic.UNITS: (
        "units",
        "unit_names",
        "successions",
        "succession_origins",
        "succession_heirs",
        "settings",
    ),
    Topic.OFFICER: ("officers",),
    Topic.REPORTS: (
        "submissions",
        "round_terms",
        "round_extras",
        "report_edits",
        "report_pictures",
        "indicator_targets",
        "signers",
        "signings",
        "editions",
        "dispatches",
    ),
}
"""The tables whose change is a topic's."""


def tallies(office: Office) -> dict[Topic, int]:
    """Return how often each topic has been changed since the folder was opened."""
    return {topic: office.store.times_changed(*tables) for topic, tables in TABLES.items()}


def changed_since(office: Office, before: Mapping[Topic, int]) -> frozenset[Topic]:
    """Return the topics that have been changed since `tallies` gave `before`."""
    return frozenset(topic for topic, tally in tallies(office).items() if tally != before[topic])
