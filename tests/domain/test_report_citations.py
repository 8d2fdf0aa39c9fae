"""Rule 8 of the wording: a document in full at first mention, briefly afterwards."""

from __future__ import annotations

from tests.domain.report_desk import act, report_of, text

PLAN = "Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở Ngoại vụ"


def test_that_a_document_is_cited_in_full_once() -> None:
    document = report_of(
        act("A1", "Ban hành Kế hoạch", "IV.1", documents=(PLAN,)),
        act("A2", "Hội nghị", "II.1", documents=(PLAN,)),
        act("A3", "Giao lưu", "1.5", documents=(PLAN,)),
    )
    full = PLAN.removesuffix(" của Sở Ngoại vụ")
    assert text(document, "i.iv.1.result") == f"Sở Ngoại vụ đã ban hành {full}."
    assert text(document, "ii.1.result").endswith("hội nghị theo Kế hoạch số 05/KH-SNgV.")
    assert text(document, "ii.1.5.result").endswith("theo Kế hoạch số 05/KH-SNgV.")


def test_that_the_body_of_another_s_document_is_named() -> None:
    document = report_of(act("A1", "Giao lưu", "1.5", documents=("Công văn số 7/BNG-VH của Bộ",)))
    assert text(document, "ii.1.5.result").endswith("giao lưu (Công văn số 7/BNG-VH của Bộ).")


def test_that_annex_iii_cites_in_full_nonetheless() -> None:
    document = report_of(
        act("A1", "Hội nghị", documents=(PLAN,)), act("A2", "Giao lưu", documents=(PLAN,))
    )
    (row,) = document.annexes[2].table.rows
    assert row.cells == ("E1", PLAN, "Văn bản", "10/01/2026", "A1, A2")
