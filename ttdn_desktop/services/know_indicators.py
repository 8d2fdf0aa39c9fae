"""The catalogue of figures, and what is offered to an officer who fills in an activity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.report_figure_words import SPLITS
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.domain.indicator import Indicator, IndicatorKind
    from ttdn_desktop.services.office import Office


@immutable
class Offer:
    """What usually serves the items of an activity: suggestions, never limits.

    `kinds` are what it may be called; `indicators` is the whole catalogue, of which the first
    `suggested` ones fit; `evidence` is what usually proves it.
    """

    kinds: tuple[str, ...]
    indicators: tuple[Indicator, ...]
    suggested: int
    evidence: tuple[str, ...]


def kinds(office: Office) -> dict[str, IndicatorKind]:
    """Return the kind of each indicator by its code."""
    return {code: each.kind for code, each in office.surroundings().catalogue.items()}


def offered(office: Office, item_codes: Sequence[str]) -> Offer:
    """Return what is offered for items by their codes ("1.10"), in the order they are named.

    What the guidance suggests comes first, in its order; the rest of the catalogue follows in its
    own. Codes without guidance suggest nothing.
    """
    guidance = shipped.guidance()
    known = [guidance[code] for code in item_codes if code in guidance]
    catalogue = office.surroundings().catalogue
    fitting = [code for code in _each(one.indicators for one in known) if code in catalogue]
    return Offer(
        kinds=_each(one.activity_kinds for one in known),
        indicators=tuple(catalogue[code] for code in _each((fitting, catalogue))),
        suggested=len(fitting),
        evidence=_each(one.evidence for one in known),
    )


def splits(name: str) -> tuple[str, ...]:
    """Return the suggested parts of a split by its name ("nuoc": "Lào", …), none if unknown."""
    return shipped.splits().get(name, ())


def split_label(name: str) -> str:
    """Return what a split is called, as in the report ("ngon_ngu": "ngôn ngữ"), else its name."""
    return SPLITS.get(name, name)


def _each(lists: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the words of all lists, each once, where it comes first."""
    return tuple(dict.fromkeys(word for words in lists for word in words))
