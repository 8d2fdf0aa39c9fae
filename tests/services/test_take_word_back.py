"""A bản trình edited in Word comes back into the draft: shown first, then what is chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form
from tests.word import edited as word
from tests.word.edited import edited
from ttdn_desktop.desk import report_writer, word_reader
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.word_taken import suggested
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import edit_report, take_word_back
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

    from tests.word.edited import Edit
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.take_word_back import Previewed


@pytest.fixture
def file(office: Office, tmp_path: Path) -> Path:
    """Return a bản trình of a report with one activity."""
    record(office, form("Đón đoàn tỉnh Attapư thăm và làm việc", "1.10"))
    target = tmp_path / "Báo cáo.docx"
    export(office, report_writer(), 2026, None, target)
    return target


def _previewed(office: Office, file: Path, period: Span | None = None) -> Previewed:
    asked = asked_round(office, 2026, period)
    return take_word_back.preview(office, word_reader(), file, asked)


def _edit(file: Path, change: Edit) -> None:
    file.write_bytes(edited(file.read_bytes(), change))


def _notices(seen: Previewed) -> list[str]:
    return [each.key for each in seen.notices]


def test_that_a_file_as_it_was_exported_brings_nothing(office: Office, file: Path) -> None:
    seen = _previewed(office, file)
    assert seen.came.is_empty
    assert (seen.ordinal, _notices(seen)) == (1, [])


def test_that_a_preview_writes_nothing(office: Office, file: Path) -> None:
    _edit(file, lambda each: word.reword(each, "như sau", "cụ thể như sau"))
    before = office.store.times_changed("report_edits", "submissions", "changes")
    assert len(_previewed(office, file).came.changed) == 1
    assert office.store.times_changed("report_edits", "submissions", "changes") == before


def test_that_new_records_are_no_change_of_words(office: Office, file: Path) -> None:
    record(office, form("Gặp mặt cơ quan báo chí", "1.5"))
    assert _previewed(office, file).came.is_empty


def test_that_a_file_without_code_is_laid_beside_the_draft_with_a_warning(
    office: Office, file: Path
) -> None:
    def edit(document: WordDocument) -> None:
        word.reword(document, "như sau", "cụ thể như sau")
        word.without_marks(document)

    _edit(file, edit)
    bare = word.without_properties(file.read_bytes())
    file.write_bytes(bare)
    seen = _previewed(office, file)
    assert (seen.code, seen.ordinal, _notices(seen)) == (None, None, ["return_no_code"])
    assert [each.key for each in seen.came.changed] == ["opening"]


def test_that_a_code_nobody_knows_is_said(office: Office, file: Path) -> None:
    file.write_bytes(word.with_code(file.read_bytes(), "0123456789ab"))
    assert _notices(_previewed(office, file)) == ["return_foreign"]


def test_that_a_kept_file_that_is_gone_is_said(office: Office, file: Path) -> None:
    for kept in office.store.folder.editions.iterdir():
        kept.unlink()
    assert _notices(_previewed(office, file)) == ["return_not_kept"]


def test_that_a_file_of_another_round_is_said(office: Office, file: Path) -> None:
    quarter = Span(date(2026, 1, 1), date(2026, 3, 31))
    assert _notices(_previewed(office, file, quarter)) == ["return_other_round"]


@pytest.mark.parametrize(
    ("content", "key"), [(b"x", "word_unreadable"), (None, "file_absent")], ids=["broken", "gone"]
)
def test_that_a_file_that_cannot_be_read_is_refused(
    office: Office, file: Path, content: bytes | None, key: str
) -> None:
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    with pytest.raises(KnownError, match=key):
        _previewed(office, file)


_NEW = "Sở tiếp tục phối hợp với các cơ quan báo chí của tỉnh bạn."


def _text(office: Office, file: Path, key: str) -> str:
    blocks = _previewed(office, file).draft.document.body
    own = (each.text for each in blocks if each.key.partition("~")[0] == key)
    return "\n".join(own)


def _adopted(office: Office, file: Path) -> int:
    seen = _previewed(office, file)
    return take_word_back.adopt(office, seen, suggested(seen.came))


def test_that_what_is_taken_is_in_the_draft_and_comes_back_no_more(
    office: Office, file: Path
) -> None:
    def edit(document: WordDocument) -> None:
        word.reword(document, "như sau", "cụ thể như sau")
        word.add_after(document, "cụ thể như sau", _NEW)

    _edit(file, edit)
    assert _adopted(office, file) == 1
    assert _text(office, file, "opening").endswith(f"cụ thể như sau:\n{_NEW}")
    assert _previewed(office, file).came.is_empty


def test_that_all_that_is_taken_is_one_change_that_an_undo_takes_back(
    office: Office, file: Path
) -> None:
    before = _text(office, file, "opening")

    def edit(document: WordDocument) -> None:
        word.reword(document, "như sau", "cụ thể như sau")
        word.reword(document, "I. ", "I. TÌNH HÌNH, ")

    _edit(file, edit)
    assert _adopted(office, file) == 2
    assert take_back(office) == f"Nhận lời văn sửa trong Word: {file.name}"
    assert _text(office, file, "opening") == before
    assert len(_previewed(office, file).came.changed) == 2


def test_that_a_deleted_paragraph_leaves_the_draft(office: Office, file: Path) -> None:
    _edit(file, lambda each: word.remove(each, "như sau"))
    assert _adopted(office, file) == 1
    assert _text(office, file, "opening") == ""
    assert _previewed(office, file).came.is_empty


def test_that_new_records_come_beside_what_was_taken(office: Office, file: Path) -> None:
    _edit(file, lambda each: word.reword(each, "Attapư thăm", "Attapư đến thăm"))
    record(office, form("Gặp mặt cơ quan báo chí", "1.5", on="7/4/2026"))
    _adopted(office, file)
    texts = " ".join(each.text for each in _previewed(office, file).draft.document.body)
    assert "Attapư đến thăm" in texts
    assert "ặp mặt cơ quan báo chí" in texts


def test_that_nothing_chosen_is_refused_and_writes_nothing(office: Office, file: Path) -> None:
    seen = _previewed(office, file)
    with pytest.raises(KnownError, match="nothing_to_take"):
        take_word_back.adopt(office, seen, suggested(seen.came))
    assert take_back(office).startswith("Ghi hoạt động")


def test_that_two_files_edited_apart_are_both_taken(
    office: Office, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "bản của lãnh đạo.docx"
    other.write_bytes(file.read_bytes())
    _edit(file, lambda each: word.reword(each, "như sau", "cụ thể như sau"))
    _edit(other, lambda each: word.reword(each, "Attapư thăm", "Attapư đến thăm"))
    _adopted(office, file)
    assert _adopted(office, other) == 1
    texts = " ".join(each.text for each in _previewed(office, file).draft.document.body)
    assert "cụ thể như sau" in texts
    assert "Attapư đến thăm" in texts


def test_that_the_page_word_and_new_records_all_come_into_the_next_report(
    office: Office, file: Path, tmp_path: Path
) -> None:
    asked = asked_round(office, 2026, None)
    ending = next(
        each for each in _previewed(office, file).draft.document.body if each.key == "ending"
    )
    edit_report.write(office, asked, "ending", f"Sửa trên trang. {ending.text}")
    _edit(file, lambda each: word.reword(each, "Attapư thăm", "Attapư đến thăm"))
    record(office, form("Gặp mặt cơ quan báo chí", "1.5", on="7/4/2026"))
    assert _adopted(office, file) == 1
    target = tmp_path / "lần 2.docx"
    export(office, report_writer(), 2026, None, target)
    with target.open("rb") as stream:
        text = "\n".join(each.text for each in word_reader().read(stream).paragraphs)
    assert "Sửa trên trang." in text
    assert "Attapư đến thăm" in text
    assert "gặp mặt cơ quan báo chí" in text
    assert _previewed(office, target).came.is_empty


def test_that_a_paragraph_taken_over_follows_its_next_edit_in_word(
    office: Office, file: Path
) -> None:
    _edit(file, lambda each: word.add_after(each, "như sau", _NEW))
    _adopted(office, file)
    _edit(file, lambda each: word.reword(each, "tỉnh bạn", "hai tỉnh bạn"))
    seen = _previewed(office, file)
    assert [(each.before, each.after) for each in seen.came.changed] == [
        (_NEW, _NEW.replace("tỉnh bạn", "hai tỉnh bạn"))
    ]
    assert seen.came.unmatched == ()
