"""Numbers are counted as Word counts them; a list that leads nowhere counts nothing."""

from __future__ import annotations

import struct

import pytest

from ttdn_desktop.files.doc_lists import Lists, written


def _level(start: int, form: int, template: str, flags: int = 0) -> bytes:
    head = struct.pack("<iBB22x", start, form, flags)
    return head + struct.pack("<H", len(template)) + template.encode("utf-16-le")


def _list(number: int, *levels: bytes) -> tuple[bytes, bytes]:
    """Return a list's head and its nine levels, the last of those given again and again."""
    return struct.pack("<i22xBx", number, 0), b"".join([*levels, *levels[-1:] * (9 - len(levels))])


def _lists(*lists: tuple[bytes, bytes]) -> bytes:
    heads, levels = zip(*lists, strict=True)
    return struct.pack("<H", len(lists)) + b"".join(heads) + b"".join(levels)


def _uses(*uses: tuple[int, bytes]) -> bytes:
    """Return how lists are used: each its list's number and, where it changes one, a change."""
    heads = b"".join(struct.pack("<i8xB3x", number, bool(change)) for number, change in uses)
    changes = b"".join(b"\xff\xff\xff\xff" + change for _, change in uses)
    return struct.pack("<I", len(uses)) + heads + changes


CODES = _list(5, _level(1, 1, "\0."), _level(1, 0, "\0.\1"))


def test_that_levels_below_begin_anew() -> None:
    lists = Lists(_lists(CODES), _uses((5, b"")))

    assert [lists.label(1, depth) for depth in (0, 1, 1, 0, 1)] == [
        *("I.", "I.1", "I.2", "II.", "II.1"),
    ]


def test_that_a_use_may_begin_elsewhere_and_then_counts_on() -> None:
    lists = Lists(_lists(CODES), _uses((5, b""), (5, struct.pack("<iI", 7, 0x10))))

    assert [lists.label(use, 0) for use in (1, 2, 2, 1)] == ["I.", "VII.", "VIII.", "IX."]


def test_that_a_use_may_write_its_numbers_otherwise() -> None:
    change = struct.pack("<iI", 0, 0x20) + _level(3, 4, "\0)")
    lists = Lists(_lists(CODES), _uses((5, change)))

    assert [lists.label(1, 0), lists.label(1, 0)] == ["c)", "d)"]


def test_that_a_legal_level_writes_plain_digits() -> None:
    lists = Lists(
        _lists(_list(5, _level(1, 1, "\0."), _level(1, 4, "\0.\1", 0x04))), _uses((5, b""))
    )

    assert [lists.label(1, 0), lists.label(1, 1)] == ["I.", "1.1"]


@pytest.mark.parametrize(("number", "depth"), [(0, 0), (2, 0), (-3, 0), (1, 9)])
def test_that_what_is_in_no_list_has_no_label(number: int, depth: int) -> None:
    assert Lists(_lists(CODES), _uses((5, b""))).label(number, depth) == ""


@pytest.mark.parametrize("length", [0, 1, 20, 60, 90])
def test_that_a_list_cut_off_counts_nothing(length: int) -> None:
    assert Lists(_lists(CODES)[:length], _uses((5, b""))).label(1, 0) == ""


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [(14, 1, "XIV"), (9, 2, "ix"), (28, 3, "BB"), (3, 4, "c"), (7, 22, "07"), (7, 255, "")],
)
def test_that_every_form_is_written(number: int, form: int, text: str) -> None:
    assert written(number, form) == text
    assert written(0, form) == "0"
