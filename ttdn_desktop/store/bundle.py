"""One backup in one self-contained file: a zip of manifest, list, database, vault and editions.

The members stand in a fixed order with fixed times. Database and lists are deflated, evidence is
stored as it is: what is declared is then what is read, and nothing swells.
"""

from __future__ import annotations

import hashlib
import stat
import zipfile
import zlib
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import manifest as manifests
from ttdn_desktop.store.manifest import DamagedError, Kept, NewerError
from ttdn_desktop.store.repository import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import BinaryIO

    from ttdn_desktop.store.manifest import Manifest
    from ttdn_desktop.store.restoring import Readable
    from ttdn_desktop.store.snapshot import Step

SUFFIX = ".ttdnbackup"
MANIFEST, LIST, DATABASE = "manifest.json", "files.txt", "ttdn.sqlite"
_LONGEST_LIST = 256 * 1024 * 1024
_SWELLS, _SMALL = 200, 256 * 1024 * 1024
"""How often its packed size a big database may have; a small one may be all blanks."""

_TORN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What reading a file that is no zip of ours may raise."""

_LEVEL = 1


def name_of(file: Kept) -> str:
    """Return the name of a file's member."""
    return f"editions/{file.sha256}" if file.edition else f"vault/{file.sha256[:2]}/{file.sha256}"


def write(
    target: BinaryIO, manifest: Manifest, database: Path, files: Mapping[Kept, Path], step: Step
) -> None:
    """Write a bundle; raises DamagedError where a file is no longer what it was."""
    with zipfile.ZipFile(target, "w") as package:
        _add_text(package, MANIFEST, manifests.written(manifest))
        _add_text(package, LIST, manifests.list_text(files))
        total, done = manifest.size, manifest.database_size
        with database.open("rb") as stream:
            _add(package, _member(DATABASE, manifest.database_size, packed=True), stream)
        for file in sorted(files):
            step(done, total)
            with files[file].open("rb") as stream:
                sha256 = _add(package, _member(name_of(file), file.size), stream)
            if sha256 != file.sha256:
                raise DamagedError(name_of(file))
            done += file.size
    step(total, total)


def _member(name: str, size: int, *, packed: bool = False) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.file_size = size
    member.create_system = 3
    member.external_attr = (stat.S_IFREG | stat.S_IRUSR | stat.S_IWUSR) << 16
    member.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    member._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 (no other way)
    return member


def _add_text(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    package.writestr(_member(name, len(content), packed=True), content, compresslevel=_LEVEL)


def _add(package: zipfile.ZipFile, member: zipfile.ZipInfo, source: BinaryIO) -> str:
    digest = hashlib.sha256()
    with package.open(member, "w") as target:
        while block := source.read(BLOCK):
            target.write(block)
            digest.update(block)
    return digest.hexdigest()


@immutable
class InBundle:
    """A backup in an open bundle, every member of which has been accounted for."""

    place: Path
    package: zipfile.ZipFile
    manifest: Manifest
    files: tuple[Kept, ...]

    def database(self) -> AbstractContextManager[Readable]:
        """Lend the database."""
        return _read(self.package, DATABASE)

    def copies(self, file: Kept) -> Iterator[AbstractContextManager[Readable]]:
        """Lend the one copy of a file."""
        yield _read(self.package, name_of(file))


def verify(place: Path, step: Step) -> None:
    """Read a bundle to its end; raises KnownError `backup_damaged` where any hash is another."""
    with opened(place) as bundle:
        manifest, done = bundle.manifest, 0
        parts = [(DATABASE, manifest.database, manifest.database_size)]
        parts += [(name_of(file), file.sha256, file.size) for file in bundle.files]
        for name, sha256, size in parts:
            step(done, manifest.size)
            if _digest(bundle.package, name) != sha256:
                raise KnownError("backup_damaged", place=str(place))
            done += size


def _digest(package: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with _read(package, name) as stream:
            while block := stream.read(BLOCK):
                digest.update(block)
    except DamagedError:
        return ""
    return digest.hexdigest()


@contextmanager
def opened(place: Path) -> Iterator[InBundle]:
    """Open a bundle and see that its members are those of its manifest, and as big.

    Raises KnownError `backup_missing`, `backup_damaged`, `backup_newer`.
    """
    if not place.is_file():
        raise KnownError("backup_missing", place=str(place))
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(place.open("rb"))
            package = stack.enter_context(zipfile.ZipFile(stream))
            found = _accounted(place, package)
        except NewerError as newer:
            raise KnownError("backup_newer", place=str(place)) from newer
        except (DamagedError, *_TORN) as damaged:
            raise KnownError("backup_damaged", place=str(place)) from damaged
        yield found


def _accounted(place: Path, package: zipfile.ZipFile) -> InBundle:
    members = {member.filename: member for member in package.infolist()}
    if len(members) != len(package.infolist()) or not {MANIFEST, LIST, DATABASE} <= set(members):
        raise DamagedError(MANIFEST)
    if sum(each.compress_size for each in members.values()) > place.stat().st_size:
        raise DamagedError(MANIFEST)
    manifest = manifests.read(_text(package, members[MANIFEST], manifests.LONGEST))
    files = manifests.read_list(_text(package, members[LIST], _LONGEST_LIST), manifest)
    expected = {name_of(file): file.size for file in files}
    expected[DATABASE] = manifest.database_size
    found = {name: each.file_size for name, each in members.items() if name not in {MANIFEST, LIST}}
    if found != expected or not all(map(_is_plain, members.values())):
        raise DamagedError(LIST)
    return InBundle(place, package, manifest, files)


def _is_plain(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member is a file as we write it: no link, no password, nothing that swells."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind not in {0, stat.S_IFREG} or member.flag_bits & 1:
        return False
    if member.compress_type == zipfile.ZIP_STORED:
        return member.compress_size == member.file_size
    if member.filename not in {MANIFEST, LIST, DATABASE}:
        return False
    swells = member.file_size > _SWELLS * max(member.compress_size, 1)
    return member.compress_type == zipfile.ZIP_DEFLATED and not (
        swells and member.file_size > _SMALL
    )


def _text(package: zipfile.ZipFile, member: zipfile.ZipInfo, longest: int) -> bytes:
    if member.file_size > longest or not _is_plain(member):
        raise DamagedError(member.filename)
    with package.open(member) as stream:
        return stream.read(longest)


@contextmanager
def _read(package: zipfile.ZipFile, name: str) -> Iterator[Readable]:
    """Lend a member; whatever is torn in it raises DamagedError."""
    try:
        stream = package.open(name)
    except _TORN as damaged:
        raise DamagedError(name) from damaged
    with stream:
        yield _Torn(stream)


@immutable
class _Torn:
    stream: Readable

    def read(self, size: int) -> bytes:
        try:
            return self.stream.read(size)
        except _TORN as damaged:
            raise DamagedError(DATABASE) from damaged
