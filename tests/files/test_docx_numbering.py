"""Numbers that Word makes: in the text where it prints them, told apart where they stand alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.word_files import cell, listed, lists, paragraph, row, run, table, word_file
from ttdn_desktop.files.docx_numbering import written
from ttdn_desktop.files.docx_tables import read

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.grid import Grid

TASKS = (("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))


def _grid(folder: Path, body: str, numbering: str, **parts: str) -> Grid:
    (grid,) = read(word_file(folder / "a.docx", body, {"numbering": numbering, **parts}))
    return grid


def _column(grid: Grid) -> list[str]:
    return [cells[0] for cells in grid.rows]


def _numbered(*levels: int, list_id: int = 1) -> str:
    return table(*(row(cell(paragraph("", look=listed(list_id, level)))) for level in levels))


def test_that_an_empty_cell_with_a_number_is_that_number(tmp_path: Path) -> None:
    body = table(
        row(cell(paragraph("", look=listed(1))), "Nhóm"),
        row(cell(paragraph("", look=listed(1, 1))), "Việc"),
        row(cell(paragraph("", look=listed(1, 1)), ""), "Việc"),
    )

    grid = _grid(tmp_path, body, lists(*TASKS))

    assert _column(grid) == ["1", "1.1", "1.2"]
    assert grid.automatic == {(0, 0), (1, 0), (2, 0)}


def test_that_a_text_has_its_number_in_front(tmp_path: Path) -> None:
    body = table(row(cell(paragraph("Tuyên truyền", look=listed(1)))))

    grid = _grid(tmp_path, body, lists(("decimal", "%1.1.")))

    assert _column(grid) == ["1.1. Tuyên truyền"]
    assert grid.automatic == frozenset()


def test_that_counts_run_on_and_begin_anew_below_a_higher_level(tmp_path: Path) -> None:
    grid = _grid(tmp_path, _numbered(0, 1, 1, 2, 2, 1, 2, 0, 1), lists(*TASKS))

    assert _column(grid) == ["1", "1.1", "1.2", "a)", "b)", "1.3", "a)", "2", "2.1"]


def test_that_counts_run_through_paragraphs_outside_tables(tmp_path: Path) -> None:
    body = paragraph("Mục", look=listed(1)) + _numbered(0) + paragraph("Mục", look=listed(1))

    grid = _grid(tmp_path, body, lists(("upperRoman", "%1.")))

    assert (grid.above, _column(grid), grid.below) == (("I. Mục",), ["II."], ("III. Mục",))


def test_that_a_level_above_that_was_never_used_counts_from_its_start(tmp_path: Path) -> None:
    assert _column(_grid(tmp_path, _numbered(1, 1), lists(*TASKS))) == ["1.1", "1.2"]


def test_that_lists_of_one_definition_go_on_counting_unless_told_to_begin(tmp_path: Path) -> None:
    own = '<w:num w:numId="{}"><w:abstractNumId w:val="0"/>{}</w:num>'
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbers = own.format(2, "") + own.format(3, start)
    body = table(*(row(cell(paragraph("", look=listed(number)))) for number in (1, 1, 2, 3, 3, 1)))

    grid = _grid(tmp_path, body, lists(("decimal", "%1"), numbers=numbers))

    assert _column(grid) == ["1", "2", "3", "5", "6", "7"]


def test_that_a_list_may_redefine_a_level(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/>{}</w:lvl>'
    override = f'<w:lvlOverride w:ilvl="0">{level.format(_template("%1/"))}</w:lvlOverride>'
    numbers = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num>'

    grid = _grid(tmp_path, _numbered(0, 0, list_id=2), lists(*TASKS, numbers=numbers))

    assert _column(grid) == ["C/", "D/"]


def _template(text: str) -> str:
    return f'<w:lvlText w:val="{text}"/>'


@pytest.mark.parametrize(("restart", "numbers"), [("0", ["1", "2", "3"]), ("1", ["1", "2", "1"])])
def test_that_a_level_restarts_only_behind_the_levels_it_names(
    tmp_path: Path, restart: str, numbers: list[str]
) -> None:
    level = (
        '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{}'
        '<w:lvlText w:val="%{}"/></w:lvl>'
    )
    levels = level.format(0, "", 1) + level.format(1, "", 2)
    levels += level.format(2, f'<w:lvlRestart w:val="{restart}"/>', 3)
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )

    column = _column(_grid(tmp_path, _numbered(0, 1, 2, 1, 2, 0, 2), numbering))

    assert [column[place] for place in (2, 4, 6)] == numbers


def test_that_a_style_may_number_its_paragraphs(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Task"><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Task"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    tied = lists(*TASKS).replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:pStyle w:val="Sub"/><w:lvlText w:val="%1.%2"/>'
    )
    looks = ('<w:pStyle w:val="Task"/>', '<w:pStyle w:val="Sub"/>')
    none = '<w:pStyle w:val="Task"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = table(*(row(cell(paragraph("", look=look))) for look in (*looks, none, looks[1])))

    assert _column(_grid(tmp_path, body, tied, styles=styles)) == ["1", "1.1", "", "1.2"]


def test_that_a_list_defined_by_a_style_of_lists_is_found(tmp_path: Path) -> None:
    linked = lists(("decimal", "(%1)")).replace(
        '<w:abstractNum w:abstractNumId="0">',
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>',
    )
    more = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="L"/></w:abstractNum>'
    number = '<w:num w:numId="2"><w:abstractNumId w:val="9"/></w:num>'

    grid = _grid(tmp_path, _numbered(0, 0, list_id=2), linked + more + number)

    assert _column(grid) == ["(1)", "(2)"]


@pytest.mark.parametrize(
    ("template", "text"), [("\uf0b7", "- Sở"), ("-", "- Sở"), ("+", "+ Sở"), ("o", "- Sở")]
)
def test_that_bullets_are_dashes_and_plus_signs(tmp_path: Path, template: str, text: str) -> None:
    body = table(
        row(cell(paragraph("Sở", look=listed(1)))), row(cell(paragraph("", look=listed(1))))
    )

    grid = _grid(tmp_path, body, lists(("bullet", template)))

    assert _column(grid) == [text, ""]
    assert grid.automatic == frozenset()


def test_that_legal_numbering_writes_all_levels_in_digits(tmp_path: Path) -> None:
    plain = lists(("upperRoman", "%1"), ("decimal", "%1.%2")).replace(
        '<w:lvlText w:val="%1.%2"/>', '<w:isLgl/><w:lvlText w:val="%1.%2"/>'
    )

    assert _column(_grid(tmp_path, _numbered(0, 1), plain)) == ["I", "1.1"]


def test_that_a_paragraph_that_is_deleted_is_not_counted(tmp_path: Path) -> None:
    gone = listed(1) + "<w:rPr><w:del/></w:rPr>"
    inside = paragraph(f"<w:del>{run('cũ')}</w:del>", look=gone) + paragraph("", look=listed(1))
    body = table(row(cell(inside)), row(cell(paragraph("", look=listed(1)))))

    assert _column(_grid(tmp_path, body, lists(("decimal", "%1.")))) == ["1.", "2."]


def test_that_numbers_in_covered_cells_are_not_counted(tmp_path: Path) -> None:
    first, covered = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    number = paragraph("", look=listed(1))
    body = table(
        row(cell(number, look=first), "a"),
        row(cell(number, look=covered), "b"),
        row(cell(number), "c"),
    )

    assert _column(_grid(tmp_path, body, lists(("decimal", "%1")))) == ["1", "", "2"]


def test_that_a_number_alone_is_bold_as_its_paragraphs_mark(tmp_path: Path) -> None:
    bold = listed(1) + "<w:rPr><w:b/></w:rPr>"
    body = table(row(cell(paragraph("", look=bold))), row(cell(paragraph("", look=listed(1)))))

    assert _grid(tmp_path, body, lists(("decimal", "%1"))).bold == {(0, 0)}


def test_that_a_list_that_is_nowhere_numbers_nothing(tmp_path: Path) -> None:
    body = table(
        row(cell(paragraph("a", look=listed(7)))), row(cell(paragraph("b", look=listed(1, 8))))
    )

    assert _column(_grid(tmp_path, body, lists(("decimal", "%1")))) == ["a", "b"]


@pytest.mark.parametrize(
    ("form", "number", "text"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 5, "e"),
        ("lowerLetter", 0, "0"),
        ("chicago", 5, "**"),
        ("none", 3, ""),
        ("ordinal", 3, "3"),
        ("lowerRoman", 99_999_999, "99999999"),
    ],
)
def test_that_a_number_is_written_as_word_writes_it(form: str, number: int, text: str) -> None:
    assert written(number, form) == text
