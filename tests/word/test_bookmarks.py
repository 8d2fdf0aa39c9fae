"""Hidden bookmarks: one a block, never two alike."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.word.sample_report import BODY, REPORT, Made, block, made, text_of
from ttdn_desktop.domain.document import Role
from ttdn_desktop.word import bookmarks

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_that_a_name_is_hidden_and_fits_word() -> None:
    for key in ("opening", "ii.1.10.result", "Đặc biệt — rất dài " * 9, ""):
        assert re.fullmatch(r"_ttdn_[a-z0-9_]{1,34}", bookmarks.name(key))


def test_that_keys_that_look_alike_have_names_of_their_own() -> None:
    keys = ("ii.1.1", "ii.11", "ii_1_1", "II.1.1", "ii.1.1 ")
    assert len({bookmarks.name(key) for key in keys}) == len(keys)


def test_that_each_block_is_found_by_its_bookmark(file: Made) -> None:
    for each in BODY:
        name = bookmarks.name(each.key)
        (paragraph,) = file.find(f"//w:p[w:bookmarkStart/@w:name='{name}']")
        assert text_of(paragraph).removeprefix("- ") == each.text


def test_that_each_part_of_head_and_closing_is_found_too(file: Made) -> None:
    places = {
        bookmarks.ISSUER: "SỞ NGOẠI VỤ",
        bookmarks.NUMBER: REPORT.head.number_line,
        bookmarks.KIND: "BÁO CÁO",
        f"{bookmarks.ADDRESSEE}.1": "Kính gửi: Sở Văn hóa, Thể thao và Du lịch",
        bookmarks.AUTHORITY: "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
        f"{bookmarks.RECIPIENT}.1": "- Như trên;",
        f"{bookmarks.RECIPIENT}.4": "- Lưu: VT, HTQT.",
        bookmarks.PLACE_DATE: REPORT.head.place_date,
        bookmarks.SUBJECT: REPORT.head.subject,
        bookmarks.SIGNER: "",
    }
    for key, text in places.items():
        (paragraph,) = file.find(f"//w:p[w:bookmarkStart/@w:name='{bookmarks.name(key)}']")
        assert text_of(paragraph) == text


def test_that_ends_meet_starts_and_no_number_or_name_comes_twice() -> None:
    blocks = tuple(block(f"ii.{number}", Role.BODY, "Một.") for number in range(300))
    file = made(replace(REPORT, body=blocks))
    starts, ends = file.find("//w:bookmarkStart"), file.find("//w:bookmarkEnd")
    numbers = [each.get(f"{_W}id") for each in starts]
    assert numbers == [each.get(f"{_W}id") for each in ends]
    names = [each.get(f"{_W}name") for each in starts]
    assert len(set(numbers)) == len(set(names)) == len(names) > 300 + len(REPORT.annexes)


def test_that_each_row_is_found_by_its_bookmark(file: Made) -> None:
    for annex in REPORT.annexes:
        for row in annex.table.rows:
            path = f"//w:tr[.//w:bookmarkStart/@w:name='{bookmarks.row_name(row.key)}']"
            (found,) = file.find(path)
            first = next(found.iter(f"{_W}tc"))
            assert [each.get(f"{_W}name") for each in first.iter(f"{_W}bookmarkStart")] == [
                bookmarks.row_name(row.key)
            ]
            shown = [text_of(each) for each in first.iter(f"{_W}p")]
            assert shown == [row.cells[0]]


def test_that_rows_by_the_thousand_have_names_of_their_own_which_word_takes() -> None:
    names = {bookmarks.row_name(f"annex.tasks.{number}") for number in range(20_000)}
    assert len(names) == 20_000
    assert all(re.fullmatch(r"_ttdnr[0-9a-f]{12}", each) for each in names)
