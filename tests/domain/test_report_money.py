"""Kinh phí: the share is of the state budget alone, blank is not zero."""

from __future__ import annotations

import pytest

from tests.domain.report_desk import act, block, keys, report_of, text
from ttdn_desktop.domain.document import Role


@pytest.mark.parametrize(
    ("fundings", "told"),
    [
        (
            ("recurrent=352,5 triệu", "recurrent:planned=390 triệu", "social=60 triệu"),
            (
                "Kinh phí ngân sách nhà nước thực hiện trong kỳ là 352,5 triệu đồng/390 triệu đồng "
                "dự toán (đạt 90,4%), từ nguồn chi thường xuyên; ngoài ra, đã huy động "
                "60 triệu đồng từ nguồn xã hội hóa."
            ),
        ),
        (
            ("recurrent=18500000",),
            (
                "Kinh phí ngân sách nhà nước thực hiện trong kỳ là 18,5 triệu đồng, từ nguồn chi "
                "thường xuyên."
            ),
        ),
        (
            ("recurrent=10 triệu", "recurrent:planned=10 triệu", "investment=5 triệu"),
            (
                "Kinh phí ngân sách nhà nước thực hiện trong kỳ là 15 triệu đồng/10 triệu đồng dự "
                "toán, từ nguồn chi đầu tư phát triển và chi thường xuyên."
            ),
        ),
        (
            ("recurrent:planned=390 triệu",),
            (
                "Dự toán kinh phí ngân sách nhà nước trong kỳ là 390 triệu đồng, từ nguồn chi "
                "thường xuyên."
            ),
        ),
        (("recurrent=0",), "Trong kỳ không sử dụng kinh phí ngân sách nhà nước."),
        (
            ("social=60 triệu", "aid=5 triệu"),
            (
                "Trong kỳ, Sở đã huy động 60 triệu đồng từ nguồn xã hội hóa và 5 triệu đồng từ "
                "nguồn viện trợ."
            ),
        ),
        (("social:planned=60 triệu",), "Trong kỳ, Sở chưa sử dụng kinh phí."),
    ],
)
def test_that_money_is_told_by_source(fundings: tuple[str, ...], told: str) -> None:
    document = report_of(act("A1", "Đón đoàn", fundings=fundings))
    assert text(document, "ii.funding") == told
    assert block(document, "ii.funding").sentences[0].records == ("A1",)


def test_that_no_money_entered_is_a_gap_in_every_unit_s_report() -> None:
    document = report_of(act("A1", "Đón đoàn"))
    assert block(document, "ii.funding.gap").role is Role.GAP
    assert "ii.funding" not in keys(document)
