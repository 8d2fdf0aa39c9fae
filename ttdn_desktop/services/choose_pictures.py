"""Choosing the photos of annex IV among the evidence that a round's report tells of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.copy_evidence import own_name
from ttdn_desktop.store import report_pictures, rounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.office import Office

SUFFIXES = frozenset({".jpeg", ".jpg", ".png"})
"""What every word processor shows."""


@immutable
class PictureChoice:
    """A photo that may be printed: its evidence, its caption, and whether it was chosen.

    `activity_ids` are what it proves; the caption is the first one's title until one is written.
    """

    evidence: Evidence
    caption: str
    activity_ids: tuple[str, ...]
    chosen: bool = False


def of_round(office: Office, asked: Round) -> tuple[PictureChoice, ...]:
    """Return the photos of a round: those chosen in their order, then the others by day.

    What the report withholds is never among them.
    """
    offered = {each.evidence.id: each for each in _offered(office, asked)}
    with office.store.read() as connection:
        captions = report_pictures.of_round(connection, asked.id)
    chosen = [
        replace(offered.pop(identity), caption=caption, chosen=True)
        for identity, caption in captions
        if identity in offered
    ]
    return (*chosen, *offered.values())


def _offered(office: Office, asked: Round) -> Iterator[PictureChoice]:
    proven: dict[str, list[str]] = {}
    first: dict[str, tuple[Evidence, str]] = {}
    for activity in gather(office, asked).activities:
        for proof in activity.evidence:
            if proof.sha256 and PurePath(own_name(proof)).suffix.lower() in SUFFIXES:
                first.setdefault(proof.id, (proof, activity.title.rstrip(" .;")))
                proven.setdefault(proof.id, []).append(activity.id)
    for identity, (proof, title) in first.items():
        yield PictureChoice(proof, title, tuple(proven[identity]))


def put(office: Office, asked: Round, captions: Sequence[tuple[str, str]]) -> None:
    """Write the pictures of a round: ids of evidence with their captions, in their order.

    Raises KnownError `picture_not_offered` where one is no photo that the report tells of.
    """
    offered = {each.evidence.id: each.caption for each in _offered(office, asked)}
    if not offered.keys() >= {identity for identity, _caption in captions}:
        raise KnownError("picture_not_offered")
    written = [(identity, tidy(said) or offered[identity]) for identity, said in captions]
    label = f"Chọn ảnh cho báo cáo {report_period.named(asked)}"
    with office.store.change(office.actor(), label) as tx:
        rounds.ensure(tx, asked)
        report_pictures.put(tx, asked.id, written)
