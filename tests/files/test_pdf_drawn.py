"""Tables drawn in every way that programs draw them, each by hand at known places."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.files.drawn_pdf import CELLS, SCAN, TIMES, XS, YS, Paper, composite, filled, made
from ttdn_desktop.domain.grid import GridKind, LegacyEncoding
from ttdn_desktop.files import pdf_tables

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.grid import Grid


def read(tmp_path: Path, *papers: Paper, trailer: str = "") -> tuple[Grid, ...]:
    path = tmp_path / "drawn.pdf"
    path.write_bytes(made(*papers, trailer=trailer))
    return pdf_tables.read(path)


def stroked(paper: Paper) -> None:
    paper.table(XS, YS)


def bars(paper: Paper) -> None:
    """Draw as Word does: a thin filled rectangle for each side of each cell."""
    for x in XS:
        for y in YS[1:]:
            paper.bar(x, y + 0.5, 0.5, 39.5)
    for y in YS:
        for left, right in pairwise(XS):
            paper.bar(left, y, right - left, 0.5)


def doubled(paper: Paper) -> None:
    paper.table([x - 1 for x in XS], [y + 1 for y in YS])
    paper.table([x + 1 for x in XS], [y - 1 for y in YS])


def dotted(paper: Paper) -> None:
    """Draw a square dot every three points."""
    for y in YS:
        for at in range(int(XS[0]), int(XS[-1]) + 1, 2):
            paper.bar(at, y, 0.7, 0.7)
    for x in XS:
        for at in range(int(YS[-1]), int(YS[0]) + 1, 2):
            paper.bar(x, at, 0.7, 0.7)


def boxed(paper: Paper) -> None:
    """Draw each cell as a rectangle of its own."""
    for left, right in pairwise(XS):
        for y in YS[1:]:
            paper.raw(f"{left} {y} {right - left} 40 re S\n")


def open_sided(paper: Paper) -> None:
    """Draw no lines at the left and right."""
    for x in XS[1:-1]:
        paper.line(x, YS[0], x, YS[-1])
    for y in YS:
        paper.line(XS[0], y, XS[-1], y)


@pytest.mark.parametrize("draw", [stroked, bars, doubled, dotted, boxed, open_sided])
def test_that_a_table_is_read_however_its_lines_are_drawn(tmp_path: Path, draw: object) -> None:
    paper = filled(Paper())
    assert callable(draw)
    draw(paper)

    (grid,) = read(tmp_path, paper)

    assert grid.kind is GridKind.PAGE
    assert grid.rows == CELLS
    assert grid.merges == ()
    assert grid.pages == (1, 1)


TURNS = {
    0: ("", (595, 842)),
    90: ("0 1 -1 0 842 0 cm\n", (842, 595)),
    180: ("-1 0 0 -1 595 842 cm\n", (595, 842)),
    270: ("0 -1 1 0 0 595 cm\n", (842, 595)),
}


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("degrees", TURNS)
def test_that_a_turned_page_is_read_upright(tmp_path: Path, degrees: int, *, told: bool) -> None:
    turn, box = TURNS[degrees]
    paper = filled(Paper(turn=turn, box=box, rotate=degrees if told else 0).table(XS, YS))
    paper.write(76, 730, "Phu luc").write(76, 590, "Ghi chu")

    (grid,) = read(tmp_path, paper)

    assert grid.rows == CELLS
    assert (grid.above, grid.below) == (("Phu luc",), ("Ghi chu",))


def test_that_cells_merged_down_and_across_keep_their_text_at_their_first_cell(
    tmp_path: Path,
) -> None:
    paper = Paper().line(70, 700, 500, 700).line(70, 580, 500, 580).line(110, 660, 300, 660)
    paper.line(70, 620, 500, 620).line(70, 700, 70, 580).line(500, 700, 500, 580)
    paper.line(110, 700, 110, 620).line(300, 700, 300, 620)
    paper.write(76, 655, "A").write(116, 680, "B").write(116, 640, "C").write(306, 655, "D")
    paper.write(116, 600, "Nhom")

    (grid,) = read(tmp_path, paper)

    assert grid.rows == (("A", "B", "D"), ("", "C", ""), ("Nhom", "", ""))
    assert {(m.row, m.column, m.rows, m.columns) for m in grid.merges} == {
        (0, 0, 2, 1),
        (0, 2, 2, 1),
        (2, 0, 1, 3),
    }


def test_that_a_box_and_a_frame_around_the_page_are_no_tables(tmp_path: Path) -> None:
    paper = filled(Paper().table(XS, YS)).raw("30 30 535 782 re S\n").raw("70 400 200 40 re S\n")
    paper.write(80, 415, "Trong khung")

    (grid,) = read(tmp_path, paper)

    assert grid.rows == CELLS
    assert grid.below == ("Trong khung",)


def test_that_gaps_make_words_where_spaces_are_missing_doubled_or_within_a_word(
    tmp_path: Path,
) -> None:
    paper = Paper().table(XS, YS)
    paper.write(116, 685, "hai").write(136, 685, "chu")
    paper.write(116, 672, "so   van")
    paper.raw("BT /F 12 Tf 116 640 Td [(th) 0 ( ) 250 (ong)] TJ ET\n")
    paper.write(306, 680, "day").write(306.3, 680, "day")

    (grid,) = read(tmp_path, paper)

    assert grid.rows[0][1] == "hai chu\nso van"
    assert grid.rows[1][1] == "thong"
    assert grid.rows[0][2] == "day"


def test_that_marks_printed_over_their_letters_become_one_letter(tmp_path: Path) -> None:
    font = composite("Split", {1: "e", 2: "\u0302", 3: "\u0301", 4: "K"})
    paper = filled(Paper(fonts={"V": font}).table(XS, YS))
    shown = "[<0004> <0001> 500 <0002> 500 <0003>] TJ"
    paper.raw(f"BT /V 12 Tf 330 640 Td {shown} ET\n")

    (grid,) = read(tmp_path, paper)

    assert grid.rows[1][2] == "So Kế"


def test_that_bold_is_told_by_the_font(tmp_path: Path) -> None:
    paper = Paper(fonts={"X": TIMES.format("ABCDEF+Arial-BoldItalicMT")}).table(XS, YS)
    paper.write(76, 680, "TT", font="B").write(116, 680, "Viec", font="X").write(306, 680, "So")
    paper.write(76, 640, "1")

    (grid,) = read(tmp_path, paper)

    assert grid.bold == {(0, 0), (0, 1)}


@pytest.mark.parametrize(
    ("font", "encoding"),
    [(".VnTime", LegacyEncoding.TCVN3), ("VNI-Times", LegacyEncoding.VNI), ("Times-Roman", None)],
)
def test_that_fonts_from_before_unicode_are_told(
    tmp_path: Path, font: str, encoding: LegacyEncoding | None
) -> None:
    paper = Paper(fonts={"L": TIMES.format(font)}).table(XS, YS)
    paper.write(116, 680, "NhiÖm vô", font="L").write(116, 640, "Së", font="L").write(76, 640, "1")

    (grid,) = read(tmp_path, paper)

    assert grid.legacy is encoding
    assert grid.rows[0][1] == "NhiÖm vô"


def test_that_a_table_with_other_columns_overleaf_is_another(tmp_path: Path) -> None:
    other = Paper().table([70, 200, 500], YS).write(76, 680, "Ma").write(206, 680, "Ten")
    other.write(76, 640, "1").write(206, 640, "Hai")

    first, second = read(tmp_path, filled(Paper().table(XS, YS)), other)

    assert (first.rows, second.rows) == (CELLS, (("Ma", "Ten"), ("1", "Hai")))


def test_that_rows_between_upright_lines_alone_are_parted_by_their_codes(tmp_path: Path) -> None:
    paper = Paper().table(XS, [700, 660, 500])
    filled(paper, (CELLS[0],))
    for at in range(4):
        paper.write(76, 640 - 30 * at, f"1.{at}").write(116, 640 - 30 * at, "Viec")
        paper.write(116, 626 - 30 * at, "tiep").write(306, 640 - 30 * at, "So")

    (grid,) = read(tmp_path, paper)

    assert grid.rows == (CELLS[0], *((f"1.{at}", "Viec\ntiep", "So") for at in range(4)))


def test_that_a_table_without_lines_that_is_not_sure_stays_text(tmp_path: Path) -> None:
    paper = Paper()
    for at in range(8):
        y = 700 - 45 * at
        paper.write(76, y - 15, f"1.{at}").write(306, y - 10, "So Ngoai vu")
        for line in range(3):
            paper.write(116, y - 15 * line, "Viec lam trong nam")

    (grid,) = read(tmp_path, paper)

    assert grid.kind is GridKind.TEXT
    assert all(len(row) == 1 for row in grid.rows)
    assert sum(row[0].count("Viec") for row in grid.rows) == 24


def test_that_a_stamp_askew_is_left_out_and_a_sideways_heading_is_read(tmp_path: Path) -> None:
    paper = filled(Paper().table(XS, YS), (("", "Viec", "Don vi"), CELLS[1]))
    paper.raw("BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 600 Tm (NHAP) Tj ET\n")
    paper.raw("BT /F 12 Tf 0 1 -1 0 95 664 Tm (TT) Tj ET\n")

    (grid,) = read(tmp_path, paper)

    assert grid.rows == CELLS


def test_that_a_hyphen_at_the_end_of_a_line_stays(tmp_path: Path) -> None:
    paper = filled(Paper().table(XS, YS)).write(116, 626, "KH-")
    paper.drawn = paper.drawn.replace("(Lam bao)", "(so 47/NQ-)").replace("(KH-)", "(CP)")

    (grid,) = read(tmp_path, paper)

    assert grid.rows[1][1] == "so 47/NQ-\nCP"


def test_that_a_pdf_without_tables_is_its_lines(tmp_path: Path) -> None:
    (grid,) = read(tmp_path, Paper().write(70, 700, "Mot").write(70, 680, "Hai"))

    assert grid.kind is GridKind.TEXT
    assert grid.rows == (("Mot",), ("Hai",))


def test_that_scanned_pages_among_others_are_named(tmp_path: Path) -> None:
    table = filled(Paper().table(XS, YS))

    (grid,) = read(tmp_path, table, Paper().write(70, 700, "Van ban"), Paper().raw(SCAN))

    assert grid.unread_pages == (3,)
