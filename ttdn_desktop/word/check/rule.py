"""A rule of presentation: what it is for, its source, its weight, its check and its repair."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.immutable import immutable
from ttdn_desktop.word.check.parts import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from ttdn_desktop.domain.notice import Notice
    from ttdn_desktop.word.check.pages import Section
    from ttdn_desktop.word.check.pieces import Piece
    from ttdn_desktop.word.check.reading import Reading
    from ttdn_desktop.word.check.tables import DataTable

    At = Piece | Section | DataTable | None

EVERYONE = frozenset(Profile)
DECREE_HEADS = EVERYONE - {Profile.PARTY}
"""Whose head and signature the decree rules: the Party's bodies have rules of their own."""


@dataclass(slots=True)
class Fault:
    """A place where a rule is not kept. `elements` are what its repair has to change."""

    at: At
    found: Notice
    expected: Notice
    elements: list[etree._Element] = field(default_factory=list)
    part: str = ""
    """The member of the package that the elements are in; "" for the document itself."""
    repairable: bool = True


@immutable
class Rule:
    """One rule. `source` is its place in Phụ lục I of the decree, or what else demands it."""

    key: str
    source: str
    check: Callable[[Reading], Iterator[Fault]]
    repair: Callable[[Reading, Fault], None] | None = None
    severity: Severity = Severity.ERROR
    profiles: frozenset[Profile] = EVERYONE
