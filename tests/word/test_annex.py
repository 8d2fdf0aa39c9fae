"""Annexes: a section each, a table that repeats its head, rows by their kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.word.sample_report import (
    GUIDE,
    REPORT,
    TASK_ROWS,
    Made,
    annex,
    block,
    made,
    row,
    text_of,
)
from ttdn_desktop.domain.document import Align, Column, Orientation, Role, RowKind, Table
from ttdn_desktop.word.columns import column_widths
from ttdn_desktop.word.fitting import width_mm
from ttdn_desktop.word.layout import CELL_PADDING, Element
from ttdn_desktop.word.lengths import least_twips, twips

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE = "(/w:document/w:body/w:tbl)[3]"


def test_that_each_annex_is_a_section_with_pages_of_its_own(file: Made) -> None:
    sections = file.find("//w:sectPr")
    assert len(sections) == 3
    assert [_attributes(each, "pgNumType") for each in sections] == [
        {"fmt": "decimal", "start": "1"}
    ] * 3
    assert all(each.find(f"{_W}titlePg") is not None for each in sections)
    references = [
        [reference.get(f"{_W}type") for reference in each.iter(f"{_W}headerReference")]
        for each in sections
    ]
    assert references == [["default", "first"]] * 3


def test_that_paper_and_margins_are_the_layouts(file: Made) -> None:
    main, tasks, figures = file.find("//w:sectPr")
    assert _attributes(main, "pgSz") == {"w": "11906", "h": "16838"}
    assert _attributes(tasks, "pgSz") == {"w": "16838", "h": "11906", "orient": "landscape"}
    assert _attributes(figures, "pgSz") == {"w": "11906", "h": "16838"}
    for each in (main, tasks, figures):
        assert _attributes(each, "pgMar") == {
            "top": str(twips(20)),
            "right": str(least_twips(15)),
            "bottom": str(twips(20)),
            "left": str(twips(30)),
            "header": str(twips(10)),
            "footer": str(twips(10)),
            "gutter": "0",
        }


def test_that_label_title_and_guide_head_an_annex(file: Made) -> None:
    assert file.texts(Element.ANNEX_LABEL) == ["Phụ lục I", "Phụ lục II"]
    assert file.texts(Element.ANNEX_TITLE) == ["KẾT QUẢ THEO NHIỆM VỤ"] * 2
    landscape, portrait = file.texts(Element.ANNEX_GUIDE)
    assert landscape == GUIDE
    assert portrait == GUIDE.replace(" ngày      ", "\nngày      ")


def test_that_the_head_row_repeats_and_no_row_breaks(file: Made) -> None:
    rows = file.find(f"{_TABLE}/w:tr")
    assert len(rows) == 1 + len(TASK_ROWS)
    heads = [each.find(f"{_W}trPr/{_W}tblHeader") for each in rows]
    assert heads[0] is not None
    assert not heads[0].attrib
    assert heads[1:] == [None] * len(TASK_ROWS)
    assert all(each.find(f"{_W}trPr/{_W}cantSplit") is not None for each in rows)


def test_that_only_a_row_of_half_a_page_may_break() -> None:
    words = "Kết quả đạt được. "
    rows = [
        row(str(times), RowKind.ENTRY, "A1", "Họp", "", "", words * times, "")
        for times in (20, 40, 200)
    ]
    file = made(replace(REPORT, annexes=(annex("a", "Phụ lục", Orientation.LANDSCAPE, rows),)))
    whole = [
        each.find(f"{_W}trPr/{_W}cantSplit") is not None for each in file.find(f"{_TABLE}/w:tr")
    ]
    assert whole == [True, True, False, False]


def test_that_what_is_done_to_one_row_of_hundreds_is_done_to_that_one() -> None:
    place, words = 199, "Kết quả đạt được. " * 40
    rows = [row(str(n), RowKind.ENTRY, str(n), "Họp", "", "", "", "") for n in range(250)]
    rows[place] = row("x", RowKind.ENTRY, "x", "Q&A\nLào", "", "", words, "")
    file = made(replace(REPORT, annexes=(annex("a", "Phụ lục", Orientation.LANDSCAPE, rows),)))
    found = file.find(f"{_TABLE}/w:tr")[1:]
    cells = [[text_of(each) for each in entry.iter(f"{_W}p")] for entry in found]
    assert cells[place] == ["x", "Q&A", "Lào", "", "", words, ""]
    assert [each[:2] for each in cells[:place]] == [[str(n), "Họp"] for n in range(place)]
    assert cells[-1] == ["249", "Họp", "", "", "", ""]
    whole = [each.find(f"{_W}trPr/{_W}cantSplit") is not None for each in found]
    assert whole == [each != place for each in range(250)]


def test_that_a_column_s_title_breaks_between_words_of_two_syllables(file: Made) -> None:
    assert file.texts(Element.TABLE_HEAD)[3:] == [
        "Thời gian,\nđịa điểm",
        "Kết quả, số liệu",
        "Tài liệu\nkiểm chứng",
    ]


def test_that_the_table_is_fixed_and_as_wide_as_the_text(file: Made) -> None:
    (table,) = file.find(_TABLE)
    widths = [int(each.get(f"{_W}w", "0")) for each in table.iter(f"{_W}gridCol")]
    assert sum(widths) == twips(252)
    assert _attributes(table, "tblLayout") == {"type": "fixed"}
    assert _attributes(table, "tblCaption") == {"val": "Phụ lục I. KẾT QUẢ THEO NHIỆM VỤ"}
    lines = {each.get(f"{_W}sz") for each in table.iterfind(f"{_W}tblPr/{_W}tblBorders/*")}
    assert lines == {"4"}


def test_that_a_band_spans_the_table_shaded_and_bold(file: Made) -> None:
    band = file.find(f"{_TABLE}/w:tr")[1]
    code, title = band.iter(f"{_W}tc")
    assert [_styled(each) for each in (code, title)] == [
        ("TableGroup", "1"),
        ("TableGroup", "Đổi mới tư duy, nội dung, phương thức"),
    ]
    assert _attributes(title, "gridSpan") == {"val": "5"}
    assert _attributes(title, "shd") == {"val": "clear", "color": "auto", "fill": "F2F2F2"}


def test_that_a_task_stands_bold_over_its_rows(file: Made) -> None:
    heading, entry, part = file.find(f"{_TABLE}/w:tr")[2:]
    styles = [[_styled(cell)[0] for cell in each.iter(f"{_W}tc")] for each in (heading, entry)]
    assert styles == [["TableHeading"] * 2 + ["TableCell"] * 4, ["TableCell"] * 6]
    assert _styled(list(part.iter(f"{_W}tc"))[1]) == ("TablePart", "Trong đó: Lào")


def test_that_cells_stand_as_their_columns_say(file: Made) -> None:
    entry = file.find(f"{_TABLE}/w:tr")[3]
    sides = [_attributes(each, "jc").get("val") for each in entry.iter(f"{_W}tc")]
    assert sides == ["center", None, "center", None, None, "center"]


def test_that_a_newline_in_a_cell_is_a_new_paragraph(file: Made) -> None:
    entry = file.find(f"{_TABLE}/w:tr")[3]
    place = list(entry.iter(f"{_W}tc"))[3]
    assert [text_of(each) for each in place.iter(f"{_W}p")] == ["08/4/2026", "tỉnh Attapư"]


@pytest.mark.parametrize(
    ("kinds", "held"),
    [
        ((RowKind.GROUP, RowKind.HEADING, RowKind.ENTRY), [True, True, False]),
        ((RowKind.HEADING, RowKind.HEADING, RowKind.PART), [False, True, False]),
        ((RowKind.GROUP, RowKind.GROUP), [False, False]),
        ((RowKind.ENTRY, RowKind.ENTRY, RowKind.HEADING), [False, False, False]),
    ],
)
def test_that_a_head_stays_with_what_stands_under_it(
    kinds: tuple[RowKind, ...], held: list[bool]
) -> None:
    rows = [row(str(place), kind, *"abcdef") for place, kind in enumerate(kinds)]
    file = made(replace(REPORT, annexes=(annex("a", "Phụ lục", Orientation.PORTRAIT, rows),)))
    keeps = [
        any(True for _ in each.iter(f"{_W}keepNext")) for each in file.find(f"{_TABLE}/w:tr")[1:]
    ]
    assert keeps == held


def test_that_an_annex_without_rows_says_so(file: Made) -> None:
    assert "Không có số liệu trong kỳ." in file.texts(Element.BODY)
    assert len(file.find("/w:document/w:body/w:tbl")) == 3


def test_that_notes_stand_under_the_table() -> None:
    note = block("annex.tasks.note", Role.ANNEX_NOTE, "Ghi chú: số ước lượng.")
    each = replace(REPORT.annexes[0], notes=(note,))
    file = made(replace(REPORT, annexes=(each,)))
    paragraph = file.find(f"{_TABLE}/following-sibling::w:p")[0]
    assert text_of(paragraph) == "Ghi chú: số ước lượng."


def test_that_a_note_is_not_left_alone_on_a_page() -> None:
    note = block("annex.tasks.note", Role.ANNEX_NOTE, "Ghi chú: số ước lượng.")
    each = replace(REPORT.annexes[0], notes=(note,))
    last = made(replace(REPORT, annexes=(each,))).find(f"{_TABLE}/w:tr")[-1]
    assert next(last.iter(f"{_W}keepNext"), None) is not None


def test_that_a_report_without_annexes_is_one_section() -> None:
    file = made(replace(REPORT, annexes=()))
    assert [each.getparent() is not None for each in file.find("//w:body/w:sectPr")] == [True]
    assert len(file.find("//w:sectPr")) == 1


def test_that_shares_are_kept_and_no_twip_is_lost() -> None:
    columns = tuple(Column(str(place), share) for place, share in enumerate((1, 1, 1)))
    assert sum(column_widths(Table(columns, ()), 100)) == twips(100)
    wide = column_widths(Table((Column("a", 1), Column("b", 3)), ()), 100)
    assert wide == [twips(25), twips(100) - twips(25)]


def test_that_a_date_is_not_cut_in_two_by_a_narrow_column() -> None:
    columns = (Column("Ngày", 0.1, Align.CENTER), Column("Tên", 0.9))
    table = Table(columns, (row("e", RowKind.ENTRY, "17/01/2022", "Kế hoạch"),))
    narrow, _ = column_widths(table, 165)
    inside = narrow - 2 * twips(CELL_PADDING)
    assert inside >= twips(width_mm(Element.TABLE_CELL, "17/01/2022"))


def test_that_a_link_does_not_push_the_other_columns_out() -> None:
    columns = (Column("Mã", 0.1), Column("Tên", 0.9))
    table = Table(columns, (row("e", RowKind.ENTRY, "https://example.vn/" + "a" * 200, ""),))
    assert column_widths(table, 165)[0] == twips(16.5)


def test_that_a_row_wider_than_its_table_is_a_mistake() -> None:
    rows = [row("e", RowKind.ENTRY, *"abcdefg")]
    with pytest.raises(ValueError, match="abcdefg"):
        made(replace(REPORT, annexes=(annex("a", "Phụ lục", Orientation.PORTRAIT, rows),)))


def _attributes(parent: _Element, tag: str) -> dict[str, str]:
    found = next(parent.iter(f"{_W}{tag}"), None)
    return {} if found is None else {k.removeprefix(_W): v for k, v in found.attrib.items()}


def _styled(cell: _Element) -> tuple[str, str]:
    paragraph = next(cell.iter(f"{_W}p"))
    return _attributes(cell, "pStyle")["val"], text_of(paragraph)
