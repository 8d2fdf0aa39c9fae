"""A document tree as a .docx, streamed into a copy of the shipped package."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from ttdn_desktop import paths
from ttdn_desktop.domain.document import Orientation
from ttdn_desktop.word import fingerprint, package, properties, sections
from ttdn_desktop.word.annex import annex
from ttdn_desktop.word.bookmarks import Bookmarks
from ttdn_desktop.word.drawings import Drawings
from ttdn_desktop.word.letterhead import letterhead
from ttdn_desktop.word.markup import RELATIONS, WORDML
from ttdn_desktop.word.package_pages import pages
from ttdn_desktop.word.parts import members as with_parts
from ttdn_desktop.word.parts import parts_of
from ttdn_desktop.word.prose import body
from ttdn_desktop.word.signature import signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.word.parts import Parts
    from ttdn_desktop.word.sections import Headers

    OpenPicture = Callable[[str], bytes]
    Prepare = Callable[[bytes], bytes]

TEMPLATE = ("templates", "report.docx")
_OPENING = (
    "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    f'<w:document xmlns:r="{RELATIONS}" xmlns:w="{WORDML}"><w:body>'
)
_CLOSING = "</w:body></w:document>"


class WordWriter:
    """Writes document trees; the same tree gives the same bytes anywhere on one machine."""

    def __init__(self, template: bytes, prepare: Prepare = bytes) -> None:
        """Take the bytes of a package made by `template.build`.

        `prepare` makes of a picture's bytes those that are printed, in the same format.
        """
        self._template = template
        self._prepare = prepare
        self._members = package.read(BytesIO(template))
        self._headers = pages(self._members[package.DOCUMENT])
        self._coded: tuple[Document, str] | None = None

    def code(self, document: Document) -> str:
        """Return the first 12 hex digits of SHA-256 over tree, template and writer version."""
        if self._coded is None or self._coded[0] is not document:
            self._coded = (document, fingerprint.code(document, self._template))
        return self._coded[1]

    def write(
        self, document: Document, target: BinaryIO, pictures: OpenPicture | None = None
    ) -> None:
        """Write the whole file into `target`, which must be able to seek.

        `pictures` gives the bytes of a picture by its digest; one is held in memory at a time. A
        report with pictures cannot be written without it (ValueError).
        """
        parts = parts_of(document)
        if parts.pictures and pictures is None:
            raise ValueError(document.title)
        members = self._members | {
            properties.CORE: properties.core(
                document.title, document.author, document.dated, document.language
            ),
            properties.CUSTOM: properties.custom(self.code(document)),
        }
        media = (
            (part.name, self._prepare(pictures(key)))
            for key, part in parts.pictures.items()
            if pictures
        )
        members = with_parts(document, parts, members)
        with package.streamed(members, target, media) as stream:
            for piece in _content(document, self._headers, parts):
                stream.write(piece if isinstance(piece, bytes) else piece.encode())


def report_writer(package_of_office: bytes | None = None, prepare: Prepare = bytes) -> WordWriter:
    """Return a writer on the package that ships with the program, or on an office's own.

    `prepare` is as in WordWriter.
    """
    return WordWriter(package_of_office or paths.resource(*TEMPLATE).read_bytes(), prepare)


def _content(document: Document, headers: Headers, parts: Parts) -> Iterator[str | bytes]:
    """Yield the document piece by piece; a section ends before each annex."""
    yield _OPENING
    marks = Bookmarks()
    drawings = Drawings(parts, marks)
    first, later = (replace(headers, foot=foot) for foot in parts.feet or ("", ""))
    headers = first
    orientation = Orientation.PORTRAIT
    yield from letterhead(document.head, marks)
    yield from body(document.body, marks, initials=document.closing.initials_room)
    yield signature(document.closing, marks)
    for each in document.annexes:
        yield sections.seam(orientation, headers)
        orientation, headers = each.orientation, later
        yield from annex(each, marks, drawings)
    yield sections.end()
    yield sections.properties(orientation, headers)
    yield _CLOSING
