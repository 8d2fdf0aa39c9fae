"""The JSON of the console: what each thing looks like to a program. Names are a contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.dates import day_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.indicator import IndicatorKind, Reading
    from ttdn_desktop.domain.plan import PlanVersion, Task
    from ttdn_desktop.domain.reorganisation import Understood
    from ttdn_desktop.domain.succession import Succession
    from ttdn_desktop.domain.task_list import ReadTask
    from ttdn_desktop.domain.units import Unit
    from ttdn_desktop.services.choose_heirs import HeirRow
    from ttdn_desktop.services.start_folder import Started

Shape = dict[str, Any]


def started(made: Started, today: date) -> Shape:
    """`init`: unit, plan, tasks, proposals; with what the unit must answer."""
    return {
        "unit": made.unit.names[0].name,
        "plan": made.version.plan.title,
        "tasks": len(made.version.tasks),
        "must_answer": list(made.must_answer(today)),
        "ended": made.ended(today),
        "proposals": [
            proposal(each, made.organisation.units) for each in made.organisation.successions
        ],
    }


def proposal(each: Succession, units: Iterable[Unit]) -> Shape:
    """One reorganisation: from and to by the names of their day."""
    names = {unit.id: unit for unit in units}
    return {
        "code": each.code,
        "kind": each.kind,
        "from": [names[unit].names[0].name for unit in each.from_ids],
        "to": [names[heir.unit_id].names[0].name for heir in each.heirs],
        "date": iso(each.on),
        "basis": each.basis,
        "confirmed": each.confirmed,
    }


def plan(version: PlanVersion) -> Shape:
    """`plan show`."""
    return {
        "number": version.plan.number,
        "date": iso(version.plan.issued_on),
        "title": version.plan.title,
        "replaces": version.plan.replaces,
        "directions": [{"code": each.code, "title": each.title} for each in version.directions],
        "duties": [{"code": each.code, "title": each.title} for each in version.duties],
        "groups": [{"code": each.code, "title": each.title} for each in version.groups],
        "tasks": [task(each) for each in version.tasks],
    }


def task(each: Task | ReadTask) -> Shape:
    """One task: lead and support as written, one name or class each."""
    return {
        "code": each.code,
        "title": each.title,
        "group": each.group_code,
        "lead": [assignee.written for assignee in each.lead],
        "support": [assignee.written for assignee in each.support],
        "lead_text": each.lead_text,
        "support_text": each.support_text,
        "product": each.product,
        "from": each.first_year,
        "to": each.last_year,
        "period_text": each.period_text,
        "notes": list(each.notes),
    }


def unit(each: Unit, today: date) -> Shape:
    """One body in force, by its name of today."""
    name = each.name_on(today)
    return {
        "name": name.name,
        "abbreviation": name.abbreviation,
        "kind": each.kind,
        "since": iso(each.since),
        "until": iso(each.until),
    }


def succession(made: Understood) -> Shape:
    """`units succeed`: bodies by the names of its day; `unknown` are those that were not known."""
    day = made.succession.on
    new = made.new if made.renamed is None else (made.renamed,)
    return {
        "succession": made.succession.code,
        "from": [each.name_on(day_before(day)).name for each in made.origins],
        "to": [each.name_on(day).name for each in made.heirs],
        "unknown": [each.name_on(day).name for each in new],
    }


def inherited(each: HeirRow) -> Shape:
    """One item of `undecided`; `code` is "*" for all that no other row names."""
    return {
        "succession": each.succession,
        "code": each.code,
        "title": each.title,
        "candidates": [candidate.name for candidate in each.candidates],
    }


def recorded(activity: Activity) -> Shape:
    """`activity add`."""
    return {
        "id": activity.id,
        "code": activity.code,
        "evidence": [evidence(each) for each in activity.evidence],
    }


def evidence(each: Evidence) -> Shape:
    """One piece of evidence; links and documents have neither hash nor size."""
    return {
        "id": each.id,
        "name": each.name,
        "sha256": each.sha256 or None,
        "size": each.size if each.sha256 else None,
        "code": each.code,
        "kind": each.kind,
    }


def listed(activity: Activity, codes: Mapping[str, str], kinds: dict[str, IndicatorKind]) -> Shape:
    """One activity of `activity list`; `codes` are those of all items by id."""
    return {
        "id": activity.id,
        "code": activity.code,
        "title": activity.title,
        "start": iso(activity.start.first),
        "end": iso(activity.until),
        "precision": activity.start.precision,
        "part": activity.part,
        "tasks": [codes[item] for item in activity.item_ids if item in codes],
        "readings": [reading(each, kinds) for each in activity.readings],
        "evidence": [evidence(each) for each in activity.evidence],
    }


def reading(each: Reading, kinds: dict[str, IndicatorKind]) -> Shape:
    """One reading; `split` is null for the total, else "nuoc=Lào"."""
    split = f"{each.split.name}={each.split.value}" if each.split else None
    return {
        "code": each.code,
        "value": each.value,
        "split": split,
        "kind": kinds[each.code],
        "approximate": each.approximate,
        "estimate": each.estimate,
    }


def iso(day: date | None) -> str | None:
    """Return a date as ISO text, or null."""
    return day.isoformat() if day else None
