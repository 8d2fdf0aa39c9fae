"""Box 6 and 9a: addressees, legal grounds, headings, points and prose, by their beginnings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.word.check.numbering import roman_value
from ttdn_desktop.word.check.parts import Address, Content, Kind
from ttdn_desktop.word.check.pieces import pieces, whole
from ttdn_desktop.word.check.strokes import is_drawn

if TYPE_CHECKING:
    from ttdn_desktop.word.check.flow import Flow
    from ttdn_desktop.word.check.paragraph import Paragraph
    from ttdn_desktop.word.check.parts import Parts
    from ttdn_desktop.word.check.pieces import Piece

_ADDRESS = re.compile(r"\s*kính\s+gửi\s*:?\s*", re.IGNORECASE)
_PART = re.compile(r"(?:phần|chương|mục|tiểu mục)\s+(?:thứ\s+\w+|[ivxlc]+|\d+)\b", re.IGNORECASE)
_SECTION = re.compile(r"([IVX]+)\s*[.\-/)]\s*(?=\D)")
_SUBCLAUSE = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?\s")
_CLAUSE = re.compile(r"(\d{1,3})\s*[./)]\s+\S")
_POINT = re.compile(r"([a-zđăâêôơư])\s*[).]\s*\S")
_DASH = re.compile(r"[-–—+•*\u25cf\u25aa\uf0b7]\s*\S")
_BASIS = re.compile(r"(?:căn cứ|theo đề nghị|xét đề nghị|thực hiện)\b", re.IGNORECASE)
_SPEAKS = ("như sau", "báo cáo kết quả", "xin báo cáo", "trân trọng báo cáo")
_MOST_NAMES = 12
_LONGEST_NAME = 200
_LONGEST_HEADING = 400


def find_address(flow: Flow, start: int, last: int, parts: Parts) -> int:
    """Find box 9a; return the number of the first paragraph behind it."""
    for index in range(start, min(start + 8, last)):
        paragraph = flow.paragraphs[index]
        if paragraph.plain.lower().startswith("kính gửi"):
            return _addressees(flow, index, last, parts)
        if paragraph.plain and paragraph.cell is None and not is_drawn(paragraph.plain):
            return start
    return start


def _addressees(flow: Flow, index: int, last: int, parts: Parts) -> int:
    lines = list(pieces(flow.paragraphs[index], index))
    word = lines[0]
    same = _ADDRESS.sub("", word.text, count=1)
    below = [each for each in lines[1:] if each.text]
    if same and below and not below[0].text.startswith(("-", "–")):
        same, below = f"{same} {' '.join(each.text for each in below)}", []
    after = index + 1
    while after < last and len(below) < _MOST_NAMES:
        paragraph = flow.paragraphs[after]
        if not _is_name(paragraph, flow.paragraphs[index], found=bool(same or below)):
            break
        below += [each for each in pieces(paragraph, after) if each.text]
        after += 1
    parts.address = Address(word, same, below)
    return after


def _is_name(paragraph: Paragraph, word: Paragraph, *, found: bool) -> bool:
    if word.cell is not None and paragraph.cell is not None:
        return paragraph.cell.table == word.cell.table
    text = paragraph.plain
    if text.startswith(("-", "–")):
        listed = paragraph.look.left > 0 or paragraph.look.align != "both"
        return listed and len(text) < _LONGEST_NAME
    short = 0 < len(text) < _LONGEST_NAME / 2 and not text.endswith((":", "."))
    return not found and short and not _SECTION.match(text)


def find_basis(flow: Flow, start: int, last: int, parts: Parts) -> int:
    """Find the legal grounds before the text; return the number of the first paragraph behind."""
    after = start
    for index in range(start, last):
        piece = whole(flow.paragraphs[index], index)
        text = piece.text
        if not text:
            continue
        if not _is_basis(piece, first=not parts.basis):
            break
        parts.basis.append(piece)
        ground = Content(piece.paragraph, index, Kind.BASIS)
        parts.content.append(ground)
        parts.marked.append(ground)
        after = index + 1
    return after


def _is_basis(piece: Piece, *, first: bool) -> bool:
    text = piece.text
    if not _BASIS.match(text) or any(word in text.lower() for word in _SPEAKS):
        return False
    ground = text.lower().startswith("căn cứ")
    return (ground and not text.endswith(":")) if first else text[-1] in ";,."


def find_content(flow: Flow, start: int, last: int, parts: Parts) -> None:
    """Tell what each paragraph of the text is."""
    prose = Kind.PROSE  # which is dear to ask the class for, so often
    for index, paragraph in enumerate(flow.paragraphs[start:last], start):
        text = paragraph.plain
        if paragraph.cell is not None or not text:
            continue
        kind, mark = prose, ""
        if _BEGINS.match(text):
            if is_drawn(text):
                continue
            kind, mark = _marked(paragraph)
        if kind is prose and paragraph.look.align == "center":
            kind = Kind.CENTRED
        content = Content(paragraph, index, kind, mark)
        parts.content.append(content)
        if kind is not prose:
            parts.marked.append(content)


def _marked(paragraph: Paragraph) -> tuple[Kind, str]:
    """Return what a paragraph is by its beginning, and its mark; prose where it has none."""
    for kind, pattern in _BEGINNINGS:
        found = pattern.match(paragraph.plain)
        if found and _fits(kind, found, paragraph):
            return kind, found[1] if pattern.groups else ""
    return Kind.PROSE, ""


_BEGINS = re.compile(r"[IVX]+\s*[.\-/)]|[^\w\s]|_|\d|.\s*[).]|[PpCcMmTt][hụiH]", re.IGNORECASE)
"""What nothing but prose begins without: one look for the six below, and for drawn lines."""
_BEGINNINGS = (
    (Kind.PART, _PART),
    (Kind.SECTION, _SECTION),
    (Kind.SUBCLAUSE, _SUBCLAUSE),
    (Kind.CLAUSE, _CLAUSE),
    (Kind.POINT, _POINT),
    (Kind.DASH, _DASH),
)


def _fits(kind: Kind, found: re.Match[str], paragraph: Paragraph) -> bool:
    if kind is Kind.SECTION:
        return roman_value(found[1]) > 0 and len(paragraph.plain) < _LONGEST_HEADING
    if kind is Kind.PART:
        return len(paragraph.plain) < _LONGEST_HEADING and paragraph.look.align == "center"
    if kind is Kind.POINT:
        return paragraph.plain[0].islower()
    return True
