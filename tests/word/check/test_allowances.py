"""No alarm over what the decree allows, however an office has typed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.word.check.typed import Wish, write
from ttdn_desktop.word.check.checker import FormatChecker

if TYPE_CHECKING:
    from pathlib import Path

ALLOWED = {
    "least": Wish(),
    "most": Wish(top=25, left=35, right=20, small=13, large=14, body=14, line=1.5, first=12.7),
    "middle": Wish(top=22, left=32, right=18, small=12.5, large=13.5, body=13.5, line=1.15, gap=10),
    "body of 13 under a head of 14": Wish(small=13, large=14, body=13),
    "tabs in place of tables": Wish(tabs=True),
    "tabs, larger": Wish(tabs=True, small=12, large=13, body=14, first=12.7),
    "lines as shapes": Wish(line_kind="drawing"),
    "lines as old shapes": Wish(line_kind="vml"),
    "no addressee": Wish(addressees=()),
    "several addressees": Wish(addressees=("Bộ Nội vụ", "Bộ Tài chính", "UBND tỉnh")),
    "one annex": Wish(annexes=1),
    "three annexes": Wish(annexes=3),
    "another spelling": Wish(
        nation="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", parent="", issuer="UỶ BAN NHÂN DÂN TỈNH A",
        issuer_line=21,
        authority=("TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    ),
    "deputy": Wish(authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
    "by order": Wish(authority=("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
    "by warrant": Wish(authority=("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
    "acting": Wish(authority=("Q. GIÁM ĐỐC",)),
    "border guard": Wish(parent="BỘ TƯ LỆNH BỘ ĐỘI BIÊN PHÒNG", issuer="BỘ CHỈ HUY",
                         authority=("CHỈ HUY TRƯỞNG",), signer="Đại tá Nguyễn Văn A"),
    "hospital": Wish(parent="SỞ Y TẾ", issuer="BỆNH VIỆN ĐA KHOA", signer="TS. Nguyễn Văn A"),
    "number and day to come": Wish(number="Số:      /BC-SNV",
                                   day="Hà Nội, ngày     tháng     năm 2026"),
    "dots for number and day": Wish(number="Số: …/BC-SNV", day="Hà Nội, ngày … tháng 3 năm 2026"),
    "longest months": Wish(day="Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026"),
    "sign of several groups": Wish(number="Số: 05/BC-UBND-VX"),
}  # fmt: skip


@pytest.mark.parametrize("wish", ALLOWED.values(), ids=ALLOWED)
def test_that_nothing_is_found_in_what_the_decree_allows(wish: Wish, tmp_path: Path) -> None:
    path = write(wish).store(tmp_path / "x.docx")

    found = [
        (each.rule, each.where.line, each.found) for each in FormatChecker().check(path).findings
    ]

    assert found == []
