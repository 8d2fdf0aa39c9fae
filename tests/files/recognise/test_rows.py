"""Rows: groups, tasks, items, and what is none of them."""

from __future__ import annotations

from tests.files.recognise.lists import HEADER, codes, keys, read, sheet, titles, told
from ttdn_desktop.domain.grid import Merge
from ttdn_desktop.domain.task_list import Severity, TaskList

Row = tuple[str, str, str, str, str]
LEAD, SUPPORT = "Sở Ngoại vụ", "Công an tỉnh"
GROUP: Row = ("1", "Nhóm", "", "", "")


def bare(code: str, title: str) -> Row:
    return (code, title, "", "", "")


def task(code: str, title: str = "Việc", period: str = "2025") -> Row:
    return (code, title, LEAD, SUPPORT, period)


def groups(listed: TaskList) -> list[tuple[str, str]]:
    return [(each.code, each.title) for each in listed.groups]


def weighty(listed: TaskList) -> list[str]:
    return [each.key for each in listed.problems if each.severity is not Severity.NOTE]


def test_that_sections_above_groups_do_not_change_the_codes() -> None:
    listed = read(
        sheet(
            [
                *(HEADER, bare("I", "Phần một"), bare("1", "A"), task("1.1"), bare("2", "B")),
                *(task("2.1"), bare("II", "Phần hai"), bare("3", "C"), task("3.1")),
            ]
        )
    )

    assert groups(listed) == [("1", "A"), ("2", "B"), ("3", "C")]
    assert codes(listed) == ["1.1", "2.1", "3.1"]
    assert keys(listed) == ["group_above", "group_above"]


def test_that_groups_numbered_anew_in_each_section_bear_its_number() -> None:
    listed = read(
        sheet(
            [
                *(HEADER, bare("A", "Phần một"), bare("I", "X"), task("1"), bare("II", "Y")),
                *(task("1"), bare("B", "Phần hai"), bare("I", "Z"), task("1")),
            ]
        )
    )

    assert codes(listed) == ["1.1.1", "1.2.1", "2.1.1"]


def test_that_groups_within_groups_keep_the_order_of_the_list() -> None:
    listed = read(
        sheet(
            [HEADER, GROUP, bare("1.1", "Tiểu nhóm"), task("1.1.1"), task("1.1.2"), task("1.2")],
        )
    )

    assert groups(listed) == [("1", "Nhóm"), ("1.1", "Tiểu nhóm")]
    assert codes(listed) == ["1.1.1", "1.1.2", "1.2"]
    assert listed.problems == ()


def test_that_a_list_without_groups_has_one() -> None:
    listed = read(sheet([HEADER, task("1"), task("2")]))

    assert (groups(listed), codes(listed)) == ([("1", "")], ["1.1", "1.2"])
    assert listed.problems == ()


def test_that_groups_named_by_codes_alone_are_told() -> None:
    listed = read(sheet([HEADER, task("1.1"), task("1.2"), task("2.1")]))

    assert groups(listed) == [("1", ""), ("2", "")]
    assert keys(listed) == ["group_untitled", "group_untitled"]


def test_that_bodies_of_a_group_stand_for_those_its_tasks_leave_out() -> None:
    head = ("1", "Nhóm", LEAD, SUPPORT, "2024-2030")
    listed = read(
        sheet([HEADER, head, bare("1.1", "Việc"), ("1.2", "Việc", "Sở Nội vụ", "", "2025")])
    )

    first, second = listed.tasks
    assert ([each.written for each in first.lead], first.last_year) == ([LEAD], 2030)
    assert ([each.written for each in second.lead], second.support) == (["Sở Nội vụ"], ())
    assert keys(listed) == ["group_units", "support_empty"]


def test_that_a_group_without_tasks_is_told() -> None:
    listed = read(
        sheet([HEADER, GROUP, task("1.1"), bare("2", "Trống"), bare("3", "Ba"), task("3.1")])
    )

    assert codes(listed) == ["1.1", "3.1"]
    assert weighty(listed) == ["group_empty"]


def test_that_a_text_alone_among_tasks_is_a_group_and_doubtful() -> None:
    listed = read(sheet([HEADER, task("1"), bare("", "Đẩy mạnh phản bác"), task("2")]))

    assert ("1", "Đẩy mạnh phản bác") in groups(listed)
    assert "row_unclear" in weighty(listed)


def test_that_items_without_bodies_are_part_of_the_task() -> None:
    listed = read(
        sheet(
            [
                *(HEADER, GROUP, task("1.1", "Tổ chức:"), bare("a)", "Hội nghị;")),
                *(
                    bare("b)", "Hội thảo."),
                    task("1.2", "Khác"),
                    bare("", "- Một"),
                    bare("", "- Hai"),
                ),
            ]
        )
    )

    assert titles(listed) == ["Tổ chức:\na) Hội nghị;\nb) Hội thảo.", "Khác\n- Một\n- Hai"]
    assert keys(listed) == ["items_joined", "items_joined"]


def test_that_items_with_bodies_of_their_own_are_tasks() -> None:
    listed = read(
        sheet(
            [
                *(HEADER, GROUP, bare("1.1", "Tổ chức:"), task("a)", "Hội nghị")),
                *(task("b)", "Hội thảo"), task("1.2", "Khác")),
            ]
        )
    )

    assert groups(listed) == [("1", "Nhóm"), ("1.1", "Tổ chức:")]
    assert [(each.code, each.written_code) for each in listed.tasks] == [
        ("1.1.1", "a)"),
        ("1.1.2", "b)"),
        ("1.2", "1.2"),
    ]
    assert [(each.key, each.severity) for each in listed.problems] == [
        ("items_apart", Severity.NOTE)
    ]


def test_that_a_row_that_begins_small_goes_on_with_the_one_before() -> None:
    listed = read(
        sheet([HEADER, task("1", "Triển khai cơ chế cung cấp"), bare("", "thông tin"), task("2")])
    )

    assert titles(listed)[0] == "Triển khai cơ chế cung cấp thông tin"
    assert keys(listed) == ["row_joined"]


def test_that_a_row_the_reader_saw_to_go_on_does_so_in_a_list_without_codes() -> None:
    rows = [
        ("Nhiệm vụ", "Chủ trì", "Thời gian"),
        ("Việc theo", LEAD, "2025"),
        ("Đề án A", "", ""),
        ("Việc khác", LEAD, "2025"),
    ]

    assert titles(read(sheet(rows, continued=frozenset({2})))) == ["Việc theo Đề án A", "Việc khác"]


def test_that_rows_of_one_merged_task_are_one() -> None:
    rows = [HEADER, task("1"), ("", "", "Sở Nội vụ", "", "2026"), task("2")]

    listed = read(sheet(rows, merges=(Merge(1, 0, 2, 1), Merge(1, 1, 2, 1))))

    assert codes(listed) == ["1.1", "1.2"]
    assert [each.written for each in listed.tasks[0].lead] == [LEAD, "Sở Nội vụ"]
    assert (listed.tasks[0].first_year, listed.tasks[0].last_year) == (2025, 2026)


def test_that_a_merged_cell_holds_for_each_of_its_rows() -> None:
    rows = [HEADER, task("1"), bare("2", "Hai"), task("3")]

    listed = read(sheet(rows, merges=(Merge(1, 2, 2, 1), Merge(1, 4, 2, 1))))

    assert [each.written for each in listed.tasks[1].lead] == [LEAD]
    assert listed.tasks[1].first_year == 2025


def test_that_ditto_marks_stand_for_the_cell_above() -> None:
    listed = read(sheet([HEADER, task("1"), ("2", "Hai", "nt", "-nt-", "như trên"), task("3")]))

    assert listed.tasks[1].lead == listed.tasks[0].lead
    assert listed.tasks[1].support == listed.tasks[0].support
    assert told(listed.problems[0]) == (
        'trang tính "KH", ô C3: Cột này có 1 ô ghi "như trên", được lấy theo ô phía trên.'
    )


def test_that_a_column_of_groups_heads_the_rows_beside_it() -> None:
    listed = read(
        sheet(
            [
                ("TT", "Nhóm nhiệm vụ", "Nội dung", "Chủ trì", "Thời gian"),
                ("1", "Nhóm A", "Một", LEAD, "2025"),
                ("2", "", "Hai", LEAD, "2025"),
                ("3", "Nhóm B", "Ba", LEAD, "2025"),
            ],
            merges=(Merge(1, 1, 2, 1),),
        )
    )

    assert groups(listed) == [("1", "Nhóm A"), ("2", "Nhóm B")]
    assert codes(listed) == ["1.1", "1.2", "2.1"]


def test_that_totals_and_the_signature_are_no_tasks() -> None:
    listed = read(
        sheet(
            [
                *(HEADER, task("1"), ("", "Tổng cộng", "", "", ""), ("", "", "", "", "")),
                ("Nơi nhận:", "", "", "TM. ỦY BAN NHÂN DÂN", ""),
                *(
                    bare("- Như trên;", ""),
                    ("", "", "", "KT. CHỦ TỊCH", ""),
                    bare("", "Nguyễn Văn A"),
                ),
            ]
        )
    )

    assert titles(listed) == ["Việc"]
    assert listed.problems == ()


def test_that_what_trails_the_list_is_told_and_not_taken_in() -> None:
    listed = read(sheet([HEADER, task("1"), bare("", "Danh mục gồm một nhiệm vụ")]))

    assert titles(listed) == ["Việc"]
    assert weighty(listed) == ["row_left_out"]


def test_that_what_is_empty_stays_empty_and_is_told() -> None:
    listed = read(
        sheet([HEADER, ("1", "Một", "", SUPPORT, ""), ("2", "", LEAD, "", "2025"), bare("3", "")])
    )

    assert [(each.lead, each.first_year) for each in listed.tasks] == [((), None)]
    assert keys(listed) == ["title_empty", "lead_empty", "period_empty", "row_empty"]


def test_that_one_body_nobody_knows_is_told_once() -> None:
    rows = [(str(k), "Việc", "Sở Ngoại giao", SUPPORT, "2025") for k in range(1, 4)]

    listed = read(sheet([HEADER, *rows]))

    assert len(listed.problems) == 1
    assert told(listed.problems[0]).startswith('trang tính "KH", ô C2: ')
    assert "Sở Ngoại vụ" in told(listed.problems[0])


def test_that_bodies_of_whom_nobody_says_who_leads_are_told_once_for_the_column() -> None:
    listed = read(
        sheet(
            [
                ("TT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian"),
                ("1", "Một", "Sở Ngoại vụ, Sở Nội vụ", "2025"),
                ("2", "Hai", "Sở Ngoại vụ, Sở Y tế", "2025"),
            ]
        )
    )

    assert [len(each.lead) for each in listed.tasks] == [2, 2]
    assert keys(listed) == ["units_as_lead"]


def test_that_two_columns_of_contents_are_put_together_and_told() -> None:
    header = ("TT", "Nhiệm vụ", "Nội dung công việc", "Chủ trì", "Thời gian")

    listed = read(sheet([header, ("1", "Một", "Hội nghị", LEAD, "2025")]))

    assert titles(listed) == ["Một: Hội nghị"]
    assert keys(listed) == ["two_task_columns"]


def test_that_missing_columns_are_told_once() -> None:
    listed = read(
        sheet([("TT", "Nhiệm vụ", "Sản phẩm"), ("1", "Một", "Báo cáo"), ("2", "Hai", "")])
    )

    assert [each.product for each in listed.tasks] == ["Báo cáo", ""]
    assert keys(listed) == ["no_lead_column", "no_period_column"]
