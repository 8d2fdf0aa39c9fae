"""The annex of the plan as a table of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.domain.plan_table import plan_table
from ttdn_desktop.services.shipped_plan import shipped_plan


def test_that_each_group_heads_its_tasks() -> None:
    table = plan_table(shipped_plan())

    assert [row.cells[0] for row in table.rows if row.strong] == ["1", "2", "3"]
    assert [row.cells[0] for row in table.rows][:3] == ["1", "1.1", "1.2"]
    assert len(table.rows) == 3 + 29


def test_that_footnotes_are_numbered_through_the_table_and_stand_below_it() -> None:
    table = plan_table(shipped_plan())
    marked = [row.cells[0] for row in table.rows if NOTE_OPEN in row.cells[1]]

    assert len(marked) == len(table.below) == 3
    assert table.rows[3].cells[1].endswith(f"{NOTE_OPEN}1{NOTE_CLOSE}")
    assert table.below[0].startswith("1 Kế hoạch số 3045/KH-UBND")


def test_that_a_column_for_products_stands_only_where_a_task_has_one() -> None:
    version = shipped_plan()
    first, *rest = version.tasks
    produced = replace(version, tasks=(replace(first, product="Báo cáo"), *rest))

    assert len(plan_table(version).columns) == 5
    assert plan_table(produced).columns[-1].heading == "Sản phẩm, kết quả"
    assert {len(row.cells) for row in plan_table(produced).rows} == {6}


def test_that_the_plans_number_and_day_stand_above_or_are_left_blank() -> None:
    version = shipped_plan()
    plan = replace(version.plan, number="2100/KH-UBND", issued_on=date(2024, 7, 8))

    assert "số       /KH-UBND ngày      tháng 7 năm 2024" in plan_table(version).above[-1]
    numbered = plan_table(replace(version, plan=plan)).above[-1]
    assert "số 2100/KH-UBND ngày 08 tháng 7 năm 2024" in numbered
