"""Decree 30/2020/NĐ-CP as data: page, looks, rules and columns, each with its source beside it.

Sources are places in Phụ lục I of the decree ("II.1a" is Phần I, mục II, khoản 1, điểm a), its
table of letters ("V.8b") or the sample forms of Phụ lục III. Lengths are millimetres; sizes and
gaps are points. What is chosen lies inside what is allowed: `allowed` is what a checker asks for.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Align, Orientation, Role
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping

FONT = "Times New Roman"  # I.4
COLOUR = "000000"  # I.4: màu đen
LANGUAGE = "vi-VN"


@immutable
class Span:
    """What the decree allows, both ends included."""

    low: float
    high: float

    def __contains__(self, value: float) -> bool:
        """Tell whether a value is allowed."""
        return self.low <= value <= self.high


@immutable
class Page:
    """A sheet and its margins, mm."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float

    @property
    def text_width(self) -> float:
        """The width of the text, mm."""
        return self.width - self.left - self.right


PORTRAIT = Page(210, 297, top=20, bottom=20, left=30, right=15, header=10)  # I.1, I.2, I.3
LANDSCAPE = Page(297, 210, top=20, bottom=20, left=30, right=15, header=10)  # I.2, annexes
PAGES: Mapping[Orientation, Page] = {
    Orientation.PORTRAIT: PORTRAIT,
    Orientation.LANDSCAPE: LANDSCAPE,
}
MARGINS: Mapping[str, Span] = {  # I.3
    "top": Span(20, 25),
    "bottom": Span(20, 25),
    "left": Span(30, 35),
    "right": Span(15, 20),
}
FIRST_LINES = (10.0, 12.7)  # II.6e: 1 cm or 1,27 cm
PARAGRAPH_GAP = Span(6, 24)  # II.6e: at least 6 pt; the upper end is ours
LINE_SPACING = Span(1.0, 1.5)  # II.6e


@immutable
class Rule:
    """A line under a text: its share of the text's longest line, and what is allowed."""

    share: float
    allowed: Span


FULL_RULE = Rule(1.0, Span(1.0, 1.0))  # II.1b: as long as the text
SHORT_RULE = Rule(0.42, Span(1 / 3, 1 / 2))  # II.2b, II.5b
GUIDE_RULE = Rule(0.25, Span(0.1, 0.5))  # Phụ lục III, mẫu 2.1: drawn, its length not ruled


class Element(StrEnum):
    """A part of the report with a look of its own; the value is its style's id."""

    NATION = "ReportNation"
    MOTTO = "ReportMotto"
    PARTY = "ReportParty"
    PARENT = "ReportParent"
    ISSUER = "ReportIssuer"
    STAR = "ReportStar"
    NUMBER = "ReportNumber"
    MARK = "ReportMark"
    URGENCY = "ReportUrgency"
    PLACE_DATE = "ReportPlaceDate"
    KIND = "ReportKind"
    SUBJECT = "ReportSubject"
    SUBJECT_NOTE = "ReportSubjectNote"
    ADDRESSEE = "ReportAddressee"
    ADDRESSEES = "ReportAddressees"
    SECTION = "ReportSection"
    CLAUSE = "ReportClause"
    POINT = "ReportPoint"
    BODY = "ReportBody"
    BULLET = "ReportBullet"
    GAP = "ReportGap"
    AUTHORITY = "ReportAuthority"
    SIGNER = "ReportSigner"
    RECIPIENTS = "ReportRecipients"
    RECIPIENT = "ReportRecipient"
    ADDRESS = "ReportAddress"
    PICTURE = "ReportPicture"
    CAPTION = "ReportCaption"
    ANNEX_LABEL = "AnnexLabel"
    ANNEX_TITLE = "AnnexTitle"
    ANNEX_GUIDE = "AnnexGuide"
    ANNEX_NOTE = "AnnexNote"
    TABLE_HEAD = "TableHead"
    TABLE_GROUP = "TableGroup"
    TABLE_HEADING = "TableHeading"
    TABLE_CELL = "TableCell"
    TABLE_PART = "TablePart"
    PAGE_NUMBER = "PageNumberTop"
    RULE = "RuleLine"
    SEAM = "SectionSeam"


@immutable
class Look:
    """How a part looks: letters (pt), place (mm), gaps (pt), line spacing (a multiple).

    `height` is an exact line height in points, or 0; `mark` is put before the text; `outline` is
    the level of the built-in heading it stands on, from 1, or 0; `fill` shades the letters,
    `border` is a line above (pt).
    """

    name: str
    source: str
    size: float
    allowed: Span
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Align = Align.CENTER
    before: float = 0
    after: float = 0
    line: float = 1.0
    height: float = 0
    first_line: float = 0
    left: float = 0
    mark: str = ""
    outline: int = 0
    keep_next: bool = False
    rule: Rule | None = None
    fill: str = ""
    border: float = 0


_SMALL = Span(12, 13)
_LARGE = Span(13, 14)
_TABLE = Span(11, 13)  # the decree gives no size for tables; 11-12 is common
_ANY = Span(1, 14)
_PROSE = Look(  # box 6: both edges straight, first line indented, paragraphs apart
    "Lời văn", "II.6e; ô 6", 14, _LARGE, align=Align.JUSTIFY, before=6, line=1.15, first_line=12.7
)
_HEADING = replace(_PROSE, source="II.6đ, V.6b; ô 6", bold=True, keep_next=True)

LOOKS: Mapping[Element, Look] = {
    Element.NATION: Look("Quốc hiệu", "II.1a; ô 1", 13, _SMALL, bold=True, caps=True),
    Element.MOTTO: Look("Tiêu ngữ", "II.1b; ô 1", 14, _LARGE, bold=True, rule=FULL_RULE),
    # Hướng dẫn 36-HD/VPTW, believed, not read: a body of the Party adapts the decree's place.
    Element.PARTY: Look(
        "Tiêu đề văn bản của Đảng", "ô 1", 15, Span(15, 15), bold=True, caps=True, rule=FULL_RULE
    ),
    Element.PARENT: Look("Cơ quan chủ quản", "II.2b; ô 2", 13, _SMALL, caps=True),
    Element.ISSUER: Look(
        "Cơ quan ban hành", "II.2b; ô 2", 13, _SMALL, bold=True, caps=True, rule=SHORT_RULE
    ),
    Element.STAR: Look("Dấu sao", "ô 2", 13, _SMALL),  # in place of the rule: Party, Đoàn
    Element.NUMBER: Look("Số và ký hiệu", "II.3c; ô 3", 13, Span(13, 13), before=6),
    # The decree has no such mark; offices frame it as they do those of III.2.
    Element.MARK: Look("Dấu dự thảo", "ô 3", 13, _LARGE, bold=True, caps=True, before=6),
    Element.URGENCY: Look("Dấu chỉ mức độ khẩn", "III.2b; ô 10b", 13, _LARGE, bold=True, caps=True),
    Element.PLACE_DATE: Look(
        "Địa danh và thời gian", "II.4c; ô 4", 14, _LARGE, italic=True, before=6
    ),
    Element.KIND: Look(
        "Tên loại văn bản", "II.5b; ô 5a", 14, _LARGE, bold=True, caps=True, before=24,
        keep_next=True,
    ),
    Element.SUBJECT: Look(
        "Trích yếu", "II.5b; ô 5a", 14, _LARGE, bold=True, keep_next=True, rule=SHORT_RULE
    ),
    Element.SUBJECT_NOTE: Look("Ghi chú trích yếu", "II.5b; ô 5a", 14, _LARGE, keep_next=True),
    Element.ADDRESSEE: Look("Kính gửi", "II.9d; ô 9a", 14, _LARGE, before=12, after=12),
    Element.ADDRESSEES: Look("Nơi kính gửi", "II.9d; ô 9a", 14, _LARGE, align=Align.LEFT),
    Element.SECTION: replace(_HEADING, name="Mục", outline=1, caps=True),
    Element.CLAUSE: replace(_HEADING, name="Khoản có tiêu đề", outline=2),
    Element.POINT: replace(_HEADING, name="Điểm", outline=3, bold=False),
    Element.BODY: _PROSE,
    Element.BULLET: replace(_PROSE, name="Gạch đầu dòng", mark="- "),
    Element.GAP: replace(_PROSE, name="Chỗ phải bổ sung", fill="FFF2CC"),
    Element.AUTHORITY: Look(
        "Quyền hạn và chức vụ", "II.7đ; ô 7a", 14, _LARGE, bold=True, caps=True, before=12,
        keep_next=True,
    ),
    Element.SIGNER: Look("Họ tên người ký", "II.7đ; ô 7b", 14, _LARGE, bold=True, before=72),
    Element.RECIPIENTS: Look(
        "Nơi nhận", "II.9d; ô 9b", 12, Span(12, 12), bold=True, italic=True, align=Align.LEFT,
        before=12, keep_next=True,
    ),
    Element.RECIPIENT: Look(
        "Danh sách nơi nhận", "II.9d; ô 9b", 11, Span(11, 11), align=Align.LEFT, mark="- ",
        keep_next=True,
    ),
    Element.ADDRESS: Look("Địa chỉ cơ quan", "III.4; ô 13", 11, Span(11, 12)),
    Element.PICTURE: Look("Hình", "III.1", 12, _TABLE, before=6),
    Element.CAPTION: Look("Chú thích hình", "III.1", 12, _TABLE, italic=True, before=3, after=6),
    Element.ANNEX_LABEL: Look(
        "Phụ lục", "III.1b, V.9", 14, Span(14, 14), bold=True, outline=1, keep_next=True
    ),
    Element.ANNEX_TITLE: Look(
        "Tên phụ lục", "III.1b, V.9", 14, _LARGE, bold=True, caps=True, outline=2, keep_next=True
    ),
    Element.ANNEX_GUIDE: Look(
        "Chỉ dẫn kèm theo", "III.1c, mẫu 2.1", 14, _LARGE, italic=True, keep_next=True,
        rule=GUIDE_RULE,
    ),
    Element.ANNEX_NOTE: Look(
        "Ghi chú phụ lục", "III.1", 12, _TABLE, align=Align.JUSTIFY, before=6
    ),
    Element.TABLE_HEAD: Look("Đầu bảng", "III.1", 12, _TABLE, bold=True, before=2, after=2),
    Element.TABLE_GROUP: Look(
        "Nhóm trong bảng", "III.1", 12, _TABLE, bold=True, align=Align.LEFT, before=2, after=2
    ),
    Element.TABLE_HEADING: Look(
        "Đề mục trong bảng", "III.1", 12, _TABLE, bold=True, align=Align.LEFT, before=2, after=2
    ),
    Element.TABLE_CELL: Look(
        "Chữ trong bảng", "III.1", 12, _TABLE, align=Align.LEFT, before=2, after=2
    ),
    Element.TABLE_PART: Look(
        "Phân tổ trong bảng", "III.1", 12, _TABLE, align=Align.LEFT, before=2, after=2, left=5
    ),
    Element.PAGE_NUMBER: Look("Số trang", "I.7, V.14", 14, _LARGE),
    Element.RULE: Look(
        "Dòng kẻ", "II.1b, II.2b, II.5b", 2, _ANY, height=4, before=3, after=6, border=0.75
    ),
    Element.SEAM: Look("Chỗ nối phần", "I.7, III.1đ", 1, _ANY, height=1),
}  # fmt: skip

ROLES: Mapping[Role, Element] = {
    Role.SECTION: Element.SECTION,
    Role.CLAUSE: Element.CLAUSE,
    Role.POINT: Element.POINT,
    Role.BODY: Element.BODY,
    Role.BULLET: Element.BULLET,
    Role.GAP: Element.GAP,
    Role.ANNEX_NOTE: Element.ANNEX_NOTE,
}

# The words the decree itself prints in boxes 9a and 9b.
ADDRESS_WORD = "Kính gửi"  # II.9d
RECIPIENTS_WORD = "Nơi nhận:"  # II.9d

HEAD_COLUMNS = (67.0, 98.0)  # Quốc hiệu takes 95,7 mm at 13 pt; mẫu 1.4 has 67,5 and 100
CLOSING_COLUMNS = (72.0, 93.0)  # mẫu 1.4 has 52,8 and 110,9; a list of recipients asks for more
COLUMN_EASE = 0.5  # mm kept free at each side of a planned line
INITIALS_ROOM = 15.0  # mm for ký nháy, beside the end mark and beside the signer's title
STAMPS: Mapping[str, tuple[float, float]] = {  # III.2b: width and height of a khẩn stamp, mm
    "HỎA TỐC": (30.0, 8.0),
    "THƯỢNG KHẨN": (40.0, 8.0),
    "KHẨN": (20.0, 8.0),
}
STAMP_COLOUR = "FF0000"  # III.2b: đỏ tươi
MARK_EASE = 3.0  # mm between the mark of a draft and its frame
FRAME_LINE = 0.75  # pt
TITLE_WIDTH = 150.0  # a title longer than this is broken into balanced lines

PICTURE_PLACES: Mapping[int, tuple[int, float]] = {2: (1, 90.0), 4: (2, 90.0)}
"""Of so many pictures a page: columns, and the tallest in mm, so that two rows find room."""
PICTURE_EASE = 1.5  # mm kept free at each side of a picture


@immutable
class ChartSize:
    """How tall a chart is: a frame, so much a category, and no more than the tallest; mm."""

    frame: float
    category: float
    tallest: float


CHART = ChartSize(frame=16, category=8, tallest=190)

CELL_PADDING = 1.5  # mm at each side of an annex table's cell
TABLE_LINE = 0.5  # pt
GROUP_FILL = "F2F2F2"  # a band that a black printer still prints readable
