"""A list that names unknown bodies: decided with the import, adopted and taken back with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.domain.listed_plan import altered, listed
from tests.faults.earlier import rows_of
from ttdn_desktop.domain.plan import Assignee
from ttdn_desktop.domain.plan_changes import ChangeKind
from ttdn_desktop.domain.plan_merge import Decision
from ttdn_desktop.domain.unit_names import find_unit
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_plan, take_back
from ttdn_desktop.services.import_plan import LABEL, adopt, decided, preview
from ttdn_desktop.services.listed_names import bodies_named
from ttdn_desktop.services.shipped_plan import shipped_plan
from ttdn_desktop.services.unknown_bodies import NewBody, OtherName, SuccessorOf
from ttdn_desktop.store import units

if TYPE_CHECKING:
    from typing import Any

    from ttdn_desktop.domain.task_list import TaskList
    from ttdn_desktop.services.office import Office

PLAN = shipped_plan()
LIST = listed(PLAN)
STRANGE = "Sở Quan hệ quốc tế"
MARCH, BASIS = date(2026, 3, 1), "Nghị quyết số 12/NQ-HĐND ngày 10/02/2026"
JOURNAL = {"changes", "change_rows", "meta"}


def _rows(office: Office) -> dict[str, Any]:
    found = rows_of(office.store.folder.database)
    return {table: rows for table, rows in found.items() if table not in JOURNAL}


def _naming(name: str, *, code: str = "1.1") -> TaskList:
    return altered(LIST, code, lead=(Assignee(name),), lead_text=name)


def _lead(office: Office) -> Assignee:
    return keep_plan.in_force(office).tasks[0].lead[0]


def _id(office: Office, name: str) -> str:
    return bodies_named((name,), office.surroundings().organisation)[0]


def test_that_another_name_of_the_lead_in_the_plan_is_no_change_of_lead(office: Office) -> None:
    task = PLAN.tasks[0]
    seen = preview(office, _naming(STRANGE))
    assert [row.code for row in seen.changes.of(ChangeKind.LEAD)] == ["1.1"]
    assert len(task.lead) == 1
    assert task.lead[0].unit_id

    named = decided(seen, {}, bodies={STRANGE: OtherName(task.lead[0].unit_id)})

    assert named.changes.of(ChangeKind.LEAD) == ()
    assert (named.unknown_units, named.differs, named.writes) == ((), False, True)
    assert decided(named, {}, bodies={}) == seen


def test_that_a_new_body_is_written_and_named_in_one_change_and_taken_back_by_one_undo(
    office: Office,
) -> None:
    before = _rows(office)
    seen = decided(
        preview(office, _naming(STRANGE)), {}, bodies={STRANGE: NewBody(UnitKind.DEPARTMENT)}
    )

    assert adopt(office, seen).applied

    found = find_unit(STRANGE, office.surroundings().organisation.units)
    assert found is not None
    assert found.kind is UnitKind.DEPARTMENT
    assert _lead(office) == Assignee(STRANGE, unit_id=found.id)
    assert keep_plan.in_force(office) == seen.version
    label = take_back.take_back(office)
    assert label
    assert label.startswith(LABEL)
    assert _rows(office) == before


def test_that_a_merged_body_leads_and_its_succession_is_recorded(office: Office) -> None:
    origins = bodies_named(("Sở Nội vụ", "Sở Y tế"), office.surroundings().organisation)
    seen = decided(
        preview(office, _naming(STRANGE)),
        {},
        bodies={STRANGE: SuccessorOf(origins, MARCH, BASIS)},
    )

    adopt(office, seen)

    step = office.surroundings().organisation.successions[-1]
    assert (step.from_ids, step.on, step.basis) == (origins, MARCH, BASIS)
    assert _lead(office).unit_id == step.heirs[0].unit_id


def test_that_the_version_is_that_of_its_wording_whatever_names_are_recognised_as(
    office: Office,
) -> None:
    seen = preview(office, _naming(STRANGE))

    named = decided(seen, {}, bodies={STRANGE: NewBody(UnitKind.OTHER)})

    assert named.version.id == seen.version.id
    assert named.version.tasks[0].lead[0].unit_id
    assert seen.version.tasks[0].lead[0].unit_id is None


def test_that_what_was_decided_of_names_stays_while_changes_are_decided(office: Office) -> None:
    body = {STRANGE: NewBody(UnitKind.OTHER)}
    seen = decided(preview(office, _naming(STRANGE)), {}, bodies=body)
    kept = {(PLAN.tasks[0].id, ChangeKind.LEAD): Decision.KEEP}

    again = decided(seen, kept)

    assert (again.bodies, again.decisions, again.differs) == (body, kept, False)
    assert decided(again, {}) == seen


def test_that_names_that_stay_as_written_are_told_and_the_others_are_not(office: Office) -> None:
    tasks = altered(
        _naming(STRANGE),
        "1.2",
        lead=(Assignee("Hội Hữu hảo"), Assignee(STRANGE.upper())),
        lead_text="x",
    )
    seen = preview(office, tasks)
    assert [(each.name, each.codes) for each in seen.asked] == [
        (STRANGE, ("1.1", "1.2")),
        ("Hội Hữu hảo", ("1.2",)),
    ]

    named = decided(seen, {}, bodies={STRANGE: NewBody(UnitKind.OTHER)})

    assert [each.name for each in named.unknown_units] == ["Hội Hữu hảo"]
    assert [each.unit_id is None for each in named.version.tasks[1].lead] == [True, False]


def test_that_a_name_left_as_written_is_recognised_when_the_same_list_comes_again(
    office: Office,
) -> None:
    tasks = _naming(STRANGE)
    adopt(office, preview(office, tasks))
    assert _lead(office) == Assignee(STRANGE)

    seen = decided(preview(office, tasks), {}, bodies={STRANGE: OtherName(_id(office, "Sở Y tế"))})
    assert not seen.differs
    assert adopt(office, seen).applied

    assert _lead(office) == Assignee(STRANGE, unit_id=_id(office, "Sở Y tế"))
    take_back.take_back(office)
    assert _lead(office) == Assignee(STRANGE)


@pytest.mark.parametrize(
    ("name", "key"), [("Sở Không ai hỏi", "name_not_asked"), (STRANGE, "unit_gone")]
)
def test_that_a_decision_that_cannot_be_is_refused_before_anything_is_shown(
    office: Office, name: str, key: str
) -> None:
    seen = preview(office, _naming(STRANGE))

    with pytest.raises(KnownError) as refused:
        decided(seen, {}, bodies={name: OtherName("nobody")})

    assert refused.value.key == key


def test_that_bodies_that_have_changed_since_the_preview_stop_it_before_the_restore_point(
    office: Office,
) -> None:
    points: list[str] = []
    seen = decided(
        preview(office, _naming(STRANGE)), {}, bodies={STRANGE: NewBody(UnitKind.DEPARTMENT)}
    )
    health = office.surroundings().organisation.unit(_id(office, "Sở Y tế"))
    with office.store.change("Hoa", "Sửa đơn vị") as tx:
        units.put(tx, replace(health, aliases=(STRANGE,)))
    before = _rows(office)

    with pytest.raises(KnownError) as refused:
        adopt(office, seen, before=lambda _office, label: points.append(label))

    assert (refused.value.key, points, _rows(office)) == ("name_taken", [], before)


def test_that_bodies_are_found_by_any_of_their_names_and_what_is_none_is_refused(
    office: Office,
) -> None:
    organisation = office.surroundings().organisation
    assert bodies_named(("sở  y tế", "Sở Y tế"), organisation) == (_id(office, "Sở Y tế"),)

    for names in (("Sở Y tế", "Sở Trời"), ()):
        with pytest.raises(KnownError, match="units_unknown"):
            bodies_named(names, organisation)
