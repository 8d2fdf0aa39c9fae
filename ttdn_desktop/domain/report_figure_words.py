"""What is done with what a figure counts: "ký mới", "đăng tải", "tổ chức" (rule 1 of the wording).

Tables only; `report_sums` and `report_single` read them.
"""

from __future__ import annotations

from ttdn_desktop.domain.report_words import Opener

HOLD = "tổ chức"
GIVEN = "tham mưu, phục vụ"
"""What a department does for delegations, which are those of the whole province."""

MAIN = {
    "D2": HOLD,
    "D1": "đón tiếp",
    "D4": HOLD,
    "D5": "tiếp nhận, hướng dẫn",
    "D6G": "giải quyết",
    "D8": HOLD,
    "M8": "cung cấp",
    "M1": "đăng tải",
    "M2P": "thực hiện",
    "M4": HOLD,
    "M6": "thực hiện",
    "M7": "ban hành",
    "M9": "gửi",
    "P3H": "phát",
    "P4T": HOLD,
    "E1": HOLD,
    "E2": HOLD,
    "T1": HOLD,
    "T1N": "cử",
    "T2": HOLD,
    "V1": "ban hành",
    "K1": "tiến hành",
}
"""The verb of what activities themselves are counted by, the order in which they are told."""

BESIDES = {
    "D3": "ký mới",
    "D1N": "đón",
    "M5": "phát hiện, tiếp nhận",
    "M5X": "xử lý, phản hồi",
    "P1": "giới thiệu, phát hành",
    "P1B": "giới thiệu, phát hành",
    "P2": "thực hiện",
    "P4": "thực hiện",
    "N1": "giới thiệu",
    "R1": "khen thưởng",
    "R1C": "khen thưởng",
    "C1": "trao",
    "K2": "phát hiện, xử lý",
}
"""The verb of what else came of activities: told after them."""

GUESTS = frozenset({"D1", "D2"})
MADE = frozenset({"M1", "M2P", "M6", "P1", "P1B", "P2"})
MAKING = frozenset(
    {"biên dịch", "biên soạn", "cung cấp", "dịch", "đăng", "đăng tải", "gửi", "phát hành",
     "sản xuất", "tặng", "trao", "viết", "xuất bản"}
)  # fmt: skip
"""Things made, and verbs that say it; where all titles open with one of them, that is told."""

SERVING = frozenset({"V1", "M1", "M7"})
"""What activities of any kind may bring: alone it does not make them alike."""

ISSUING = ("ban hành", "báo cáo", "cấp", "gửi", "xây dựng")
"""Verbs of kinds of activity that only say that a document was issued."""

PEOPLE = frozenset({"D1N", "D2N", "D5N", "E1N", "M4N", "P4K", "T1N", "T2N"})
"""Figures of people, whom a result may call by what they are: "52 kiều bào"."""

ADDING_UP = frozenset({"D3H"})
"""Stocks that grow by what is signed anew: "lũy kế" (rule 4)."""

SORTS = {
    "loai_su_kien": "sự kiện {}",
    "loai_van_ban": "{}",
    "the_loai": "{} về thông tin đối ngoại",
}
"""The noun of what is wholly of one sort, by split."""

BARE = {
    "D3": "thỏa thuận quốc tế, bản ghi nhớ",
    "D8": "hội nghị, hội thảo quốc tế",
    "P1": "loại ấn phẩm, tài liệu",
    "P1B": "bản ấn phẩm, tài liệu",
    "T1N": "lượt {staff} dự đào tạo, tập huấn",
    "M5": "tin, vụ thông tin sai sự thật, sai lệch",
    "M5X": "tin, vụ thông tin sai sự thật, sai lệch",
    "M8": "văn bản, tin cho cơ quan định hướng tuyên truyền",
    "M9": "tác phẩm dự Giải thưởng toàn quốc về thông tin đối ngoại",
    "D5": "đoàn báo chí nước ngoài",
    "R1": "tập thể",
    "R1C": "cá nhân",
    "K2": "vụ vi phạm",
}
"""The noun behind such a verb, where it is not that of a list."""

EVENTS = {
    "chương trình giao lưu": "",
    "buổi": "",
    "cuộc": "",
    "diễn đàn": "",
    "đoàn công tác": "",
    "đoàn đại biểu": "",
    "gặp mặt": "buổi ",
    "giao ban": "cuộc ",
    "giao lưu": "chương trình ",
    "họp": "cuộc ",
    "họp báo": "cuộc ",
    "hội chợ": "",
    "hội đàm": "cuộc ",
    "hội nghị": "",
    "hội thảo": "",
    "lớp": "",
    "sinh hoạt": "buổi ",
    "tập huấn": "lớp ",
    "tọa đàm": "buổi ",
    "triển lãm": "cuộc ",
}
"""What is held and can be counted, with the word that counts it."""

EVENT = Opener(EVENTS)

SPLITS = {
    "ngon_ngu": "ngôn ngữ",
    "kenh": "kênh",
    "the_loai": "thể loại",
    "nuoc": "nước",
    "cap": "cấp",
    "muc_dich": "mục đích",
    "pham_vi": "phạm vi",
    "loai_su_kien": "loại sự kiện",
    "nen_tang": "nền tảng",
    "hinh_thuc_xu_ly": "hình thức xử lý",
    "vi_tri": "vị trí",
    "loai_van_ban": "loại văn bản",
    "cap_ban_hanh": "cấp ban hành",
    "che_do": "chế độ",
    "hinh_thuc_khen": "hình thức khen",
    "doi_tuong": "đối tượng",
    "nghiep_vu_gp": "nghiệp vụ",
    "quoc_tich": "quốc tịch",
    "dia_ban": "địa bàn",
    "hang_muc_giai": "hạng mục giải",
    "vai_tro": "vai trò",
    "thi_truong": "thị trường",
    "san": "sàn",
    "cong_chung": "công chúng",
}
"""What a total is parted by, by the split's name in the catalogue."""
