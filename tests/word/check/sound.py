"""A report without a fault, with all parts that any rule is about."""

from __future__ import annotations

from dataclasses import replace

from tests.word.sample_report import REPORT, TASK_ROWS, annex, block
from ttdn_desktop.domain.document import Orientation, Role

LONG = (
    "Trong kỳ, Sở Ngoại vụ đã chủ trì, phối hợp với các cơ quan, đơn vị có liên quan tổ chức "
    "02 hoạt động giao lưu, cung cấp thông tin cho 46 lượt người tham dự."
)
BODY = (
    block("basis.1", Role.BODY, "Căn cứ Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ;"),
    block("basis.2", Role.BODY, "Căn cứ Kế hoạch số 2486/KH-UBND ngày 09/7/2024."),
    block("opening", Role.BODY, "Sở Ngoại vụ báo cáo kết quả thực hiện năm 2026 như sau:"),
    block("i", Role.SECTION, "I. CÔNG TÁC CHỈ ĐẠO"),
    block("i.1", Role.CLAUSE, "1. Tuyên truyền, phổ biến"),
    block("i.1.a", Role.POINT, "a) Nhiệm vụ chủ trì"),
    block("i.1.a.1", Role.BULLET, LONG),
    block("i.1.b", Role.POINT, "b) Nhiệm vụ phối hợp"),
    block("i.1.b.1", Role.BODY, f"{LONG} Chi tiết tại Phụ lục I và Phụ lục II."),
    block("i.2", Role.CLAUSE, "2. Tổ chức thực hiện"),
    block("i.2.1", Role.BODY, LONG),
    block("ii", Role.SECTION, "II. PHƯƠNG HƯỚNG"),
    block("ii.1", Role.BODY, LONG),
    block("ending", Role.BODY, "Trên đây là báo cáo của Sở Ngoại vụ./."),
)
SOUND = replace(
    REPORT,
    head=replace(
        REPORT.head,
        number_line="Số: 05/BC-SNgV",
        place_date="Quảng Ngãi, ngày 05 tháng 12 năm 2026",
    ),
    body=BODY,
    closing=replace(REPORT.closing, signer="Nguyễn Văn An"),
    annexes=(
        annex("tasks", "Phụ lục I", Orientation.LANDSCAPE, TASK_ROWS),
        annex("figures", "Phụ lục II", Orientation.PORTRAIT, TASK_ROWS),
    ),
)
"""It bears its number."""
