"""Scans are PDF 1.4 pages in colour at 200 dpi, with a red seal."""

from __future__ import annotations

import re
import zlib

from ttdn_desktop.files.scan import DPI, scan


def _object(data: bytes, number: int) -> bytes:
    """Return an object by its place in the cross-reference table."""
    found = re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)
    assert found is not None
    table = data[int(found[1]) :].split(b"\n")
    assert table[0] == b"xref"
    assert len(table[2 + number]) == 19  # 20 bytes a line with its newline
    place = int(table[2 + number][:10])
    assert data[place:].startswith(f"{number} 0 obj\n".encode())
    return data[place : data.index(b"endobj", place)]


def _picture(data: bytes) -> bytes:
    body = _object(data, 5)
    return zlib.decompress(body[body.index(b"stream\n") + 7 : body.index(b"\nendstream")])


def test_that_a_scan_is_a_pdf_whose_table_finds_every_object() -> None:
    data = scan(3)

    assert data.startswith(b"%PDF-1.4\n")
    for number in range(1, 6):
        assert _object(data, number)
    assert b"/Root 1 0 R" in data


def test_that_the_streams_are_as_long_as_they_say() -> None:
    for number in (4, 5):
        body = _object(scan(3), number)
        said = re.search(rb"/Length (\d+)", body)
        assert said is not None
        assert len(body[body.index(b"stream\n") + 7 : body.index(b"\nendstream")]) == int(said[1])


def test_that_the_picture_fills_a4_at_the_resolution_of_the_decree() -> None:
    body = _object(scan(3), 5)
    width, height = (
        int(found[1])
        for key in (b"Width", b"Height")
        if (found := re.search(rb"/" + key + rb" (\d+)", body))
    )
    assert (width, height) == (round(210 / 25.4 * DPI), round(297 / 25.4 * DPI))
    assert len(_picture(scan(3))) == width * height


def test_that_the_page_has_ink_a_red_seal_and_a_blue_signature() -> None:
    body = _object(scan(3), 5)
    lookup = re.search(rb"<([0-9a-f]+)>\]", body)
    assert lookup is not None
    red = bytes.fromhex(lookup[1].decode())[6:9]
    assert red[0] > 2 * max(red[1:])
    pixels = _picture(scan(3))
    assert [pixels.count(colour) > 1000 for colour in range(4)] == [True] * 4


def test_that_a_seed_gives_one_scan_and_two_seeds_give_two() -> None:
    assert scan(1) == scan(1)
    assert scan(1) != scan(2)


def test_that_no_date_or_maker_is_left_in_a_scan() -> None:
    for trace in (b"/Info", b"/CreationDate", b"/Producer", b"/ID"):
        assert trace not in scan(4)
