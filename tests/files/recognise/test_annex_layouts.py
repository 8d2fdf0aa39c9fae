"""The annex is understood to the letter in whatever layout an office sets it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.files.recognise.layouts import CLEAN, merged_periods, original
from tests.files.recognise.lists import annex, read, told
from ttdn_desktop.domain.task_list import Severity
from ttdn_desktop.services import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.domain.grid import Grid

LAYOUTS = pytest.mark.parametrize("layout", CLEAN, ids=lambda layout: layout.__name__)


@LAYOUTS
def test_that_no_title_and_no_code_is_wrong_by_a_letter(layout: Callable[[], Grid]) -> None:
    listed = read(layout())

    wanted = [
        (task.code, code, task.title) for code, (_, tasks) in annex().items() for task in tasks
    ]
    assert [(each.code, each.group_code, each.title) for each in listed.tasks] == wanted


@LAYOUTS
def test_that_a_file_that_keeps_neither_bold_nor_merged_cells_is_understood_too(
    layout: Callable[[], Grid],
) -> None:
    plain = replace(layout(), merges=(), bold=frozenset(), numeric=frozenset())

    wanted = [(task.code, task.title) for _, tasks in annex().values() for task in tasks]
    assert [(each.code, each.title) for each in read(plain).tasks] == wanted


@LAYOUTS
def test_that_groups_keep_their_titles(layout: Callable[[], Grid]) -> None:
    listed = read(layout())

    wanted = [(code, title.casefold()) for code, (title, _) in annex().items()]
    assert [(each.code, each.title.casefold()) for each in listed.groups] == wanted


@LAYOUTS
def test_that_bodies_and_years_are_those_of_the_plan(layout: Callable[[], Grid]) -> None:
    listed = read(layout())

    for task, plan in zip(listed.tasks, shipped.plan().tasks, strict=True):
        assert (task.lead, task.support) == (plan.lead, plan.support)
        if layout is not merged_periods:
            assert (task.first_year, task.last_year) == (plan.first_year, plan.last_year)


@LAYOUTS
def test_that_nothing_is_doubtful_where_nothing_is(layout: Callable[[], Grid]) -> None:
    listed = read(layout())

    weighty = [each for each in listed.problems if each.severity is not Severity.NOTE]
    assert list(map(told, weighty)) == []


def test_that_the_only_thing_to_say_of_the_annex_is_the_cell_it_leaves_empty() -> None:
    listed = read(original())

    assert list(map(told, listed.problems)) == [
        "bảng 1, dòng 31: Nhiệm vụ 3.5 không ghi đơn vị phối hợp."
    ]
    assert [task.notes for task in listed.tasks if task.notes] == [
        task.notes for _, tasks in annex().values() for task in tasks if task.notes
    ]


def test_that_cells_keep_their_own_words() -> None:
    listed = read(original())

    tasks = [task for _, tasks in annex().values() for task in tasks]
    assert [(t.lead_text, t.support_text, t.period_text) for t in listed.tasks] == [
        (t.lead, t.support, t.period) for t in tasks
    ]
