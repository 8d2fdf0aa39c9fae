"""A cell of bodies cut into pieces: names, and words that name nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.unit_match import Match, Matches, head_of
from ttdn_desktop.domain.unit_words import AND, Gap
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.domain.known_bodies import KnownBodies
    from ttdn_desktop.domain.unit_words import Words

_SOFT = frozenset({Gap.COMMA, Gap.MARK, Gap.DASH, Gap.LINE})
_PLURAL_WITHIN = 4
_LONGEST_HEAD = 6
_LONGEST_QUALIFIER = 4
_OFFICE, _COUNCIL = ("van", "phong"), ("hoi", "dong", "nhan", "dan")
_COMMITTEE = ("uy", "ban", "nhan", "dan")


@immutable
class Head:
    """What stands once before several names: as written, and folded with short forms written out.

    `plural` where the cell says that names follow ("các Sở: …").
    """

    written: str = ""
    words: tuple[str, ...] = ()
    plural: bool = False
    of_places: bool = False


@immutable
class Piece:
    """Words from `first` to before `end`; `match` where they are known, `head` if it is shared.

    `names` is False for words that name nobody.
    """

    first: int
    end: int
    match: Match | None = None
    head: Head | None = None
    names: bool = True


def pieces(words: Words, known: KnownBodies) -> Iterator[Piece]:
    """Yield the pieces of a cell in order; words between them only part them."""
    return _Cutting(words, known).pieces()


class _Cutting:
    def __init__(self, words: Words, known: KnownBodies) -> None:
        self._words = words
        self._matches = Matches(words, known)
        self._head = Head()

    def pieces(self) -> Iterator[Piece]:
        k = 0
        while k < len(self._words):
            piece = self._next(k)
            if piece.end > piece.first:
                yield piece
            k = max(piece.end, k + 1)

    def _next(self, k: int) -> Piece:
        words, said = self._words, self._words.said
        if words.folded[k] == AND:
            return Piece(k, k)
        if (end := words.phrase(k, said.roles)) > k:
            self._head = Head()
            return Piece(k, end, names=False)
        match = self._matches.at(k)
        if match and not self._lists(k, match.end):
            return self._known(k, match)
        if words.phrase(k, said.deeds) > k:
            return Piece(k, self._deed_end(k), names=False)
        if (end := self._plural(k)) > k:
            return Piece(k, end, names=False)
        return self._headed(k) or Piece(k, self._name_end(k))

    def _lists(self, k: int, end: int) -> bool:
        """Tell whether a class is the head of a list: "UBND các huyện: …"."""
        words = self._words
        return end < len(words) and ":" in words.gap_text(end) and self._plural(k) == end

    def _known(self, k: int, match: Match) -> Piece:
        shared, count = head_of(self._words, k, match)
        self._head = Head(self._words.written(k, k + count), shared) if shared else Head()
        return Piece(k, match.end, match)

    def _headed(self, k: int) -> Piece | None:
        head = self._head
        if not head.words or self._matches.starts(k):
            self._head = Head()
            return None
        if match := self._matches.headed(head.words, k):
            return Piece(k, match.end, match, head)
        if head.plural:
            return Piece(k, self._name_end(k), head=head)
        return None

    def _plural(self, k: int) -> int:
        """Return the word behind a shared head ("các Sở:", "UBND các huyện"), or k."""
        words, said = self._words, self._words.said
        for noun in range(k, min(k + _LONGEST_HEAD, len(words))):
            end = words.phrase(noun, said.shared_heads)
            if noun > k and words.gaps[noun] is not Gap.PLAIN:
                return k
            if end > noun and (opened := self._opens(k, noun, end)):
                return opened
        return k

    def _opens(self, k: int, noun: int, end: int) -> int:
        """Return the word behind a head that ends before `end`, or 0; "biên giới" may follow it."""
        words, said = self._words, self._words.said
        plurals = [j for j in range(k, noun) if words.key(j) in said.plurals]
        kept = [j for j in range(k, end) if j not in plurals]
        head = Head(
            " ".join(words.raw(j) for j in kept),
            tuple(word for j in kept for word in words.flat[words.at[j] : words.at[j + 1]]),
            plural=True,
            of_places=words.keys(noun, end) in said.territories,
        )
        last = self._colon(end) if plurals else end
        listed = last < len(words) and ":" in words.gap_text(last)
        if not listed and not (plurals and self._names_follow(head, end)):
            return 0
        self._head = head
        return last if listed else end

    def _colon(self, end: int) -> int:
        """Return the word behind the next few that only spaces part."""
        words = self._words
        ahead = range(end, min(end + _LONGEST_QUALIFIER, len(words)))
        return next((j for j in ahead if words.gaps[j] is not Gap.PLAIN), len(words))

    def _names_follow(self, head: Head, k: int) -> bool:
        words = self._words
        if k == len(words) or words.gaps[k] is not Gap.PLAIN:
            return False
        if self._matches.headed(head.words, k):
            return True
        proper = words.raw(k).istitle() and not words.in_capitals
        return head.of_places and proper and words.key(k) not in words.said.qualifiers

    def _deed_end(self, k: int) -> int:
        """Return where what a body does ends: where a name begins behind a sign."""
        words = self._words
        for j in range(k + 1, len(words)):
            gap = words.gaps[j]
            if gap is Gap.HARD or words.phrase(j, words.said.roles) > j:
                return j
            if (gap in _SOFT or words.folded[j - 1] == AND) and self._matches.starts(j):
                return j
        return len(words)

    def _name_end(self, k: int) -> int:
        """Return the word behind a name that nobody here bears."""
        words = self._words
        in_class = words.noun(k)
        for j in range(k + 1, len(words)):
            plural = words.key(j - 1) in words.said.plurals
            in_class = in_class or (plural and j - k <= _PLURAL_WITHIN)
            if self._ends(k, j, in_class=in_class):
                return j
        return len(words)

    def _ends(self, k: int, j: int, *, in_class: bool) -> bool:
        words, said, gap = self._words, self._words.said, self._words.gaps[j]
        if gap is Gap.HARD:
            return True
        if words.phrase(j, said.roles) > j:
            return True
        if self._is_office_of_both(k, j):
            return False
        if j - k <= _LONGEST_HEAD and words.keys(k, j) in said.takes_a_name:
            return False
        if words.folded[j] == AND:
            return j + 1 < len(words) and self._begins(j + 1, in_class=in_class)
        joined = gap is Gap.LINE and (words.key(j - 1) in said.connectives or self._torn(j))
        shared = self._head.plural and gap in {Gap.COMMA, Gap.MARK}
        return (
            gap is not Gap.PLAIN and not joined and (shared or self._begins(j, in_class=in_class))
        )

    def _is_office_of_both(self, k: int, j: int) -> bool:
        """Tell whether a name goes on so: "Văn phòng HĐND | và UBND huyện", "… HĐND | -UBND xã"."""
        words = self._words
        if words.folded[j] != AND and words.gaps[j] not in {Gap.DASH, Gap.MARK}:
            return False
        own = tuple(words.flat[words.at[k] : words.at[j]])
        behind = words.at[j + 1] if words.folded[j] == AND else words.at[j]
        with_committee = tuple(words.flat[behind : behind + len(_COMMITTEE)]) == _COMMITTEE
        return own == (*_OFFICE, *_COUNCIL) and with_committee

    def _torn(self, j: int) -> bool:
        return self._words.breaks(j) and self._matches.at(j) is None

    def _begins(self, j: int, *, in_class: bool) -> bool:
        if self._matches.starts(j, in_class=in_class):
            return True
        head = self._head
        behind_and = self._words.folded[j - 1] == AND
        return head.plural and (
            (head.of_places and behind_and) or self._matches.headed(head.words, j) is not None
        )
