"""The page "Tài liệu" shown on a workbench, and the evidence that lies there."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from tests.gui.desks import wait_until_answered
from ttdn_desktop.services import keep_evidence
from ttdn_desktop.services.keep_evidence import IncomingFile

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.domain.shelf import EvidenceRow, Shelf
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office


def listed(qtbot: QtBot, bench: Workbench, shelf: Shelf) -> tuple[EvidenceRow, ...]:
    """Return the evidence that is recorded now."""
    found: list[tuple[EvidenceRow, ...]] = []
    bench.jobs.ask(lambda office: keep_evidence.page(office, shelf, 0, 100), found.append)
    wait_until_answered(qtbot, bench.jobs)
    return found[0]


def add(qtbot: QtBot, bench: Workbench, name: str, content: bytes = b"x") -> str:
    """Record a file as evidence of nothing yet; return its id."""

    def record(office: Office) -> str:
        (added,) = keep_evidence.add_files(office, (IncomingFile(name, lambda: BytesIO(content)),))
        return added.id

    ids: list[str] = []
    bench.jobs.do(record, ids.append)
    wait_until_answered(qtbot, bench.jobs)
    return ids[0]
