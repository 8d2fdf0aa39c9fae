"""The text of a cell: what Word shows once all changes are accepted, and how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.word_files import MC, cell, paragraph, row, run, table, word_file
from ttdn_desktop.domain.grid import LegacyEncoding
from ttdn_desktop.files.docx_tables import read

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.grid import Grid

BOLD, NOT_BOLD = "<w:b/>", '<w:b w:val="0"/>'


def _grid(folder: Path, content: str, parts: dict[str, str] | None = None) -> Grid:
    (grid,) = read(word_file(folder / "a.docx", table(row(cell(content), "bên")), parts))
    return grid


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _either(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


INSTRUCTION = "<w:r><w:instrText>PAGE</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a\n  b</w:t></w:r>", "a   b"),
        ("<w:r><w:t>KL</w:t><w:noBreakHyphen/><w:t>TW</w:t></w:r>", "KL-TW"),
        ("<w:r><w:t>thông</w:t><w:softHyphen/><w:t> tin\u00ad</w:t></w:r>", "thông tin"),
        ("<w:r><w:t>\ue000a\ue001</w:t></w:r>", "a"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Times New Roman" w:char="2026"/></w:r>', "…"),
        ('<w:r><w:sym w:font="Symbol" w:char="khác"/></w:r>', ""),
        (f"<w:ins>{run('chèn')}</w:ins>", "chèn"),
        (f"<w:moveTo>{run('đến')}</w:moveTo>", "đến"),
        ("a<w:del><w:r><w:delText>xóa</w:delText></w:r></w:del>", "a"),
        (f"a<w:del>{run('xóa')}</w:del><w:moveFrom>{run('đi')}</w:moveFrom>", "a"),
        (f"<w:ins>{run('a')}<w:del>{run('b')}</w:del></w:ins>", "a"),
        (f"<w:smartTag>{run('a')}<w:smartTag>{run('b')}</w:smartTag></w:smartTag>", "ab"),
        (f"<w:hyperlink>{run('baochinhphu.vn')}</w:hyperlink>", "baochinhphu.vn"),
        (f'<w:fldSimple w:instr="DATE">{run("2024")}</w:fldSimple>', "2024"),
        (_field("begin") + INSTRUCTION + _field("separate") + run("7") + _field("end"), "7"),
        (_field("begin") + INSTRUCTION + run("không") + _field("end") + run("sau"), "sau"),
        (
            _field("begin") + _field("begin") + run("không") + _field("separate") + run("không")
            + _field("end") + _field("separate") + run("thấy") + _field("end"),
            "thấy",
        ),
        (run("ẩn", "<w:vanish/>") + run("hiện", '<w:vanish w:val="0"/>'), "hiện"),
        (run("ubnd tỉnh", "<w:caps/>"), "ubnd tỉnh"),
        (_either(run("một"), run("một")), "một"),
        (f"<w:r>{_either('<w:khác/>', '<w:t>hai</w:t>')}</w:r>", "hai"),
        (run("Tie\u0302\u0301ng Vie\u0323\u0302t"), "Tiếng Việt"),
        ("<w:ruby><w:rt/><w:rubyBase><w:r><w:t>gốc</w:t></w:r></w:rubyBase></w:ruby>", "gốc"),
    ],
)  # fmt: skip
def test_that_a_cell_says_what_word_shows(tmp_path: Path, content: str, text: str) -> None:
    inside = content if content.startswith("<") else run(content[0]) + content[1:]

    assert _grid(tmp_path, paragraph(inside)).rows == ((text, "bên"),)


def test_that_paragraphs_are_lines_and_empty_ones_around_them_are_none(tmp_path: Path) -> None:
    content = paragraph("") + paragraph("Chủ trì: A") + paragraph("Phối hợp: B") + paragraph("")

    assert _grid(tmp_path, content).rows[0][0] == "Chủ trì: A\nPhối hợp: B"


def test_that_a_paragraph_whose_mark_is_deleted_runs_into_the_next(tmp_path: Path) -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    content = paragraph("Sở ", look=gone) + paragraph("Ngoại vụ") + paragraph("cuối", look=gone)

    assert _grid(tmp_path, content).rows[0][0] == "Sở Ngoại vụ\ncuối"


def test_that_a_field_left_open_ends_with_its_paragraph(tmp_path: Path) -> None:
    content = paragraph(_field("begin") + INSTRUCTION) + paragraph("còn")

    assert _grid(tmp_path, content).rows[0][0] == "còn"


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Head"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="LoopA"><w:basedOn w:val="LoopB"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="LoopB"><w:basedOn w:val="LoopA"/></w:style>'
)


@pytest.mark.parametrize(
    ("content", "bold"),
    [
        (paragraph(run("a", BOLD)), True),
        (paragraph(run("a", BOLD), run("b")), False),
        (paragraph(run("a", BOLD), run("  ")), True),
        (paragraph(run("a", BOLD)) + paragraph(run("b")), False),
        (paragraph(run("a", BOLD), run("ẩn", "<w:vanish/>")), True),
        (paragraph(""), False),
        (paragraph("a", look='<w:pStyle w:val="Head"/>'), True),
        (paragraph(run("a", NOT_BOLD), look='<w:pStyle w:val="Head"/>'), False),
        (paragraph(run("a", '<w:rStyle w:val="Strong"/>')), True),
        (paragraph(run("a", '<w:rStyle w:val="Strong"/>'), look='<w:pStyle w:val="Head"/>'), False),
        (paragraph("a", look='<w:pStyle w:val="LoopA"/>'), False),
    ],
)
def test_that_a_cell_is_bold_where_all_that_is_seen_of_it_is(
    tmp_path: Path,
    content: str,
    bold: bool,  # noqa: FBT001 (a column of the table above)
) -> None:
    assert ((0, 0) in _grid(tmp_path, content, {"styles": STYLES}).bold) is bold


def test_that_text_hidden_by_its_style_is_left_out(tmp_path: Path) -> None:
    content = paragraph(run("thấy"), run("ẩn", '<w:rStyle w:val="Unseen"/>'))

    assert _grid(tmp_path, content, {"styles": STYLES}).rows[0][0] == "thấy"


@pytest.mark.parametrize(
    ("switches", "bold"),
    [
        ('<w:tblLook w:val="0020"/>', {(0, 0), (0, 1)}),
        ('<w:tblLook w:firstRow="1" w:firstColumn="1"/>', {(0, 0), (0, 1), (1, 0)}),
        ('<w:tblLook w:val="0000"/>', set()),
        ("", set()),
    ],
)
def test_that_a_tables_style_makes_its_first_row_and_column_bold(
    tmp_path: Path, switches: str, bold: set[tuple[int, int]]
) -> None:
    part = '<w:tblStylePr w:type="{}"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    style = (
        f'<w:style w:type="table" w:styleId="T">{part.format("firstRow")}'
        f"{part.format('firstCol')}</w:style>"
    )
    look = f'<w:tblStyle w:val="T"/>{switches}'
    body = table(row("TT", "Nhiệm vụ"), row("1", "a"), look=look)

    (grid,) = read(word_file(tmp_path / "a.docx", body, {"styles": style}))

    assert grid.bold == bold


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_that_fonts_from_before_unicode_are_told(tmp_path: Path) -> None:
    tcvn = paragraph(run("Céng hoµ x· héi", _font(".VnTime")))
    vni = paragraph(run("Coäng hoøa", _font("VNI-Times")))

    assert _grid(tmp_path, tcvn).legacy is LegacyEncoding.TCVN3
    assert _grid(tmp_path, vni).legacy is LegacyEncoding.VNI
    assert _grid(tmp_path, paragraph("Cộng hòa")).legacy is None


def test_that_fonts_are_told_through_styles_and_the_theme(tmp_path: Path) -> None:
    text = paragraph("Céng hoµ x· héi chñ nghÜa")
    style = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{}</w:rPr></w:style>'
    by_style = style.format(_font(".VnTimeH"))
    by_theme = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_THEMED}</w:rPr></w:rPrDefault></w:docDefaults>"
    )

    assert _grid(tmp_path, text, {"styles": by_style}).legacy is LegacyEncoding.TCVN3
    both = {"styles": by_theme, "theme": THEME}
    assert _grid(tmp_path, text, both).legacy is LegacyEncoding.TCVN3


_THEMED = '<w:rFonts w:hAnsiTheme="minorHAnsi" w:hAnsi="Arial"/>'
THEME = (
    '<?xml version="1.0"?><a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface=".VnArial"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def test_that_a_leftover_font_on_unicode_text_is_no_old_encoding(tmp_path: Path) -> None:
    content = paragraph(run("Cộng hòa xã hội chủ nghĩa Việt Nam", _font(".VnTime")))

    assert _grid(tmp_path, content).legacy is None


def test_that_letters_kept_as_places_of_an_old_font_are_letters(tmp_path: Path) -> None:
    place = '<w:r><w:sym w:font=".VnTime" w:char="F0B5"/></w:r>'
    content = paragraph(run("\uf043\uf0e9ng ho", _font(".VnTime")), place)

    assert _grid(tmp_path, content).rows[0][0] == "Céng hoµ"
