"""Footnotes and endnotes: the marks that Word prints, and marks that somebody raised by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.word_files import cell, paragraph, row, run, table, word_file
from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.files.docx_tables import read

if TYPE_CHECKING:
    from pathlib import Path

RAISED = '<w:vertAlign w:val="superscript"/>'
FOOTNOTES = (
    f'<w:footnote w:type="separator" w:id="-1">{paragraph("---")}</w:footnote>'
    f'<w:footnote w:id="2">{paragraph("<w:r><w:footnoteRef/></w:r>", " Kế hoạch số 5.")}'
    f'</w:footnote><w:footnote w:id="3">{paragraph("Quyết định")}{paragraph("số 6.")}</w:footnote>'
    f'<w:footnote w:id="4">{paragraph("* Văn bản.")}</w:footnote>'
)


def _mark(text: str) -> str:
    return f"{NOTE_OPEN}{text}{NOTE_CLOSE}"


def _note(note_id: int, kind: str = "footnote", own: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if own else ""
    text = f"<w:t>{own}</w:t>" if own else ""
    return f'<w:r><w:rPr>{RAISED}</w:rPr><w:{kind}Reference{custom} w:id="{note_id}"/>{text}</w:r>'


def test_that_a_mark_stands_at_its_place_and_its_text_among_the_notes(tmp_path: Path) -> None:
    body = paragraph("Nghị quyết", _note(2)) + table(
        row(cell(paragraph("Thương mại", _note(3), " điện tử"))), row("không")
    )

    (grid,) = read(word_file(tmp_path / "a.docx", body, {"footnotes": FOOTNOTES}))

    assert grid.above == (f"Nghị quyết{_mark('1')}",)
    assert grid.rows[0] == (f"Thương mại{_mark('2')} điện tử",)
    assert grid.notes == {"1": "Kế hoạch số 5.", "2": "Quyết định\nsố 6."}


def test_that_a_grid_has_only_the_notes_that_are_marked_in_it(tmp_path: Path) -> None:
    body = table(row(cell(paragraph("a", _note(2))))) + table(row(cell(paragraph("b", _note(3)))))

    first, second = read(word_file(tmp_path / "a.docx", body, {"footnotes": FOOTNOTES}))

    assert (set(first.notes), set(second.notes)) == ({"1"}, {"2"})


def test_that_a_mark_of_ones_own_is_kept_and_not_counted(tmp_path: Path) -> None:
    body = table(row(cell(paragraph("a", _note(4, own="*"))), cell(paragraph("b", _note(2)))))

    (grid,) = read(word_file(tmp_path / "a.docx", body, {"footnotes": FOOTNOTES}))

    assert grid.rows == ((f"a{_mark('*')}", f"b{_mark('1')}"),)
    assert grid.notes == {"*": "Văn bản.", "1": "Kế hoạch số 5."}


def test_that_a_deleted_note_is_not_counted(tmp_path: Path) -> None:
    gone = f"<w:del>{_note(2)}</w:del>"
    body = table(row(cell(paragraph("a", gone, _note(3)))))

    (grid,) = read(word_file(tmp_path / "a.docx", body, {"footnotes": FOOTNOTES}))

    assert grid.rows == ((f"a{_mark('1')}",),)
    assert grid.notes == {"1": "Quyết định\nsố 6."}


def test_that_endnotes_are_marked_in_small_roman_numerals(tmp_path: Path) -> None:
    endnotes = f'<w:endnote w:id="1">{paragraph("Cuối văn bản.")}</w:endnote>'
    body = table(row(cell(paragraph("a", _note(1, "endnote")))))

    (grid,) = read(word_file(tmp_path / "a.docx", body, {"endnotes": endnotes}))

    assert grid.rows == ((f"a{_mark('i')}",),)
    assert grid.notes == {"i": "Cuối văn bản."}


FORM = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'


@pytest.mark.parametrize("by_section", [True, False])
def test_that_the_form_and_start_of_marks_are_honoured(
    tmp_path: Path,
    by_section: bool,  # noqa: FBT001 (one of two ways to say it)
) -> None:
    body = table(row(cell(paragraph("a", _note(2)))))
    body += f"<w:sectPr>{FORM}</w:sectPr>" if by_section else ""
    parts = {"footnotes": FOOTNOTES, "settings": "" if by_section else FORM}

    (grid,) = read(word_file(tmp_path / "a.docx", body, parts))

    assert grid.rows == ((f"a{_mark('c')}",),)


def test_that_a_count_may_begin_anew_in_each_section(tmp_path: Path) -> None:
    anew = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    section = f"<w:sectPr>{anew}</w:sectPr>"
    body = (
        table(row(cell(paragraph("a", _note(2)))))
        + paragraph("", look=section)
        + table(row(cell(paragraph("b", _note(3)))))
        + section
    )

    first, second = read(word_file(tmp_path / "a.docx", body, {"footnotes": FOOTNOTES}))

    assert (first.rows, second.rows) == (((f"a{_mark('1')}",),), ((f"b{_mark('1')}",),))
    assert (first.notes, second.notes) == ({"1": "Kế hoạch số 5."}, {"1": "Quyết định\nsố 6."})


def test_that_a_note_that_is_nowhere_keeps_its_mark(tmp_path: Path) -> None:
    (grid,) = read(word_file(tmp_path / "a.docx", table(row(cell(paragraph("a", _note(9)))))))

    assert grid.rows == ((f"a{_mark('1')}",),)
    assert grid.notes == {"1": ""}


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (("tỉnh", run("5", RAISED)), f"tỉnh{_mark('5')}"),
        (("tỉnh", run("1", RAISED), run("2", RAISED), "."), f"tỉnh{_mark('12')}."),
        (("tỉnh", run("(*)", RAISED)), f"tỉnh{_mark('(*)')}"),
        (("năm 2030", run("7", RAISED)), f"năm 2030{_mark('7')}"),
        (("diện tích 12 km", run("2", RAISED)), "diện tích 12 km2"),
        (("lần thứ 4", run("th", RAISED)), "lần thứ 4th"),
        ((run("1.1", RAISED),), "1.1"),
        ((run("3", RAISED),), "3"),
    ],
)
def test_that_raised_figures_within_a_text_are_marks(
    tmp_path: Path, pieces: tuple[str, ...], text: str
) -> None:
    (grid,) = read(word_file(tmp_path / "a.docx", table(row(cell(paragraph(*pieces))))))

    assert grid.rows == ((text,),)


def test_that_marks_do_not_decide_what_is_bold(tmp_path: Path) -> None:
    body = table(row(cell(paragraph(run("Nhóm", "<w:b/>"), _note(2), run("5", RAISED)))))

    (grid,) = read(word_file(tmp_path / "a.docx", body, {"footnotes": FOOTNOTES}))

    assert grid.bold == {(0, 0)}
