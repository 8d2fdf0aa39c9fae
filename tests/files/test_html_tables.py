"""What Word, Excel and LibreOffice put on the clipboard as HTML comes back cell for cell."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest

from tests.domain.legacy_letters import written
from tests.files import annexes
from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN, Grid, GridKind, LegacyEncoding, Merge
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files.html_tables import read_html, read_html_file

if TYPE_CHECKING:
    from pathlib import Path

FROM_WORD = """Version:0.9
StartHTML:0000000105
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=VI><!--StartFragment-->
<p class=MsoNormal align=center>PHỤ LỤC<o:p></o:p></p>
<div align=center><table class=MsoTableGrid border=1>
<tr><td rowspan=2><p class=MsoNormal><b>TT</b></p></td>
<td colspan=2><p class=MsoNormal><b>Nhiệm   vụ và
 đơn vị</b></p></td></tr>
<tr><td>Nội dung</td><td>Chủ trì</td></tr>
<tr><td><p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>
<![endif]></p></td>
<td><p>Cổng thông tin<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>
<![if !supportFootnotes]>[1]<![endif]></span></a>; 5 km<sup>2</sup><del>cũ</del></p></td>
<td><p>Sở&nbsp;A;</p><p>Sở B<br>Sở C</p><p style='display:none;mso-hide:all'>ẩn</p></td></tr>
<![if !supportMisalignedColumns]>
<tr height=0><td width=47></td><td width=9></td><td width=9></td></tr><![endif]>
</table></div><p>Nơi nhận</p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
<p><a href="#_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> Theo Kế hoạch 12.</p>
</div></div></body></html>"""


def _one(html: str) -> Grid:
    (grid,) = read_html(html)
    return grid


def _table(rows: list[list[str]]) -> str:
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def test_that_the_annex_comes_back() -> None:
    assert [list(row) for row in _one(_table(annexes.bare())).rows] == annexes.bare()


def test_that_a_table_out_of_word_keeps_merges_marks_and_looks() -> None:
    grid = _one(FROM_WORD)

    assert grid.rows == (
        ("TT", "Nhiệm vụ và đơn vị", ""),
        ("", "Nội dung", "Chủ trì"),
        ("1.", f"Cổng thông tin{NOTE_OPEN}1{NOTE_CLOSE}; 5 km2", "Sở A;\nSở B\nSở C"),
    )
    assert grid.merges == (Merge(0, 0, 2, 1), Merge(0, 1, 1, 2))
    assert grid.bold == {(0, 0), (0, 1)}
    assert grid.automatic == {(2, 0)}
    assert grid.notes == {"1": "Theo Kế hoạch 12."}
    assert (grid.above, grid.below) == (("PHỤ LỤC",), ("Nơi nhận",))


def test_that_numbers_and_bold_classes_of_excel_are_told() -> None:
    grid = _one(
        "<html><head><meta name=ProgId content=Excel.Sheet><style><!-- .xl65\n"
        "{font-weight:700;} .xl66 {font-weight:400;} --></style></head><body><table>"
        "<tr><td class=xl65>TT</td><td class=xl66>Số</td></tr>"
        "<tr><td align=right>1.1</td><td x:num='1.5'>1,5</td><td align=right>Sở A</td></tr>"
        "</table></body></html>"
    )

    assert grid.bold == {(0, 0)}
    assert grid.numeric == {(1, 0), (1, 1)}


def test_that_a_table_within_a_cell_is_a_grid_of_its_own() -> None:
    outer, inner, last = read_html(
        "<p>a</p><table><tr><td>b<table><tr><td>c</td></tr></table>d</td></tr></table>"
        "<p>e</p><table><tr><td>f</td></tr></table>"
    )

    assert (outer.rows, inner.rows, last.rows) == ((("b\nd",),), (("c",),), (("f",),))
    assert (outer.above, inner.above, last.above) == (("a",), (), ("e",))
    assert [grid.number for grid in (outer, inner, last)] == [1, 2, 3]


def test_that_spans_beyond_the_table_end_with_it() -> None:
    grid = _one(
        "<table><tr><td rowspan=1000000000>a<td colspan=1000000000>b</tr>"
        "<tr><td>c<td rowspan=0>d</tr><tr><td>e</tr></table>"
    )

    assert grid.rows == (("a", "b", ""), ("", "c", "d"), ("", "e", ""))
    assert grid.merges == (Merge(0, 0, 3, 1), Merge(0, 1, 1, 2), Merge(1, 2, 2, 1))


def test_that_old_fonts_are_noticed_and_keep_their_soft_hyphens() -> None:
    rows = [[written(cell, LegacyEncoding.TCVN3) for cell in row] for row in annexes.bare()]
    grid = _one(_table(rows))

    assert grid.legacy is LegacyEncoding.TCVN3
    assert [list(row) for row in grid.rows] == rows


def test_that_a_page_without_a_table_is_lines() -> None:
    grid = _one("<p>Một</p><div>Hai<br/>Ba</div>")

    assert (grid.kind, grid.rows) == (GridKind.TEXT, (("Một",), ("Hai",), ("Ba",)))
    assert read_html("") == ()
    assert read_html("<p> </p>") == ()


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=utf-8>", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>", "utf-8"),
        ("<?xml version='1.0' encoding='utf-8'?>", "utf-8"),
        ("<meta charset=không-có>", "utf-8"),
    ],
)
def test_that_a_page_named_xls_is_read(tmp_path: Path, head: str, encoding: str) -> None:
    path = tmp_path / "Danh mục.xls"
    path.write_bytes((head + _table(annexes.bare())).encode(encoding))

    assert [list(row) for row in read_html_file(path)[0].rows] == annexes.bare()


@pytest.mark.parametrize(
    ("html", "key"),
    [
        ("<table><tr><td>" * 300 + "x", "pasted_damaged"),
        ("<span>" * 5_000, "pasted_damaged"),
        ("<table>" + "<tr><td>" * 200_001, "pasted_too_long"),
        ("<table>" + "<tr>" + "<td>" * 250 + "<tr><td>" * 5_000, "pasted_too_long"),
    ],
)
def test_that_what_no_office_writes_is_refused(html: str, key: str) -> None:
    with pytest.raises(KnownError) as refused:
        read_html(html)

    assert refused.value.key == key


def test_that_entities_are_not_followed() -> None:
    grid = _one('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><table><tr><td>&a;b</table>')

    assert grid.rows in {(("&a;b",),), (("b",),)}
