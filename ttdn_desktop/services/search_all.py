"""The search box of the window: items of the plan, activities and evidence at one look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.browsing import ActivityRow, Browse
from ttdn_desktop.domain.shelf import EvidenceRow, Shelf
from ttdn_desktop.domain.text import exact, fold, has_accents, tidy
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import activity_lines, browsing, evidence_shelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.domain.plan import Direction, Duty, PlanVersion, Task
    from ttdn_desktop.services.office import Office

__all__ = ["ActivityRow", "EvidenceRow", "Found", "FoundItem", "search"]

ITEMS, ACTIVITIES, EVIDENCE = 6, 8, 5
"""How many of each are shown."""

_EVIDENCE_READ = 100
"""Of how many that match the one of the very code, then those of the very accents, come first."""


@immutable
class FoundItem:
    """An item of the plan in force: "1.10" and its title."""

    code: str
    title: str


@immutable
class Found:
    """What matches; `activity_count` is that of all activities, not only of those shown."""

    items: tuple[FoundItem, ...] = ()
    activities: tuple[ActivityRow, ...] = ()
    activity_count: int = 0
    evidence: tuple[EvidenceRow, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing matches."""
        return not (self.items or self.activities or self.evidence)


def search(office: Office, typed: str) -> Found:
    """Return what has all words typed, exact accents first; a word without stands for all.

    Items are found by their code too, those whose code it is first; nothing typed finds nothing.
    """
    words = tidy(typed)
    if not words:
        return Found()
    around = office.surroundings()
    codes = around.codes
    browse, shelf = Browse(search=words), Shelf(search=words)
    with office.store.read() as connection:
        ids = browsing.page(connection, browse, 0, ACTIVITIES)
        return Found(
            _items(around.version, words),
            activity_lines.rows(connection, ids, codes, around.catalogue),
            browsing.count(connection, browse),
            _best(evidence_shelf.page(connection, shelf, 0, _EVIDENCE_READ), words),
        )


def _items(version: PlanVersion, words: str) -> tuple[FoundItem, ...]:
    ranked = [
        (rank, item) for _kind, item in version.items() if (rank := _rank(item, words)) is not None
    ]
    best = sorted(ranked, key=lambda pair: pair[0])[:ITEMS]
    return tuple(FoundItem(item.code, tidy(item.title)) for _rank, item in best)


def _rank(item: Task | Direction | Duty, words: str) -> int | None:
    """Return how well an item matches, 0 the best; None where it does not."""
    code = words.upper()
    if item.code.upper() == code:
        return 0
    if item.code.upper().startswith(code):
        return 1
    if _has_all(exact(item.title), map(exact, words.split())):
        return 2
    return 3 if _matches(item.title, words) else None


def _matches(title: str, words: str) -> bool:
    kept, bare = exact(title), fold(title)
    return all(
        exact(word) in kept if has_accents(word) else fold(word) in bare for word in words.split()
    )


def _best(rows: Sequence[EvidenceRow], words: str) -> tuple[EvidenceRow, ...]:
    wanted = [exact(word) for word in words.split()]

    def place(row: EvidenceRow) -> int:
        if row.code.upper() == words.upper():
            return 0
        return 1 if _has_all(_text(row), wanted) else 2

    return tuple(sorted(rows, key=place)[:EVIDENCE])


def _text(row: EvidenceRow) -> str:
    document = row.document
    parts = (row.name, document.number, document.excerpt) if document else (row.name, row.url)
    return exact(" ".join((row.code, *parts)))


def _has_all(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)
