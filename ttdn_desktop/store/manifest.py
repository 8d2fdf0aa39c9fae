"""What a backup says of itself: two lines, JSON and its SHA-256, so that damage shows.

The files it needs stand in a list of their own, named by its SHA-256, which many backups share.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, NamedTuple

from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.domain.instants import moment_of
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

FORMAT = 1
LONGEST = 16 * 1024 * 1024
"""Bytes of the longest manifest that is read."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_LISTED = re.compile(r"([ve]) ([0-9a-f]{64}) (0|[1-9][0-9]{0,14})")
_LAST_INSTANT = 253_370_000_000_000


class DamagedError(Exception):
    """A backup, or a part of it, is not what was written; the text says what."""


class NewerError(Exception):
    """A backup that a newer program has written."""


@immutable
class Manifest:
    """A backup: when (UTC milliseconds) and why, of what, and the SHA-256 of its parts.

    `seq`, `head`, `last_label` and `last_at` are of the journal's last entry; `activities` counts
    rows, `evidence` files; `missing` are files that were nowhere to be had. `files` is the SHA-256
    of the list of files, `files_size` the bytes they have together.
    """

    number: int
    made_at: int
    reason: Reason
    label: str
    writer: str
    schema: int
    seq: int
    head: str
    last_label: str
    last_at: int
    activities: int
    evidence: int
    database: str
    database_size: int
    files: str
    files_size: int
    missing: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its parts in a repository: number, day and time at +07:00."""
        return f"{self.number:06d}-{moment_of(self.made_at):%Y%m%d-%H%M}"

    @property
    def size(self) -> int:
        """Bytes of everything it restores to."""
        return self.database_size + self.files_size

    @property
    def is_point(self) -> bool:
        """Whether it is a restore point, whose files may lie in the vault alone."""
        return self.reason is Reason.BEFORE


class Kept(NamedTuple):
    """A file of a backup: of the vault or of the editions, its SHA-256 and bytes."""

    edition: bool
    sha256: str
    size: int


def written(manifest: Manifest) -> bytes:
    """Return the bytes of a manifest."""
    facts = {"format": FORMAT, **asdict(manifest)}
    line = json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()
    return b"%s\n%s\n" % (line, hashlib.sha256(line).hexdigest().encode())


def read(content: bytes) -> Manifest:
    """Return the manifest in some bytes; raises DamagedError or NewerError."""
    line, _, rest = content.partition(b"\n")
    if rest != hashlib.sha256(line).hexdigest().encode() + b"\n":
        raise DamagedError("manifest")
    try:
        facts = json.loads(line)
        if facts["format"] > FORMAT:
            raise NewerError
        return _checked({field.name: facts[field.name] for field in fields(Manifest)})
    except (ValueError, KeyError, TypeError, RecursionError) as odd:
        raise DamagedError("manifest") from odd


def read_from(place: Path) -> Manifest:
    """Return the manifest in a file; raises as `read`, or OSError."""
    with place.open("rb") as stream:
        return read(stream.read(LONGEST))


def _checked(facts: dict[str, Any]) -> Manifest:
    made = Manifest(
        **{**facts, "reason": Reason(facts["reason"]), "missing": tuple(facts["missing"])}
    )
    numbers = (made.number, made.made_at, made.schema, made.seq, made.last_at, made.activities)
    sizes = (made.evidence, made.database_size, made.files_size)
    texts = (made.label, made.writer, made.head, made.last_label)
    digests = (made.database, made.files, *made.missing)
    sound = (
        all(type(each) is int and 0 <= each <= _LAST_INSTANT for each in numbers)
        and all(type(each) is int and each >= 0 for each in sizes)
        and all(type(each) is str for each in texts)
        and all(type(each) is str and _DIGEST.fullmatch(each) for each in digests)
    )
    if not sound:
        raise DamagedError("manifest")
    return made


def list_text(files: Iterable[Kept]) -> bytes:
    """Return the list of a backup's files in order: "v" or "e", SHA-256 and bytes on a line."""
    return "".join(
        f"{'e' if each.edition else 'v'} {each.sha256} {each.size}\n" for each in sorted(files)
    ).encode()


def read_list(content: bytes, manifest: Manifest) -> tuple[Kept, ...]:
    """Return the files of a backup; raises DamagedError where the list is not the manifest's."""
    if hashlib.sha256(content).hexdigest() != manifest.files:
        raise DamagedError("list")
    try:
        found = [_LISTED.fullmatch(line) for line in content.decode("ascii").splitlines()]
    except UnicodeDecodeError as odd:
        raise DamagedError("list") from odd
    files = tuple(Kept(line[1] == "e", line[2], int(line[3])) for line in found if line)
    if len(files) != len(found) or not _fits(files, manifest):
        raise DamagedError("list")
    return files


def _fits(files: Collection[Kept], manifest: Manifest) -> bool:
    places = {(each.edition, each.sha256) for each in files}
    return len(places) == len(files) and sum(each.size for each in files) == manifest.files_size
