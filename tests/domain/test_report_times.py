"""How often one thing was done: few times are listed, of many the text tells the number."""

from __future__ import annotations

import pytest

from tests.domain.report_desk import act, report_of, text
from ttdn_desktop.domain.activity import Part


def _told(months: int) -> str:
    sent = [
        act(
            f"A{month}",
            f"Cung cấp tư liệu quảng bá, tháng {month}/2026",
            "2.4",
            on=f"01/{month}/2026",
            part=Part.SUPPORT,
            kind="Cung cấp tư liệu",
            partners=("Sở Nội vụ",),
        )
        for month in range(3, 3 + months)
    ]
    return text(report_of(*sent), "ii.4.support.result")


def test_that_four_times_are_listed() -> None:
    assert "tháng 3/2026, tháng 4/2026, tháng 5/2026 và tháng 6/2026" in _told(4)


@pytest.mark.parametrize(("months", "number"), [(5, "05"), (9, "09")])
def test_that_of_more_times_the_number_is_told(months: int, number: str) -> None:
    told = _told(months)
    assert f"tư liệu quảng bá ({number} lần)" in told
    assert "tháng" not in told.replace("Trong tháng", "")
