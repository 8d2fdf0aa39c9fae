"""The parts of a document as they were recognised."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.word.check.pieces import Piece, whole

if TYPE_CHECKING:
    from ttdn_desktop.word.check.paragraph import Paragraph
    from ttdn_desktop.word.check.strokes import Stroke


class Profile(StrEnum):
    """Whose rules a document follows: the decree's, or rules of its own for some parts."""

    STATE = "state"
    PARTY = "party"
    """Bodies of the Party and of the Youth Union: a heading of their own (HD 36-HD/VPTW)."""
    ARMED = "armed"
    """Army, border guard and police: ranks before names, places by rules of their own (II.4a)."""
    LEARNED = "learned"
    """Education, health and science: titles may stand before names (II.7c)."""


class Kind(StrEnum):
    """What a paragraph of the text is."""

    PART = "part"
    SECTION = "section"
    CLAUSE = "clause"
    SUBCLAUSE = "subclause"
    POINT = "point"
    DASH = "dash"
    CENTRED = "centred"
    BASIS = "basis"
    PROSE = "prose"


@dataclass(slots=True)
class Content:
    """A paragraph of the text: what it is and its number ("II", "3", "đ")."""

    paragraph: Paragraph
    index: int
    """Its place in the flow."""
    kind: Kind
    mark: str = ""

    @property
    def piece(self) -> Piece:
        """It as one piece, for a fault to stand at."""
        return whole(self.paragraph, self.index)

    @property
    def bold(self) -> bool:
        """Whether all its letters are bold: a heading."""
        inked = self.piece.inked
        return bool(inked) and all(run.look.bold for run in inked)


@dataclass(slots=True)
class Address:
    """Box 9a: the word "Kính gửi", and the names, on its line or below."""

    word: Piece
    same_line: str
    below: list[Piece]


@dataclass(slots=True)
class Closing:
    """Boxes 7 and 9b."""

    word: Piece | None = None
    recipients: list[Piece] = field(default_factory=list)
    authority: list[Piece] = field(default_factory=list)
    signer: Piece | None = None
    first: int | None = None
    last: int | None = None
    """The closing's first and last paragraph in the flow."""


@dataclass(slots=True)
class AnnexParts:
    """An annex: label ("Phụ lục I"), title, guide line, its first and last paragraph."""

    label: Piece
    title: list[Piece] = field(default_factory=list)
    guide: list[Piece] = field(default_factory=list)
    first: int = 0
    last: int = 0


@dataclass(slots=True)
class Parts:
    """All parts; what a document lacks is None or empty."""

    profile: Profile = Profile.STATE
    nation: Piece | None = None
    motto: Piece | None = None
    party: Piece | None = None
    parents: list[Piece] = field(default_factory=list)
    issuer: list[Piece] = field(default_factory=list)
    number: Piece | None = None
    place_date: Piece | None = None
    kind: Piece | None = None
    subject: list[Piece] = field(default_factory=list)
    address: Address | None = None
    basis: list[Piece] = field(default_factory=list)
    content: list[Content] = field(default_factory=list)
    marked: list[Content] = field(default_factory=list)
    """What of it bears a number or stands apart: few among much prose."""
    closing: Closing = field(default_factory=Closing)
    annexes: list[AnnexParts] = field(default_factory=list)
    motto_strokes: list[Stroke] = field(default_factory=list)
    issuer_strokes: list[Stroke] = field(default_factory=list)
    subject_strokes: list[Stroke] = field(default_factory=list)
    body_first: int = 0
    """The first paragraph of the text in the flow."""
    body_last: int = 0

    @property
    def numbered(self) -> bool:
        """Whether the document bears its number: then nothing in it may be unfilled."""
        return self.number is not None and any(map(str.isdigit, self.number.text.split("/")[0]))
