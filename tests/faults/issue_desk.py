"""A folder whose report is signed, numbered, frozen with its scan and sent: what stands of it."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tests.faults.backing_up import add, expect, started
from tests.faults.forked import forked
from ttdn_desktop.desk import open_desk, report_files, report_writer
from ttdn_desktop.services import freeze, issue_report, send_report
from ttdn_desktop.services.follow_report import course
from ttdn_desktop.services.issue_report import Numbered
from ttdn_desktop.services.known_rounds import yearly
from ttdn_desktop.services.send_report import Sending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from ttdn_desktop.services.follow_report import Course
    from ttdn_desktop.services.office import Office

YEAR, DAY = 2026, date(2026, 12, 15)
SIGNER, POSITION = "Trần Thị B", "Phó Giám đốc"
RECIPIENT = "Sở Văn hóa, Thể thao và Du lịch"
STEPS = ("signed", "issued", "sent")


def exported(place: Path) -> Path:
    """Return a data folder whose report of the year is exported, and not signed yet."""
    data = started(place)
    add(data, [])
    words = ("report", "export", "--year", YEAR, "--out", place / "bao-cao.docx")
    expect(forked(["--data", data, *words]))
    return data


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of the steps, which files are kept whole, and what is there by half."""

    steps: tuple[str, ...]
    kept: tuple[str, ...]
    torn: tuple[str, ...]

    @property
    def stage(self) -> str:
        """Say how far it had come."""
        if self.kept and "issued" not in self.steps:
            return f"signed, {' and '.join(self.kept)} kept"
        return self.steps[-1] if self.steps else "signing"


class Desk:
    """A copy of such a folder, and the scan that comes back with its number."""

    def __init__(self, base: Path, data: Path, number: str, scan: bytes) -> None:
        """Copy the folder, and write the scan beside it."""
        self.data, self._number = shutil.copytree(base, data), number
        self.scan = data.with_name(f"{data.name} đã ký.pdf")
        self.scan.write_bytes(scan)
        with open_desk(data, writing=False) as desk:
            self.whole = self._digests(desk.office)

    def remove(self) -> None:
        """Remove the folder and the scan."""
        shutil.rmtree(self.data)
        self.scan.unlink()

    def do(self, office: Office, tell: Callable[[str], None]) -> None:
        """Do of the steps what is not done yet; each that stands is told."""
        now = course(office, yearly(office, YEAR))
        if not now.signings:
            issue_report.mark_signed(office, now.submissions[0].id, DAY, SIGNER, POSITION)
        tell("signed")
        if not now.editions:
            given = Numbered(number=self._number, dated=DAY, scan=self.scan)
            issue_report.issue(office, report_writer(), report_files(), now.round, given)
        tell("issued")
        if not now.sent():
            edition = course(office, now.round).editions[0]
            send_report.send(office, edition.id, Sending(recipient=RECIPIENT, sent_on=DAY))
        tell("sent")

    def standing(self, office: Office) -> Standing:
        """Return what stands of the steps: each wholly, or it is torn."""
        now = course(office, yearly(office, YEAR))
        rows = (now.signings, now.editions, now.sent())
        steps = tuple(step for step, there in zip(STEPS, rows, strict=True) if there)
        kept = tuple(
            name
            for name, digest in self.whole.items()
            if name != "draft" and (now.folder / digest).is_file()
        )
        return Standing(steps, kept, (*self._torn(now), *_left(office.store.folder.unfinished)))

    def _torn(self, now: Course) -> Iterator[str]:
        """Say which row is not as it was given, and which file is not what it is called."""
        signings, editions = tuple(now.signings.values()), now.editions
        if [(each.signed_on, each.signer_name) for each in signings] not in ([], [(DAY, SIGNER)]):
            yield "signing"
        wanted = (f"{self._number}/BC-SNgV", DAY, SIGNER, POSITION, self.scan.name)
        digests = (self.whole["report"], self.whole["scan"])
        found = [
            (e.number, e.dated, e.signer_name, e.signer_title, e.scan_name, e.sha256, e.scan_sha256)
            for e in editions
        ]
        if found not in ([], [(*wanted, *digests)]):
            yield "edition"
        if [each.recipient for each in now.sent()] not in ([], [RECIPIENT]):
            yield "sending"
        if (editions and not signings) or (now.sent() and not editions):
            yield "order"
        yield from self.misnamed(now.folder)
        if editions and not all((now.folder / each).is_file() for each in self.whole.values()):
            yield "file gone"

    def misnamed(self, folder: Path) -> Iterator[str]:
        """Name the kept files that are torn, or nobody's."""
        for file in folder.iterdir():
            if file.name not in self.whole.values():
                yield f"{file.name} is nobody's"
            elif hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
                yield f"{file.name} is torn"

    def frozen(self, office: Office) -> bytes:
        """Return the bản phát hành as it has to become, made apart from its being issued."""
        content = freeze.kept_file(office, self._draft(office))
        return freeze.frozen(report_files(), content, self._number, DAY, SIGNER).content

    def _draft(self, office: Office) -> str:
        return course(office, yearly(office, YEAR)).submissions[0].sha256

    def _digests(self, office: Office) -> dict[str, str]:
        """Return the SHA-256 of each file that `editions/` holds in the end, by what it is."""
        contents = {"report": self.frozen(office), "scan": self.scan.read_bytes()}
        made = {name: hashlib.sha256(each).hexdigest() for name, each in contents.items()}
        return {"draft": self._draft(office), **made}


def _left(unfinished: Path) -> Iterator[str]:
    """Name what a crash has left, and no later start has cleared away."""
    return (f"{path.name} left" for path in unfinished.iterdir())
