"""A list of tasks compared, decided, adopted, taken back: the plan and its records."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.domain.listed_plan import NAME, SHA256, added, altered, listed, new_task, without
from tests.faults.earlier import rows_of
from tests.services.office_desk import TickingClock, form
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.grid import GridKind, Place
from ttdn_desktop.domain.plan import Assignee
from ttdn_desktop.domain.plan_changes import ChangeKind
from ttdn_desktop.domain.plan_merge import Decision
from ttdn_desktop.domain.task_list import Problem, Severity
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import history, import_plan, keep_plan, take_back
from ttdn_desktop.services.back_up import before_risky
from ttdn_desktop.services.import_plan import adopt, decided, preview
from ttdn_desktop.services.listed_names import UnknownUnit
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.restore import list_backups
from ttdn_desktop.services.shipped_plan import shipped_plan
from ttdn_desktop.store import plan_adoptions, plan_reviews
from ttdn_desktop.store.tables import metadata

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.review import ReviewMark
    from ttdn_desktop.services.office import Office

PLAN = shipped_plan()
LIST = listed(PLAN)
TITLE = PLAN.tasks[9].title
REWORDED = altered(LIST, "1.10", title=f"{TITLE} trong tình hình mới")
LABEL = f"Cập nhật kế hoạch từ tệp {NAME}"
JOURNAL = {"changes", "change_rows", "meta"}


def _rows(office: Office) -> dict[str, Any]:
    found = rows_of(office.store.folder.database)
    return {table: rows for table, rows in found.items() if table not in JOURNAL}


def _open_marks(office: Office) -> tuple[ReviewMark, ...]:
    with office.store.read() as connection:
        return plan_reviews.open_marks(connection, keep_plan.in_force(office).id)


def test_that_the_same_list_changes_and_writes_nothing(office: Office) -> None:
    before, points = _rows(office), []

    seen = preview(office, LIST)
    done = adopt(office, seen, before=lambda _office, label: points.append(label))

    assert (seen.differs, seen.changes.unchanged, seen.unknown_units) == (False, 29, ())
    assert (done.applied, points, _rows(office)) == (False, [], before)


def test_that_a_preview_writes_nothing(office: Office) -> None:
    before = _rows(office)

    seen = decided(preview(office, without(REWORDED, "2.1")), {})

    assert seen.differs
    assert _rows(office) == before


def test_that_what_was_seen_is_adopted_as_one_change_after_a_restore_point(office: Office) -> None:
    seen = preview(
        office, added(without(REWORDED, "2.1"), new_task("3.8", "Mở lớp tiếng Lào", "3"))
    )

    done = adopt(office, seen, before=before_risky)

    assert keep_plan.in_force(office) == seen.version
    assert done == import_plan.Adopted(applied=True, version_id=seen.version.id)
    assert history.latest(office, 1)[0].label == LABEL
    assert [each.manifest.label for each in list_backups(office) if each.manifest] == [LABEL]


def test_that_every_row_is_as_before_once_it_is_taken_back(office: Office) -> None:
    record(office, form("Đón đoàn", "1.10"))
    before = _rows(office)
    adopt(office, preview(office, added(without(REWORDED, "2.1"), new_task("3.8", "Lớp mới", "3"))))

    assert take_back.take_back(office) == LABEL

    assert _rows(office) == before
    assert [entry.label for entry in history.latest(office, 2)] == [f"Hoàn tác: {LABEL}", LABEL]


def test_that_the_file_its_digest_and_the_plans_number_are_kept(office: Office) -> None:
    keep_plan.set_number(office, "2512", date(2024, 7, 5))
    tasks = replace(REWORDED, number="2512/KH-UBND", issued_on=date(2024, 7, 5))

    adopt(office, preview(office, tasks))

    with office.store.read() as connection:
        (found,) = plan_adoptions.sources(connection)
    assert found.version_id == keep_plan.in_force(office).id
    assert (found.source.file_name, found.source.sha256) == (NAME, SHA256)
    assert (found.source.number, found.source.issued_on) == ("2512/KH-UBND", date(2024, 7, 5))


def test_that_a_file_whose_name_is_no_text_is_taken_all_the_same(office: Office) -> None:
    content = replace(LIST.content, name="danh\nm\udce1.xlsx")

    assert adopt(office, preview(office, replace(REWORDED, content=content))).applied
    assert history.latest(office, 1)[0].label == "Cập nhật kế hoạch từ tệp danh m?.xlsx"


def test_that_another_number_and_day_put_another_plan_in_force(office: Office) -> None:
    keep_plan.set_number(office, "2512", date(2024, 7, 5))
    seen = preview(office, replace(LIST, number="31/KH-UBND", issued_on=date(2026, 11, 20)))

    assert seen.replaces
    assert adopt(office, seen).applied
    plan = keep_plan.in_force(office).plan
    assert (plan.number, plan.month, plan.replaces) == (
        "31/KH-UBND",
        date(2026, 11, 1),
        "2512/KH-UBND",
    )
    assert [task.id for task in keep_plan.in_force(office).tasks] == [t.id for t in PLAN.tasks]


def test_that_a_row_that_is_not_taken_stays_as_it_is(office: Office) -> None:
    seen = preview(office, without(REWORDED, "2.1"))
    kept = next(task for task in PLAN.tasks if task.code == "2.1")

    adopt(office, decided(seen, {(kept.id, ChangeKind.REMOVED): Decision.KEEP}))

    codes = [task.code for task in keep_plan.in_force(office).tasks]
    assert codes == [task.code for task in PLAN.tasks]


def test_that_a_reworded_task_with_records_alone_is_to_be_reviewed(office: Office) -> None:
    record(office, form("Đón đoàn", "1.10"))
    record(office, form("Họp", "1.1"))
    tasks = altered(REWORDED, "1.2", title=f"{PLAN.tasks[1].title} và nhiều việc khác nữa")

    seen = preview(office, tasks)
    done = adopt(office, seen)

    assert seen.records == {PLAN.tasks[9].id: 1}
    assert done.to_review == 1
    assert [(mark.task_id, mark.earlier_id) for mark in _open_marks(office)] == [
        (PLAN.tasks[9].id, PLAN.id)
    ]


def test_that_an_open_review_stays_with_the_next_version_until_its_wording_is_back(
    office: Office,
) -> None:
    record(office, form("Đón đoàn", "1.10"))
    adopt(office, preview(office, REWORDED))
    adopt(office, preview(office, without(REWORDED, "2.1")))

    assert [(mark.task_id, mark.earlier_id) for mark in _open_marks(office)] == [
        (PLAN.tasks[9].id, PLAN.id)
    ]
    adopt(office, preview(office, LIST))
    assert keep_plan.in_force(office) == PLAN
    assert _open_marks(office) == ()


def test_that_a_name_nobody_knows_is_told_with_the_likeliest(office: Office) -> None:
    task = PLAN.tasks[0]
    strange = Assignee("Sở Ngọai vụu")
    seen = preview(office, altered(LIST, "1.1", lead=(strange, *task.lead), lead_text="x"))

    assert seen.unknown_units[0].name == "Sở Ngọai vụu"
    assert seen.unknown_units[0].codes == ("1.1",)
    assert isinstance(seen.unknown_units[0], UnknownUnit)
    assert "Sở Ngoại vụ" in seen.unknown_units[0].nearest
    adopt(office, seen)
    assert keep_plan.in_force(office).tasks[0].lead[0] == strange


@pytest.mark.parametrize("key", ["plan_list_empty", "plan_list_errors"])
def test_that_a_list_that_is_empty_or_has_errors_is_refused(office: Office, key: str) -> None:
    faulty = replace(REWORDED, problems=(Problem("x", Place(GridKind.SHEET), Severity.ERROR),))
    tasks = replace(LIST, tasks=()) if key == "plan_list_empty" else faulty
    before, points = _rows(office), []

    with pytest.raises(KnownError) as refused:
        adopt(office, preview(office, tasks), before=lambda _o, label: points.append(label))

    assert (refused.value.key, points, _rows(office)) == (key, [], before)


def test_that_what_was_seen_before_another_import_is_not_adopted(office: Office) -> None:
    seen = preview(office, without(LIST, "2.1"))
    adopt(office, preview(office, REWORDED))

    with pytest.raises(KnownError) as refused:
        adopt(office, seen)

    assert refused.value.key == "plan_moved_on"


def test_that_an_import_that_breaks_half_way_leaves_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(office, form("Đón đoàn", "1.10"))
    before, seen = _rows(office), preview(office, REWORDED)

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(plan_reviews, "put", broken)
    with pytest.raises(RuntimeError):
        adopt(office, seen)

    assert _rows(office) == before


def test_that_a_folder_opened_for_reading_is_compared_and_not_changed(folder: Path) -> None:
    with open_desk(folder, writing=False, clock=TickingClock()) as desk:
        seen = preview(desk.office, REWORDED)
        with pytest.raises(KnownError):
            adopt(desk.office, seen)

    assert seen.differs
    with closing(sqlite3.connect(folder / "ttdn.sqlite")) as raw:
        assert raw.execute("SELECT count(*) FROM plan_versions").fetchone() == (1,)


def test_that_a_version_taken_up_again_writes_no_content_twice(office: Office) -> None:
    adopt(office, preview(office, REWORDED))
    adopt(office, preview(office, LIST))

    with closing(sqlite3.connect(office.store.folder.database)) as raw:
        counts = [
            raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 (ours)
            for table in ("plan_versions", "tasks", "plan_adoptions")
        ]
    assert counts == [2, 58, 3]
    assert {"plan_adoptions", "plan_reviews"} <= set(metadata.tables)
