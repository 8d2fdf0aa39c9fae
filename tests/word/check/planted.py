"""A report without a fault, and one way to break each rule in it."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from tests.word.sample_report import REPORT, TASK_ROWS, annex, block, made
from ttdn_desktop.domain.document import Orientation, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_W}}}"
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
"""A report that bears its number, with all parts that any rule is about."""


@dataclass
class File:
    """The members of a .docx; parts are changed as trees and stored as another file."""

    members: dict[str, bytes]

    def __post_init__(self) -> None:
        """Parse the parts that faults are planted in."""
        self.trees = {
            name: etree.fromstring(content)
            for name, content in self.members.items()
            if name.startswith("word/") and name.endswith(".xml")
        }

    @property
    def root(self) -> etree._Element:
        """The root of the document."""
        return self.trees["word/document.xml"]

    def part(self, name: str) -> etree._Element:
        """Return the root of a part."""
        return self.trees[f"word/{name}.xml"]

    def paragraph(self, start: str) -> etree._Element:
        """Return the first paragraph whose text begins so."""
        return next(each for each in self.root.iter(f"{W}p") if text_of(each).startswith(start))

    def sections(self) -> list[etree._Element]:
        """Return the properties of each section."""
        return list(self.root.iter(f"{W}sectPr"))

    def running(self) -> etree._Element:
        """Return the paragraph of the page number."""
        for name, tree in self.trees.items():
            if name.startswith("word/header") and tree.find(f".//{W}instrText") is not None:
                return tree[0]
        raise LookupError

    def store(self, path: Path) -> Path:
        """Write the file as it stands now."""
        parts = {name: etree.tostring(tree) for name, tree in self.trees.items()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in {**self.members, **parts}.items():
                archive.writestr(name, content)
        return path


def text_of(paragraph: etree._Element) -> str:
    """Return a paragraph's text."""
    return "".join(each.text or "" for each in paragraph.iter(f"{W}t"))


def sound() -> File:
    """Return the report without a fault; its legal grounds are made italic, as no role is."""
    with zipfile.ZipFile(BytesIO(made(SOUND).content)) as archive:
        file = File({name: archive.read(name) for name in archive.namelist()})
    for start in ("Căn cứ Nghị định", "Căn cứ Kế hoạch"):
        letters(file.paragraph(start), i="1")
    return file


def element(name: str, **values: str) -> etree._Element:
    """Return an element of WordprocessingML with attributes."""
    return etree.Element(f"{W}{name}", {f"{W}{key}": value for key, value in values.items()})


def letters(paragraph: etree._Element, **values: str) -> None:
    """Give all runs of a paragraph a property by its value: `sz="30"`."""
    for run in paragraph.iter(f"{W}r"):
        look = run.find(f"{W}rPr")
        if look is None:
            look = element("rPr")
            run.insert(0, look)
        for name, value in values.items():
            look.append(element(name, val=value))


def place(paragraph: etree._Element, name: str, **values: str) -> None:
    """Give a paragraph a property."""
    look = paragraph.find(f"{W}pPr")
    assert look is not None
    for old in look.findall(f"{W}{name}"):
        values = {key.rpartition("}")[2]: str(value) for key, value in old.attrib.items()} | values
        look.remove(old)
    look.append(element(name, **values))


def rewrite(paragraph: etree._Element, text: str) -> None:
    """Put a text in the place of a paragraph's."""
    for each in list(paragraph.iter(f"{W}t"))[1:]:
        each.text = ""
    next(paragraph.iter(f"{W}t")).text = text


def arial(start: str) -> Callable[[File], None]:
    """Return a planting of another font."""

    def plant(file: File) -> None:
        letters(file.paragraph(start), b="0")
        for look in file.paragraph(start).iter(f"{W}rPr"):
            look.append(element("rFonts", ascii="Arial", hAnsi="Arial"))

    return plant


def sized(start: str, half_points: str) -> Callable[[File], None]:
    """Return a planting of a size."""
    return lambda file: letters(file.paragraph(start), sz=half_points)


def styled(start: str, **values: str) -> Callable[[File], None]:
    """Return a planting of bold or italic."""
    return lambda file: letters(file.paragraph(start), **values)


def worded(start: str, text: str) -> Callable[[File], None]:
    """Return a planting of other words."""
    return lambda file: rewrite(file.paragraph(start), text)


def aligned(start: str, value: str) -> Callable[[File], None]:
    """Return a planting of another place."""
    return lambda file: place(file.paragraph(start), "jc", val=value)


def small(start: str) -> Callable[[File], None]:
    """Return a planting of typed small letters where the style prints capitals."""

    def plant(file: File) -> None:
        paragraph = file.paragraph(start)
        for each in paragraph.iter(f"{W}t"):
            number, dot, words = (each.text or "").rpartition(". ")
            each.text = f"{number}{dot}{words.capitalize()}"
        letters(paragraph, caps="0")

    return plant


def section(number: int, name: str, **values: str) -> Callable[[File], None]:
    """Return a planting in a section's properties."""

    def plant(file: File) -> None:
        found = file.sections()[number].find(f"{W}{name}")
        assert found is not None
        for key, value in values.items():
            found.set(f"{W}{key}", value)

    return plant


def without_rule(start: str) -> Callable[[File], None]:
    """Return a planting that takes the line under a paragraph away."""

    def plant(file: File) -> None:
        each = file.paragraph(start).getnext()
        while each is not None and text_of(each):
            each = each.getnext()
        assert each is not None
        place(each, "pStyle", val="ReportSigner")

    return plant


def dropped(start: str) -> Callable[[File], None]:
    """Return a planting that takes a paragraph's text away."""
    return worded(start, "")


def marked(name: str) -> Callable[[File], None]:
    """Return a planting of what a reviser leaves."""

    def plant(file: File) -> None:
        paragraph = file.paragraph("Trên đây")
        run = paragraph.find(f"{W}r")
        assert run is not None
        if name == "comment":
            run.append(element("commentReference", id="0"))
        else:
            mark = element("ins", id="9", author="a")
            run.addprevious(mark)
            mark.append(run)

    return plant


def page_number(change: Callable[[etree._Element], None]) -> Callable[[File], None]:
    """Return a planting in the page number's paragraph."""
    return lambda file: change(file.running())


def no_header(file: File) -> None:
    """Take the page numbers away."""
    for each in file.sections():
        for reference in each.findall(f"{W}headerReference"):
            each.remove(reference)


def in_the_footer(file: File) -> None:
    """Let the page number stand at the bottom."""
    for each in file.sections():
        for reference in each.findall(f"{W}headerReference"):
            reference.tag = f"{W}footerReference"


def on_the_first(file: File) -> None:
    """Show the number on page 1."""
    title = file.sections()[0].find(f"{W}titlePg")
    assert title is not None
    title.set(f"{W}val", "0")


def turned(file: File) -> None:
    """Lay the text on its side."""
    section(0, "pgSz", w="16838", h="11906", orient="landscape")(file)


def unsectioned(file: File) -> None:
    """Let the second annex go on in the section of the first."""
    seam = file.sections()[1]
    parent = seam.getparent()
    assert parent is not None
    parent.remove(seam)


def unguided(file: File) -> None:
    """Take the second annex's guide line and its rule away."""
    guides = [each for each in file.root.iter(f"{W}p") if text_of(each).startswith("(Kèm theo")]
    rule = guides[1].getnext()
    parent = guides[1].getparent()
    assert parent is not None
    assert rule is not None
    for each in (guides[1], rule):
        parent.remove(each)


def unreferred(file: File) -> None:
    """Let the text be silent about its annexes."""
    for each in file.root.iter(f"{W}t"):
        each.text = (each.text or "").replace(" Chi tiết tại Phụ lục I và Phụ lục II.", "")


def wide_rule(start: str) -> Callable[[File], None]:
    """Return a planting of a line over the whole column."""

    def plant(file: File) -> None:
        each = file.paragraph(start).getnext()
        while each is not None and text_of(each):
            each = each.getnext()
        assert each is not None
        place(each, "ind", left="0", right="0")

    return plant


def without_name(file: File) -> None:
    """Take the motto with its line away."""
    paragraph = file.paragraph("Độc lập")
    cell = paragraph.getparent()
    assert cell is not None
    for each in (paragraph.getnext(), paragraph):
        assert each is not None
        cell.remove(each)


BASIS, DASH = "Căn cứ Kế hoạch", "- Trong kỳ"
PLANTS: dict[str, Iterable[Callable[[File], object]]] = {
    "paper": [section(0, "pgSz", w="12240", h="15840")],
    "orientation": [turned],
    "margin_top": [section(0, "pgMar", top="851")],
    "margin_bottom": [section(0, "pgMar", bottom="1701")],
    "margin_left": [section(0, "pgMar", left="1134")],
    "margin_right": [section(0, "pgMar", right="567")],
    "page_number_missing": [no_header],
    "page_number_place": [in_the_footer],
    "page_number_align": [page_number(lambda p: place(p, "jc", val="right"))],
    "page_number_size": [page_number(lambda p: letters(p, sz="20"))],
    "page_number_style": [page_number(lambda p: letters(p, i="1"))],
    "page_number_first": [on_the_first],
    "page_number_form": [section(0, "pgNumType", fmt="lowerRoman")],
    "page_number_start": [section(0, "pgNumType", start="5")],
    "font": [arial(DASH), arial("Đoàn đại biểu")],
    "colour": [styled(DASH, color="FF0000"), styled("Đoàn đại biểu", color="1F4E79")],
    "gap": [worded("Trên đây", "Trên đây là báo cáo của …………./."),
            worded("Đoàn đại biểu", "[Chưa nhập]")],
    "highlight": [styled(DASH, highlight="yellow")],
    "comments": [marked("comment")],
    "revisions": [marked("ins")],
    "hidden": [styled("Sở Ngoại vụ báo cáo", vanish="1")],
    "language": [styled(DASH, lang="en-US")],
    "part_missing": [without_name],
    "nation_text": [worded("CỘNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.")],
    "motto_text": [worded("Độc lập", "Độc lập-Tự do-Hạnh phúc"),
                   worded("Độc lập", "Độc lập – Tự do – Hạnh phúc"),
                   worded("Độc lập", "Độc lập - Tự Do - Hạnh Phúc")],
    "motto_rule": [without_rule("Độc lập"), wide_rule("Độc lập")],
    "issuer_rule": [without_rule("SỞ NGOẠI VỤ"), wide_rule("SỞ NGOẠI VỤ")],
    "subject_rule": [without_rule("Kết quả thực hiện"), wide_rule("Kết quả thực hiện")],
    "number_form": [worded("Số:", "Số 05/BC-SNgV"), worded("Số:", "Số: 05 / BC-SNgV"),
                    worded("Số:", "Số: 05/BC - SNgV"), worded("Số:", "Số: 05-BC/SNgV")],
    "number_zero": [worded("Số:", "Số: 5/BC-SNgV")],
    "place_date_form": [worded("Quảng Ngãi,", "Quảng Ngãi ngày 05 tháng 12 năm 2026")],
    "place_date_zero": [worded("Quảng Ngãi,", "Quảng Ngãi, ngày 5 tháng 12 năm 2026"),
                        worded("Quảng Ngãi,", "Quảng Ngãi, ngày 05 tháng 2 năm 2026"),
                        worded("Quảng Ngãi,", "Quảng Ngãi, ngày 05 tháng 03 năm 2026")],
    "address_form": [worded("Kính gửi", "Kính gửi Sở Văn hóa, Thể thao và Du lịch"),
                     worded("Kính gửi", "Kính gửi: Sở Nội vụ; Sở Tư pháp")],
    "nation_size": [sized("CỘNG", "28")],
    "nation_style": [styled("CỘNG", b="0")],
    "nation_caps": [small("CỘNG")],
    "motto_size": [sized("Độc lập", "24")],
    "motto_style": [styled("Độc lập", i="1")],
    "parent_size": [sized("UBND TỈNH", "28")],
    "parent_style": [styled("UBND TỈNH", b="1")],
    "parent_caps": [small("UBND TỈNH")],
    "issuer_size": [sized("SỞ NGOẠI", "22")],
    "issuer_style": [styled("SỞ NGOẠI", b="0")],
    "issuer_caps": [small("SỞ NGOẠI")],
    "number_size": [sized("Số:", "28")],
    "number_style": [styled("Số:", b="1")],
    "place_date_size": [sized("Quảng Ngãi,", "24")],
    "place_date_style": [styled("Quảng Ngãi,", i="0")],
    "kind_size": [sized("BÁO CÁO", "32")],
    "kind_style": [styled("BÁO CÁO", b="0")],
    "kind_caps": [small("BÁO CÁO")],
    "kind_align": [aligned("BÁO CÁO", "left")],
    "subject_size": [sized("Kết quả thực hiện", "24")],
    "subject_style": [styled("Kết quả thực hiện", b="0")],
    "subject_align": [aligned("Kết quả thực hiện", "left")],
    "address_size": [sized("Kính gửi", "24")],
    "address_style": [styled("Kính gửi", b="1")],
    "basis_style": [styled(BASIS, i="0")],
    "section_size": [sized("II. PHƯƠNG", "32")],
    "section_style": [styled("II. PHƯƠNG", b="0")],
    "section_caps": [small("II. PHƯƠNG")],
    "authority_size": [sized("KT. GIÁM", "24")],
    "authority_style": [styled("KT. GIÁM", b="0")],
    "authority_caps": [small("KT. GIÁM")],
    "signer_size": [sized("Nguyễn Văn An", "24")],
    "signer_style": [styled("Nguyễn Văn An", b="0")],
    "signer_lower": [worded("Nguyễn Văn An", "NGUYỄN VĂN AN")],
    "recipients_word_size": [sized("Nơi nhận", "28")],
    "recipients_word_style": [styled("Nơi nhận", i="0")],
    "recipients_size": [sized("- UBND", "24")],
    "recipients_style": [styled("- UBND", i="1")],
    "annex_label_size": [sized("Phụ lục II", "26")],
    "annex_label_style": [styled("Phụ lục II", b="0")],
    "annex_label_lower": [styled("Phụ lục II", caps="1"), worded("Phụ lục II", "PHỤ LỤC II")],
    "annex_label_align": [aligned("Phụ lục II", "left")],
    "annex_title_size": [sized("KẾT QUẢ THEO", "24")],
    "annex_title_style": [styled("KẾT QUẢ THEO", b="0")],
    "annex_title_caps": [small("KẾT QUẢ THEO")],
    "annex_title_align": [aligned("KẾT QUẢ THEO", "left")],
    "annex_guide_size": [sized("(Kèm theo", "24")],
    "annex_guide_style": [styled("(Kèm theo", i="0")],
    "annex_guide_align": [aligned("(Kèm theo", "left")],
    "body_size": [sized(DASH, "24"), sized("1. Tuyên truyền", "32")],
    "body_align": [aligned(DASH, "left")],
    "body_first_line": [lambda f: place(f.paragraph(DASH), "ind", firstLine="0")],
    "body_gap": [lambda f: place(f.paragraph(DASH), "spacing", before="0")],
    "body_line": [lambda f: place(f.paragraph(DASH), "spacing", line="480", lineRule="auto"),
                  lambda f: place(f.paragraph(DASH), "spacing", line="240", lineRule="exact")],
    "basis_marks": [worded("Căn cứ Nghị định", "Căn cứ Nghị định số 09/2019/NĐ-CP,"),
                    worded(BASIS, "Căn cứ Kế hoạch số 2486/KH-UBND;")],
    "section_order": [worded("II. PHƯƠNG", "III. PHƯƠNG HƯỚNG")],
    "clause_order": [worded("2. Tổ chức", "3. Tổ chức thực hiện"),
                     worded("2. Tổ chức", "1. Tổ chức thực hiện")],
    "point_order": [worded("b) Nhiệm vụ", "c) Nhiệm vụ phối hợp")],
    "end_mark": [worded("Trên đây", "Trên đây là báo cáo của Sở Ngoại vụ.")],
    "authority_form": [worded("KT. GIÁM", "KT GIÁM ĐỐC"), worded("KT. GIÁM", "K/T GIÁM ĐỐC"),
                       worded("KT. GIÁM", "KT: GIÁM ĐỐC")],
    "signer_title": [worded("Nguyễn Văn An", "TS. Nguyễn Văn An"),
                     worded("Nguyễn Văn An", "Đại tá Nguyễn Văn An")],
    "recipients_text": [worded("Nơi nhận", "Nơi nhận")],
    "recipients_first": [worded("- Như trên", "- Như kính gửi;")],
    "recipients_last": [worded("- Lưu", "- Lưu VT.")],
    "recipients_marks": [worded("- UBND", "- UBND tỉnh (b/c),"), worded("- UBND", "+ UBND tỉnh;")],
    "annex_order": [worded("Phụ lục II", "Phụ lục 2"), worded("Phụ lục II", "Phụ lục III")],
    "annex_guide_missing": [unguided],
    "annex_section": [unsectioned],
    "annex_restart": [section(2, "pgNumType", start="7")],
    "annex_referred": [unreferred],
}  # fmt: skip
"""Each rule by its key, and ways to break it and no other."""
