"""Evidence of the sample: few distinct files, made when first asked for and then used again."""

from __future__ import annotations

from dataclasses import field
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from ttdn_desktop.domain.text import fold
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.sample_dice import Dice
from ttdn_desktop.services.sample_slots import Slots

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ttdn_desktop.services.ports import EvidenceMaker
    from ttdn_desktop.services.sample_templates import Library

PHOTOS, SCANS, PAPERS = 24, 18, 4
"""How many distinct photos, scans, and papers of one title there are: at most 58 files."""

_TOO_LONG = 60


@immutable
class ProofBox:
    """Hands out files. `day` dates the names of bodies within papers."""

    maker: EvidenceMaker
    stories: Library
    day: date
    made: dict[tuple[str, int], bytes] = field(default_factory=dict)

    def file(self, proof: str, dice: Dice) -> IncomingFile:
        """Return the file that "kind:name" means; its bytes are made when it is opened."""
        kind, _colon, name = proof.partition(":")
        if kind == "paper":
            return self._paper(name, dice.between(1, PAPERS))
        if kind == "scan":
            seed = dice.between(1, SCANS)
            return self._kept(f"{name}.pdf", ("scan", seed), partial(self.maker.scan, seed))
        seed = 2 * dice.between(1, PHOTOS // 2) + (kind == "hall")
        return self._kept(f"{name}.png", ("photo", seed), partial(self.maker.photo, seed))

    def _paper(self, key: str, number: int) -> IncomingFile:
        paper = self.stories.papers[key]
        slots = Slots(self.stories, Dice("paper", key, number), self.day)
        make = partial(self.maker.paper, paper.title, slots.fill_all(paper.paragraphs))
        return self._kept(f"{paper.title}.docx", (key, number), make)

    def _kept(self, name: str, key: tuple[str, int], make: Callable[[], bytes]) -> IncomingFile:
        def opened() -> BytesIO:
            if key not in self.made:
                self.made[key] = make()
            return BytesIO(self.made[key])

        return IncomingFile(name, opened)


def link(sign: str, title: str, day: date) -> str:
    """Return a web address that can never be real: `.example` is reserved (RFC 2606)."""
    words = "".join(char if char.isalnum() else " " for char in fold(title)).split()
    host = "".join(char for char in fold(sign) if char.isalnum()) or "donvi"
    slug = "-".join(words)[:_TOO_LONG].rstrip("-")
    return f"https://{host}.example/tin-tuc/{day.year}/{day.month:02d}/{slug}"
