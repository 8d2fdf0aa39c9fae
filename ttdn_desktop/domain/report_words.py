"""Words that open the titles officers type, and what they tell of the sentence to be made.

Tables only; `report_case` and `report_deeds` read them. Longer phrases go before shorter ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Opener:
    """Phrases that a text may open with, whole words only, in capitals or not."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Keep phrases by their first two letters: few are looked at, and none is compiled."""
        self._by_letters: dict[str, list[str]] = {}
        for phrase in sorted(map(str.lower, phrases), key=len, reverse=True):
            self._by_letters.setdefault(phrase[:2], []).append(phrase)

    def of(self, text: str) -> str:
        """Return the longest phrase that a text opens with, as the text writes it, or ""."""
        two = text[:2].lower()
        for letters in (two, two[:1]):  # a phrase may be one letter: "ở"
            for phrase in self._by_letters.get(letters, ()):
                end = len(phrase)
                if text[:end].lower() == phrase and _ends_word(text[end : end + 1]):
                    return text[:end]
        return ""


def _ends_word(behind: str) -> bool:
    """Tell whether what stands behind a letter, or nothing, ends its word."""
    return not (behind.isalnum() or behind == "_")


VERBS = Opener((
    "ban hành", "báo cáo", "bàn giao", "biên dịch", "biên soạn", "biên tập", "bố trí", "bồi dưỡng",
    "cập nhật", "cấp", "chỉ đạo", "cho ý kiến", "chọn", "chủ động", "chủ trì", "chúc", "chuyển",
    "cung cấp", "công bố", "cử", "dịch", "duy trì", "dự", "đánh giá", "đàm phán", "đào tạo", "đăng",
    "đăng tải", "đẩy mạnh", "đấu tranh", "đề nghị", "đề xuất", "đính chính", "định hướng", "đón",
    "đôn đốc", "đóng góp", "đưa", "ghi nhận", "gia hạn", "giải quyết", "giám sát", "giới thiệu",
    "góp ý", "gỡ bỏ", "gửi", "hoàn thành", "hoàn thiện", "hỗ trợ", "huy động", "hướng dẫn", "in",
    "khảo sát", "khen thưởng", "kiểm tra", "ký", "làm việc", "lấy ý kiến", "lắp đặt", "lập",
    "lồng ghép", "lựa chọn", "mở", "mua", "nâng cấp", "nghiên cứu", "phát", "phát hành", "phản bác",
    "phản hồi", "phân công", "phối hợp", "phổ biến", "phục vụ", "quán triệt", "quản lý", "quảng bá",
    "quay", "rà soát", "sản xuất", "số hóa", "số hoá", "sưu tầm", "tăng", "tăng cường", "tặng",
    "tham dự", "tham gia", "tham mưu", "thành lập", "thăm", "theo dõi", "thẩm định", "thiết kế",
    "thí điểm", "thông báo", "thống nhất", "thu hồi", "thực hiện", "tiếp", "tổ chức", "tổng hợp",
    "tổng kết", "tôn vinh", "trao", "treo", "triển khai", "trình", "trưng bày", "truyền thông",
    "tuyên truyền", "tự kiểm tra", "ứng dụng", "vận động", "vận hành", "viết", "xác minh",
    "xây dựng", "xét", "xử lý", "xuất bản",
))  # fmt: skip
"""Verbs that already say what was done."""

DOCUMENTS = Opener((
    "báo cáo số", "bản ghi nhớ", "chỉ thị", "chương trình công tác", "công văn", "hướng dẫn số",
    "danh mục", "kế hoạch", "quy chế", "quyết định", "thông báo số", "tờ trình", "văn bản",
))  # fmt: skip
"""Documents, which are issued, not held."""

WORKS = Opener((
    "bài viết", "bản tin", "chuyên mục", "chuyên trang", "dự án", "dự thảo", "dự toán", "đề án",
    "mô hình", "phóng sự", "phim", "số liệu", "tài liệu", "tin", "tờ rơi", "tư liệu", "video",
))  # fmt: skip
"""Things that are made or carried out, not held."""

NAMES = Opener((
    "Anh", "Ban Thường trực", "Ban Thường vụ", "Ban Tuyên giáo", "Bunpimay", "Bộ", "Bờ Y",
    "Campuchia", "Chính phủ", "Công an", "Đảng", "Đức", "Hội đồng nhân dân", "Huyện ủy", "Lào",
    "Mặt trận Tổ quốc", "Mỹ", "Nga", "Nhà nước", "Nhân dân", "Nhật", "Hàn", "Pháp", "Quốc hội",
    "Quốc khánh", "Sở", "Tết", "Thành ủy", "Thủ tướng", "Tỉnh đoàn", "Tỉnh ủy", "Trung ương",
    "Úc", "Ủy ban", "Việt", "Ý",
))  # fmt: skip
"""Names whose second word is small or that stand alone: their capital stays."""

COMMON = Opener((
    "buổi", "các", "cuộc", "đoàn", "đơn vị", "fanpage", "giải", "hội nghị", "hội thảo", "internet",
    "lễ", "livestream", "lớp", "một", "ngày", "những", "podcast", "tuần", "video", "website",
))  # fmt: skip
"""Common words that lose their capital even before a name, and those of foreign spelling."""

NUMBERED = r"(?i)[^\W\d_]+(?:\s+[^\W\d_]+){0,2}\s+số\s+\d"
"""A document by its number ("Kế hoạch số 603/KH-UBND"): its type keeps its capital."""

SHORT_FORMS = {
    "TTĐN": "thông tin đối ngoại",
    "TTĐT": "thông tin điện tử",
    "DTTS": "dân tộc thiểu số",
}
"""The field's own short forms, as catalogue and plan have them."""
