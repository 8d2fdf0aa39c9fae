"""A disk that is full while an officer records, attaches, exports, issues, types or upgrades.

The disk is a real one, with less and more room left each time. What is refused is refused in known
words and leaves everything as it was; when there is room again, the same work is done.
"""

from __future__ import annotations

import hashlib
import random
import shutil
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from tests.console.process import fill, small_disk
from tests.faults.backing_up import started
from tests.faults.earlier import PAST, at_step, rows_of
from tests.faults.forked import forked
from tests.faults.issue_desk import STEPS, exported
from tests.faults.issue_desk import Desk as Issuing
from tests.faults.tally import Tally
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import browse_activities, keep_draft
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.browse_activities import Browse
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.record_activity import ActivityForm, record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ttdn_desktop.desk import Desk

DISK_KIB = 16 * 1024
PROOF = 300 * 1024
ROOM_KIB = 900
"""More than recording with its proof needs; less than that is left at most moments."""

EXPORT_KIB, DRAFT_KIB = 60, 80
SCAN, ISSUE_KIB = 400 * 1024, 1100
"""A scan lies on the disk twice until its record is written, and the frozen file with it."""

ACTIVITIES = 20


def fill_recording(place: Path, times: int, seed: int) -> Tally:
    """Record with evidence while the disk is full: the activity is there with its file, or not."""
    tally = Tally("disk full: record")
    with (
        small_disk(place / "disk", DISK_KIB + times * 512) as disk,
        open_desk(shutil.copytree(started(place), disk / "data"), writing=True) as desk,
    ):
        for number in range(times):
            content = random.Random(seed + number).randbytes(PROOF)  # noqa: S311 (any content)
            before = _known(desk)
            fill(disk, but=ROOM_KIB * number // times)
            done = _try(tally, partial(_record, desk, content))
            tally.lost += _known(desk) != before + done
            (disk / "filler").unlink()
            if not done:
                tally.torn += _place(desk, content).exists()
                _record(desk, content)
            tally.lost += not _reads(desk, content)
            tally.unsound += not check(desk.office).ok
    return tally


def fill_exporting(place: Path, times: int, seed: int) -> Tally:
    """Export onto a full disk: the old report stays until the new one is whole."""
    del seed
    tally, data = Tally("disk full: export"), place / "data"
    _sample(data)
    with open_desk(data, writing=True) as desk, small_disk(place / "disk", DISK_KIB) as disk:
        target = disk / "bao-cao.docx"
        export(desk.office, report_writer(), 2026, None, target)
        whole = target.read_bytes()
        for number in range(times):
            target.write_bytes(b"old")
            fill(disk, but=EXPORT_KIB * number // times)
            done = _try(tally, lambda: export(desk.office, report_writer(), 2026, None, target))
            tally.lost += target.read_bytes() != (whole if done else b"old")
            tally.torn += {path.name for path in disk.iterdir()} != {"filler", target.name}
            (disk / "filler").unlink()
            tally.unsound += not check(desk.office).ok
    return tally


def fill_issuing(place: Path, times: int, seed: int) -> Tally:
    """Sign, issue and send on a full disk: each step stands whole or not, and is done later."""
    tally, base = Tally("disk full: issue"), exported(place)
    with small_disk(place / "disk", DISK_KIB) as disk:
        for number in range(times):
            scan = random.Random(seed + number).randbytes(SCAN)  # noqa: S311 (any content)
            issuing = Issuing(base, disk / "data", str(number + 1), scan)
            told = list[str]()
            with open_desk(issuing.data, writing=True) as desk:
                fill(disk, but=ISSUE_KIB * number // times)
                done = _try(tally, partial(issuing.do, desk.office, told.append))
                stands = issuing.standing(desk.office)
                tally.lost += set(stands.steps) != set(told)
                tally.torn += bool(stands.torn or (stands.kept and "issued" not in told))
                (disk / "filler").unlink()
                if not done:
                    issuing.do(desk.office, told.append)
                stands = issuing.standing(desk.office)
                tally.lost += set(stands.steps) != set(STEPS)
                tally.torn += bool(stands.torn)
                tally.unsound += not check(desk.office).ok
            issuing.remove()
    return tally


def fill_drafting(place: Path, times: int, seed: int) -> Tally:
    """Type while the disk is full: the draft of before stays until the new one is kept."""
    tally = Tally("disk full: draft")
    with (
        small_disk(place / "disk", DISK_KIB) as disk,
        open_desk(shutil.copytree(started(place), disk / "data"), writing=True) as desk,
    ):
        key, kept = keep_draft.key_of(), {"text": "trước"}
        for number in range(times):
            dice = random.Random(seed + number)  # noqa: S311 (any content)
            keep_draft.save(desk.office, key, kept)
            fill(disk, but=DRAFT_KIB * number // times)
            typed = {"text": dice.randbytes(20 * 1024).hex()}
            done = _try(tally, partial(keep_draft.save, desk.office, key, typed))
            tally.lost += keep_draft.load(desk.office, key) != (typed if done else kept)
            (disk / "filler").unlink()
            tally.unsound += not check(desk.office).ok
    return tally


def fill_upgrading(place: Path, times: int, seed: int) -> Tally:
    """Open folders of past schemas on a full disk: as they were, until they are upgraded whole."""
    del seed
    tally, sample = Tally("disk full: upgrade"), place / "sample"
    _sample(sample)
    folders = [at_step(sample, place / f"step-{step}", step) for step in PAST]
    with small_disk(place / "disk", DISK_KIB) as disk:
        data = disk / "data"
        for number in range(times):
            folder = folders[number % len(folders)]
            shutil.copytree(folder, data)
            before = rows_of(folder / "ttdn.sqlite")
            size = (folder / "ttdn.sqlite").stat().st_size // 1024
            fill(disk, but=3 * size * number // times)
            _try(tally, lambda: _open(data))
            (disk / "filler").unlink()
            _open(data)
            after = rows_of(data / "ttdn.sqlite")
            tally.lost += any(
                set(map(repr, rows)) - set(map(repr, after[table]))
                for table, rows in before.items()
                if table != "meta"
            )
            shutil.rmtree(data)
    return tally


def _open(data: Path) -> None:
    with open_desk(data, writing=True):
        pass


def _sample(data: Path) -> None:
    if forked(["sample", data, "--activities", ACTIVITIES]).code:
        raise AssertionError(data)


def _record(desk: Desk, content: bytes) -> None:
    file = IncomingFile("anh.bin", lambda: BytesIO(content))
    start = parse_moment("12/3/2026")
    record(desk.office, ActivityForm(title="Đón đoàn", items=("1.10",), start=start, files=(file,)))


def _known(desk: Desk) -> int:
    return browse_activities.count(desk.office, Browse())


def _place(desk: Desk, content: bytes) -> Path:
    digest = hashlib.sha256(content).hexdigest()
    return desk.folder.vault / digest[:2] / digest


def _reads(desk: Desk, content: bytes) -> bool:
    place = _place(desk, content)
    return place.is_file() and place.read_bytes() == content


def _try(tally: Tally, work: Callable[[], object]) -> bool:
    """Do some work; tell whether it was done. Anything but a known refusal ends the trial."""
    tally.kills += 1
    try:
        work()
    except KnownError as refusal:
        tally.stages[refusal.key] += 1
        return False
    tally.survived += 1
    return True
