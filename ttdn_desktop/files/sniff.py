"""What a file is by its content, whatever its name says, and why it is not read at all."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits, zip_look

if TYPE_CHECKING:
    from pathlib import Path
    from zipfile import ZipFile


class Kind(StrEnum):
    """What can be read."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    DOCX = "docx"
    DOCM = "docm"
    DOC = "doc"
    PDF = "pdf"
    TEXT = "csv"
    HTML = "html"


_HEAD_BYTES = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_REFUSED: Final = (
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*"), "file_image"),
    (re.compile(rb"BM.{4}\x00{4}", re.DOTALL), "file_image"),
    (re.compile(rb"RIFF.{4}WEBP|icns|\x00\x00\x01\x00", re.DOTALL), "file_image"),
    (re.compile(rb".{4}ftyp(?:heic|heix|mif1|msf1|hevc|avif|avis)", re.DOTALL), "file_image"),
    (re.compile(rb"\{\\rtf"), "file_rtf"),
    (re.compile(rb"\x09[\x00\x02\x04\x08].\x00[\x00\x02\x05\x06]", re.DOTALL), "file_old_office"),
    (re.compile(rb"\xdb\xa5|\x31\xbe\x00\x00|\xfe\x37\x00"), "file_old_office"),
    (re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ"), "file_archive"),
)  # fmt: skip
"""How files begin that are not read, and the sentence that says so."""

_PAGE = re.compile(r"\s*<(?:.*<)?(?:!doctype html|html|head|body|table|meta|div)\b", re.DOTALL)
"""How a page of the web begins, which many programs call .xls."""

_XML = re.compile(r"\s*<\?xml\b")
_MARKUP: Final = (
    (re.compile(r"\s*<.*urn:schemas-microsoft-com:office:spreadsheet", re.DOTALL), "file_excel_xml"),
    (re.compile(r"\s*<.*(?:office/word/2003|opendocument)", re.DOTALL), "file_other_office"),
    (re.compile(r"\s*mime-version:"), "file_web_page"),
)  # fmt: skip
"""What is found in the first letters of text that is no plain text."""

_PACKAGES: Final = (
    (b"wordprocessingml.document.main", Kind.DOCX),
    (b"wordprocessingml.template.main", Kind.DOCX),
    (b"ms-word.document.macroEnabled.main", Kind.DOCM),
    (b"ms-word.template.macroEnabledTemplate.main", Kind.DOCM),
    (b"ms-excel.sheet.binary.macroEnabled.main", Kind.XLSB),
    (b"ms-excel.sheet.macroEnabled.main", Kind.XLSM),
    (b"ms-excel.template.macroEnabled.main", Kind.XLSM),
    (b"spreadsheetml.sheet.main", Kind.XLSX),
    (b"spreadsheetml.template.main", Kind.XLSX),
)
"""What the list of content types calls the main part."""

_MAIN_PARTS: Final = (
    ("word/document.xml", Kind.DOCX),
    ("xl/workbook.xml", Kind.XLSX),
    ("xl/workbook.bin", Kind.XLSB),
)
"""Where it usually lies, for packages whose list says nothing of it."""

_BOMS: Final = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))
_UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_UNPRINTED = 0.05


def sniff(path: Path) -> Kind:
    """Return what a file is; KnownError file_… where it is nothing that can be read.

    Unpacks no more of it than the first bytes of a zip's parts.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head:
        raise KnownError("file_empty")
    if head.startswith(_ZIP):
        return _of_zip(path)
    if head.startswith(_OLE):
        return _of_ole(path)
    if _PDF in head[:1024]:
        return Kind.PDF
    for pattern, key in _REFUSED:
        if pattern.match(head):
            raise KnownError(key)
    return _of_text(head)


def _of_zip(path: Path) -> Kind:
    with zip_look.opened(path) as archive:
        names = {name.lower() for name in archive.namelist()}
        if "mimetype" in names:
            return _of_open_document(archive)
        types = zip_look.part(archive, "[Content_Types].xml", limits.XML_HEAD_BYTES)
    for mark, kind in _PACKAGES:
        if mark in types:
            return kind
    for name, kind in _MAIN_PARTS:
        if name in names:
            return kind
    raise KnownError("file_other_office" if b"presentationml" in types else "file_archive")


def _of_open_document(archive: ZipFile) -> Kind:
    mimetype = zip_look.part(archive, "mimetype", 200)
    if b"encryption-data" in zip_look.part(archive, "META-INF/manifest.xml"):
        raise KnownError("file_encrypted")
    if b"opendocument.spreadsheet" in mimetype:
        return Kind.ODS
    raise KnownError("file_other_office" if b"opendocument" in mimetype else "file_archive")


def _of_ole(path: Path) -> Kind:
    from ttdn_desktop.files import ole_look  # noqa: PLC0415 (olefile is not for every file)

    return Kind(ole_look.kind_of(path))


def _of_text(head: bytes) -> Kind:
    form = next((form for bom, form in _BOMS if head.startswith(bom)), _without_bom(head))
    text = head.decode(form, "replace").lstrip("\ufeff").lower()
    if "\0" in text or len(_UNPRINTED.findall(text)) > _MOST_UNPRINTED * len(text):
        raise KnownError("file_unknown")
    for pattern, key in _MARKUP:
        if pattern.match(text):
            raise KnownError(key)
    if _PAGE.match(text):
        return Kind.HTML
    if _XML.match(text):
        raise KnownError("file_unknown")
    return Kind.TEXT


def _without_bom(head: bytes) -> str:
    """Tell UTF-16 that does not say so: every other byte of Latin letters is 0."""
    half = len(head) // 2
    if half and head[1::2].count(0) > half // 2:
        return "utf-16-le"
    return "utf-16-be" if half and head[::2].count(0) > half // 2 else "latin-1"
