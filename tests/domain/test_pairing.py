"""Which task of a list is which task of the plan."""

from __future__ import annotations

import itertools

from ttdn_desktop.domain.pairing import Wording, paired

A = "Tổ chức gặp gỡ doanh nghiệp, nhà đầu tư nước ngoài tại tỉnh hằng năm, quảng bá tiềm năng"
B = "Xây dựng chuyên trang tiếng nước ngoài trên báo điện tử của tỉnh phục vụ đối ngoại và du lịch"
C = "Bồi dưỡng nghiệp vụ cho cán bộ làm công tác thông tin đối ngoại ở xã, phường biên giới"


def _pairs(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> dict[int, int]:
    return paired(list(itertools.starmap(Wording, old)), list(itertools.starmap(Wording, new)))


def test_that_the_same_wording_is_the_same_task_wherever_it_stands() -> None:
    assert _pairs([("1.1", A), ("1.2", B)], [("1.1", B), ("2.1", A)]) == {0: 1, 1: 0}


def test_that_a_task_whose_wording_has_changed_is_found_by_its_code() -> None:
    other = A.replace("hằng năm", "hai năm một lần").replace("tại tỉnh", "trong và ngoài tỉnh")

    assert _pairs([("1.1", A), ("1.2", B)], [("1.1", other), ("1.2", B)]) == {0: 0, 1: 1}


def test_that_quite_another_task_under_the_same_code_is_another_task() -> None:
    assert _pairs([("1.1", A)], [("1.1", C)]) == {}


def test_that_a_task_reworded_and_renumbered_is_found_where_it_is_much_alike() -> None:
    assert _pairs([("1.1", A)], [("1.1", C), ("1.2", A.replace("hằng năm", "định kỳ"))]) == {0: 1}
    assert _pairs([("1.1", A)], [("1.2", " ".join(A.split()[::2]))]) == {}


def test_that_of_two_alike_the_one_of_the_code_is_taken() -> None:
    one, other = A + " lần một", A + " lần hai"

    assert _pairs([("1.1", one + " a"), ("1.2", other + " a")], [("1.1", other), ("1.2", one)]) == {
        0: 0,
        1: 1,
    }


def test_that_tasks_of_one_wording_are_paired_by_code_then_in_order() -> None:
    old = [("1.1", A), ("1.2", A), ("1.3", A)]

    assert _pairs(old, [("1.2", A), ("1.9", A), ("1.8", A)]) == {1: 0, 0: 1, 2: 2}
    assert _pairs(old, [("", A), ("", A)]) == {0: 0, 1: 1}


def test_that_thousands_of_rows_without_a_twin_are_paired_all_the_same() -> None:
    old = [
        (f"{n}", f"Nhiệm vụ lĩnh vực số {n} của tỉnh, giao cho đơn vị {n * 7}") for n in range(900)
    ]
    new = [(f"{n + 1}", title + " trong năm") for n, (_code, title) in enumerate(old)]

    assert _pairs(old, new) == {n: n for n in range(900)}
