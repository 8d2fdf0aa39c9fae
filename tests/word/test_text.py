"""Boxes 6, 7 and 9b as XML, and what happens to text on its way into the file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.word.sample_report import BODY, CLOSING, REPORT, Made, block, made, text_of
from ttdn_desktop.domain.document import Role
from ttdn_desktop.word import bookmarks
from ttdn_desktop.word.layout import ROLES, Element
from ttdn_desktop.word.lengths import twips
from ttdn_desktop.word.markup import escape, run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_that_each_block_is_a_paragraph_in_its_roles_style(file: Made) -> None:
    for each in BODY:
        mark = "- " if each.role is Role.BULLET else ""
        assert mark + each.text in file.texts(ROLES[each.role])


def test_that_a_block_is_written_so_and_not_otherwise() -> None:
    file = made(replace(REPORT, body=(block("opening", Role.BODY, "Một.", "Hai & ba."), BODY[-1])))
    document = file.part("word/document.xml").decode()
    name = bookmarks.name("opening")
    assert (
        '<w:p><w:pPr><w:pStyle w:val="ReportBody"/></w:pPr>'
        f'<w:bookmarkStart w:id="6" w:name="{name}"/>'
        '<w:r><w:t xml:space="preserve">Một. Hai &amp; ba.</w:t></w:r>'
        '<w:bookmarkEnd w:id="6"/></w:p>'
    ) in document


def test_that_the_last_paragraph_stays_with_the_signature(file: Made) -> None:
    kept = file.find("//w:p[w:pPr/w:keepNext]")
    assert BODY[-1].text in [text_of(each) for each in kept]


def test_that_recipients_have_dash_and_marks(file: Made) -> None:
    assert file.texts(Element.RECIPIENTS) == ["Nơi nhận:"]
    assert file.texts(Element.RECIPIENT) == [
        "- Như trên;",
        "- UBND tỉnh (b/c);",
        "- Giám đốc, các Phó Giám đốc Sở;",
        "- Lưu: VT, HTQT.",
    ]


def test_that_authority_and_name_stand_beside_the_recipients(file: Made) -> None:
    table = file.find("/w:document/w:body/w:tbl")[1]
    (row,) = table.iter(f"{_W}tr")
    assert row.find(f"{_W}trPr/{_W}cantSplit") is not None
    assert [each.get(f"{_W}w") for each in table.iter(f"{_W}gridCol")] == [
        str(twips(72)),
        str(twips(93)),
    ]
    right = list(row.iter(f"{_W}tc"))[1]
    assert [text_of(each) for each in right.iter(f"{_W}p")] == ["KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", ""]


def test_that_a_signers_name_is_printed_under_the_room_to_sign() -> None:
    file = made(replace(REPORT, closing=replace(CLOSING, signer="Nguyễn Văn A")))
    assert file.texts(Element.SIGNER) == ["Nguyễn Văn A"]


def test_that_a_closing_without_recipients_is_still_a_whole_table() -> None:
    file = made(replace(REPORT, closing=replace(CLOSING, recipients=())))
    assert file.texts(Element.RECIPIENTS) == [""]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ('"Ngày hội"', "&quot;Ngày hội&quot;"),
        ("một\x00 \x07hai\x1b\x7f\x85\ufffe", "một hai"),
        ("một\ud800hai", "mộthai"),
        ("một\thai\r\nba\rbốn", "một hai\nba\nbốn"),
        ("Tết cổ truyền", "Tết cổ truyền"),
    ],
)
def test_that_text_is_made_fit_for_xml(given: str, expected: str) -> None:
    assert escape(given) == expected


def test_that_a_newline_is_a_line_break() -> None:
    assert run("a\nb") == (
        '<w:r><w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">b</w:t></w:r>'
    )


def test_that_the_spaces_left_to_fill_in_survive(file: Made) -> None:
    assert b'<w:t xml:space="preserve">S\xe1\xbb\x91:        /BC-SNgV</w:t>' in file.part(
        "word/document.xml"
    )


def test_that_control_characters_in_any_text_still_give_a_readable_file() -> None:
    dirty = "a\x00b\x0bc<&>\"'\ud83d"
    head = replace(REPORT.head, subject=dirty, issuer=(dirty,), addressees=(dirty, dirty))
    closing = replace(CLOSING, signer=dirty, recipients=(dirty,))
    annex = replace(REPORT.annexes[0], title=dirty, label=dirty, guide=dirty)
    body = (block("k", Role.BODY, dirty),)
    file = made(replace(REPORT, head=head, closing=closing, body=body, annexes=(annex,)))
    assert file.texts(Element.BODY) == ["abc<&>\"'"]
    assert file.texts(Element.SIGNER) == ["abc<&>\"'"]
