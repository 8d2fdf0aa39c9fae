"""Box 6: prose, headings and their order, legal grounds, the end of the text (II.6)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.word.allowances import (
    ALL_LETTERS,
    FIRST_LINE_EASE,
    LINE_EASE,
    LINE_HEIGHT,
    POINT_LETTERS,
)
from ttdn_desktop.word.check import repairs, told
from ttdn_desktop.word.check.names import MM_PER_TWIP
from ttdn_desktop.word.check.numbering import roman_numeral, roman_value
from ttdn_desktop.word.check.parts import Kind
from ttdn_desktop.word.check.rule import Fault, Rule
from ttdn_desktop.word.check.swatches import swatches
from ttdn_desktop.word.layout import FIRST_LINES, LINE_SPACING, LOOKS, PARAGRAPH_GAP, Element
from ttdn_desktop.word.lengths import point_twips, twips

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ttdn_desktop.word.check.parts import Content
    from ttdn_desktop.word.check.reading import Reading
    from ttdn_desktop.word.check.styles import ParagraphLook

_BODY = LOOKS[Element.BODY]
_ONE_LINE = 75  # letters of 13 pt that fit on a line: a shorter one looks alike at both edges
_LISTED = frozenset({Kind.DASH, Kind.POINT, Kind.CLAUSE, Kind.SUBCLAUSE})
_NO_PROSE = (Kind.PART, Kind.SECTION, Kind.CENTRED)
_NEAR = 0.01


def _standing(reading: Reading, wrong: Callable[[ParagraphLook], bool]) -> list[Content]:
    """Return what of the text stands wrong; each look is judged once for all that share it."""
    looks = {id(look) for look in reading.flow.looks if wrong(look)}
    if not looks:
        return []
    return [each for each in reading.parts.content if id(each.paragraph.look) in looks]


def _is_prose(content: Content) -> bool:
    """Tell what is no heading and stands not in the middle."""
    return content.kind not in _NO_PROSE and content.paragraph.look.align != "center"


def _size(reading: Reading) -> Iterator[Fault]:
    low, high = _BODY.allowed.low - _NEAR, _BODY.allowed.high + _NEAR
    looks = {id(each.look) for each in swatches(reading) if not low <= each.look.size <= high}
    for each in reading.parts.content if looks else ():
        runs = each.paragraph.runs
        if each.kind is Kind.SECTION or all(id(run.look) not in looks for run in runs):
            continue
        wrong = [run for run in each.piece.inked if id(run.look) in looks]
        if wrong:
            yield Fault(each.piece, told.length("size", wrong[0].look.size),
                        told.span("size", _BODY.allowed),
                        [run.element for run in wrong])  # fmt: skip


def _set_size(_reading: Reading, fault: Fault) -> None:
    size = str(round(_BODY.size * 2))
    for run in fault.elements:
        repairs.run_look(run, sz=size, szCs=size)


def _align(reading: Reading) -> Iterator[Fault]:
    for each in _standing(reading, lambda look: look.align not in ("both", "distribute")):
        paragraph = each.paragraph
        if len(paragraph.plain) > _ONE_LINE and _is_prose(each) and not each.bold:
            yield Fault(each.piece, told.align(paragraph.look.align), told.align("both"),
                        [paragraph.element])  # fmt: skip


def _set_align(_reading: Reading, fault: Fault) -> None:
    for paragraph in fault.elements:
        repairs.paragraph_look(paragraph, "jc", {"val": "both"})


def _first_line(reading: Reading) -> Iterator[Fault]:
    looks = {id(look) for look in reading.flow.looks if not _begins_right(look.start)}
    for each in reading.parts.content:
        paragraph = each.paragraph
        tabbed = paragraph.text.startswith("\t")
        if not (tabbed or id(paragraph.look) in looks) or not _is_prose(each):
            continue
        start = _behind_tab(paragraph.look, reading.tab()) if tabbed else paragraph.look.start
        listed = each.kind in _LISTED and start * MM_PER_TWIP > FIRST_LINES[0]
        if listed or (tabbed and _begins_right(start)):
            continue
        elements = [] if tabbed else [paragraph.element]
        yield Fault(each.piece, told.length("mm", start * MM_PER_TWIP), Notice("first_line"),
                    elements)  # fmt: skip


def _begins_right(start: float) -> bool:
    """Tell whether a first letter may stand so far from the margin, twips."""
    return any(abs(start * MM_PER_TWIP - wanted) <= FIRST_LINE_EASE for wanted in FIRST_LINES)


def _behind_tab(look: ParagraphLook, usual: float) -> float:
    """Return where a letter behind a tab stands, twips from the margin."""
    stops = [tab for tab in look.tabs if tab > look.start]
    return min(stops) if stops else (look.start // usual + 1) * usual


def _set_first_line(_reading: Reading, fault: Fault) -> None:
    for paragraph in fault.elements:
        repairs.drop_indent(paragraph, "hanging", "start")
        first = {"left": "0", "firstLine": str(twips(_BODY.first_line))}
        repairs.paragraph_look(paragraph, "ind", first)


def _gap(reading: Reading) -> Iterator[Fault]:
    """Find paragraphs closer than 6 pt; gaps below and above are added up."""
    low = PARAGRAPH_GAP.low - _NEAR
    for above, below in pairwise(reading.parts.content):
        first, second = above.paragraph.look, below.paragraph.look
        gap = first.after + second.before
        if first.contextual and second.contextual and first == second:
            gap = 0.0
        if gap < low and below.index == above.index + 1 and not below.paragraph.after_table:
            yield Fault(below.piece, told.length("pt", gap), Notice("gap"),
                        [below.paragraph.element])  # fmt: skip


def _set_gap(_reading: Reading, fault: Fault) -> None:
    for paragraph in fault.elements:
        repairs.paragraph_look(paragraph, "spacing", {"before": str(point_twips(_BODY.before))})
        repairs.paragraph_look(paragraph, "contextualSpacing", {"val": "0"})


def _line(reading: Reading) -> Iterator[Fault]:
    low, high = LINE_SPACING.low - LINE_EASE, LINE_SPACING.high + LINE_EASE
    for each in _standing(reading, lambda look: look.exact or not low <= look.line / 240 <= high):
        look = each.paragraph.look
        lines = look.line / 240
        if look.exact:
            inked = each.piece.inked
            lines = look.line / 20 / (LINE_HEIGHT * inked[0].look.size) if inked else 1.0
        if not low <= lines <= high:
            yield Fault(each.piece, told.length("lines", lines), Notice("lines"),
                        [each.paragraph.element])  # fmt: skip


def _set_line(_reading: Reading, fault: Fault) -> None:
    for paragraph in fault.elements:
        line = {"line": str(round(_BODY.line * 240)), "lineRule": "auto"}
        repairs.paragraph_look(paragraph, "spacing", line)


def _basis_marks(reading: Reading) -> Iterator[Fault]:
    """Find grounds that do not end with ";" and the last with "." (II.6a)."""
    basis = reading.parts.basis
    for piece in basis:
        wanted = "." if piece is basis[-1] else ";"
        if not piece.text.endswith(wanted):
            yield Fault(piece, told.text(piece.text[-30:]), Notice("ends", {"mark": wanted}),
                        repairable=False)  # fmt: skip


def _section_order(reading: Reading) -> Iterator[Fault]:
    """Find numerals out of order; each Phần or Chương counts anew or goes on."""
    last, fresh = 0, False
    for each in reading.parts.marked:
        if each.kind is Kind.PART:
            fresh = True
        if each.kind is not Kind.SECTION:
            continue
        number = roman_value(each.mark)
        if number != last + 1 and not (fresh and number == 1):
            wanted = Notice("order", {"mark": f"{roman_numeral(last + 1)}."})
            yield Fault(each.piece, told.text(each.piece.text), wanted, repairable=False)
        last, fresh = number, False


def _clause_order(reading: Reading) -> Iterator[Fault]:
    last: Content | None = None
    for each in reading.parts.marked:
        if each.kind in (Kind.SECTION, Kind.PART):
            last = None
        if each.kind is not Kind.CLAUSE:
            continue
        wanted = int(last.mark) + 1 if last else 1
        anew = int(each.mark) == 1 and not (last and last.bold and each.bold)
        if int(each.mark) != wanted and not anew:
            yield Fault(each.piece, told.text(each.piece.text),
                        Notice("order", {"mark": f"{wanted}."}), repairable=False)  # fmt: skip
        last = each


def _point_order(reading: Reading) -> Iterator[Fault]:
    last = ""
    for each in reading.parts.marked:
        if each.kind in (Kind.SECTION, Kind.PART, Kind.CLAUSE, Kind.SUBCLAUSE):
            last = ""
        if each.kind is not Kind.POINT:
            continue
        wanted = [
            after for letters in (POINT_LETTERS, ALL_LETTERS) if (after := _after(last, letters))
        ]
        if each.mark not in wanted and each.mark != "a":
            yield Fault(each.piece, told.text(each.piece.text),
                        Notice("order", {"mark": f"{(wanted or ['a'])[0]})"}),
                        repairable=False)  # fmt: skip
        last = each.mark


def _after(letter: str, letters: str) -> str:
    if not letter:
        return letters[0]
    place = letters.find(letter)
    return letters[place + 1 : place + 2] if place >= 0 else ""


def _end_mark(reading: Reading) -> Iterator[Fault]:
    """Find a text that does not end with "./." (mẫu 1.4)."""
    content = reading.parts.content
    if not content:
        return
    last = content[-1].piece
    tables = [t for t in reading.flow.tables if last.index < t.before <= reading.parts.body_last]
    end = last.text.replace(" ", "")
    if not tables and not end.endswith(("./.", "…/.")):
        yield Fault(last, told.text(last.text[-30:]), Notice("ends", {"mark": "./."}),
                    repairable=False)  # fmt: skip


def rules() -> Iterator[Rule]:
    """Yield the rules of the text."""
    yield Rule("body_size", "II.6e", _size, _set_size)
    yield Rule("body_align", "II.6e", _align, _set_align)
    yield Rule("body_first_line", "II.6e", _first_line, _set_first_line)
    yield Rule("body_gap", "II.6e", _gap, _set_gap)
    yield Rule("body_line", "II.6e", _line, _set_line)
    yield Rule("basis_marks", "II.6a", _basis_marks)
    yield Rule("section_order", "II.6đ, V.6b", _section_order)
    yield Rule("clause_order", "II.6đ", _clause_order)
    yield Rule("point_order", "II.6đ", _point_order)
    yield Rule("end_mark", "Phụ lục III, mẫu 1.4", _end_mark, severity=Severity.WARNING)
