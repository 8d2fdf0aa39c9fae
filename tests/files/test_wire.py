"""What the reading process tells comes back as it was; what it makes up does not come in."""

from __future__ import annotations

import io
import json
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.domain.grid import Grid, GridKind, LegacyEncoding, Merge
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits, wire

if TYPE_CHECKING:
    from collections.abc import Callable

FULL = Grid(
    GridKind.PAGE,
    (("1.1", "một\nhai"), (), ("", "ba", "")),
    number=3,
    name="Phụ lục",
    merges=(Merge(0, 0, 1, 2),),
    bold=frozenset({(0, 0), (2, 1)}),
    numeric=frozenset({(0, 0)}),
    dates=frozenset({(2, 1)}),
    automatic=frozenset({(0, 1)}),
    first_row=4,
    first_column=1,
    pages=(1, 1, 2),
    above=("KẾ HOẠCH",),
    below=("Ghi chú",),
    notes={"1": "Sở Ngoại vụ"},
    legacy=LegacyEncoding.VNI,
    hidden=True,
    continued=frozenset({1}),
    unread_pages=(3,),
    hidden_rows=frozenset({2}),
)


def received(tell: Callable[[wire.Sender], None]) -> wire.Receiver:
    """Return what is understood of what is told."""
    out = io.BytesIO()
    tell(wire.Sender(out))
    frames, receiver = out.getvalue(), wire.Receiver()
    while frames:
        letter, length = wire.HEAD.unpack_from(frames)
        receiver.take(letter, frames[wire.HEAD.size : wire.HEAD.size + length])
        frames = frames[wire.HEAD.size + length :]
    return receiver


def test_that_a_grid_comes_back_with_all_it_had() -> None:
    plain = Grid(GridKind.SHEET, ())
    same = [
        each.name for each in fields(Grid) if getattr(FULL, each.name) == getattr(plain, each.name)
    ]

    assert same == []
    assert received(lambda sender: sender.grid(FULL)).grids == [FULL]


def test_that_more_rows_than_go_into_a_message_come_back_in_order() -> None:
    rows = tuple((str(at), "x") for at in range(2_500))

    (grid,) = received(lambda sender: sender.grid(Grid(GridKind.SHEET, rows))).grids

    assert grid.rows == rows


@pytest.mark.parametrize(
    ("told", "understood"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x1fb\x1ec", "a b c"),
        ("a\x00\x07\x0bb", "ab"),
        ("Tổ", "Tổ"),  # NFD
        ("x" * 40_000, "x" * (limits.CELL_LENGTH - 1) + "…"),
        ("a\ud800b", "a?b"),
    ],
)
def test_that_texts_arrive_clean(told: str, understood: str) -> None:
    grid = Grid(GridKind.TEXT, (("", told, "y"), ("z",)))

    (back,) = received(lambda sender: sender.grid(grid)).grids

    assert back.rows == (("", understood, "y"), ("z",))


def test_that_a_refusal_comes_back_as_the_same_refusal() -> None:
    error = KnownError("file_cell_far", sheet="Kế hoạch", cell="ZZ9", count=3)

    with pytest.raises(KnownError) as refused:
        received(lambda sender: sender.refuse(error))

    assert (refused.value.key, refused.value.facts) == (error.key, error.facts)


def shape(**changes: object) -> bytes:
    """Return a grid as it is told, with something made up."""
    out = io.BytesIO()
    wire.Sender(out).grid(Grid(GridKind.SHEET, ()))
    return json.dumps({**json.loads(out.getvalue()[wire.HEAD.size :]), **changes}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"[]",
        b"{}",
        b"{",
        b"\xff",
        shape(kind="program"),
        shape(number="1"),
        shape(number=-1),
        shape(name=["x"]),
        shape(first_row=1 << 60),
        shape(bold=[1]),
        shape(bold=["a", "b"]),
        shape(merges=[1, 2, 3]),
        shape(notes=[1]),
        shape(notes={"1": 2}),
        shape(above=[1]),
        shape(legacy="utf-9"),
        shape(pages=None),
    ],
)
def test_that_a_made_up_grid_is_not_taken(content: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        wire.Receiver().take(wire.GRID, content)


def test_that_more_than_the_limits_allow_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    monkeypatch.setattr(limits, "CELLS", 5)
    monkeypatch.setattr(limits, "GRIDS", 1)

    def tell_twice(sender: wire.Sender) -> None:
        sender.grid(Grid(GridKind.SHEET, ()))
        sender.grid(Grid(GridKind.SHEET, ()))

    with pytest.raises(KnownError, match="file_too_heavy"):
        received(lambda sender: sender.rows([["x"]] * 3))
    with pytest.raises(KnownError, match="file_too_heavy"):
        received(lambda sender: sender.rows([["x"] * 6]))
    with pytest.raises(KnownError, match="file_too_heavy"):
        received(tell_twice)


def test_that_more_text_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEXT_BYTES", 100)

    with pytest.raises(KnownError, match="file_too_heavy"):
        received(lambda sender: sender.rows([["x" * 99], ["y" * 99]]))
