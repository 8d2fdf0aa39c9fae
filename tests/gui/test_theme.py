"""The look: every token filled, every text to be read, every length of the officer's size."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor

from ttdn_desktop.gui.theme import DARK, LIGHT, Look, Tokens, style_sheet, with_dark
from ttdn_desktop.paths import resource

SHEET = resource("look", "window.qss")
READABLE = 4.5
"""WCAG 2.1, 1.4.3: the least contrast of text on its ground, level AA."""

TEXTS = ("text", "quiet", "accent", "good", "warn", "bad")
GROUNDS = ("ground", "surface", "band")
SOFT = (
    ("text", "accent_soft"),
    ("accent", "accent_soft"),
    ("text", "warn_soft"),
    ("text", "bad_soft"),
    ("accent_text", "accent"),
    ("accent_text", "accent_hover"),
)
PAIRS = (*product(TEXTS, GROUNDS), *SOFT)
LINES = {"1px", "2px"}
"""Lengths that stay as they are: a line is a line at any size of text."""


def _luminance(color: QColor) -> float:
    """Return the relative luminance of WCAG 2.1."""
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(tokens: Tokens, text: str, ground: str) -> float:
    one, other = (_luminance(QColor(getattr(tokens, name))) for name in (text, ground))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_that_text_can_be_read_on_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert _contrast(tokens, text, ground) >= READABLE


@pytest.mark.parametrize("percent", [90, 100, 150])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_that_every_place_of_the_sheet_is_filled(percent: int, *, dark: bool) -> None:
    assert "$" not in style_sheet(with_dark(Look(percent=percent), dark=dark))


def test_that_every_length_but_a_line_follows_the_size_of_the_text() -> None:
    sheet = re.sub(r"/\*.*?\*/|\$\{px\d+\}", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert set(re.findall(r"\b\d+(?:px|pt|em)\b", sheet)) <= LINES


def test_that_every_colour_is_a_token() -> None:
    sheet = SHEET.read_text(encoding="utf-8")

    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)|\brgba?\(", sheet)


def test_that_lengths_grow_with_the_text_and_never_vanish() -> None:
    assert Look(percent=150).px(16) == 24
    assert Look(percent=90).px(0.4) == 1
