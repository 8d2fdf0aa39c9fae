"""Size, style, capitals and place of each part, out of the looks that the writer uses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ttdn_desktop.domain.document import Align
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.word.allowances import BASIS
from ttdn_desktop.word.check import repairs, told
from ttdn_desktop.word.check.parts import Kind
from ttdn_desktop.word.check.rule import DECREE_HEADS, EVERYONE, Fault, Rule
from ttdn_desktop.word.layout import LOOKS, Element

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ttdn_desktop.word.check.parts import Parts, Profile
    from ttdn_desktop.word.check.pieces import Piece
    from ttdn_desktop.word.check.reading import Reading
    from ttdn_desktop.word.layout import Look

    Find = Callable[[Parts], Iterable[Piece | None]]

_NEAR = 0.01


class _Row(NamedTuple):
    name: str
    look: Look
    find: Find
    aspects: str
    profiles: frozenset[Profile]


def _address(parts: Parts) -> list[Piece]:
    return [parts.address.word, *parts.address.below] if parts.address else []


def _sections(parts: Parts) -> list[Piece]:
    return [each.piece for each in parts.marked if each.kind is Kind.SECTION]


# fmt: off
_ROWS = (
    _Row("nation", LOOKS[Element.NATION], lambda p: [p.nation], "size style caps", DECREE_HEADS),
    _Row("motto", LOOKS[Element.MOTTO], lambda p: [p.motto], "size style", DECREE_HEADS),
    _Row("parent", LOOKS[Element.PARENT], lambda p: p.parents, "size style caps", DECREE_HEADS),
    _Row("issuer", LOOKS[Element.ISSUER], lambda p: p.issuer, "size style caps", DECREE_HEADS),
    _Row("number", LOOKS[Element.NUMBER], lambda p: [p.number], "size style", DECREE_HEADS),
    _Row("place_date", LOOKS[Element.PLACE_DATE], lambda p: [p.place_date], "size style",
         DECREE_HEADS),
    _Row("kind", LOOKS[Element.KIND], lambda p: [p.kind], "size style caps align", DECREE_HEADS),
    _Row("subject", LOOKS[Element.SUBJECT], lambda p: p.subject, "size style align", DECREE_HEADS),
    _Row("address", LOOKS[Element.ADDRESSEE], _address, "size style", DECREE_HEADS),
    _Row("basis", BASIS, lambda p: p.basis, "style", EVERYONE),
    _Row("section", LOOKS[Element.SECTION], _sections, "size style caps", EVERYONE),
    _Row("authority", LOOKS[Element.AUTHORITY], lambda p: p.closing.authority, "size style caps",
         DECREE_HEADS),
    _Row("signer", LOOKS[Element.SIGNER], lambda p: [p.closing.signer], "size style lower",
         DECREE_HEADS),
    _Row("recipients_word", LOOKS[Element.RECIPIENTS], lambda p: [p.closing.word], "size style",
         DECREE_HEADS),
    _Row("recipients", LOOKS[Element.RECIPIENT], lambda p: p.closing.recipients, "size style",
         DECREE_HEADS),
    _Row("annex_label", LOOKS[Element.ANNEX_LABEL], lambda p: [a.label for a in p.annexes],
         "size style lower align", EVERYONE),
    _Row("annex_title", LOOKS[Element.ANNEX_TITLE],
         lambda p: [t for a in p.annexes for t in a.title], "size style caps align", EVERYONE),
    _Row("annex_guide", LOOKS[Element.ANNEX_GUIDE],
         lambda p: [g for a in p.annexes for g in a.guide], "size style align", EVERYONE),
)
# fmt: on


def rules() -> Iterator[Rule]:
    """Yield a rule for each aspect of each part: "nation_size", "kind_align"."""
    for row in _ROWS:
        for aspect in row.aspects.split():
            check, repair = _ASPECTS[aspect]
            yield Rule(
                f"{row.name}_{aspect}",
                row.look.source,
                partial(_checked, row, check),
                partial(repair, row.look),
                profiles=row.profiles,
            )


def _checked(
    row: _Row, check: Callable[[Look, Piece], Fault | None], reading: Reading
) -> Iterator[Fault]:
    for piece in row.find(reading.parts):
        if piece is not None and piece.inked and (fault := check(row.look, piece)):
            fault.elements = [run.element for run in piece.inked]
            yield fault


def _size(look: Look, piece: Piece) -> Fault | None:
    low, high = look.allowed.low - _NEAR, look.allowed.high + _NEAR
    wrong = [run.look.size for run in piece.inked if not low <= run.look.size <= high]
    if not wrong:
        return None
    return Fault(piece, told.length("size", wrong[0]), told.span("size", look.allowed))


def _style(look: Look, piece: Piece) -> Fault | None:
    wanted = (look.bold, look.italic)
    for run in piece.inked:
        if (run.look.bold, run.look.italic) != wanted:
            found = told.style(bold=run.look.bold, italic=run.look.italic)
            return Fault(piece, found, told.style_of(look))
    return None


def _caps(_look: Look, piece: Piece) -> Fault | None:
    return None if piece.upper else Fault(piece, Notice("lower"), Notice("caps"))


def _lower(_look: Look, piece: Piece) -> Fault | None:
    """Find capitals; typed ones are words, which no repair touches."""
    if not piece.upper or not any(map(str.islower, piece.text.lower()[1:])):
        return None
    typed = piece.text == piece.text.upper()
    return Fault(piece, Notice("caps"), Notice("lower"), repairable=not typed)


def _align(look: Look, piece: Piece) -> Fault | None:
    place = piece.paragraph.look
    if piece.paragraph.cell or place.align == look.align.value:
        return None
    return Fault(piece, told.align(place.align), told.align(_WORDS[look.align]))


_WORDS = {Align.CENTER: "center", Align.LEFT: "left", Align.RIGHT: "right", Align.JUSTIFY: "both"}


def _set_size(look: Look, _reading: Reading, fault: Fault) -> None:
    size = str(round(look.size * 2))
    for run in fault.elements:
        repairs.run_look(run, sz=size, szCs=size)


def _set_style(look: Look, _reading: Reading, fault: Fault) -> None:
    bold, italic = ("1" if each else "0" for each in (look.bold, look.italic))
    for run in fault.elements:
        repairs.run_look(run, b=bold, i=italic)


def _set_caps(_look: Look, _reading: Reading, fault: Fault) -> None:
    for run in fault.elements:
        repairs.run_look(run, caps="1")


def _set_lower(_look: Look, _reading: Reading, fault: Fault) -> None:
    for run in fault.elements:
        repairs.run_look(run, caps="0")


def _set_align(look: Look, _reading: Reading, fault: Fault) -> None:
    for paragraph in {id(p): p for p in (e.getparent() for e in fault.elements)}.values():
        if paragraph is not None:
            repairs.paragraph_look(paragraph, "jc", {"val": _WORDS[look.align]})
            repairs.paragraph_look(paragraph, "ind", {"firstLine": "0"})


_ASPECTS = {
    "size": (_size, _set_size),
    "style": (_style, _set_style),
    "caps": (_caps, _set_caps),
    "lower": (_lower, _set_lower),
    "align": (_align, _set_align),
}
