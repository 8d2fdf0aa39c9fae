"""The file as a whole: the same bytes for the same tree, a code for its content, a stream."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from tests.word.sample_report import BODY, REPORT, Made, annex, made, row
from ttdn_desktop import paths
from ttdn_desktop.domain.document import Orientation, RowKind, Sentence
from ttdn_desktop.word import fingerprint
from ttdn_desktop.word.writer import TEMPLATE, WordWriter, report_writer

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Document

_ROOT = Path(__file__).parents[2]
_WRITE = (
    "import sys\n"
    "from tests.word.sample_report import REPORT, made\n"
    "sys.stdout.buffer.write(made(REPORT).content)\n"
)


def test_that_the_same_tree_gives_the_same_bytes(report: Document) -> None:
    assert made(report).content == made(report).content


def test_that_another_folder_home_clock_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    elsewhere = os.environ | {
        "HOME": str(tmp_path),
        "TZ": "America/Lima",
        "USER": "someone",
        "LANG": "C",
        "PYTHONHASHSEED": "7",
        "PYTHONPATH": str(_ROOT),
    }
    run = subprocess.run(
        [sys.executable, "-c", _WRITE], cwd=tmp_path, env=elsewhere, check=True, capture_output=True
    )
    assert run.stdout == made(REPORT).content


def test_that_members_are_sorted_and_dated_by_nobody(file: Made) -> None:
    with zipfile.ZipFile(BytesIO(file.content)) as archive:
        members = archive.infolist()
        assert archive.testzip() is None
    names = [each.filename for each in members]
    assert names == sorted(names)
    assert {each.date_time for each in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {(each.create_system, each.external_attr) for each in members} == {(3, 0o644 << 16)}


def test_that_properties_are_the_documents_own(file: Made) -> None:
    told = docx.Document(BytesIO(file.content)).core_properties
    assert told.title == REPORT.title
    assert told.author == told.last_modified_by == "Sở Ngoại vụ"
    assert told.language == "vi-VN"
    assert b"2026-12-14T00:00:00Z" in file.part("docProps/core.xml")


def test_that_the_code_is_in_the_file(file: Made) -> None:
    code = report_writer().code(REPORT)
    assert len(code) == 12
    assert set(code) <= set("0123456789abcdef")
    custom = file.part("docProps/custom.xml").decode()
    assert f'name="TTDNCode"><vt:lpwstr>{code}</vt:lpwstr>' in custom


@pytest.mark.parametrize(
    "changed",
    [
        replace(REPORT, dated=date(2026, 12, 15)),
        replace(REPORT, body=BODY[1:]),
        replace(REPORT, body=(replace(BODY[0], sentences=(Sentence("Khác."),)), *BODY[1:])),
        replace(REPORT, body=(replace(BODY[0], key="other"), *BODY[1:])),
        replace(REPORT, annexes=REPORT.annexes[:1]),
        replace(REPORT, annexes=REPORT.annexes[::-1]),
        replace(REPORT, closing=replace(REPORT.closing, signer="A")),
    ],
)
def test_that_any_change_of_the_tree_changes_the_code(changed: Document) -> None:
    assert report_writer().code(changed) != report_writer().code(REPORT)


def test_that_the_same_words_cut_otherwise_have_another_code() -> None:
    one = replace(BODY[0], sentences=(Sentence("Một."), Sentence("Hai.")))
    two = replace(BODY[0], sentences=(Sentence("Một. Hai."),))
    codes = {report_writer().code(replace(REPORT, body=(each,))) for each in (one, two)}
    assert len(codes) == 2


def test_that_the_records_behind_a_sentence_are_no_part_of_the_code() -> None:
    sentence = replace(BODY[0].sentences[0], records=("0190-of-this-folder",))
    known = replace(REPORT, body=(replace(BODY[0], sentences=(sentence,)), *BODY[1:]))
    assert report_writer().code(known) == report_writer().code(REPORT)


def test_that_one_writer_tells_one_tree_from_the_next() -> None:
    writer, other = report_writer(), replace(REPORT, body=BODY[1:])
    codes = [writer.code(each) for each in (REPORT, other, REPORT)]
    assert codes[0] == codes[2] != codes[1]


def test_that_a_row_of_one_annex_is_not_a_row_of_the_next() -> None:
    rows = [row(key, RowKind.ENTRY, *"abcdef") for key in "xy"]
    first, second = (
        tuple(
            annex(key, key, Orientation.PORTRAIT, part)
            for key, part in zip("mn", parts, strict=True)
        )
        for parts in ((rows, []), (rows[:1], rows[1:]))
    )
    codes = {report_writer().code(replace(REPORT, annexes=each)) for each in (first, second)}
    assert len(codes) == 2


def test_that_template_and_writer_are_part_of_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    template = paths.resource(*TEMPLATE).read_bytes()
    known = WordWriter(template).code(REPORT)
    assert fingerprint.code(REPORT, template + b" ") != known
    monkeypatch.setattr(fingerprint, "WRITER_VERSION", fingerprint.WRITER_VERSION + 1)
    assert WordWriter(template).code(REPORT) != known


def test_that_python_docx_reads_what_was_written(file: Made) -> None:
    read = docx.Document(BytesIO(file.content))
    texts = [each.text for each in read.paragraphs]
    assert "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI" in texts
    assert len(read.tables) == 3
    assert len(read.sections) == 3
    cells = [cell.text for cell in read.tables[2].rows[3].cells]
    assert cells[0] == "A12"
    assert cells[3] == "08/4/2026\ntỉnh Attapư"


def test_that_five_thousand_rows_are_never_in_memory_at_once() -> None:
    rows = [row(str(n), RowKind.ENTRY, *(f"ô {n} {c}" * 9 for c in "abcdef")) for n in range(5000)]
    document = replace(REPORT, annexes=(annex("a", "Phụ lục", Orientation.LANDSCAPE, rows),))
    writer, target = report_writer(), BytesIO()
    writer.write(REPORT, BytesIO())
    tracemalloc.start()
    writer.write(document, target)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    written = Made(target.getvalue()).part("word/document.xml")
    assert len(written) > 5_000_000
    assert peak < 3_000_000
    assert written.count(b"<w:tr>") == 1 + len(rows) + 2 + 1
    etree.fromstring(written, etree.XMLParser(huge_tree=True))
