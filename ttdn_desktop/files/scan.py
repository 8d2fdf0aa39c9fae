"""A page as a scanner gives it: one colour picture on A4, with a red seal, in a PDF 1.4.

Decree 30/2020, Điều 3 and annex I: scans are PDF 1.4 or later, in colour, 200 dpi or more.
"""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

from ttdn_desktop.files import pdf
from ttdn_desktop.files.canvas import Canvas

if TYPE_CHECKING:
    from ttdn_desktop.files.canvas import Colour

DPI = 200
_WIDTH, _HEIGHT = 1654, 2339
_LEFT, _RIGHT = 236, 1520  # margins of 30 and 17 mm
_PAPER, _INK, _RED, _BLUE = range(4)
_TONES: tuple[Colour, ...] = ((250, 248, 242), (246, 247, 248), (252, 250, 246))
_INKS: tuple[Colour, ...] = ((46, 46, 50), (205, 38, 44), (40, 62, 160))
_LINE, _X_HEIGHT = 50, 17


def scan(seed: int) -> bytes:
    """Return a PDF of one page at DPI; the same seed gives the same bytes."""
    chance = Random(seed)  # noqa: S311 - draws a picture, keeps no secret
    paper = _TONES[int(chance.random() * len(_TONES))]
    canvas = Canvas(_WIDTH, _HEIGHT, (paper, *_INKS))
    page = _Page(canvas, chance, (chance.random() - 0.5) * 0.008)
    page.head()
    foot = page.body(12 + int(chance.random() * 10))
    page.signature(foot + 60)
    return pdf.encode(canvas)


class _Page:
    """A page being drawn: every line leans by the same `lean`, as paper does in a scanner."""

    def __init__(self, canvas: Canvas, chance: Random, lean: float) -> None:
        self._canvas, self._chance, self._lean = canvas, chance, lean

    def head(self) -> None:
        self._centred(500, 150, 260, bold=False)
        self._centred(500, 195, 330, bold=True)
        self._rule(430, 570, 235)
        self._centred(1150, 150, 640, bold=True)
        self._centred(1150, 195, 430, bold=True)
        self._rule(945, 1355, 235)
        self._centred(500, 275, 280, bold=False)
        self._centred(1150, 275, 460, bold=False)
        self._centred(860, 390, 240, bold=True)
        self._centred(860, 440, 760, bold=True)

    def body(self, lines: int) -> int:
        """Write paragraphs; return the line after the last."""
        line = 540
        for number in range(lines):
            first = number % 4 == 0
            last = number % 4 == 3 or number == lines - 1  # noqa: PLR2004 - paragraphs of four
            end = _LEFT + 300 + int(self._chance.random() * 700) if last else _RIGHT
            self._words(_LEFT + (80 if first else 0), line, end, bold=False)
            line += _LINE + (20 if last else 0)
        return line

    def signature(self, line: int) -> None:
        self._centred(1180, line, 330, bold=True)
        self._centred(1180, line + 300, 300, bold=True)
        for number in range(5):
            self._words(_LEFT, line + number * 36, _LEFT + 240 + 30 * (number % 3), bold=False)
        self._scrawl(1120, line + 170)
        self._seal(1060, line + 165)

    def _centred(self, x: int, line: int, length: int, *, bold: bool) -> None:
        self._words(x - length // 2, line, x + length // 2, bold=bold)

    def _words(self, x: int, line: int, end: int, *, bold: bool) -> None:
        thick = 4 if bold else 3
        while x < end - _X_HEIGHT:
            for _letter in range(2 + int(self._chance.random() * 4)):
                if x >= end - _X_HEIGHT:
                    break
                x += self._letter(x, line + round(x * self._lean), thick)
            x += 13

    def _letter(self, x: int, line: int, thick: int) -> int:
        """Draw strokes that read as a letter from afar; return how far the next one stands."""
        shape = int(self._chance.random() * 6)
        foot, width = line + _X_HEIGHT, 9 + shape % 3 * 2
        top = line - 9 if shape == 0 else line
        self._ink(x, top, x + thick, foot)
        if shape != 1:
            self._ink(x + width - thick, line, x + width, foot)
        if shape % 2 == 0:
            self._ink(x, line, x + width, line + 2)
        if shape in {2, 3, 5}:
            self._ink(x, foot - 2, x + width, foot)
        if shape in {4, 5}:  # a tone mark, above or below
            mark = foot + 4 if shape == 5 else line - 8  # noqa: PLR2004 - the sixth shape
            self._ink(x + 3, mark, x + 7, mark + 3)
        return width + 5

    def _ink(self, left: int, top: int, right: int, bottom: int) -> None:
        self._canvas.rectangle(left, top, right, bottom, _INK)

    def _rule(self, left: int, right: int, line: int) -> None:
        for x in range(left, right, 20):
            y = line + round(x * self._lean)
            self._canvas.rectangle(x, y, min(x + 20, right), y + 2, _INK)

    def _scrawl(self, x: int, line: int) -> None:
        turn = self._chance.random() * math.tau
        for step in range(900):
            share = step / 900
            left = x - 40 + 250 * share + 34 * math.cos(turn + share * 31)
            top = line + (1 - share) * 62 * math.sin(turn + share * 31) - 30 * share
            self._canvas.disc(left, top, 2.4, _BLUE)

    def _seal(self, x: int, line: int) -> None:
        """Stamp a seal of 36 mm: two rings, lettering between them, a star."""
        outer = 18 / 25.4 * DPI
        for radius, thick in ((outer, 4), (outer * 0.72, 2)):
            self._ring(x, line, radius, thick)
        for letter in range(46):
            turn = math.tau * letter / 46
            if letter % 7:
                self._stroke(x, line, turn, (outer * 0.79, outer * 0.93))
        for point in range(5):
            turn = math.tau * point / 5
            self._star_arm(x, line, turn, outer * 0.3)

    def _ring(self, x: int, line: int, radius: float, thick: int) -> None:
        for step in range(1400):
            turn = math.tau * step / 1400
            self._dot(x + radius * math.sin(turn), line - radius * math.cos(turn), thick)

    def _stroke(self, x: int, line: int, turn: float, reach: tuple[float, float]) -> None:
        for step in range(14):
            radius = reach[0] + (reach[1] - reach[0]) * step / 13
            self._dot(x + radius * math.sin(turn), line - radius * math.cos(turn), 4)

    def _star_arm(self, x: int, line: int, turn: float, radius: float) -> None:
        for step in range(40):
            share = step / 39
            half = radius * 0.36 * (1 - share)
            for side in range(-8, 9):
                across = half * side / 8
                along = radius * share
                self._dot(
                    x + along * math.sin(turn) + across * math.cos(turn),
                    line - along * math.cos(turn) + across * math.sin(turn),
                    3,
                )

    def _dot(self, x: float, y: float, size: int) -> None:
        left, top = round(x), round(y)
        self._canvas.rectangle(left, top, left + size, top + size, _RED)
