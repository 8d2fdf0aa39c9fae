"""The bodies that one cell of a task list names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.body_words import BARE, TITLES
from ttdn_desktop.domain.known_bodies import Body, KnownBodies, signature
from ttdn_desktop.domain.plan import Assignee
from ttdn_desktop.domain.unit_likeness import alike, nearest
from ttdn_desktop.domain.unit_names import SHORT_FORMS
from ttdn_desktop.domain.unit_parts import Both, split_both
from ttdn_desktop.domain.unit_pieces import pieces
from ttdn_desktop.domain.unit_words import Gap, Words
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.unit_pieces import Piece

__all__ = ["Both", "Doubt", "KnownBodies", "UnitList", "split_both", "split_units"]

_RELATED = frozenset({"lien", "quan"})
_LOCAL = frozenset({"dia", "phuong"})
_CLASS_WORDS = frozenset(word for noun in BARE.nouns for word in noun.split())
_CLASS_SIGNS = BARE.plurals
_ACCENT_SCORE = 0.97
_PROVINCIAL_SCORE = 0.93


@immutable
class Doubt:
    """What is doubtful of one name: the key of a sentence ("read.<key>"), the likeliest names.

    `score` tells how alike the name is to the first of them, from 0 to 1; 0 where it is not.
    """

    key: str
    name: str
    nearest: tuple[str, ...] = ()
    score: float = 0.0


@immutable
class UnitList:
    """The bodies of a cell as written, one name or class each; `remark` is what names none."""

    assignees: tuple[Assignee, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    remark: str = ""


@immutable
class _Recognised:
    body: Body | None = None
    doubt: str = ""
    names: tuple[str, ...] = ()
    score: float = 0.0


def split_units(text: str, known: KnownBodies) -> UnitList:
    """Return the bodies that a cell names; never raises.

    Names that are known come first, whatever stands between their words; then what begins as
    the name of a body does. What is in brackets, and words that say who leads, are the remark.
    """
    words = Words(text)
    assignees: list[Assignee] = []
    doubts: list[Doubt] = []
    remarks: list[str] = []
    for piece in pieces(words, known):
        if not piece.names:
            remarks.append(words.written(piece.first, piece.end))
            continue
        written = _written(words, piece)
        found = _recognised(words, piece, known)
        assignees.append(_assignee(written, found.body))
        if found.doubt:
            doubts.append(Doubt(found.doubt, written, found.names, found.score))
    doubts += _in_brackets(words, known)
    remark = "; ".join(" ".join(each.split()) for each in (*remarks, *words.remarks))
    return UnitList(tuple(assignees), tuple(doubts), remark)


def _written(words: Words, piece: Piece) -> str:
    written = words.written(piece.first, piece.end)
    return f"{piece.head.written} {written}" if piece.head else written


def _assignee(written: str, body: Body | None) -> Assignee:
    if body is None:
        return Assignee(written)
    return Assignee(written, unit_id=body.unit_id, class_id=body.class_id)


def _recognised(words: Words, piece: Piece, known: KnownBodies) -> _Recognised:
    start, end = words.at[piece.first], words.at[piece.end]
    flat = (*(piece.head.words if piece.head else ()), *words.flat[start:end])
    bodies = piece.match.bodies if piece.match else _as_written(flat, known)
    if any(body.recognised for body in bodies):
        return _chosen(words, piece, [body for body in bodies if body.recognised], flat)
    if body := _class_like(flat, known):
        return _Recognised(body)
    if found := alike(flat, known) or _of_the_province(flat, known):
        return _Recognised(found[0], "unit_alike", (found[0].name,), found[1])
    names = nearest(flat, known)
    if _may_be_several(words, piece):
        return _Recognised(None, "units_unsplit", names)
    return _Recognised(None, "unit_unknown" if names else "unit_unlike", names)


def _may_be_several(words: Words, piece: Piece) -> bool:
    """Tell whether an unknown name holds a sign that parts names elsewhere."""
    inner = range(piece.first, piece.end)
    if piece.match or any(words.key(k) in words.said.plurals for k in inner):
        return False
    return any(words.gaps[k] in {Gap.COMMA, Gap.LINE, Gap.MARK} for k in inner[1:])


def _as_written(flat: Sequence[str], known: KnownBodies) -> Sequence[Body]:
    """Return the bodies written so; who answers for a body stands for it."""
    key = " ".join(flat)
    for title in ("", *TITLES):
        rest = key.removeprefix(f"{title} ") if title else key
        found = known.table.get(rest)
        if found and (rest != key or not title):
            return found
    return ()


def _chosen(words: Words, piece: Piece, bodies: Sequence[Body], flat: Sequence[str]) -> _Recognised:
    """Choose between bodies that fold alike by their accents; other accents are a doubt."""
    own = _accents(words, piece, flat)
    spelt = [body for body in bodies if _fits(own, body.accents)]
    identities = {body.unit_id or body.class_id: body for body in spelt or bodies}
    if len(identities) > 1:
        return _Recognised(None, "unit_ambiguous", tuple(body.name for body in identities.values()))
    (body,) = identities.values()
    if spelt:
        return _Recognised(body)
    return _Recognised(body, "unit_alike", (body.name,), _ACCENT_SCORE)


def _accents(words: Words, piece: Piece, flat: Sequence[str]) -> list[str]:
    """Return a name's words with their accents, blank where they are not typed in full."""
    own = [""] * (len(flat) - (words.at[piece.end] - words.at[piece.first]))
    for k in range(piece.first, piece.end):
        short = words.folded[k] in SHORT_FORMS
        own += [""] * (words.at[k + 1] - words.at[k]) if short else [words.accents[k]]
    bare = all(accent in {"", folded} for accent, folded in zip(own, flat, strict=True))
    return [] if bare else own


def _fits(own: Sequence[str], accents: Sequence[str]) -> bool:
    if len(own) != len(accents):
        return True
    return all(
        not one or not other or one == other for one, other in zip(own, accents, strict=True)
    )


def _class_like(flat: Sequence[str], known: KnownBodies) -> Body | None:
    """Return the class whose words are these in any order, or one of whoever is concerned."""
    own = signature(_without_title(flat))
    if not _CLASS_SIGNS & set(flat) and flat[0] not in _CLASS_WORDS:
        return None
    if found := known.by_signature.get(_without_place(own, known)):
        return found
    nouns = own - _RELATED
    if not set(flat) >= _RELATED or not nouns <= _CLASS_WORDS or not known.optional_classes:
        return None
    local = own >= _LOCAL
    fitting = [each for each in known.optional_classes if (set(each.words) >= _LOCAL) == local]
    return max(fitting or known.optional_classes, key=lambda each: len(own & set(each.words)))


def _without_title(flat: Sequence[str]) -> Sequence[str]:
    title = next((each.split() for each in TITLES if " ".join(flat).startswith(f"{each} ")), [])
    return flat[len(title) :]


def _without_place(own: frozenset[str], known: KnownBodies) -> frozenset[str]:
    if own in known.by_signature:
        return own
    places = (frozenset(place.split()) for place in known.places)
    return next((own - place for place in places if place <= own), own)


def _of_the_province(flat: Sequence[str], known: KnownBodies) -> tuple[Body, float] | None:
    """Return the body that is written so with "tỉnh" behind it."""
    found = known.table.get(" ".join((*flat, "tinh")), ())
    bodies = [body for body in found if body.unit_id is not None]
    return (bodies[0], _PROVINCIAL_SCORE) if bodies else None


def _in_brackets(words: Words, known: KnownBodies) -> Iterator[Doubt]:
    """Doubt brackets that name known bodies: they are not taken in."""
    for remark in words.remarks:
        inner = Words(remark)
        names = (piece for piece in pieces(inner, known) if piece.match)
        if any(piece.match and piece.match.bodies[0].recognised for piece in names):
            yield Doubt("units_in_brackets", " ".join(remark.split()))
