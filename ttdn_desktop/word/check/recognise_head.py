"""Boxes 1 to 5a found by their words and their place: in a table, or in lines parted by tabs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import exact, fold
from ttdn_desktop.word.check.names import MM_PER_TWIP
from ttdn_desktop.word.check.parts import Profile
from ttdn_desktop.word.check.pieces import Piece, Side, pieces
from ttdn_desktop.word.check.strokes import Stroke, bordered, drawn, is_drawn, shaped
from ttdn_desktop.word.layout import HEAD_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.word.check.flow import Flow
    from ttdn_desktop.word.check.paragraph import Paragraph
    from ttdn_desktop.word.check.parts import Parts

_MOST = 60  # paragraphs in which a head is looked for
_LONG_STROKE = 40.0  # mm: of two shapes without columns this one is under the motto
_NUMBER = re.compile(r"số\s*(?:[:.;]|\d|…|/|-)")
_DATE = re.compile(r".{0,60}\bngày\b.{0,14}\btháng\b.{0,12}\bnăm\b.{0,10}")
_LONGEST_DATE = 108
"""Letters. Nothing longer is a name either, in which it matters where a tone is placed."""
_PARTY = ("đảng cộng sản việt nam", "đoàn tncs hồ chí minh")
_KINDS = (
    *("báo cáo", "tờ trình", "kế hoạch", "quyết định", "thông báo", "chương trình", "hướng dẫn"),
    *("nghị quyết", "chỉ thị", "quy chế", "quy định", "đề án", "dự án", "phương án", "biên bản"),
    *("công điện", "hợp đồng", "thông cáo", "giấy mời", "giấy giới thiệu", "giấy nghỉ phép"),
    *("giấy ủy quyền", "phiếu gửi", "phiếu chuyển", "phiếu báo", "bản ghi nhớ", "bản thỏa thuận"),
    "tên loại văn bản",
)
KINDS = frozenset(map(exact, _KINDS))
"""Phụ lục III, I, and the word that its forms have in their place."""
_ARMED = ("công an", "bộ chỉ huy", "bộ đội", "quân sự", "quân khu", "sư đoàn", "bộ quốc phòng")
_LEARNED = ("trường ", "đại học", "học viện", "bệnh viện", "viện ", "trung tâm y tế", "cao đẳng")
_ABOVE = ("ubnd ", "tỉnh ủy ", "thành ủy ", "huyện ủy ", "bộ ", "sở ", "tổng cục ", "hđnd ")
_BELOW = (
    *("sở ", "ban ", "phòng ", "văn phòng", "cục ", "chi cục ", "trung tâm ", "báo ", "đài "),
    *("công an ", "bộ chỉ huy ", "thanh tra", "trường ", "công ty ", "vụ ", "hạt ", "bệnh viện "),
)
_SUBJECT = re.compile(r"(?:về|v/v|kết quả|tình hình|tổng kết|sơ kết|công tác|việc)\b")
_MOST_SUBJECT = 6
_LONGEST_SUBJECT = 250


def find_head(flow: Flow, parts: Parts) -> int:
    """Find the head; return the number of the first paragraph behind it."""
    last = 0
    office: list[Piece] = []
    for piece in _until_kind(flow):
        key = piece.key if len(piece.text) <= _LONGEST_DATE else piece.text.lower()
        if key in KINDS and piece.side is Side.WHOLE:
            parts.kind = piece
            last = piece.index + 1
            break
        if _take(piece, key, parts, office):
            last = piece.index + 1
    if parts.kind is None and parts.number is None and parts.nation is None:
        return 0
    _split_office(office, parts)
    _profile(parts)
    _strokes(flow, last, parts)
    return _find_subject(flow, last, parts) if parts.kind else last


def _until_kind(flow: Flow) -> Iterator[Piece]:
    for index, paragraph in enumerate(flow.paragraphs[:_MOST]):
        if paragraph.after_table:
            return
        yield from pieces(paragraph, index)


def _take(piece: Piece, key: str, parts: Parts, office: list[Piece]) -> bool:
    """Take a piece for what its words say; tell whether it belongs to the head."""
    if not key or is_drawn(key) or key.startswith(("kính gửi", "căn cứ")):
        return False
    if name := _named(key, piece.side):
        if getattr(parts, name) is None:
            setattr(parts, name, piece)
        return True
    left = piece.side is Side.LEFT or (piece.side is Side.WHOLE and not office and piece.upper)
    if left and parts.number is None and not key.startswith("v/v"):
        office.append(piece)
        return True
    return False


def _named(key: str, side: Side) -> str:
    """Return the part that a text is by its words, or ""."""
    if key in _PARTY:
        return "party"
    bare = _bare(key)
    if bare.startswith("conghoa") or bare.endswith("chunghiavietnam"):
        return "nation"
    if bare.startswith("doclap") or bare.endswith("hanhphuc"):
        return "motto"
    if _NUMBER.match(key) and side is not Side.RIGHT:
        return "number"
    return "place_date" if len(key) <= _LONGEST_DATE and _DATE.fullmatch(key) else ""


def _bare(key: str) -> str:
    """Return the letters of a text without accents, "" where its first and last rule it out."""
    first, last = (next(filter(str.isalpha, each), "") for each in (key, reversed(key)))
    if fold(first) not in ("c", "d") and fold(last) not in ("m", "c"):
        return ""
    return "".join(filter(str.isalpha, fold(key)))


def _split_office(office: list[Piece], parts: Parts) -> None:
    """Part the lines of box 2: those above, and the body itself, which is bold."""
    count = _above(office)
    parts.parents, parts.issuer = office[:count], office[count:]


def _above(office: list[Piece]) -> int:
    bold = [all(run.look.bold for run in piece.inked) for piece in office]
    if len(office) < 2 or all(bold):  # noqa: PLR2004 (one line is the body's own)
        return int(_is_above(office))
    if not bold[-1]:
        return len(office) - 1
    return len(bold) - bold[::-1].index(False)


def _is_above(office: list[Piece]) -> bool:
    """Tell whether the first of several bold lines names the body above."""
    if len(office) < 2:  # noqa: PLR2004 (as above)
        return False
    first, second = office[0].key, office[1].key
    return first.startswith(_ABOVE) and second.startswith(_BELOW)


def _profile(parts: Parts) -> None:
    names = " ".join(piece.key for piece in [*parts.parents, *parts.issuer])
    if parts.party is not None and parts.nation is None:
        parts.profile = Profile.PARTY
    elif any(word in names for word in _ARMED):
        parts.profile = Profile.ARMED
    elif any(word in f"{names} " for word in _LEARNED):
        parts.profile = Profile.LEARNED


def _strokes(flow: Flow, last: int, parts: Parts) -> None:
    """Gather the lines under the motto and under the body's name."""
    for index, paragraph in enumerate(flow.paragraphs[:last]):
        if parts.kind is not None and index == parts.kind.index:
            break
        for side, stroke in _lines_of(paragraph, index):
            right = side is Side.RIGHT
            if side is Side.WHOLE:
                right = stroke.length >= _LONG_STROKE
            (parts.motto_strokes if right else parts.issuer_strokes).append(stroke)


def _lines_of(paragraph: Paragraph, index: int) -> Iterator[tuple[Side, Stroke]]:
    own = list(pieces(paragraph, index))
    side = own[0].side if len(own) == 1 or paragraph.cell else Side.WHOLE
    for piece in own:
        if is_drawn(piece.text):
            look = piece.runs[0].look
            at = piece.side if piece.side is not Side.WHOLE else side
            yield at, drawn(piece.text, look.size, bold=look.bold)
        elif piece.inked and all(run.look.underlined for run in piece.inked):
            yield piece.side, drawn(piece.text, piece.inked[0].look.size, bold=True)
    if stroke := bordered(paragraph, _column(paragraph)):
        yield side, stroke
    yield from ((side, stroke) for stroke in shaped(paragraph))


def _column(paragraph: Paragraph) -> float:
    cell = paragraph.cell
    if cell is None:
        return sum(HEAD_COLUMNS)
    return cell.width * MM_PER_TWIP or HEAD_COLUMNS[0 if cell.column == 0 else 1]


def _find_subject(flow: Flow, start: int, parts: Parts) -> int:
    """Find the lines under the document's kind and the rule under them."""
    kind = parts.kind
    last, ended, blank = start, False, False
    if kind is not None:  # a line break may part kind and subject within one paragraph
        lines = list(pieces(flow.paragraphs[kind.index], kind.index))
        parts.subject = [each for each in lines if each.key and each.key not in KINDS]
    for index in range(start, min(start + _MOST_SUBJECT, len(flow.paragraphs))):
        paragraph = flow.paragraphs[index]
        strokes = [stroke for _, stroke in _lines_of(paragraph, index)]
        parts.subject_strokes += strokes
        if strokes and (not paragraph.plain or is_drawn(paragraph.plain)):
            return index + 1
        if not paragraph.plain:
            blank = True
            continue
        if not _is_subject(paragraph, first=not parts.subject) or (blank and parts.subject):
            break
        ended = ended or paragraph.plain.startswith("(")
        if not ended:
            parts.subject += [each for each in pieces(paragraph, index) if each.key]
        last = index + 1
    return last


def _is_subject(paragraph: Paragraph, *, first: bool) -> bool:
    key = paragraph.plain.lower()
    if paragraph.cell or key.startswith(("kính gửi", "căn cứ", "phần ")):
        return False
    if len(key) > _LONGEST_SUBJECT or key.endswith((":", ";")) or "như sau" in key:
        return False
    if paragraph.look.align == "center":
        return True
    return first and (_SUBJECT.match(key) is not None or all(r.look.bold for r in paragraph.runs))
