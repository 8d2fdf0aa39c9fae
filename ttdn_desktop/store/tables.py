"""All tables. `JOURNALLED` ones are written through a change only."""

from __future__ import annotations

from ttdn_desktop.store.schema import metadata
from ttdn_desktop.store.tables_journal import (
    change_rows,
    changes,
    drafts,
    meta,
    search_items,
    search_rows,
    settings,
)
from ttdn_desktop.store.tables_plan import (
    directions,
    duties,
    duty_units,
    indicators,
    plan_items,
    plan_versions,
    plans,
    succession_heirs,
    succession_origins,
    successions,
    task_groups,
    task_units,
    tasks,
    unit_classes,
    unit_names,
    units,
)
from ttdn_desktop.store.tables_work import (
    activities,
    activity_evidence,
    activity_items,
    evidence,
    fundings,
    obstacles,
    officers,
    progress,
    proposals,
    readings,
    rounds,
    submissions,
)

UNJOURNALLED = (meta, changes, change_rows, drafts, search_items, search_rows)
JOURNALLED = tuple(table for table in metadata.sorted_tables if table not in UNJOURNALLED)
"""In an order in which rows can be inserted."""

__all__ = [
    "JOURNALLED",
    "UNJOURNALLED",
    "activities",
    "activity_evidence",
    "activity_items",
    "change_rows",
    "changes",
    "directions",
    "drafts",
    "duties",
    "duty_units",
    "evidence",
    "fundings",
    "indicators",
    "meta",
    "metadata",
    "obstacles",
    "officers",
    "plan_items",
    "plan_versions",
    "plans",
    "progress",
    "proposals",
    "readings",
    "rounds",
    "search_items",
    "search_rows",
    "settings",
    "submissions",
    "succession_heirs",
    "succession_origins",
    "successions",
    "task_groups",
    "task_units",
    "tasks",
    "unit_classes",
    "unit_names",
    "units",
]
