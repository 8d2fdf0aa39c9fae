"""Looks are worked out as a word processor does, whoever has saved the file."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from tests.word.check.file import File, W, element, letters, place, sound
from tests.word.check.typed import Typed, Wish, add, prose, write
from ttdn_desktop.word.check.checker import FormatChecker
from ttdn_desktop.word.check.opening import opened
from ttdn_desktop.word.check.reading import Reading, read

RESAVED = Path(__file__).parents[2] / "data" / "docx" / "resaved.docx"
LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"))


def found(path: Path) -> set[str]:
    """Return the rules that are not kept."""
    return {each.rule for each in FormatChecker().check(path).findings}


def reading(path: Path) -> Reading:
    """Return a file as the rules see it."""
    package = opened(path)
    with package.archive:
        return read(package)


def test_that_nothing_is_found_after_libreoffice_has_saved_it() -> None:
    assert found(RESAVED) == set()


def test_that_a_repair_works_after_libreoffice_has_saved_it(tmp_path: Path) -> None:
    document = docx.Document(str(RESAVED))
    document.sections[0].left_margin = Pt(40)
    document.save(str(tmp_path / "x.docx"))

    with (tmp_path / "y.docx").open("w+b") as copy:
        FormatChecker().repair(tmp_path / "x.docx", copy)

    assert found(tmp_path / "x.docx") == {"margin_left"}
    assert found(tmp_path / "y.docx") == set()


def numbered(typed: Typed, level: int, text: str, *, bold: bool = False) -> None:
    """Type a paragraph whose number the word processor prints."""
    paragraph = prose(typed, text, bold=bold)
    number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
    add(paragraph._p.get_or_add_pPr(), number)  # noqa: SLF001 (python-docx has no lists)


def with_a_list(typed: Typed) -> None:
    """Put a list of three levels into the file."""
    root = typed.document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>'
        for n, (form, text) in enumerate(LEVELS)
    )
    kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(kind))
    use = f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    add(root, use)


def test_that_printed_numbers_are_part_of_the_text(tmp_path: Path) -> None:
    typed = Typed(Wish(), docx.Document())
    with_a_list(typed)
    for level, text in (
        (0, "MỘT"),
        (1, "Một"),
        (2, "một"),
        (2, "hai"),
        (1, "Hai"),
        (2, "một"),
        (0, "HAI"),
    ):
        numbered(typed, int(level), text, bold=True)

    texts = [each.text for each in reading(typed.store(tmp_path / "x.docx")).flow.paragraphs]

    assert texts == ["I. MỘT", "1. Một", "a) một", "b) hai", "2. Hai", "a) một", "II. HAI"]


def test_that_a_font_of_the_theme_is_known_by_its_name(tmp_path: Path) -> None:
    file = sound()
    fonts = file.part("styles").find(".//{*}rPrDefault//{*}rFonts")
    assert fonts is not None
    fonts.attrib.clear()
    for key in ("asciiTheme", "hAnsiTheme"):
        fonts.set(f"{W}{key}", "minorHAnsi")
    with_theme(file, "Times New Roman")
    right = found(file.store(tmp_path / "x.docx"))
    with_theme(file, "Calibri")
    wrong = found(file.store(tmp_path / "y.docx"))

    assert (right, wrong) == (set(), {"font"})


def with_theme(file: File, font: str) -> None:
    """Put a theme with a font for text into the file."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    file.members["word/theme/theme1.xml"] = (
        f'<a:theme xmlns:a="{drawing}"><a:themeElements><a:fontScheme><a:minorFont>'
        f'<a:latin typeface="{font}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    ).encode()
    relations = file.members["word/_rels/document.xml.rels"].decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    if kind not in relations:
        theme = f'<Relationship Id="rT" Type="{kind}" Target="theme/theme1.xml"/>'
        relations = relations.replace("</Relationships>", f"{theme}</Relationships>")
        file.members["word/_rels/document.xml.rels"] = relations.encode()


def test_that_bold_in_two_styles_is_not_bold(tmp_path: Path) -> None:
    file = sound()
    style = element("style", type="character", styleId="Strong")
    style.append(element("rPr"))
    style[0].append(element("b"))
    file.part("styles").append(style)
    letters(file.paragraph("BÁO CÁO"), rStyle="Strong")

    assert found(file.store(tmp_path / "x.docx")) == {"kind_style"}


def test_that_styles_in_a_circle_are_read(tmp_path: Path) -> None:
    file = sound()
    for style in file.part("styles").iter("{*}style"):
        if style.get(f"{W}styleId") == "Normal":
            style.insert(1, element("basedOn", val="ReportBody"))

    assert reading(file.store(tmp_path / "x.docx")).parts.kind is not None


@pytest.mark.parametrize("text", ["", "Giấy tờ khác"])
def test_that_any_document_can_be_checked(text: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.LEFT
    document.save(str(tmp_path / "x.docx"))

    assert "part_missing" in found(tmp_path / "x.docx")


def test_that_the_parts_of_a_document_without_tables_are_known(tmp_path: Path) -> None:
    parts = reading(write(Wish(tabs=True)).store(tmp_path / "x.docx")).parts

    one = (parts.nation, parts.motto, parts.number, parts.place_date, parts.kind)
    assert [piece.text for piece in one if piece] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 15/BC-SNV",
        "Hà Nội, ngày 05 tháng 01 năm 2026",
        "BÁO CÁO",
    ]
    assert [piece.text for piece in (*parts.parents, *parts.issuer)] == ["UBND TỈNH A", "SỞ NỘI VỤ"]
    closing = parts.closing
    assert [each.text for each in closing.authority] == ["GIÁM ĐỐC"]
    assert closing.signer is not None
    assert closing.signer.text == "Nguyễn Văn A"


@pytest.mark.parametrize("kind", ["KẾ HOẠCH", "TỜ TRÌNH", "BẢN THOẢ THUẬN", "Báo cáo"])
def test_that_a_document_of_any_kind_is_known(kind: str, tmp_path: Path) -> None:
    typed = write(Wish())
    title = next(each for each in typed.document.paragraphs if each.text == "BÁO CÁO")
    title.runs[0].text = kind

    known = reading(typed.store(tmp_path / "x.docx")).parts.kind

    assert known is not None
    assert known.text == kind


@pytest.mark.parametrize(
    ("usual", "rules"),
    [("567", set[str]()), ("720", set[str]()), ("1134", {"body_first_line"})],
)
def test_that_a_tab_leads_to_the_usual_stop(tmp_path: Path, usual: str, rules: set[str]) -> None:
    file = sound()
    paragraph = file.paragraph("Trên đây")
    place(paragraph, "ind", left="0", firstLine="0")
    run = paragraph.find(f"{W}r")
    assert run is not None
    run.insert(int(run.find(f"{W}rPr") is not None), element("tab"))
    with_tab_stops(file, usual)

    assert found(file.store(tmp_path / "x.docx")) == rules


def with_tab_stops(file: File, usual: str) -> None:
    """Let usual tab stops stand so far apart, twips."""
    settings = file.part("settings")
    for each in settings.findall(f"{W}defaultTabStop"):
        settings.remove(each)
    settings.append(element("defaultTabStop", val=usual))
