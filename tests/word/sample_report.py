"""A report with everything a renderer must cope with, and the file made from it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.domain.document import (
    Align,
    Annex,
    Block,
    Chart,
    Closing,
    Column,
    Document,
    Letterhead,
    Orientation,
    Picture,
    PictureFormat,
    Role,
    Row,
    RowKind,
    Sentence,
    Series,
    Table,
)
from ttdn_desktop.word.writer import WordWriter, report_writer

if TYPE_CHECKING:
    from collections.abc import Iterable

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Made:
    """A written file: its bytes, and questions about its XML with the prefix w."""

    content: bytes

    def part(self, name: str) -> bytes:
        """Return a member of the package."""
        with zipfile.ZipFile(BytesIO(self.content)) as archive:
            return archive.read(name)

    @property
    def tree(self) -> etree._Element:
        """The root of word/document.xml."""
        return etree.fromstring(self.part("word/document.xml"))

    def find(self, path: str) -> list[etree._Element]:
        """Return what an XPath finds in the document."""
        found = self.tree.xpath(path, namespaces={"w": _W})
        assert isinstance(found, list)
        return [each for each in found if etree.iselement(each)]

    def styled(self, style: str) -> list[etree._Element]:
        """Return the paragraphs of a style."""
        return self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")

    def texts(self, style: str) -> list[str]:
        """Return the texts of a style's paragraphs, a line break as a newline."""
        return [text_of(each) for each in self.styled(style)]


def text_of(paragraph: etree._Element) -> str:
    """Return a paragraph's text, a line break as a newline."""
    pieces = paragraph.iter(f"{{{_W}}}t", f"{{{_W}}}br")
    return "".join("\n" if each.tag == f"{{{_W}}}br" else each.text or "" for each in pieces)


def made(document: Document, writer: WordWriter | None = None) -> Made:
    """Return the file of a tree; each picture is the same square."""
    target = BytesIO()
    (writer or report_writer()).write(document, target, lambda _digest: SQUARE)
    return Made(target.getvalue())


def _png(side: int) -> bytes:
    """Return a grey square of so many pixels."""
    rows = (b"\0" + b"\x99" * side) * side
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


SQUARE = _png(8)


def block(key: str, role: Role, *texts: str) -> Block:
    """Return a block of sentences without records."""
    return Block(key, role, tuple(Sentence(text) for text in texts))


HEAD = Letterhead(
    parents=("UBND TỈNH QUẢNG NGÃI",),
    issuer=("SỞ NGOẠI VỤ",),
    motto=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    number_line="Số:        /BC-SNgV",
    place_date="Quảng Ngãi, ngày      tháng 12 năm 2026",
    title="BÁO CÁO",
    subject="Kết quả thực hiện công tác thông tin đối ngoại năm 2026",
    subject_note="(theo Kế hoạch số 2486/KH-UBND ngày 09/7/2024 của Ủy ban nhân dân tỉnh Kon Tum)",
    addressees=("Sở Văn hóa, Thể thao và Du lịch",),
)
CLOSING = Closing(
    authority=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="",
    recipients=(
        "Như trên",
        "UBND tỉnh (b/c)",
        "Giám đốc, các Phó Giám đốc Sở",
        "Lưu: VT, HTQT",
    ),
)
TASK_COLUMNS = (
    Column("TT", 0.06, Align.CENTER),
    Column("Nhiệm vụ / hoạt động", 0.34),
    Column("Vai trò", 0.09, Align.CENTER),
    Column("Thời gian, địa điểm", 0.15),
    Column("Kết quả, số liệu", 0.25),
    Column("Tài liệu kiểm chứng", 0.11, Align.CENTER),
)
GUIDE = "(Kèm theo Báo cáo số      /BC-SNgV ngày      tháng 12 năm 2026 của Sở Ngoại vụ)"


def row(key: str, kind: RowKind, *cells: str) -> Row:
    """Return a row without records."""
    return Row(key, kind, cells)


TASK_ROWS = (
    row("t.1", RowKind.GROUP, "1", "Đổi mới tư duy, nội dung, phương thức", "", "", "", ""),
    row("t.1.10", RowKind.HEADING, "1.10", "Lồng ghép hoạt động thông tin đối ngoại qua trao đổi "
        "đoàn, hội đàm, ký kết hợp tác", "chủ trì", "2024 - 2030", "Có kết quả: 1 hoạt động",
        "Đủ"),
    row("t.1.10.a", RowKind.ENTRY, "A12", "Đoàn đại biểu tỉnh thăm, chúc Tết cổ truyền Bunpimay",
        "chủ trì", "08/4/2026\ntỉnh Attapư", "02 đoàn với 19 lượt người", "E3, E4"),
    row("t.1.10.p", RowKind.PART, "", "Trong đó: Lào", "", "", "02", ""),
)  # fmt: skip


def annex(key: str, label: str, orientation: Orientation, rows: Iterable[Row]) -> Annex:
    """Return an annex with the task columns."""
    table = Table(TASK_COLUMNS, tuple(rows))
    return Annex(key, label, "KẾT QUẢ THEO NHIỆM VỤ", GUIDE, orientation, table,
                 empty="Không có số liệu trong kỳ.")  # fmt: skip


BODY = (
    block("opening", Role.BODY, "Sở Ngoại vụ báo cáo kết quả thực hiện năm 2026 như sau:"),
    block("i.heading", Role.SECTION, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"),
    block("i.1", Role.CLAUSE, "1. Tuyên truyền, phổ biến nâng cao nhận thức"),
    block("i.1.a", Role.POINT, "a) Nhiệm vụ Sở Ngoại vụ chủ trì"),
    block("i.1.a.result", Role.BULLET, "Sở đã tổ chức 02 buổi.", "Có 46 lượt người dự."),
    block("i.1.gap", Role.GAP, "[Chưa nhập: nhiệm vụ 1.6. Bổ sung trước khi trình ký]"),
    block("ending", Role.BODY, "Trên đây là báo cáo của Sở Ngoại vụ./."),
)
PICTURE = Picture(
    "annex.pictures.1",
    "a" * 64,
    PictureFormat.PNG,
    width_mm=120,
    height_mm=90,
    alt='Ảnh: "hội đàm" & ký kết',
    caption="Hình 1. Hội đàm với tỉnh Attapư, tháng 4/2026",
)
CHART = Chart(
    "annex.figures.chart",
    "Biểu đồ: Số hoạt động theo nhiệm vụ năm 2026",
    ("Nhiệm vụ 1.5", "Nhiệm vụ 1.10"),
    (Series("Chủ trì, tham mưu", (3.0, 2.5)), Series("Phối hợp, tham gia", (0.0, 4.0))),
    "Biểu đồ thanh: nhiệm vụ 1.5: 3, nhiệm vụ 1.10: 6,5.",
    stacked=True,
)
ADDRESS = ("Địa chỉ: số 12, đường Hùng Vương, tỉnh Quảng Ngãi", "Thư điện tử: a@b.vn")
REPORT = Document(
    title="Báo cáo kết quả thực hiện công tác thông tin đối ngoại năm 2026",
    author="Sở Ngoại vụ",
    dated=date(2026, 12, 14),
    head=HEAD,
    body=BODY,
    closing=CLOSING,
    annexes=(
        annex("annex.tasks", "Phụ lục I", Orientation.LANDSCAPE, TASK_ROWS),
        annex("annex.figures", "Phụ lục II", Orientation.PORTRAIT, ()),
    ),
)
WITH_DRAWINGS = replace(
    REPORT,
    head=replace(HEAD, address=ADDRESS),
    annexes=(
        REPORT.annexes[0],
        replace(REPORT.annexes[1], chart=CHART),
        Annex(
            "annex.pictures",
            "Phụ lục III",
            "HÌNH ẢNH",
            GUIDE,
            Orientation.PORTRAIT,
            Table((), ()),
            pictures=(
                PICTURE,
                replace(PICTURE, key="annex.pictures.2"),
                replace(PICTURE, key="annex.pictures.3", digest="b" * 64),
            ),
        ),
    ),
)
