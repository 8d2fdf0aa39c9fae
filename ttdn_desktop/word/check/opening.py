"""A .docx opened with care: nothing is unpacked before the list of members has been looked at."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from ttdn_desktop.errors import KnownError
from ttdn_desktop.word import relations
from ttdn_desktop.word.check.stylesheet import unconditional, without_tables

if TYPE_CHECKING:
    from pathlib import Path

_MEGABYTE: Final = 1 << 20
_MOST_MEMBERS: Final = 5_000
_MOST_UNPACKED: Final = 400 * _MEGABYTE  # pictures of a long report; the parts read are few
_MOST_OF_A_PART: Final = 48 * _MEGABYTE  # annex I of 5,000 rows takes 15
_MOST_TAGS: Final = 2_500_000
_MOST_RATIO, _RATIO_FROM = 300, 5 * _MEGABYTE
_ENCRYPTED: Final = 0x1
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_OLE_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_OLE_HEAD: Final = 8 * _MEGABYTE
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, RuntimeError)
_MAIN = "officeDocument"
_STRICT = b"http://purl.oclc.org/ooxml/"
_SPACES = (
    (b"wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)


@dataclass(slots=True)
class Package:
    """An open .docx: its main part, and its parts as trees, each read once."""

    archive: zipfile.ZipFile
    name: str
    main: str = ""
    trees: dict[str, etree._Element] = field(default_factory=dict)
    strict: set[str] = field(default_factory=set)
    source: bytes = b""
    all_styles: bytes = b""

    def tree(self, part: str) -> etree._Element | None:
        """Return the root of a part, None where there is none; raises KnownError as `opened`."""
        if part not in self.trees and part in self.archive.NameToInfo:
            content = self._content(part)
            if not self.main:  # which is the last that is looked for
                self.source = content
            self.trees[part] = _parsed(content, self.name)
        return self.trees.get(part)

    def styles(self) -> etree._Element | None:
        """Return the styles but for those of tables, None where there are none; never written."""
        part = self._other("styles")
        if part not in self.trees and part in self.archive.NameToInfo:
            self.all_styles = self._content(part)
            self.trees[part] = _parsed(without_tables(self.all_styles), self.name)
        return self.trees.get(part)

    def with_table_styles(self) -> etree._Element | None:
        """Return all styles, None where there are none; to be asked after `styles`."""
        return _parsed(unconditional(self.all_styles), self.name) if self.all_styles else None

    def _content(self, part: str) -> bytes:
        content = self._bytes(part)
        if _STRICT in content[: 1 << 16]:
            self.strict.add(part)
            for strict, usual in _SPACES:
                content = content.replace(_STRICT + strict + b'"', usual + b'"')
        return content

    def take_source(self) -> bytes:
        """Return what the main part was parsed from, and b"" thereafter: a repair changes it."""
        source, self.source = self.source, b""
        return source

    def written(self, part: str) -> bytes:
        """Return the bytes of a part's tree as it stands now."""
        root = self.trees[part]
        content = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
        if part in self.strict:
            for strict, usual in _SPACES:
                content = content.replace(usual + b'"', _STRICT + strict + b'"')
        return content

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part refers to: id → (last word of the kind, member)."""
        root = self.tree(relations.place(part))
        if root is None:
            return {}
        targets = ((each, relations.target(part, each)) for each in root.iter(relations.NAME))
        return {
            each.get("Id", ""): (relations.kind(each), target) for each, target in targets if target
        }

    def other(self, kind: str) -> etree._Element | None:
        """Return the part of a kind ("theme", "settings") that the main part refers to."""
        return self.tree(self._other(kind))

    def _other(self, kind: str) -> str:
        related = self.related(self.main).values()
        return next((member for each, member in related if each == kind), "")

    def _bytes(self, part: str) -> bytes:
        try:
            with self.archive.open(part) as stream:
                content = stream.read(_MOST_OF_A_PART + 1)
        except _BROKEN as error:
            raise KnownError("file_damaged", name=self.name) from error
        many = len(content) > _MOST_TAGS and content.count(b"<") > _MOST_TAGS
        if many or len(content) > _MOST_OF_A_PART:
            raise KnownError("file_bomb", name=self.name)
        return content


def opened(path: Path) -> Package:
    """Open a .docx; the caller closes its archive.

    Raises KnownError file_absent, file_is_folder, file_denied, file_empty, file_encrypted,
    file_not_docx, file_damaged, file_bomb or file_entities.
    """
    _look_at_the_start(path)
    try:
        archive = zipfile.ZipFile(path)
    except _BROKEN as error:
        raise KnownError("file_damaged", name=path.name) from error
    try:
        _look_at_members(archive, path.name)
        package = Package(archive, path.name)
        package.main = _main_part(package)
    except BaseException:
        archive.close()
        raise
    return package


def _look_at_the_start(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(_OLE))
            locked = head == _OLE and _OLE_LOCKED in file.read(_OLE_HEAD)
    except FileNotFoundError as error:
        raise KnownError("file_absent", name=path.name) from error
    except IsADirectoryError as error:
        raise KnownError("file_is_folder", name=path.name) from error
    except OSError as error:
        if path.is_dir():  # as Windows refuses one
            raise KnownError("file_is_folder", name=path.name) from error
        raise KnownError("file_denied", name=path.name) from error
    if not head:
        raise KnownError("file_empty", name=path.name)
    if locked:
        raise KnownError("file_encrypted", name=path.name)
    if not head.startswith(b"PK"):
        raise KnownError("file_not_docx", name=path.name)


def _look_at_members(archive: zipfile.ZipFile, name: str) -> None:
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or unpacked > _MOST_UNPACKED:
        raise KnownError("file_bomb", name=name)
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise KnownError("file_encrypted", name=name)
        large = member.file_size > _RATIO_FROM
        if large and member.file_size > _MOST_RATIO * member.compress_size:
            raise KnownError("file_bomb", name=name)


def _main_part(package: Package) -> str:
    """Return the member that is the document; another kind of package is no .docx."""
    for kind, member in package.related("").values():
        if kind == _MAIN:
            root = package.tree(member)
            if root is not None and etree.QName(root).localname == "document":
                return member
    raise KnownError("file_not_docx", name=package.name)


def _parsed(content: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if b"<!ENTITY" in content[: 1 << 16]:
            raise KnownError("file_entities", name=name) from error
        raise KnownError("file_damaged", name=name) from error
    if root.getroottree().docinfo.doctype:
        raise KnownError("file_entities", name=name)
    return root
