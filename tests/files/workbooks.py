"""Small workbooks and zips that tests read: honest ones, and ones that lie."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = "[Content_Types].xml"
_PLAIN_TYPE = b"spreadsheetml.sheet.main"
_MACRO_TYPE = b"ms-excel.sheet.macroEnabled.main"


def workbook(path: Path, rows: Iterable[Iterable[object]], title: str = "Kế hoạch") -> Path:
    """Save rows as an .xlsx of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def with_cell(path: Path, address: str, value: str) -> Path:
    """Save an .xlsx whose one other cell stands at A1."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Nhiệm vụ"
    book.worksheets[0][address] = value
    book.save(path)
    return path


def with_sheet(path: Path, rows: str, before: str = "", after: str = "") -> Path:
    """Save an .xlsx whose sheet is this XML: rows, what stands before the sheet and behind."""
    workbook(path, [["x"]])
    xml = f"{before}<worksheet {MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"
    return changed(path, {SHEET: xml.encode()})


def as_macro_workbook(path: Path, rows: Iterable[Iterable[object]]) -> Path:
    """Save rows as an .xlsm with a part of macros."""
    workbook(path, rows)
    with zipfile.ZipFile(path) as archive:
        types = archive.read(_TYPES).replace(_PLAIN_TYPE, _MACRO_TYPE)
    return changed(path, {_TYPES: types, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Sub Auto_Open()"})


def changed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Put parts in the place of those of the same name, or beside the others."""
    with zipfile.ZipFile(path) as archive:
        held = {member.filename: archive.read(member) for member in archive.infolist()}
    return packed(path, {**held, **parts})


def packed(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Save a zip of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
