"""A small plan and a desk that builds a report's facts out of what a test names.

Items bear their codes as ids, activities their short codes, so that a test reads like the plan.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from ttdn_desktop.domain.activity import Activity, Obstacle, Part, Proposal
from ttdn_desktop.domain.citation import parse_reference
from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.domain.document import Closing, Document, Letterhead
from ttdn_desktop.domain.evidence import Evidence, EvidenceKind
from ttdn_desktop.domain.funding import parse_funding
from ttdn_desktop.domain.indicator import Indicator, IndicatorKind, parse_reading
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.plan import Direction, Duty, Plan, PlanVersion, Task, TaskGroup
from ttdn_desktop.domain.progress import Progress, TaskState
from ttdn_desktop.domain.report_facts import Body, Duties, ReportFacts, arranged
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import annual_round

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ttdn_desktop.domain.document import Block
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.succession import Succession

TITLES = {
    "1.2": "Lồng ghép thông tin đối ngoại qua các sự kiện xúc tiến đầu tư",
    "1.5": "Triển khai Chiến lược Ngoại giao văn hóa",
    "1.10": "Lồng ghép thông tin đối ngoại qua trao đổi đoàn",
    "1.12": "Quản lý phóng viên nước ngoài hoạt động tại tỉnh.",
    "2.3": "Xây dựng lực lượng phản ứng nhanh trên không gian mạng",
    "2.4": "Triển khai Đề án truyền thông về quyền con người",
    "2.6": "Hợp tác quốc tế hỗ trợ vùng đồng bào dân tộc thiểu số",
    "3.4": "Mỗi sở, ban ngành bố trí một cán bộ chuyên trách",
    "3.5": "Huy động nguồn lực xã hội",
}
DIRECTIONS = {
    "II.1": "Tuyên truyền, phổ biến nâng cao nhận thức",
    "II.2": "Rà soát cơ chế, chính sách",
    "II.3": "Đổi mới tư duy, nội dung, phương thức",
    "II.4": "Đấu tranh phản bác thông tin sai trái",
    "II.5": "Tăng cường nguồn lực",
}
GROUPS = {"1": "II.3", "2": "II.4", "3": "II.5"}
LAST_YEARS = {"2.6": 2025}
PLAN = Plan(
    id="plan",
    title="Triển khai Nghị quyết số 47/NQ-CP",
    issuer_id="province",
    coordinator_id="coordinator",
    number=None,
    number_suffix="/KH-UBND",
    issued_on=None,
    month=date(2024, 7, 1),
    replaces="3083/KH-UBND",
    replaces_reference="Kế hoạch số 3083/KH-UBND ngày 15 tháng 9 năm 2023",
    subject="triển khai thực hiện Nghị quyết số 47/NQ-CP",
    legal_basis=(),
    recipients=(),
)
VERSION = PlanVersion(
    id="version",
    plan=PLAN,
    directions=tuple(Direction(code, code, title, "") for code, title in DIRECTIONS.items()),
    duties=(
        Duty("IV.1", "IV.1", "Các sở, ban, ngành", "", ()),
        Duty("IV.3", "IV.3", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "", ()),
    ),
    groups=tuple(TaskGroup(code, code, DIRECTIONS[at], at) for code, at in GROUPS.items()),
    tasks=tuple(
        Task(
            id=code,
            code=code,
            title=title,
            group_code=code.partition(".")[0],
            lead=(),
            support=(),
            lead_text="",
            support_text="",
            period_text="2024 - 2030",
            first_year=2024,
            last_year=LAST_YEARS.get(code, 2030),
        )
        for code, title in TITLES.items()
    ),
)
ROLES = {
    **dict.fromkeys(DIRECTIONS, Involvement.COMMON),
    "1.5": Involvement.LEAD,
    "1.10": Involvement.LEAD,
    "1.12": Involvement.LEAD,
    "2.3": Involvement.SUPPORT,
    "2.4": Involvement.SUPPORT,
    "3.4": Involvement.COMMON,
    "3.5": Involvement.COMMON,
    "IV.1": Involvement.COMMON,
}
"""How Sở Ngoại vụ, say, is involved: it must answer all of these."""

_FLOW, _STOCK = IndicatorKind.FLOW, IndicatorKind.STOCK
CATALOGUE = (
    Indicator("D1", "D1", "Đoàn vào", "đoàn", _FLOW, ("nuoc", "cap"), "D1N"),
    Indicator("D1N", "D1N", "Khách đoàn vào", "lượt người", _FLOW, ("nuoc",), "D1"),
    Indicator("D2", "D2", "Đoàn ra", "đoàn", _FLOW, ("nuoc",), "D2N"),
    Indicator("D2N", "D2N", "Người đi trong đoàn ra", "lượt người", _FLOW, ("nuoc",), "D2"),
    Indicator("D3", "D3", "Thỏa thuận ký mới", "văn bản", _FLOW, ("nuoc",)),
    Indicator("D3H", "D3H", "Thỏa thuận đang có hiệu lực", "văn bản", _STOCK),
    Indicator("M1", "M1", "Tin, bài về TTĐN", "tin, bài", _FLOW, ("ngon_ngu",)),
    Indicator("M8", "M8", "Văn bản, tin cung cấp", "văn bản", _FLOW),
    Indicator("P1", "P1", "Ấn phẩm", "loại", _FLOW, ("ngon_ngu",), "P1B"),
    Indicator("P1B", "P1B", "Ấn phẩm phát hành", "bản", _FLOW, ("ngon_ngu",), "P1"),
    Indicator("E1", "E1", "Sự kiện", "sự kiện", _FLOW, ("loai_su_kien",), "E1N"),
    Indicator("E1N", "E1N", "Người dự sự kiện", "lượt người", _FLOW, (), "E1"),
    Indicator("T1", "T1", "Lớp tập huấn", "lớp", _FLOW, (), "T1N"),
    Indicator("T1N", "T1N", "Học viên", "lượt người", _FLOW, (), "T1"),
    Indicator("T2", "T2", "Buổi tuyên truyền", "buổi", _FLOW, (), "T2N"),
    Indicator("T2N", "T2N", "Người nghe", "lượt người", _FLOW, (), "T2"),
    Indicator("V1", "V1", "Văn bản", "văn bản", _FLOW, ("loai_van_ban", "cap_ban_hanh")),
    Indicator("R3", "R3", "Cán bộ phụ trách", "người", _STOCK, ("che_do",)),
    Indicator("M3T", "M3T", "Người theo dõi trang", "người", IndicatorKind.SNAPSHOT),
    Indicator("M5", "M5", "Tin sai phát hiện", "tin, vụ", _FLOW, (), "M5X"),
    Indicator("M5X", "M5X", "Tin sai đã xử lý", "tin, vụ", _FLOW, (), "M5"),
    Indicator("K2", "K2", "Vi phạm phát hiện", "vụ", _FLOW),
    Indicator("X1", "X1", "Cây hữu nghị được trồng", "cây", _FLOW),
)
HEAD = Letterhead(
    parents=("UBND TỈNH QUẢNG NGÃI",),
    issuer=("SỞ NGOẠI VỤ",),
    motto=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    number_line="Số:        /BC-SNgV",
    place_date="Quảng Ngãi, ngày      tháng 12 năm 2026",
    title="BÁO CÁO",
    subject="Kết quả",
    subject_note="",
    addressees=("Sở Văn hóa, Thể thao và Du lịch",),
)
BODY = Body("unit", "Sở Ngoại vụ", "Sở", "công chức", "Ủy ban nhân dân tỉnh")


class Details(TypedDict, total=False):
    """What else an activity may have, as `Activity` names it."""

    until: date | None
    kind: str
    place: str
    content: str
    result: str
    partners: tuple[str, ...]
    highlight: bool
    obstacles: tuple[Obstacle, ...]
    proposals: tuple[Proposal, ...]


def act(
    code: str,
    title: str,
    *items: str,
    on: str = "05/03/2026",
    part: Part = Part.LEAD,
    readings: tuple[str, ...] = (),
    fundings: tuple[str, ...] = (),
    documents: tuple[str, ...] = (),
    **details: Unpack[Details],
) -> Activity:
    """Return an activity; figures, money and documents as an officer types them."""
    return Activity(
        id=code,
        unit_id="unit",
        code=code,
        title=title,
        start=parse_moment(on),
        item_ids=items or ("1.10",),
        part=part,
        readings=tuple(parse_reading(text) for text in readings),
        fundings=tuple(parse_funding(text) for text in fundings),
        evidence=tuple(document(text) for text in documents),
        **details,
    )


def document(written: str) -> Evidence:
    """Return an official document as evidence; its own words are its id."""
    reference = parse_reference(written)
    return Evidence(
        written, "E1", EvidenceKind.DOCUMENT, written, document=reference, dated=reference.issued_on
    )


def facts_of(
    *activities: Activity,
    states: Mapping[str, TaskState | tuple[TaskState, str]] | None = None,
    roles: Mapping[str, Involvement] | None = None,
    asked: Round | None = None,
    officer: Duties | None = None,
    successions: tuple[Succession, ...] = (),
    codes_shown: bool = True,
    earlier: tuple[Activity, ...] = (),
) -> ReportFacts:
    """Return the facts of a report; states are keyed by code, alone or with their reason."""
    this = asked or annual_round(2026, "coordinator")
    progress = {code: _progress(code, given) for code, given in (states or {}).items()}
    return ReportFacts(
        body=BODY,
        head=HEAD,
        closing=Closing(("GIÁM ĐỐC",), "", ("Như trên", "Lưu: VT")),
        version=VERSION,
        plan_name="Kế hoạch số ……/KH-UBND ngày …/7/2024",
        issuer_name="Ủy ban nhân dân tỉnh Kon Tum",
        recipient="Sở Văn hóa, Thể thao và Du lịch",
        round=this,
        day=this.sending_day,
        arranged=arranged(VERSION, ROLES if roles is None else roles, progress, activities),
        catalogue=CATALOGUE,
        earlier=earlier,
        successions=successions,
        officer=officer,
        codes_shown=codes_shown,
    )


def _progress(code: str, given: TaskState | tuple[TaskState, str]) -> Progress:
    state, reason = given if isinstance(given, tuple) else (given, "")
    return Progress(f"progress {code}", "unit", code, "round", state, reason)


def report_of(
    *activities: Activity, states: Mapping[str, TaskState | tuple[TaskState, str]] | None = None
) -> Document:
    """Return the report of the year 2026."""
    return compose(facts_of(*activities, states=states))


def block(document: Document, key: str) -> Block:
    """Return the one block of a key."""
    (found,) = [each for each in document.body if each.key == key]
    return found


def text(document: Document, key: str) -> str:
    """Return the text of the one block of a key."""
    return block(document, key).text


def keys(document: Document) -> list[str]:
    """Return the keys of the text's blocks in their order."""
    return [each.key for each in document.body]


def everything(document: Document) -> str:
    """Return all words of a report, text and annexes."""
    told = [each.text for each in document.body]
    for annex in document.annexes:
        told += [cell for row in annex.table.rows for cell in row.cells]
        told += [note.text for note in annex.notes]
    return "\n".join(told)
