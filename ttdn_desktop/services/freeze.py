"""Bản phát hành as a file: the signed bản trình with its places filled in, kept for good."""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from ttdn_desktop.domain import filling
from ttdn_desktop.domain.filling import Filling
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import editions
from ttdn_desktop.store.faults import told_of_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ttdn_desktop.paths import DataFolder
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import ReportFiles

_BLOCK = 1024 * 1024


@immutable
class Frozen:
    """A file made of a bản trình: its bytes, their SHA-256, and its số và ký hiệu."""

    content: bytes
    sha256: str
    number: str


def kept_file(office: Office, sha256: str) -> bytes:
    """Return a file kept in `editions/`; raises KnownError `kept_report_damaged`."""
    try:
        content = (office.store.folder.editions / sha256).read_bytes()
    except OSError as fault:
        raise KnownError("kept_report_damaged", sha256=sha256) from fault
    if hashlib.sha256(content).hexdigest() != sha256:
        raise KnownError("kept_report_damaged", sha256=sha256)
    return content


def blanks(files: ReportFiles, content: bytes) -> Filling:
    """Return what stands in the three places of a kept bản trình."""
    marked = files.read(BytesIO(content)).marked
    places = files.places
    return Filling(marked[places.number], marked[places.place_date], marked[places.signer])


def frozen(files: ReportFiles, content: bytes, number: str, dated: date, signer: str) -> Frozen:
    """Return a kept bản trình with number, day and signer; the same input, the same bytes.

    Without a signer the place stays as it is. `number` is số và ký hiệu, or the number alone.
    """
    blank = blanks(files, content)
    whole = filling.symbol(blank.number_line, number)
    filled = Filling(
        filling.number_line(blank.number_line, whole),
        filling.place_date(blank.place_date, dated),
        signer or blank.signer,
    )
    target = BytesIO()
    files.fill(BytesIO(content), filled, target)
    return Frozen(target.getvalue(), hashlib.sha256(target.getvalue()).hexdigest(), whole)


@contextmanager
def kept(office: Office, content: bytes, scan: Path | None) -> Iterator[tuple[str, str | None]]:
    """Keep a frozen file, and a copy of its scan, while their record is written.

    Lends the SHA-256 of both. Raises KnownError `file_unreadable` for a scan that cannot be read,
    or as `editions.kept` does.
    """
    folder = office.store.folder
    with ExitStack() as stack:
        report = stack.enter_context(_unfinished(folder))
        with told_of_files(folder.unfinished):
            report.write_bytes(content)
        sha256 = hashlib.sha256(content).hexdigest()
        copy = None if scan is None else stack.enter_context(_unfinished(folder))
        scanned = None if scan is None or copy is None else _copied(scan, copy)
        stack.enter_context(editions.kept(folder, sha256, report))
        if copy is not None and scanned is not None:
            stack.enter_context(editions.kept(folder, scanned, copy))
        yield sha256, scanned


@contextmanager
def _unfinished(folder: DataFolder) -> Iterator[Path]:
    """Lend an empty file of `tmp/`; what a crash leaves there goes when the folder is opened."""
    with told_of_files(folder.unfinished):
        handle, name = mkstemp(dir=folder.unfinished)
        os.close(handle)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _copied(scan: Path, copy: Path) -> str:
    """Copy a scan and return its SHA-256; that the disk is full is no fault of the scan."""
    with told_of_files(copy.parent), copy.open("wb") as target:
        digest = hashlib.sha256()
        for block in _blocks(scan):
            digest.update(block)
            target.write(block)
    return digest.hexdigest()


def _blocks(scan: Path) -> Iterator[bytes]:
    try:
        with scan.open("rb") as stream:
            while block := stream.read(_BLOCK):
                yield block
    except OSError as fault:
        raise KnownError("file_unreadable", name=scan.name) from fault
