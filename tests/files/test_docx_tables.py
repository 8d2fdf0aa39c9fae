"""Tables of a Word document: where they are, what stands between them, what is no table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.word_files import MC, cell, paragraph, row, run, table, word_file
from ttdn_desktop.domain.grid import GridKind
from ttdn_desktop.files.docx_tables import read

if TYPE_CHECKING:
    from pathlib import Path


def test_that_a_table_is_read_with_the_lines_above_and_below(tmp_path: Path) -> None:
    body = (
        paragraph("Phụ lục")
        + paragraph("")
        + table(row("TT", "Nhiệm vụ"), row("1", "Tuyên truyền"))
        + paragraph("Ghi chú.")
    )

    (grid,) = read(word_file(tmp_path / "a.docx", body))

    assert grid.kind is GridKind.TABLE
    assert grid.rows == (("TT", "Nhiệm vụ"), ("1", "Tuyên truyền"))
    assert (grid.above, grid.below) == (("Phụ lục",), ("Ghi chú.",))


def test_that_tables_are_numbered_in_order_and_lines_belong_to_the_next(tmp_path: Path) -> None:
    body = table(row("a")) + paragraph("giữa") + table(row("b")) + paragraph("cuối")

    first, second = read(word_file(tmp_path / "a.docx", body))

    assert (first.number, first.rows, first.above, first.below) == (1, (("a",),), (), ())
    assert (second.number, second.rows, second.above) == (2, (("b",),), ("giữa",))
    assert second.below == ("cuối",)


def test_that_a_nested_table_is_a_grid_of_its_own_behind_the_outer_one(tmp_path: Path) -> None:
    inner = table(row("trong"))
    body = table(row(cell("trước", inner, "sau"), "bên")) + table(row("tiếp")) + paragraph("cuối")

    grids = read(word_file(tmp_path / "a.docx", body))

    assert [grid.rows for grid in grids] == [(("trước\nsau", "bên"),), (("trong",),), (("tiếp",),)]
    assert [grid.number for grid in grids] == [1, 2, 3]
    assert grids[2].below == ("cuối",)


def test_that_lines_behind_a_last_table_with_a_nested_one_stay_with_the_outer(
    tmp_path: Path,
) -> None:
    body = table(row(cell("ngoài", table(row("trong")), ""))) + paragraph("cuối")

    outer, inner = read(word_file(tmp_path / "a.docx", body))

    assert (outer.below, inner.below) == (("cuối",), ())


def test_that_a_document_without_tables_is_one_grid_of_its_paragraphs(tmp_path: Path) -> None:
    body = paragraph("Điều 1.") + paragraph("") + paragraph(run("Đậm", "<w:b/>"))

    (grid,) = read(word_file(tmp_path / "a.docx", body))

    assert grid.kind is GridKind.TEXT
    assert grid.rows == (("Điều 1.",), ("Đậm",))
    assert grid.bold == {(1, 0)}


def test_that_a_document_of_pictures_is_one_empty_grid_of_text(tmp_path: Path) -> None:
    body = paragraph("<w:r><w:drawing/></w:r>")

    (grid,) = read(word_file(tmp_path / "a.docx", body))

    assert (grid.kind, grid.rows) == (GridKind.TEXT, ())


def test_that_strict_documents_are_read_like_others(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:b w:val="true"/></w:rPr></w:style>'
    )
    wide = '<w:tcW w:w="28.35pt" w:type="dxa"/>'
    body = table(
        row(cell(paragraph("Nhiệm vụ", look='<w:pStyle w:val="H"/>'), look=wide), "1"),
        widths=(567, 567),
    )

    (grid,) = read(word_file(tmp_path / "a.docx", body, {"styles": styles}, strict=True))

    assert grid.rows == (("Nhiệm vụ", "1"),)
    assert grid.bold == {(0, 0)}


@pytest.mark.parametrize("main", ["word/document2.xml", "Nội dung/văn bản.xml", "document.xml"])
def test_that_the_main_part_is_found_by_its_relation(tmp_path: Path, main: str) -> None:
    path = word_file(tmp_path / "a.docx", table(row("x")), {"styles": ""}, main=main)

    assert [grid.rows for grid in read(path)] == [(("x",),)]


def test_that_text_frames_in_cells_are_left_out_and_elsewhere_read_once(tmp_path: Path) -> None:
    frame = (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}">'
        f"<mc:Choice><w:drawing><w:txbxContent>{paragraph('khung')}"
        "</w:txbxContent></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><w:txbxContent>{paragraph('khung')}"
        "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = paragraph(frame, "Kế hoạch") + table(row(cell(paragraph(frame, "ô"))))

    (grid,) = read(word_file(tmp_path / "a.docx", body))

    assert grid.rows == (("ô",),)
    assert grid.above == ("khung", "Kế hoạch")


def test_that_a_table_in_a_frame_is_read_once(tmp_path: Path) -> None:
    content = f"<w:txbxContent>{table(row('a', 'b'))}{paragraph('')}</w:txbxContent>"
    frame = (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{content}</mc:Choice>'
        f"<mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r>"
    )

    grids = read(word_file(tmp_path / "a.docx", paragraph(frame)))

    assert [grid.rows for grid in grids] == [(("a", "b"),)]


def test_that_rows_and_cells_in_content_controls_are_read(tmp_path: Path) -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = control(
        table(
            row("1", control(cell("a"))),
            control(row("2", cell(control(paragraph("b"))))),
            control(control(row("3", cell(paragraph(control(run("c"))))))),
        )
    )

    (grid,) = read(word_file(tmp_path / "a.docx", body))

    assert grid.rows == (("1", "a"), ("2", "b"), ("3", "c"))


def test_that_a_control_that_still_shows_its_prompt_is_empty(tmp_path: Path) -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    inline = f"<w:sdt>{prompt}<w:sdtContent>{run('Bấm để nhập')}</w:sdtContent></w:sdt>"
    block = f"<w:sdt>{prompt}<w:sdtContent>{paragraph('Bấm để nhập')}</w:sdtContent></w:sdt>"

    (grid,) = read(word_file(tmp_path / "a.docx", table(row(cell(paragraph(inline)), cell(block)))))

    assert grid.rows == (("", ""),)


def test_that_hidden_and_deleted_rows_are_left_out(tmp_path: Path) -> None:
    body = table(
        row("1"),
        row("ẩn", look="<w:hidden/>"),
        row("xóa", look="<w:del/>"),
        row("2"),
        row("chèn", look="<w:ins/>"),
    )

    (grid,) = read(word_file(tmp_path / "a.docx", body))

    assert grid.rows == (("1",), ("2",), ("chèn",))


def test_that_a_table_whose_rows_are_all_deleted_is_none(tmp_path: Path) -> None:
    body = paragraph("a") + table(row("x", look="<w:del/>")) + paragraph("b") + table(row("y"))

    (grid,) = read(word_file(tmp_path / "a.docx", body))

    assert (grid.rows, grid.above) == ((("y",),), ("a", "b"))
