"""Boxes 7 and 9b, and the annexes behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.word.check.parts import AnnexParts
from ttdn_desktop.word.check.pieces import Side, pieces
from ttdn_desktop.word.check.strokes import is_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.word.check.flow import Flow
    from ttdn_desktop.word.check.parts import Closing, Parts
    from ttdn_desktop.word.check.pieces import Piece

ANNEX = re.compile(r"phụ\s+lục(?:\s+(?:số\s+)?([ivxlc]+|\d{1,2}|[a-h]))?\s*[:.]?", re.IGNORECASE)
_WORD = "phụ"
_RECIPIENTS = "nơi nhận"
_GUIDE = re.compile(r"\((?:ban hành )?kèm theo", re.IGNORECASE)
_OFFICES = (
    *("tm", "kt", "tl", "tuq", "q.", "q ", "t/m", "k/t", "t/l", "giám đốc", "phó ", "chủ tịch"),
    *("trưởng ", "chánh ", "bộ trưởng", "thứ trưởng", "tổng ", "hiệu trưởng", "thủ trưởng"),
    *("chỉ huy", "chính ủy", "ủy viên", "bí thư", "cục trưởng", "viện trưởng", "quyền hạn"),
)
_ROOM = 40.0  # pt over a line: room for a signature
_BLANKS = 2  # empty lines: the same
_MOST_TITLE = 4  # lines of an annex's title
_LONGEST_TITLE = 300


def find_closing(flow: Flow, start: int, parts: Parts) -> None:
    """Find the recipients and the signature, in a table or in lines parted by tabs."""
    closing = parts.closing
    at = next(
        (
            index
            for index in range(len(flow.paragraphs) - 1, start - 1, -1)
            if flow.paragraphs[index].plain[: len(_RECIPIENTS)].lower() == _RECIPIENTS
        ),
        None,
    )
    if at is None:
        return
    found = list(_of_closing(flow, at))
    closing.first, closing.last = found[0].index, found[-1].index
    _recipients([piece for piece in found if piece.side is not Side.RIGHT], closing)
    _signature([piece for piece in found if piece.side is not Side.LEFT], closing)


def _of_closing(flow: Flow, at: int) -> Iterator[Piece]:
    cell = flow.paragraphs[at].cell
    if cell is not None:
        for index, paragraph in enumerate(flow.paragraphs):
            if paragraph.cell is not None and paragraph.cell.table == cell.table:
                yield from pieces(paragraph, index)
        return
    for index in range(at, len(flow.paragraphs)):
        paragraph = flow.paragraphs[index]
        if index > at and (paragraph.after_table or ANNEX.fullmatch(paragraph.plain)):
            return
        if paragraph.section != flow.paragraphs[at].section:
            return
        yield from pieces(paragraph, index)


def _recipients(left: list[Piece], closing: Closing) -> None:
    for piece in left:
        if closing.word is None:
            if piece.key.startswith("nơi nhận"):
                closing.word = piece
        elif piece.text and _is_recipient(piece, closing):
            closing.recipients.append(piece)


def _is_recipient(piece: Piece, closing: Closing) -> bool:
    if piece.side is Side.LEFT:
        return True
    ended = bool(closing.recipients) and closing.recipients[-1].text.endswith(".")
    return piece.text.startswith(("-", "–", "+")) and not ended


def _signature(right: list[Piece], closing: Closing) -> None:
    blanks = 0
    taken = {id(closing.word), *map(id, closing.recipients)}
    for piece in right:
        if id(piece) in taken:
            continue
        if not piece.text or is_drawn(piece.text):
            blanks += 1
            continue
        if piece.text.startswith(("(", "[")):
            continue
        room = blanks >= _BLANKS or piece.paragraph.look.before >= _ROOM
        office = piece.key.startswith(_OFFICES)
        if office or (piece.upper and not (closing.authority and room)):
            closing.authority.append(piece)
        else:
            closing.signer = piece
        blanks = 0


def find_annexes(flow: Flow, start: int, parts: Parts) -> None:
    """Find the annexes behind the signature."""
    for index in range(start, len(flow.paragraphs)):
        paragraph = flow.paragraphs[index]
        if paragraph.cell or paragraph.plain[: len(_WORD)].lower() != _WORD:
            continue
        lines = [piece for piece in pieces(paragraph, index) if piece.text]
        if not lines or not ANNEX.fullmatch(lines[0].text):
            continue
        if parts.annexes:
            parts.annexes[-1].last = index - 1
        annex = AnnexParts(lines[0], lines[1:], first=index, last=len(flow.paragraphs) - 1)
        _heading(flow, index + 1, annex)
        parts.annexes.append(annex)


def _heading(flow: Flow, start: int, annex: AnnexParts) -> None:
    for index in range(start, min(start + _MOST_TITLE + 2, len(flow.paragraphs))):
        paragraph = flow.paragraphs[index]
        text = paragraph.plain
        if paragraph.after_table or paragraph.section != flow.paragraphs[annex.first].section:
            return
        if not text:
            if annex.title and paragraph.look.border:
                return
            continue
        lines = [piece for piece in pieces(paragraph, index) if piece.text]
        if _GUIDE.match(text):
            annex.guide = lines
            return
        is_whole = len(text) > _LONGEST_TITLE or len(annex.title) >= _MOST_TITLE
        if is_whole or ANNEX.fullmatch(lines[0].text):
            return
        if paragraph.look.align != "center" and not all(run.look.bold for run in paragraph.runs):
            return
        annex.title += lines
