"""The pictures of annex IV: what the officer chose, measured, as the report prints it."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Picture
from ttdn_desktop.domain.picture_header import PictureHeader, Unprintable, read_header
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import report_pictures

if TYPE_CHECKING:
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.services.office import Office

_MM_A_PIXEL = 25.4 / 150
"""150 dots an inch: a picture of few dots is printed small, never coarse."""


@immutable
class _Album:
    """What can be printed, and why the others cannot."""

    office: Office
    pictures: list[Picture] = field(default_factory=list)
    left_out: dict[Unprintable, list[Evidence]] = field(default_factory=dict)

    def take(self, proof: Evidence, caption: str) -> None:
        """Put a photo in as the next figure, or aside where it cannot be printed."""
        head = self._head(proof.sha256)
        if isinstance(head, Unprintable):
            self.left_out.setdefault(head, []).append(proof)
            return
        number = len(self.pictures) + 1
        said = caption.rstrip(" .;")
        self.pictures.append(
            Picture(
                f"annex.pictures.{number}",
                proof.sha256,
                head.format,
                head.width * _MM_A_PIXEL,
                head.height * _MM_A_PIXEL,
                f"Ảnh: {said}.",
                f"Hình {number}. {said}",
                (proof.id,),
            )
        )

    def _head(self, digest: str) -> PictureHeader | Unprintable:
        try:
            with self.office.store.vault.open(digest) as stream:
                return read_header(stream)
        except KnownError:
            return Unprintable.MISSING
        except OSError:
            return Unprintable.DAMAGED


def with_pictures(office: Office, facts: ReportFacts) -> ReportFacts:
    """Return the facts with the chosen photos of evidence that the report tells of.

    What cannot be printed is left out and told; what the report withholds is never printed.
    """
    with office.store.read() as connection:
        captions = report_pictures.of_round(connection, facts.round.id)
    if not captions:
        return facts
    told = {proof.id: proof for each in facts.activities for proof in each.evidence}
    album = _Album(office)
    for identity, caption in captions:
        if identity in told:
            album.take(told[identity], caption)
    left_out = {why: tuple(proofs) for why, proofs in album.left_out.items()}
    return replace(facts, pictures=tuple(album.pictures), left_out=left_out)
