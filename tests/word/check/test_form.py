"""The decree's own form "Văn bản có tên loại" (Phụ lục III, mẫu 1.4), typed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.word.check.typed import Wish, write
from ttdn_desktop.word.check.checker import FormatChecker

if TYPE_CHECKING:
    from pathlib import Path

FORM = Wish(
    top=25, left=35, right=20, small=13, large=14, body=14, first=10,
    parent="TÊN CQ, TC CHỦ QUẢN", issuer="TÊN CƠ QUAN, TỔ CHỨC", issuer_line=20,
    number="Số:         /…-…", day="……, ngày …… tháng …… năm ……", addressees=(),
    authority=("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ",), signer="Họ và tên",
)  # fmt: skip


def test_that_no_layout_of_the_form_is_wrong(tmp_path: Path) -> None:
    form = write(FORM)
    paragraphs = form.document.paragraphs
    title = next(each for each in paragraphs if each.text == "BÁO CÁO")
    title.runs[0].text = "TÊN LOẠI VĂN BẢN"
    subject = next(each for each in paragraphs if each.text.startswith("Kết quả công tác"))
    subject.runs[0].text = "......... ........"

    checked = FormatChecker().check(form.store(tmp_path / "x.docx"))

    assert [(each.rule, each.found, each.where.line) for each in checked.findings] == []
