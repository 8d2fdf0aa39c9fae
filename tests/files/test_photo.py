"""Drawn photos are PNG files that any reader opens."""

from __future__ import annotations

import struct
import zlib

import pytest

from ttdn_desktop.files.photo import HEIGHT, WIDTH, photo


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    found: list[tuple[bytes, bytes]] = []
    place = 8
    while place < len(data):
        (length,) = struct.unpack_from(">I", data, place)
        kind = data[place + 4 : place + 8]
        body = data[place + 8 : place + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, place + 8 + length)
        assert checksum == zlib.crc32(kind + body)
        found.append((kind, body))
        place += 12 + length
    return found


@pytest.mark.parametrize("seed", [0, 1, 2, 3])
def test_that_a_photo_is_a_png_whose_pixels_all_have_a_colour(seed: int) -> None:
    chunks = _chunks(photo(seed))

    assert [kind for kind, _body in chunks] == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    header, palette, pixels = (body for _kind, body in chunks[:3])
    assert struct.unpack(">IIBBBBB", header) == (WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    lines = zlib.decompress(pixels)
    assert len(lines) == HEIGHT * (WIDTH + 1)
    assert len(palette) == 3 * 256
    assert set(lines[:: WIDTH + 1]) == {0}


def test_that_a_photo_shows_something() -> None:
    lines = zlib.decompress(dict(_chunks(photo(2)))[b"IDAT"])
    assert len(set(lines)) > 60


def test_that_a_seed_gives_one_photo_and_two_seeds_give_two() -> None:
    assert photo(7) == photo(7)
    assert len({photo(seed) for seed in range(6)}) == 6
