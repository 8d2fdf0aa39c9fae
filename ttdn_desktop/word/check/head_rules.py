"""The words of boxes 1 to 5a and 9a, and the lines under them (II.1 to II.5, II.9)."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.text import exact, nfc
from ttdn_desktop.word import metrics
from ttdn_desktop.word.allowances import (
    MOTTO_TEXT,
    NATION_TEXT,
    PADDED_BELOW,
    PADDED_MONTHS,
    RULE_EASE,
)
from ttdn_desktop.word.check import told
from ttdn_desktop.word.check.names import TEXT
from ttdn_desktop.word.check.rule import DECREE_HEADS, Fault, Rule
from ttdn_desktop.word.check.strokes import UNKNOWN
from ttdn_desktop.word.layout import FULL_RULE, HEAD_COLUMNS, LOOKS, SHORT_RULE, Element, Span
from ttdn_desktop.word.layout import Rule as Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ttdn_desktop.word.check.parts import Parts
    from ttdn_desktop.word.check.pieces import Piece
    from ttdn_desktop.word.check.reading import Reading
    from ttdn_desktop.word.check.strokes import Stroke
    from ttdn_desktop.word.layout import Look

_BLANK = r"[\s.…_]*"
_NUMBER = re.compile(rf"Số:(?P<before>\s*)(?P<number>\d*[A-Za-z]?|{_BLANK})/(?P<sign>.*)")
_SIGN = re.compile(r"[^\s/\-]+(?:-[^\s/\-]+)*|[\s.…\-_\d]*")
_DATE = re.compile(
    rf"(?P<place>[^,]{{1,60}})(?P<comma>,?)\s*ngày\s*(?P<day>\d{{1,2}}|{_BLANK})\s*tháng\s*"
    rf"(?P<month>\d{{1,2}}|{_BLANK})\s*năm\s*(?P<year>\d{{4}}|{_BLANK})\.?"
)
_DOTS = re.compile(r"[\s.…_\d]*")


class _Line(NamedTuple):
    """A line under a text: its share of it, the looks and pieces it is measured by, the strokes.

    `words` stand for the text where it has to be these; `column` is its room, mm.
    """

    rule: Line
    look: Look
    pieces: Callable[[Parts], list[Piece]]
    strokes: Callable[[Parts], list[Stroke]]
    column: float
    words: str = ""


_MOTTO = _Line(
    FULL_RULE,
    LOOKS[Element.MOTTO],
    lambda parts: [parts.motto] if parts.motto else [],
    lambda parts: parts.motto_strokes,
    HEAD_COLUMNS[1],
    MOTTO_TEXT,
)
_ISSUER = _Line(
    SHORT_RULE,
    LOOKS[Element.ISSUER],
    lambda parts: parts.issuer,
    lambda parts: parts.issuer_strokes,
    HEAD_COLUMNS[0],
)
_SUBJECT = _Line(
    SHORT_RULE,
    LOOKS[Element.SUBJECT],
    lambda parts: parts.subject,
    lambda parts: parts.subject_strokes,
    sum(HEAD_COLUMNS),
)


def _missing(reading: Reading) -> Iterator[Fault]:
    parts = reading.parts
    named = {
        "nation": parts.nation or parts.party,
        "motto": parts.motto or parts.party,
        "issuer": parts.issuer,
        "number": parts.number,
        "place_date": parts.place_date,
        "subject": parts.subject or parts.kind is None,
        "recipients": parts.closing.word,
        "authority": parts.closing.authority,
        "signer": parts.closing.signer or not parts.numbered,
    }
    for name, found in named.items():
        if not found:
            yield Fault(None, Notice(f"missing_{name}"), Notice("missing"), repairable=False)


def _nation(reading: Reading) -> Iterator[Fault]:
    piece = reading.parts.nation
    if piece is not None and piece.key != exact(NATION_TEXT):
        yield Fault(piece, told.text(piece.text), Notice("words", {"text": NATION_TEXT}),
                    repairable=False)  # fmt: skip


def _motto(reading: Reading) -> Iterator[Fault]:
    """Find other words, other capitals, hyphens without spaces, or long dashes."""
    piece = reading.parts.motto
    if piece is None or piece.text == MOTTO_TEXT:
        return
    letters = "".join(filter(str.isalpha, piece.text)) == "".join(filter(str.isalpha, MOTTO_TEXT))
    elements = [run.element for run in piece.runs if run.text.strip()]
    yield Fault(piece, told.text(piece.text), Notice("words", {"text": MOTTO_TEXT}), elements,
                repairable=letters and bool(elements))  # fmt: skip


def _set_motto(_reading: Reading, fault: Fault) -> None:
    """Write the motto into its first run; its letters stay, its hyphens and spaces change."""
    texts = [text for run in fault.elements for text in run.iter(TEXT)]
    for text in texts[1:]:
        text.text = ""
    for text in texts[:1]:
        text.text = MOTTO_TEXT


def _line(line: _Line, reading: Reading) -> Iterator[Fault]:
    texts = [piece for piece in line.pieces(reading.parts) if piece.inked]
    if not texts or all(_DOTS.fullmatch(piece.text) for piece in texts):
        return
    allowed = Span(line.rule.allowed.low - RULE_EASE, line.rule.allowed.high + RULE_EASE)
    wanted = Notice("rule_full" if line.rule is FULL_RULE else "rule_short")
    strokes, widths = line.strokes(reading.parts), list(_widths(line, texts))
    shares = [stroke.length / width for stroke in strokes for width in widths]
    if not strokes:
        yield Fault(texts[-1], Notice("rule_none"), wanted, repairable=False)
    elif not any(share in allowed or share == UNKNOWN for share in shares):
        found = Notice("rule_share", {"percent": round(shares[0] * 100)})
        yield Fault(texts[-1], found, wanted, repairable=False)


def _widths(line: _Line, texts: list[Piece]) -> Iterator[float]:
    """Yield how wide the text is in its own size, then in those the decree allows.

    A wrong size is a fault of its own; the line under it may have been drawn for a right one.
    """
    sizes = (None, line.look.allowed.low, line.look.allowed.high)
    for size in sizes:
        yield min(max(_width(piece, size, line.words) for piece in texts), line.column)


def _width(piece: Piece, size: float | None, words: str) -> float:
    look = piece.inked[0].look
    text = words or nfc(piece.text)
    shown = text.upper() if look.caps else text
    return metrics.width_mm(shown, size or look.size, bold=look.bold, italic=look.italic)


def _number_form(reading: Reading) -> Iterator[Fault]:
    piece = reading.parts.number
    if piece is None:
        return
    found = _NUMBER.fullmatch(piece.raw.strip())
    if found is None or not _SIGN.fullmatch(found["sign"]):
        yield Fault(piece, told.text(piece.text), Notice("number_form"), repairable=False)


def _number_zero(reading: Reading) -> Iterator[Fault]:
    piece = reading.parts.number
    found = _NUMBER.fullmatch(piece.raw.strip()) if piece else None
    if piece and found and _unpadded(found["number"].strip()):
        yield Fault(piece, told.text(piece.text), Notice("number_zero"), repairable=False)


def _unpadded(written: str) -> bool:
    return written.isdigit() and int(written) < PADDED_BELOW and not written.startswith("0")


def _date_form(reading: Reading) -> Iterator[Fault]:
    piece = reading.parts.place_date
    if piece is None:
        return
    found = _DATE.fullmatch(piece.text)
    if found is None or not found["comma"] or found["place"][0].islower():
        yield Fault(piece, told.text(piece.text), Notice("place_date_form"), repairable=False)


def _date_zero(reading: Reading) -> Iterator[Fault]:
    """Find "ngày 5", "tháng 2", and a zero that the decree does not ask for: "tháng 03"."""
    piece = reading.parts.place_date
    found = _DATE.fullmatch(piece.text) if piece else None
    if not piece or not found:
        return
    day, month = found["day"].strip(), found["month"].strip()
    if _unpadded(day) or (month.isdigit() and _month_wrong(month)):
        yield Fault(piece, told.text(piece.text), Notice("place_date_zero"), repairable=False)


def _month_wrong(month: str) -> bool:
    padded = month.startswith("0")
    return padded != (int(month) in PADDED_MONTHS)


def _address_form(reading: Reading) -> Iterator[Fault]:
    """Find one addressee on a line of its own, or several that are no list (II.9d)."""
    address = reading.parts.address
    if address is None:
        return
    colon = address.word.text[: len("Kính gửi:")].replace(" ", "").endswith(":")
    names = [piece.text for piece in address.below]
    if address.same_line:
        right = colon and not names and ";" not in address.same_line.rstrip(";")
    else:
        right = colon and len(names) != 1 and is_list(names)
    if not right:
        shown = " ".join([address.word.text, *names])
        yield Fault(address.word, told.text(shown), Notice("address_form"), repairable=False)


def is_list(lines: list[str]) -> bool:
    """Tell whether lines begin with "- ", end with ";" and the last with "."."""
    ends = [";"] * (len(lines) - 1) + ["."]
    return all(
        line.startswith("-") and line.rstrip().endswith(end)
        for line, end in zip(lines, ends, strict=True)
    )


def rules() -> Iterator[Rule]:
    """Yield the rules of the head's words and lines."""
    heads = DECREE_HEADS
    yield Rule("part_missing", "II.1 - II.9", _missing, profiles=heads)
    yield Rule("nation_text", "II.1a", _nation, profiles=heads)
    yield Rule("motto_text", "II.1b", _motto, _set_motto, profiles=heads)
    for key, source, line in (
        ("motto_rule", "II.1b", _MOTTO),
        ("issuer_rule", "II.2b", _ISSUER),
        ("subject_rule", "II.5b", _SUBJECT),
    ):
        yield Rule(key, source, partial(_line, line), profiles=heads)
    yield Rule("number_form", "II.3", _number_form, profiles=heads)
    yield Rule("number_zero", "II.3c", _number_zero, profiles=heads)
    yield Rule("place_date_form", "II.4", _date_form, profiles=heads)
    yield Rule("place_date_zero", "II.4b", _date_zero, severity=Severity.WARNING, profiles=heads)
    yield Rule("address_form", "II.9d", _address_form, profiles=heads)
