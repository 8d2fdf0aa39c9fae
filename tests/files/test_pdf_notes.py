"""What stands at the edges of pages: footnotes, page numbers, lines repeated on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.files.drawn_pdf import CELLS, XS, YS, Paper, filled, made
from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.files import pdf_tables

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.grid import Grid


def read(tmp_path: Path, *papers: Paper, trailer: str = "") -> tuple[Grid, ...]:
    path = tmp_path / "drawn.pdf"
    path.write_bytes(made(*papers, trailer=trailer))
    return pdf_tables.read(path)


def test_that_a_raised_small_number_is_a_mark_and_restarted_notes_stay_apart(
    tmp_path: Path,
) -> None:
    papers = []
    for text in ("mot", "hai"):
        paper = filled(Paper().table(XS, YS)).raw("70 100 144 0.6 re f\n")
        paper.write(164, 644, "1", size=7).write(70, 88, "1", size=6.5)
        papers.append(paper.write(76, 84, f"Ke hoach {text}", size=10))
    papers[1].drawn = papers[1].drawn.replace("(1.1)", "(1.2)")
    papers[0].write(70, 72, "va tiep", size=10)

    (grid,) = read(tmp_path, *papers)

    assert [row[1] for row in grid.rows[1:]] == [
        f"Lam bao {NOTE_OPEN}1{NOTE_CLOSE}",
        f"Lam bao {NOTE_OPEN}2.1{NOTE_CLOSE}",
    ]
    assert grid.notes == {"1": "Ke hoach mot va tiep", "2.1": "Ke hoach hai"}


def test_that_a_footnote_that_goes_on_overleaf_is_one(tmp_path: Path) -> None:
    first = filled(Paper().table(XS, YS)).raw("70 100 144 0.6 re f\n")
    first.write(164, 644, "1", size=7).write(70, 88, "1", size=6.5).write(76, 84, "Dau", size=10)
    second = Paper().write(70, 700, "Van ban").raw("70 100 144 0.6 re f\n")
    second.write(70, 84, "cuoi", size=10)

    (grid,) = read(tmp_path, first, second)

    assert grid.notes == {"1": "Dau cuoi"}
    assert grid.below == ("Van ban",)


def test_that_page_numbers_and_lines_on_each_page_are_left_out(tmp_path: Path) -> None:
    papers = []
    for number in (1, 2, 3):
        rows = CELLS if number == 1 else (CELLS[0], (f"1.{number}", "Viec", "So"))
        paper = filled(Paper().table(XS, YS), rows).write(70, 810, "Phu luc kem theo")
        papers.append(paper.write(280, 30, f"Trang {number}/3"))

    (grid,) = read(tmp_path, *papers)

    assert [row[0] for row in grid.rows] == ["TT", "1.1", "1.2", "1.3"]
    assert (grid.above, grid.below) == ((), ())
    assert grid.continued == frozenset()
