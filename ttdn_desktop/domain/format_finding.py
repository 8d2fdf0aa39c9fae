"""What is not as Decree 30 demands in a Word file: rule, place, found, expected.

The words are keys of `resources/i18n`: a rule's title is "rule.<rule>", what was found
"found.<key>", what is expected "expected.<key>", a place "spot.<key>".
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ttdn_desktop.domain.notice import Notice


class Severity(StrEnum):
    """How much a finding matters: against the decree, against good practice, or to be known."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Spot(StrEnum):
    """The part of a document that a finding is in."""

    WHOLE = "whole"
    SHEET = "sheet"
    """A section's paper, margins or page numbers; `number` is the section, from 1."""
    HEAD = "head"
    BODY = "body"
    """The text before the first section, or of a document without sections."""
    SECTION = "section"
    HEADING = "heading"
    """A section's own heading."""
    CLOSING = "closing"
    ANNEX = "annex"
    TABLE = "table"


@immutable
class Where:
    """Where something stands: as a person would say it, and for a page to lead there.

    `name` is the section's numeral ("II") or the annex's label ("Phụ lục II"); `number` the
    paragraph within it, from 1, or 0; `line` the beginning of its text. `part` is the member of
    the package, `paragraph` its place among all its paragraphs, from 0, or None; `bookmark` the
    name of the first bookmark in it, or "".
    """

    spot: Spot
    name: str = ""
    number: int = 0
    line: str = ""
    part: str = ""
    paragraph: int | None = None
    bookmark: str = ""

    @property
    def key(self) -> str:
        """The key of the sentence that tells it: "spot.<key>" with `name`, `number`, `line`."""
        return f"{self.spot}_named" if self.name else str(self.spot)


@immutable
class Finding:
    """One rule that is not kept, at its first place; `more` counts the places like it.

    `repairable` tells whether a copy can be made in which it is kept. `source` is the rule's place
    in Phụ lục I of Decree 30/2020 ("II.6e"), in another annex of it, or what else demands it.
    """

    rule: str
    where: Where
    found: Notice
    expected: Notice
    severity: Severity
    repairable: bool
    more: int = 0
    source: str = ""


def as_in_the_document(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings as a reader comes by them: paper and the whole first, then by paragraph."""
    return tuple(sorted(findings, key=_place))


def _place(each: Finding) -> tuple[int, int]:
    where = each.where
    return (-1, where.number) if where.paragraph is None else (where.paragraph, 0)


@immutable
class Checked:
    """What a check found, the weightiest first."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing has to be put right; what is only to be known does not count."""
        return all(each.severity is Severity.INFO for each in self.findings)


@immutable
class Mended:
    """A repaired copy: what was put right in it, and what a check of the copy still finds."""

    repaired: tuple[Finding, ...]
    left: Checked
