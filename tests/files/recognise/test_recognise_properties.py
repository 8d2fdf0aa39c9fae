"""Whatever stands in a grid, reading it ends in a list and in problems that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.recognise.lists import HEADER, read
from ttdn_desktop.domain.grid import Grid, GridKind, Merge
from ttdn_desktop.domain.task_list import Column, ReadingChoice

if TYPE_CHECKING:
    from collections.abc import Mapping

PIECES = (
    *("", " ", "1", "1.1", "1.10", "I", "I.1", "a)", "-", "KH20_N01.1", "(1)", "TT", "STT", "nt"),
    *("Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian", "2024", "x", "\n", "5 Về"),
    *("Sở Ngoại vụ", "Chủ trì: Sở Nội vụ; phối hợp: Công an tỉnh", "Tổ chức hội nghị", "⁵", "*"),
    *("- Một", "và tiếp", "Nơi nhận:", "TM. UBND", "Tổng cộng", "Ghi chú: 5", "\ue0005\ue001"),
    *(
        "01/02/2024",
        "[5]",
        "(5) Sáu",
        "Nhóm 1: A",
        "1. Đổi mới",
        "\ue000",
        "Quý IV/2025",
        "../..",
        ".",
    ),
)
CELLS = st.one_of(st.sampled_from(PIECES), st.text(max_size=12))
ROWS = st.lists(st.lists(CELLS, max_size=7).map(tuple), max_size=14)
SPOTS = st.frozensets(st.tuples(st.integers(0, 14), st.integers(0, 6)), max_size=6)
MERGES = st.lists(
    st.builds(Merge, st.integers(0, 13), st.integers(0, 6), st.integers(1, 4), st.integers(1, 6)),
    max_size=4,
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    rows = draw(ROWS)
    return Grid(
        kind=draw(st.sampled_from(GridKind)),
        rows=tuple([HEADER, *rows] if draw(st.booleans()) else rows),
        number=draw(st.integers(1, 3)),
        merges=tuple(draw(MERGES)),
        bold=draw(SPOTS),
        numeric=draw(SPOTS),
        dates=draw(SPOTS),
        pages=tuple(draw(st.lists(st.integers(1, 4), max_size=14))),
        above=tuple(draw(st.lists(CELLS, max_size=3))),
        below=tuple(draw(st.lists(CELLS, max_size=3))),
        notes={"5": "Năm"} if draw(st.booleans()) else {},
        continued=frozenset(draw(st.sets(st.integers(0, 14), max_size=3))),
    )


CHOICES = st.none() | st.dictionaries(st.integers(0, 8), st.sampled_from(Column), max_size=5)


@settings(max_examples=150, deadline=None)
@given(found=st.lists(grids(), max_size=3), columns=CHOICES)
def test_that_no_grid_is_too_odd(found: list[Grid], columns: Mapping[int, Column] | None) -> None:
    listed = read(*found, choice=ReadingChoice(columns=columns))

    groups = {group.code for group in listed.groups}
    assert {task.group_code for task in listed.tasks} <= groups
    assert all(task.title and task.code for task in listed.tasks)
    assert "\ue000" not in "".join(task.title for task in listed.tasks if "\ue001" in task.title)
    assert listed.tasks or listed.problems
