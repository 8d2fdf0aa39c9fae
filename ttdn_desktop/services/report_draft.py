"""The report as it stands: composed from the records, with the officer's wording in it.

Screen, Word and console all print this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_check, report_text
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.report_apply import apply_edits
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.ports import SILENT
from ttdn_desktop.store import report_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.report_apply import Edited
    from ttdn_desktop.domain.report_edit import Edit, Offer
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import Progress


@immutable
class Draft:
    """A report: `generated` from the facts alone, `edited` with what the officer wrote."""

    facts: ReportFacts
    generated: Document
    edited: Edited

    @property
    def document(self) -> Document:
        """What is printed."""
        return self.edited.document

    @property
    def offers(self) -> Mapping[str, tuple[Offer, ...]]:
        """What is to be decided, by the keys of the blocks."""
        return self.edited.offers

    @property
    def lost(self) -> tuple[Edit, ...]:
        """Edits whose block is generated no more; they stand behind what is nearest to them."""
        return self.edited.lost


def draft(office: Office, asked: Round, watch: Progress = SILENT) -> Draft:
    """Return the report of a round; raises Cancelled where `watch` stops it."""
    return written_over(office, gather(office, asked, watch))


def written_over(office: Office, facts: ReportFacts) -> Draft:
    """Return the report that facts make, with the officer's wording of its round."""
    with office.store.read() as connection:
        edits = report_edits.of_round(connection, facts.round.id)
    generated = report_text.compose(facts)
    return Draft(facts, generated, apply_edits(generated, edits))


def notices(made: Draft) -> Iterator[Notice]:
    """Name what to look at before signing: in the officer's wording, then in the records."""
    if count := sum(map(len, made.offers.values())):
        yield Notice("edits_open", {"count": count})
    if made.lost:
        yield Notice("edits_lost", {"count": len(made.lost)})
    yield from report_check.notices(made.facts)
