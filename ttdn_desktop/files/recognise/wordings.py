"""The words by which task lists are recognised: data, as officers write them.

All of it is compared folded and without spaces, so that capitals, accents typed otherwise and
words broken over lines make no difference.
"""

from __future__ import annotations

from ttdn_desktop.domain.task_list import Column

HEADINGS: dict[Column, tuple[str, ...]] = {
    Column.CODE: (
        *("TT", "STT", "S.T.T", "T.T", "Số TT", "Số thứ tự", "Thứ tự", "Số", "Mã", "Mã số"),
        *("No", "No.", "Số TT/No."),
        *("Mã nhiệm vụ", "Mã số nhiệm vụ", "Mã NV", "Mã công việc", "Số hiệu", "Ký hiệu", "Mục"),
    ),
    Column.TASK: (
        *("Nhiệm vụ", "Nhiệm vụ, giải pháp", "Nhiệm vụ và giải pháp", "Nhiệm vụ/giải pháp"),
        *("Nội dung", "Nội dung công việc", "Nội dung thực hiện", "Nội dung nhiệm vụ"),
        *("Nội dung nhiệm vụ, giải pháp", "Nội dung hoạt động", "Nội dung triển khai"),
        *("Nội dung, nhiệm vụ", "Nội dung, công việc", "Nội dung/nhiệm vụ", "Các nhiệm vụ"),
        *("Hoạt động", "Tên hoạt động", "Các hoạt động", "Tên nhiệm vụ", "Công việc"),
        *("Tên công việc", "Danh mục công việc", "Danh mục nhiệm vụ", "Nhiệm vụ cụ thể"),
        *("Nhiệm vụ chủ yếu", "Nhiệm vụ trọng tâm", "Nhóm nhiệm vụ, giải pháp", "Giải pháp"),
        *("Nhiệm vụ được giao", "Tên nhiệm vụ, đề án", "Đề án, nhiệm vụ", "Tên đề án, nhiệm vụ"),
        *("Nội dung chương trình", "Nội dung kế hoạch", "Việc cần làm", "Đầu việc", "Phần việc"),
        *("Đề án", "Tên đề án", "Đề án, dự án", "Chương trình, đề án", "Đề án/Chương trình"),
        *("Hạng mục", "Hạng mục công việc", "Tên dự án", "Tên chương trình", "Nội dung, giải pháp"),
        *("Task", "Tasks", "Work item", "Work items", "Activity", "Activities", "Content"),
    ),
    Column.LEAD: (
        *("Đơn vị chủ trì", "Cơ quan chủ trì", "Chủ trì", "Đơn vị chủ trì thực hiện"),
        *("Cơ quan chủ trì thực hiện", "Cơ quan chủ trì tham mưu", "Đơn vị chủ trì tham mưu"),
        *("Cơ quan, đơn vị chủ trì", "Đơn vị, địa phương chủ trì", "Đầu mối", "Đơn vị đầu mối"),
        *("Cơ quan đầu mối", "Chủ trì thực hiện", "Chủ trì tham mưu", "Đơn vị chịu trách nhiệm"),
        *("Cơ quan chịu trách nhiệm", "Đơn vị chịu trách nhiệm chính", "Trách nhiệm chủ trì"),
        *("Cơ quan tham mưu", "Đơn vị tham mưu", "Cơ quan chuẩn bị", "Đơn vị chuẩn bị"),
        *("Cơ quan soạn thảo", "Đơn vị soạn thảo", "Cơ quan phụ trách", "Đơn vị phụ trách"),
        *("Trách nhiệm chính", "Chủ đầu tư", "Đơn vị quản lý dự án"),
        *("PIC", "Lead", "Lead agency", "Lead unit", "Owner"),
    ),
    Column.SUPPORT: (
        *("Đơn vị phối hợp", "Cơ quan phối hợp", "Phối hợp", "Đơn vị phối hợp thực hiện"),
        *("Cơ quan phối hợp thực hiện", "Cơ quan, đơn vị phối hợp", "Phối hợp thực hiện"),
        *("Đơn vị, địa phương phối hợp", "Đơn vị tham gia", "Cơ quan tham gia"),
        *("Đơn vị liên quan", "Cơ quan liên quan", "Cơ quan, đơn vị liên quan"),
        *("Support", "Supporting agency", "Supporting unit", "Coordination", "Co-ordination"),
    ),
    Column.UNITS: (
        *("Đơn vị thực hiện", "Cơ quan thực hiện", "Cơ quan, đơn vị thực hiện", "Đơn vị"),
        *("Đơn vị chủ trì, phối hợp", "Cơ quan chủ trì, phối hợp", "Chủ trì, phối hợp"),
        *("Phân công thực hiện", "Phân công", "Phân công nhiệm vụ", "Phân công trách nhiệm"),
        *("Đơn vị được giao", "Cơ quan được giao", "Trách nhiệm thực hiện", "Cơ quan, đơn vị"),
        *("Đơn vị triển khai", "Cơ quan", "Tổ chức thực hiện", "Đơn vị, địa phương thực hiện"),
    ),
    Column.PERIOD: (
        *("Thời gian", "Thời gian thực hiện", "Thời hạn", "Thời hạn hoàn thành", "Lộ trình"),
        *("Lộ trình thực hiện", "Tiến độ", "Tiến độ thực hiện", "Giai đoạn", "Năm"),
        *("Thời gian hoàn thành", "Thời hạn thực hiện", "Thời gian dự kiến", "Năm thực hiện"),
        *("Thời gian triển khai", "Giai đoạn thực hiện", "Tiến độ hoàn thành", "Hoàn thành"),
        *("Thời điểm", "Thời điểm hoàn thành", "Kỳ hạn", "Hạn hoàn thành", "Thời gian, tiến độ"),
        *("Bắt đầu", "Kết thúc", "Ngày bắt đầu", "Ngày kết thúc", "Từ năm", "Đến năm", "Từ", "Đến"),
        *("Từ ngày", "Đến ngày", "Từ tháng", "Đến tháng"),
        *("Hạn xử lý", "Hạn trình", "Hạn nộp", "Hạn báo cáo", "Hạn cuối", "Hạn thực hiện"),
        *("TG thực hiện", "TG hoàn thành", "Thời điểm thực hiện", "Thời điểm trình"),
        *("Time", "Timeline", "Deadline", "Due date", "Schedule", "Time frame"),
    ),
    Column.PRODUCT: (
        *("Sản phẩm", "Kết quả", "Sản phẩm dự kiến", "Kết quả cần đạt", "Sản phẩm đầu ra"),
        *("Kết quả dự kiến", "Sản phẩm, kết quả", "Kết quả, sản phẩm", "Sản phẩm/kết quả"),
        *("Kết quả đầu ra", "Sản phẩm hoàn thành", "Kết quả thực hiện", "Dự kiến sản phẩm"),
        *("Output", "Outputs", "Deliverable", "Deliverables", "Result", "Results"),
    ),
    Column.IGNORED: (
        *("Ghi chú", "Kinh phí", "Nguồn kinh phí", "Kinh phí thực hiện", "Dự kiến kinh phí"),
        *("Người phụ trách", "Lãnh đạo phụ trách", "Cán bộ phụ trách", "Chuyên viên phụ trách"),
        *("Lãnh đạo chỉ đạo", "Đơn vị tính", "ĐVT", "Số lượng", "Nguồn vốn", "Dự toán"),
        *("Căn cứ", "Cơ sở pháp lý", "Căn cứ pháp lý", "Người theo dõi", "Chỉ đạo", "Địa điểm"),
        *("Cấp trình", "Cơ quan trình", "Cấp ban hành", "Hình thức văn bản", "Người thực hiện"),
        *("Remark", "Remarks", "Note", "Notes", "Budget", "Funding"),
    ),
}
"""Headings by what their column holds, each whole."""

TELLING: tuple[tuple[tuple[str, ...], Column], ...] = (
    (("kinh phí",), Column.IGNORED),
    (("ghi chú",), Column.IGNORED),
    (("nguồn vốn",), Column.IGNORED),
    (("dự toán",), Column.IGNORED),
    (("lãnh đạo",), Column.IGNORED),
    (("đơn vị tính",), Column.IGNORED),
    (("người", "phụ trách"), Column.IGNORED),
    (("cán bộ", "phụ trách"), Column.IGNORED),
    (("chủ trì", "phối hợp"), Column.UNITS),
    (("phối hợp",), Column.SUPPORT),
    (("chủ trì",), Column.LEAD),
    (("đầu mối",), Column.LEAD),
    (("cơ quan", "tham mưu"), Column.LEAD),
    (("đơn vị", "tham mưu"), Column.LEAD),
    (("cơ quan", "soạn thảo"), Column.LEAD),
    (("đơn vị", "soạn thảo"), Column.LEAD),
    (("thời gian",), Column.PERIOD),
    (("thời hạn",), Column.PERIOD),
    (("lộ trình",), Column.PERIOD),
    (("tiến độ",), Column.PERIOD),
    (("sản phẩm",), Column.PRODUCT),
    (("kết quả",), Column.PRODUCT),
    (("đơn vị", "thực hiện"), Column.UNITS),
    (("cơ quan", "thực hiện"), Column.UNITS),
    (("phân công",), Column.UNITS),
    (("hoàn thành",), Column.PERIOD),
    (("số thứ tự",), Column.CODE),
    (("mã", "nhiệm vụ"), Column.CODE),
    (("nhiệm vụ",), Column.TASK),
    (("giải pháp",), Column.TASK),
    (("nội dung",), Column.TASK),
    (("công việc",), Column.TASK),
    (("hoạt động",), Column.TASK),
    (("tên", "đề án"), Column.TASK),
    (("tên", "dự án"), Column.TASK),
)
"""What a longer heading holds, by the words in it; the first line whose words all occur holds."""

STARTS = ("Bắt đầu", "Ngày bắt đầu", "Từ năm", "Từ", "Từ ngày", "Từ tháng", "Thời gian bắt đầu")
ENDS = (
    *("Kết thúc", "Ngày kết thúc", "Đến năm", "Đến", "Đến ngày", "Đến tháng", "Thời gian kết thúc"),
    *("Hoàn thành", "Ngày hoàn thành", "Thời gian hoàn thành", "Thời hạn hoàn thành"),
)
"""The two halves of a period that stands in two columns."""

HEADING_WORDS = frozenset(
    word
    for line in (
        "bat cac chi chinh chu co cong coquan cu dau dia don du duoc dung den gian giai giao hien",
        "han hanh hoan hoach hop ke ket kien kinh lenh lo loi mau moi mou muc muu nam ngay nguon",
        "nhiem noi pham phan phap phi phoi phuong quan qua quy san so tai te thang tham thanh the",
        "thoi thu thuc tien do tinh to trach tri trien trinh trong tu tung vi viec von vu khai",
        "nhom nop ghi chuc cap huyen xa tong ngan sach nha nuoc khac trieu dong ty va hoac le ra",
        "tiet",
    )
    for word in line.split()
)
"""Words that the second row of a header is made of, folded."""

TOTALS = ("tong cong", "tong so", "tong kinh phi", "cong:", "tong:", "tong cong:")
"""What rows begin with that add up, folded."""

SIGNS = ("noi nhan", "tm. ", "tm.uy", "tm uy ban", "kt. ", "kt.chu", "tl. ", "tuq. ", "q. ")
"""What cells of the signature begin with, folded, in whatever column they stand."""

SIGNERS = (
    *("nguoi lap", "thu truong don vi", "chu tich", "giam doc", "pho chu tich", "pho giam doc"),
    *("ky boi", "(ky,", "(da ky", "truong ban", "nguoi ky", "hieu truong", "pho hieu truong"),
    *("truong phong", "pho truong phong", "bi thu", "pho bi thu", "ke toan truong", "cuc truong"),
    *("vu truong", "chanh van phong", "tong giam doc", "nguoi tong hop", "lanh dao don vi"),
)
"""What a row of the signature begins with, folded, where it stands alone."""

REMARKS = ("ghi chu", "luu y", "chu thich")
"""What notes under a table are headed with, folded."""

LEADING_ON = ("trong do", "bao gom", "gom", "gom co", "cu the", "cu the nhu sau")
"""What a row says before the items of the task above it, folded, without its colon."""

DITTOS = frozenset(
    ("nt", "n.t", "-nt-", "- nt -", "-n.t-", "nhu tren", "- nhu tren -", "-nhu tren-", "'' ''")
) | frozenset(("''", '"', "″", "〃", "//", "-//-", "- // -", "”", "“", '-"-', '- " -', "””", "’’"))
"""What stands for the cell above, folded."""

GROUP_WORDS = (
    *("nhóm nhiệm vụ, giải pháp", "nhóm nhiệm vụ", "nhóm giải pháp", "nhiệm vụ trọng tâm"),
    *("mục tiêu", "trụ cột", "hợp phần", "tiểu dự án", "dự án", "tiêu chí"),
    *("nhóm", "nhiệm vụ", "phần", "mục", "nội dung", "chương", "giải pháp", "công việc", "đề án"),
    *("hoạt động", "lĩnh vực", "chuyên đề", "tiểu mục"),
)
"""Words that stand before a number: "Nhóm 1", "Nhiệm vụ 1"; the longer before the shorter."""

UNIT_STARTS = (
    *("sở ", "ban ", "ủy ban", "uỷ ban", "ubnd", "công an", "bộ ", "bch ", "văn phòng", "vp "),
    *("các ", "báo ", "đài ", "hội ", "liên minh", "liên hiệp", "liên đoàn", "trường ", "cục "),
    *(
        "trung tâm",
        "chi cục",
        "phòng ",
        "mttq",
        "mặt trận",
        "tỉnh đoàn",
        "đoàn ",
        "huyện ",
        "viện ",
    ),
    *("thành phố", "tòa án", "toà án", "kho bạc", "ngân hàng", "bảo hiểm", "tổng công ty", "xã "),
    *("doanh nghiệp", "hiệp hội", "học viện", "thư viện", "bảo tàng", "hải quan", "thuế tỉnh"),
    *(
        "chủ trì",
        "phối hợp",
        "thanh tra",
        "tổ chức",
        "cơ quan",
        "đơn vị",
        "ubmttq",
        "bđbp",
        "thường trực",
        "tổ công tác",
    ),
)
"""What a body's name begins with, in small letters: a line that begins so is a new name."""

OPEN_ENDINGS = frozenset({"và", "các", "của", "với", "thuộc", "cùng", "hoặc", "chỉ", "tại"})
"""Words that a body's name does not end with: the next line goes on with it."""

OPEN_NAMES = (
    frozenset(
        (
            "văn phòng",
            "vp",
            "trung tâm",
            "bộ chỉ huy",
            "ban chỉ huy",
            "hội",
            "liên minh",
            "ban",
            "sở",
        )
    )
    | frozenset(
        (
            "đoàn",
            "phòng",
            "chi cục",
            "cục",
            "ủy ban",
            "uỷ ban",
            "hội liên hiệp",
            "liên đoàn",
            "trường",
        )
    )
    | frozenset(
        (
            "ban quản lý",
            "bch",
            "ban chấp hành",
            "tổ",
            "bộ",
            "viện",
            "ban thường trực",
            "thường trực",
        )
    )
)
"""Names that are none by themselves, in small letters: the next line goes on with them."""
