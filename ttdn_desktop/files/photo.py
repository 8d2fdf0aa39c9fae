"""Drawn pictures in place of photos: the hills of Kon Tum, or a hall during a meeting."""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

from ttdn_desktop.files import png
from ttdn_desktop.files.canvas import Canvas

if TYPE_CHECKING:
    from ttdn_desktop.files.canvas import Colour

WIDTH, HEIGHT = 720, 480
_SHADES = 32
_SKY, _SUN, _FAR, _MIDDLE, _NEAR, _FIELD, _SOIL, _ROOF = range(8)
_WALL, _FLOOR, _BANNER, _GOLD, _TABLE, _CHAIR, _COAT, _HEAD = range(8)
_LIGHTS: tuple[tuple[tuple[Colour, Colour], ...], ...] = (
    # each colour at the head and at the foot of the picture; morning, noon, evening
    (((150, 190, 225), (250, 225, 190)), ((255, 244, 214), (255, 236, 190)),
     ((140, 165, 190), (170, 190, 205)), ((95, 130, 145), (130, 160, 160)),
     ((60, 105, 88), (40, 85, 45)), ((95, 140, 60), (60, 105, 45)),
     ((180, 95, 60), (130, 60, 40)), ((70, 50, 40), (45, 32, 26))),
    (((70, 140, 215), (205, 230, 245)), ((255, 255, 245), (255, 252, 225)),
     ((120, 155, 195), (150, 180, 205)), ((75, 120, 140), (100, 145, 140)),
     ((55, 115, 80), (38, 86, 42)), ((110, 165, 60), (70, 125, 45)),
     ((195, 100, 60), (145, 65, 40)), ((95, 70, 50), (60, 45, 32))),
    (((75, 70, 120), (245, 165, 110)), ((255, 215, 150), (255, 190, 120)),
     ((125, 100, 140), (165, 125, 140)), ((85, 75, 110), (110, 90, 105)),
     ((56, 64, 76), (30, 42, 30)), ((70, 85, 45), (45, 60, 32)),
     ((140, 65, 50), (95, 42, 34)), ((45, 34, 36), (28, 22, 22))),
)  # fmt: skip
_HALL: tuple[tuple[Colour, Colour], ...] = (
    ((236, 226, 205), (205, 190, 165)), ((160, 120, 85), (110, 78, 54)),
    ((190, 25, 30), (160, 18, 24)), ((245, 215, 90), (235, 195, 60)),
    ((120, 72, 40), (85, 48, 26)), ((150, 35, 40), (95, 22, 28)),
    ((55, 65, 90), (28, 34, 50)), ((60, 48, 42), (26, 20, 18)),
)  # fmt: skip


def photo(seed: int) -> bytes:
    """Return a PNG of WIDTH × HEIGHT pixels; the same seed gives the same bytes."""
    chance = Random(seed)  # noqa: S311 - draws a picture, keeps no secret
    if seed % 2:
        return _finished(_hall(chance), _HALL)
    return _finished(_landscape(chance), _LIGHTS[int(chance.random() * len(_LIGHTS))])


def _finished(canvas: Canvas, colours: tuple[tuple[Colour, Colour], ...]) -> bytes:
    palette = tuple(
        _between(head, foot, step / (_SHADES - 1))
        for head, foot in colours
        for step in range(_SHADES)
    )
    return png.encode(canvas.width, canvas.shaded(_SHADES), palette)


def _between(head: Colour, foot: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(head, foot, strict=True))
    return red, green, blue


def _landscape(chance: Random) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT, ())
    canvas.disc(chance.random() * WIDTH, 60 + chance.random() * 70, 20 + chance.random() * 14, _SUN)
    for colour, level, swing in ((_FAR, 0.36, 60), (_MIDDLE, 0.47, 46), (_NEAR, 0.58, 34)):
        canvas.below(_ridge(chance, level, swing), colour)
    canvas.below(_ridge(chance, 0.7, 12), _FIELD)
    _rows_of_trees(canvas, chance)
    canvas.below(_ridge(chance, 0.9, 10), _SOIL)
    _communal_house(canvas, int(WIDTH * (0.15 + 0.6 * chance.random())), chance)
    return canvas


def _ridge(chance: Random, level: float, swing: float) -> list[float]:
    """Return a skyline: four waves, each twice as short and half as high as the one before."""
    waves = [
        (2**step * (0.8 + chance.random() * 0.7), chance.random() * math.tau, swing / 1.8**step)
        for step in range(5)
    ]
    return [
        HEIGHT * level + sum(high * math.sin(math.tau * rate * x / WIDTH + turn)
                             for rate, turn, high in waves)
        for x in range(WIDTH)
    ]  # fmt: skip


def _rows_of_trees(canvas: Canvas, chance: Random) -> None:
    """Plant coffee in rows that come nearer: larger and farther apart towards the foot."""
    line = HEIGHT * 0.76
    while line < HEIGHT * 0.9:
        size = 3 + (line - HEIGHT * 0.76) / 11
        x = chance.random() * size * 3
        while x < WIDTH:
            canvas.disc(x, line, size, _NEAR)
            x += size * 2.7
        line += size * 1.9


def _communal_house(canvas: Canvas, x: int, chance: Random) -> None:
    """Raise a nhà rông: stilts, a low wall and the tall roof that bends inwards."""
    base, width, tall = int(HEIGHT * 0.86), 62 + int(chance.random() * 18), 128
    for stilt in range(-2, 3):
        post = x + stilt * width // 3
        canvas.rectangle(post - 2, base, post + 3, base + 24, _ROOF)
    canvas.rectangle(x - width * 3 // 4, base - 16, x + width * 3 // 4, base, _SOIL)
    for line in range(tall):
        half = round(10 + (width - 10) * (line / tall) ** 1.7)
        canvas.rectangle(
            x - half, base - 16 - tall + line, x + half, base - 15 - tall + line, _ROOF
        )


def _hall(chance: Random) -> Canvas:
    canvas = Canvas(WIDTH, HEIGHT, ())
    canvas.rectangle(0, int(HEIGHT * 0.56), WIDTH, HEIGHT, _FLOOR)
    _stage(canvas, chance)
    for row in range(4):
        _seats(canvas, chance, row)
    return canvas


def _stage(canvas: Canvas, chance: Random) -> None:
    left, right = WIDTH // 8, WIDTH - WIDTH // 8
    canvas.rectangle(left, 40, right, 205, _BANNER)
    for line, share in ((78, 0.5), (108, 0.7), (138, 0.35 + chance.random() * 0.3)):
        _lettering(canvas, chance, line, int((right - left) * share))
    canvas.rectangle(left, 205, right, 210, _GOLD)
    desk = left + 40 + int(chance.random() * (right - left - 300))
    canvas.rectangle(desk, 222, desk + 220, 262, _TABLE)
    for place in range(5):
        _person(canvas, desk + 22 + place * 44, 210, 8)


def _lettering(canvas: Canvas, chance: Random, line: int, length: int) -> None:
    x, end = (WIDTH - length) // 2, (WIDTH + length) // 2
    while x < end:
        stroke = 4 + int(chance.random() * 9)
        canvas.rectangle(x, line, min(x + stroke, end), line + 15, _GOLD)
        x += stroke + 4


def _seats(canvas: Canvas, chance: Random, row: int) -> None:
    """Seat a row seen from behind; rows grow towards the foot of the picture."""
    size = 11 + row * 4
    line = 300 + row * 46
    x = float(size * (1 + row % 2))
    while x < WIDTH:
        if chance.random() < 0.86:  # noqa: PLR2004 - a few seats stay empty
            _person(canvas, x, line, size)
        canvas.rectangle(round(x - size * 1.3), line + size * 2, round(x + size * 1.3),
                         line + size * 4, _CHAIR)  # fmt: skip
        x += size * 3.1


def _person(canvas: Canvas, x: float, line: int, size: int) -> None:
    canvas.disc(x, line + size * 2.4, size * 1.35, _COAT)
    canvas.disc(x, line, size, _HEAD)
