"""The words of a record's history for what the tables keep as codes."""

from __future__ import annotations

PARTS = {"lead": "chủ trì", "support": "phối hợp", "join": "tham gia", "advise": "tham mưu"}
CAUSES = {"objective": "khách quan", "subjective": "chủ quan"}
MODES = {"full-time": "chuyên trách", "part-time": "kiêm nhiệm"}
SOURCES = {
    "investment": "đầu tư phát triển",
    "recurrent": "chi thường xuyên",
    "programme": "chương trình mục tiêu",
    "social": "xã hội hóa",
    "aid": "viện trợ",
    "other": "nguồn khác",
}
STAGES = {"planned": "dự toán", "spent": "thực hiện"}
STATES = {
    "none": "không phát sinh",
    "not_started": "chưa triển khai",
    "in_progress": "đang triển khai",
    "done": "có kết quả",
    "separate": "báo cáo riêng theo chế độ mật",
}
REVIEWS = {
    "open": "cần rà soát",
    "kept": "giữ nguyên hoạt động",
    "moved": "chuyển hoạt động sang nhiệm vụ khác",
    "split": "chuyển một phần hoạt động sang nhiệm vụ khác",
}
