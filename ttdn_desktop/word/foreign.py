"""A Word template from outside: its parts within limits, its relations, no macros, no entities."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.word import relations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

MEMBERS, UNPACKED = 500, 24 << 20
"""Parts of a template, and their bytes unpacked."""

_MACROS = b"macroEnabled"
_PROJECT = "vbaproject.bin"
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
_ENCRYPTED = 0x1
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, etree.XMLSyntaxError),
    *(KeyError, ValueError, EOFError, NotImplementedError, RuntimeError, IndexError),
)
"""What zipfile and lxml raise at a file that is broken, or no package at all."""


@immutable
class Relation:
    """What a part relates to: the last word of its kind, and the part, "" where it is outside."""

    kind: str
    target: str


@immutable
class Foreign:
    """The parts of a template by name, and the name of its main part."""

    members: Mapping[str, bytes]
    main: str

    def parsed(self, name: str) -> _Element:
        """Return the root of a part."""
        return parsed(self.members[name])

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part relates to, by id."""
        return _relations(self.members, part)

    def related(self, kind: str) -> str | None:
        """Return the part that the main part relates to by a kind ("styles"), or None."""
        found = (each.target for each in self.relations(self.main).values() if each.kind == kind)
        return next((target for target in found if target), None)


def opened(content: bytes, name: str) -> Foreign:
    """Return a template's parts; `name` is the file's, for what is said of it.

    Raises KnownError `word_unreadable`, `word_too_large`, `file_encrypted`, `file_entities` or
    `template_macros`.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = _members(archive, name)
        _require_harmless(members, name)
        main = next(
            each.target
            for each in _relations(members, "").values()
            if each.kind == "officeDocument" and each.target
        )
        parsed(members[main])
    except (*_DAMAGE, StopIteration) as fault:
        raise KnownError("word_unreadable", name=name) from fault
    return Foreign(members, main)


def parsed(content: bytes) -> _Element:
    """Return the root of a part, without entities, comments and network."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(content, parser)


def _members(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    listed = archive.infolist()
    if any(each.flag_bits & _ENCRYPTED for each in listed):
        raise KnownError("file_encrypted", name=name)
    if len(listed) > MEMBERS:
        raise KnownError("word_too_large", name=name)
    left, found = UNPACKED, dict[str, bytes]()
    for each in listed:
        with archive.open(each) as stream:
            found[each.filename] = stream.read(left + 1)
        left -= len(found[each.filename])
        if left < 0:
            raise KnownError("word_too_large", name=name)
    return found


def _require_harmless(members: Mapping[str, bytes], name: str) -> None:
    if _MACROS in members["[Content_Types].xml"] or any(
        each.lower().endswith(_PROJECT) for each in members
    ):
        raise KnownError("template_macros", name=name)
    texts = (content for each, content in members.items() if each.endswith((".xml", ".rels")))
    if any(_declares(content) for content in texts):
        raise KnownError("file_entities", name=name)


def _declares(content: bytes) -> bool:
    """Tell whether a part declares entities, whichever way its letters are written."""
    plain = content.replace(b"\x00", b"")
    return any(word in plain for word in _DECLARED)


def _relations(members: Mapping[str, bytes], part: str) -> dict[str, Relation]:
    place = relations.place(part)
    if place not in members:
        return {}
    found: dict[str, Relation] = {}
    for each in parsed(members[place]).iter(relations.NAME):
        target = relations.target(part, each)
        inside = target if target in members else ""
        found[each.get("Id", "")] = Relation(relations.kind(each), inside)
    return found
