"""Evidence files out of the vault: read, saved elsewhere, or copied to be looked at.

What the system's programs open is a copy that nobody can write to; the vault's own file is never
handed out. What could run as a program is saved where the officer wants it, and never opened.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.beside import beside, require_outside
from ttdn_desktop.store import evidence as proofs
from ttdn_desktop.store.durable import put

if TYPE_CHECKING:
    from typing import BinaryIO

    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.services.office import Office

# fmt: off
DANGEROUS = frozenset({
    ".app", ".application", ".appref-ms", ".bat", ".chm", ".cmd", ".com", ".command", ".cpl",
    ".desktop", ".dll", ".exe", ".gadget", ".hta", ".inf", ".iso", ".jar", ".jnlp", ".js",
    ".jse", ".lnk", ".msc", ".msi", ".msp", ".pif", ".ps1", ".ps1xml", ".ps2", ".psc1", ".psm1",
    ".py", ".pyw", ".reg", ".scf", ".scr", ".settingcontent-ms", ".sh", ".sys", ".url", ".vb",
    ".vbe", ".vbs", ".website", ".ws", ".wsc", ".wsf", ".wsh", ".xll",
    ".docm", ".dotm", ".potm", ".ppam", ".ppsm", ".pptm", ".sldm", ".xla", ".xlam", ".xlm",
    ".xlsb", ".xlsm", ".xltm",
})
# fmt: on
"""Endings of what runs as a program, or as Office with macros."""

PREFIX = "ttdn-xem-"
"""How the folders of copies to be looked at begin, in the system's temporary folder."""

_BLOCK = 1024 * 1024
_LONGEST = 120
_LONGEST_ENDING = 20
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')
"""What Windows allows in no file name, and marks that turn a name's letters around."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


def read(office: Office, evidence_id: str) -> BinaryIO:
    """Open a file of evidence for reading; the caller closes it.

    Raises KnownError `piece_gone`, `evidence_without_file`, or `evidence_missing`.
    """
    return office.store.vault.open(_file_of(office, evidence_id).sha256)


def copy_out(office: Office, evidence_id: str, target: Path) -> Path:
    """Save a file of evidence as `target`, within it under its own name where it is a folder.

    Returns where it is. Raises KnownError as `read` does, and `target_inside_data`,
    `copy_unwritable`, or `evidence_altered` where the vault's file is no longer what was added.
    """
    proof = _file_of(office, evidence_id)
    place = target / own_name(proof) if target.is_dir() else target
    require_outside(office, place)
    try:
        with beside(place, office.store.folder.root) as unfinished:
            _copy(office, proof, unfinished)
            put(unfinished, place)
    except OSError as fault:
        raise KnownError("copy_unwritable", place=place) from fault
    return place


def temporary_copy(office: Office, evidence_id: str) -> Path:
    """Copy a file of evidence, to be opened by the system's own program, and only to be read.

    Raises KnownError as `copy_out` does, and `evidence_not_opened` for what may run.
    """
    proof = _file_of(office, evidence_id)
    name = own_name(proof)
    if may_run(name):
        raise KnownError("evidence_not_opened", name=name)
    try:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        _copy(office, proof, folder / name)
        (folder / name).chmod(stat.S_IRUSR)
    except OSError as fault:
        raise KnownError("copy_unwritable", place=tempfile.gettempdir()) from fault
    return folder / name


def forget_copies(before_ms: int | None = None) -> None:
    """Remove the copies made, before an instant, to be looked at; those open elsewhere stay."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if before_ms is not None and folder.stat().st_mtime * 1000 >= before_ms:
                continue
            for copy in folder.glob("*"):
                _unlock(copy)
        shutil.rmtree(folder, ignore_errors=True)


def may_run(name: str) -> bool:
    """Tell whether the system might run what bears a name, not only show it."""
    return _ending(name).lower() in DANGEROUS


def own_name(proof: Evidence) -> str:
    """Return the name to save a file by: its name, with the ending it came with."""
    ending = _ending(proof.original_name)
    name = proof.name if _ending(proof.name).lower() == ending.lower() else proof.name + ending
    return allowed_name(name)


def _ending(name: str) -> str:
    """Return a name's ending with its dot as Windows sees it: ".exe" of itself, of "a.exe ."."""
    _, dot, ending = name.rstrip(" .").rpartition(".")
    return dot + ending if dot else ""


def allowed_name(name: str) -> str:
    """Return a name that every system takes and shows as it is."""
    plain = _FORBIDDEN.sub("_", name).rstrip(" .").lstrip(" ") or "_"
    ending = _ending(plain)[-_LONGEST_ENDING:]
    stem = plain.removesuffix(ending)[: _LONGEST - len(ending)]
    return f"_{stem}{ending}" if _RESERVED.fullmatch(stem) else stem + ending


def _file_of(office: Office, evidence_id: str) -> Evidence:
    with office.store.read() as connection:
        proof = proofs.by_id(connection, evidence_id)
    if proof.kind is not EvidenceKind.FILE:
        raise KnownError("evidence_without_file", name=proof.name)
    return proof


def _copy(office: Office, proof: Evidence, place: Path) -> None:
    digest = hashlib.sha256()
    with office.store.vault.open(proof.sha256) as source, place.open("wb") as copy:
        while block := source.read(_BLOCK):
            digest.update(block)
            copy.write(block)
        copy.flush()
        os.fsync(copy.fileno())
    if digest.hexdigest() != proof.sha256:
        place.unlink()
        raise KnownError("evidence_altered", name=proof.name)


def _unlock(copy: Path) -> None:
    try:
        copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
    except OSError:
        return
