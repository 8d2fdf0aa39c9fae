"""The shipped package: built from the layout, the same each time, with nobody's traces."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from ttdn_desktop import paths
from ttdn_desktop.word import package
from ttdn_desktop.word.template import build
from ttdn_desktop.word.writer import TEMPLATE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHIPPED = paths.resource(*TEMPLATE).read_bytes()


def test_that_the_shipped_package_is_what_the_layout_builds() -> None:
    assert build() == _SHIPPED, "run: python -m ttdn_desktop.word.template"


def test_that_it_holds_only_what_a_report_needs() -> None:
    assert sorted(package.read(BytesIO(_SHIPPED))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_that_its_bytes_hang_on_no_clock_system_or_compression() -> None:
    with zipfile.ZipFile(BytesIO(_SHIPPED)) as archive:
        members = archive.infolist()
    assert {each.date_time for each in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {each.create_system for each in members} == {3}
    assert {each.compress_type for each in members} == {zipfile.ZIP_STORED}


@pytest.mark.parametrize("trace", [b"python-docx", b"rsid", b"Macintosh", b"2013", b"Canny"])
def test_that_nothing_of_another_template_is_left(trace: bytes) -> None:
    assert trace not in _SHIPPED


def test_that_word_opens_it_without_a_question_in_its_own_mode() -> None:
    settings = etree.fromstring(package.read(BytesIO(_SHIPPED))["word/settings.xml"])
    assert settings.find(f"{_W}updateFields") is None
    modes = {
        each.get(f"{_W}name"): each.get(f"{_W}val") for each in settings.iter(f"{_W}compatSetting")
    }
    assert modes["compatibilityMode"] == "15"


def test_that_the_page_number_stands_in_the_running_header_alone() -> None:
    members = package.read(BytesIO(_SHIPPED))
    first, running = (etree.fromstring(members[f"word/header{place}.xml"]) for place in (1, 2))
    assert [each.text for each in running.iter(f"{_W}instrText")] == [" PAGE "]
    assert [each.text for each in running.iter(f"{_W}t")] == ["2"]
    kinds = [each.get(f"{_W}fldCharType") for each in running.iter(f"{_W}fldChar")]
    assert kinds == ["begin", "separate", "end"]
    assert not list(first.iter(f"{_W}r"))
