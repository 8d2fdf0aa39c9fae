"""What stands on the pages of a PDF: letters at their places, lines drawn, pictures.

Read by PDFium's own calls, a page at a time: eight times faster than pdfminer. Places are in
points from the upper left corner of the page as it is read: a page is turned so that most of
its letters stand upright, whatever its /Rotate says.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # has no stubs
from pypdfium2 import raw

from ttdn_desktop.domain.text import nfc
from ttdn_desktop.files import limits
from ttdn_desktop.files.pdf_drawing import Rule, drawn
from ttdn_desktop.files.pdf_faces import UNKNOWN, Face, faces_of, readable
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

_EDGE = 2.0
_MARK_REACH = 1.3
"""How far behind its letter's start, in letter sizes, a combining mark may be placed."""


class Letter(NamedTuple):
    """A letter: its ends along the line, its baseline from the top of the page, all in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    face: Face
    source: int = 0
    """The run of text in the file that it is of."""


class Turned(NamedTuple):
    """A letter that stands sideways on its page: its middle there, and it along its own line."""

    x: float
    y: float
    letter: Letter


@immutable
class Page:
    """A page, `number` from 1. `unknown` counts letters whose meaning the file does not give.

    `pictured` is the share of the page that pictures cover, 0 to 1 (strips of a scan together);
    `drawings` counts what is drawn with lines, of which `rules` are the level and upright ones.
    """

    number: int
    width: float
    height: float
    letters: tuple[Letter, ...]
    turned: tuple[Turned, ...]
    rules: tuple[Rule, ...]
    drawings: int
    unknown: int
    pictured: float


class TooMuch(Exception):  # noqa: N818  (said of a page, not an error of the file)
    """More on one page than is ever read."""


class _Spot(NamedTuple):
    """A letter as the file places it: before the page is turned."""

    text: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    face: Face
    source: int


def read_page(document: pdfium.PdfDocument, index: int) -> Page:
    """Return what stands on the page with this index, from 0.

    Raises PdfiumError where the page cannot be loaded, TooMuch beyond the limits above.
    """
    page = document[index]
    try:
        text_page = page.get_textpage()
        try:
            spots, unknown = _spots(text_page.raw)
        finally:
            text_page.close()
        return _page(page, index + 1, spots, unknown)
    finally:
        page.close()


def _page(page: pdfium.PdfPage, number: int, spots: list[_Spot], unknown: int) -> Page:
    quarters = Counter(spot.face.quarter for spot in spots if spot.text != " ")
    quarter = quarters.most_common(1)[0][0] if quarters else 0
    box = page.get_bbox()
    corners = [_turn(quarter, x, y) for x in box[::2] for y in box[1::2]]
    shift = (min(x for x, _ in corners), min(y for _, y in corners))
    drawing = drawn(page.raw, lambda x, y: _shifted(_turn(quarter, x, y), shift))
    width = max(x for x, _ in corners) - shift[0]
    height = max(y for _, y in corners) - shift[1]
    upright = [_letter(spot, quarter, shift) for spot in spots if spot.face.quarter == quarter]
    return Page(
        number,
        width,
        height,
        tuple(_with_marks([x for x in upright if _is_seen(x.x0, x.y, x.x1, x.y, width, height)])),
        tuple(_sideways(spots, quarter, shift)),
        tuple(rule for rule in drawing.rules if _is_seen(*rule, width, height)),
        drawing.drawings,
        unknown,
        min(1.0, drawing.pictured / max(width * height, 1.0)),
    )


def _is_seen(x0: float, y0: float, x1: float, y1: float, *size: float) -> bool:
    """Whether something is on its page, given its size: Qt draws the lines of all pages on each."""
    width, height = size
    return x1 >= -_EDGE and x0 <= width + _EDGE and y1 >= -_EDGE and y0 <= height + _EDGE


def _spots(text_page: Any) -> tuple[list[_Spot], int]:  # noqa: ANN401  (a ctypes pointer)
    count = raw.FPDFText_CountChars(text_page)
    if count > limits.PAGE_LETTERS:
        raise TooMuch
    faces = faces_of(text_page)
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    spots: list[_Spot] = []
    unknown = 0
    for at in range(count):
        if raw.FPDFText_IsGenerated(text_page, at) == 1:
            continue
        face, source = faces(at)
        text = readable(raw.FPDFText_GetUnicode(text_page, at), face)
        if text == UNKNOWN or raw.FPDFText_HasUnicodeMapError(text_page, at) == 1:
            unknown += 1
            text = UNKNOWN
        if not text or face.quarter is None:
            continue
        raw.FPDFText_GetCharOrigin(text_page, at, x, y)
        raw.FPDFText_GetLooseCharBox(text_page, at, box)
        edges = (box.left, box.bottom, box.right, box.top)
        spots.append(_Spot(text, x.value, y.value, *edges, face, source))
    return spots, unknown


def _turn(quarter: int | None, x: float, y: float) -> tuple[float, float]:
    """Return a place with y downwards, once text that runs in this quarter is made level."""
    if quarter == 1:
        return y, x
    if quarter == 2:  # noqa: PLR2004  (upside down)
        return -x, y
    if quarter == 3:  # noqa: PLR2004  (downwards)
        return -y, -x
    return x, -y


def _shifted(place: tuple[float, float], shift: tuple[float, float]) -> tuple[float, float]:
    return place[0] - shift[0], place[1] - shift[1]


def _letter(spot: _Spot, quarter: int | None, shift: tuple[float, float]) -> Letter:
    first, _ = _shifted(_turn(quarter, spot.left, spot.bottom), shift)
    last, _ = _shifted(_turn(quarter, spot.right, spot.top), shift)
    _, y = _shifted(_turn(quarter, spot.x, spot.y), shift)
    ends = (min(first, last), max(first, last))
    return Letter(spot.text, *ends, y, spot.face.size, spot.face, spot.source)


def _sideways(
    spots: list[_Spot], quarter: int | None, shift: tuple[float, float]
) -> Iterator[Turned]:
    for spot in spots:
        if spot.face.quarter != quarter:
            middle = ((spot.left + spot.right) / 2, (spot.bottom + spot.top) / 2)
            place = _shifted(_turn(quarter, *middle), shift)
            yield Turned(*place, _letter(spot, spot.face.quarter, (0.0, 0.0)))


def _with_marks(letters: list[Letter]) -> list[Letter]:
    """Put each combining mark on the letter it is printed over, which need not stand before it."""
    whole: list[Letter] = []
    for letter in letters:
        if unicodedata.combining(letter.text[0]) and (bearer := _bearer(whole, letter)) is not None:
            base = whole[bearer]
            whole[bearer] = base._replace(
                text=nfc(base.text + letter.text), x1=max(base.x1, letter.x1)
            )
        else:
            whole.append(letter)
    return whole


def _bearer(letters: list[Letter], mark: Letter) -> int | None:
    for at in range(len(letters) - 1, max(-1, len(letters) - 200), -1):
        base = letters[at]
        reach = _MARK_REACH * base.size
        if (
            base.text != " "
            and abs(base.y - mark.y) < base.size
            and (base.x0 - reach / 4 <= mark.x0 <= base.x0 + reach)
        ):
            return at
    return None
