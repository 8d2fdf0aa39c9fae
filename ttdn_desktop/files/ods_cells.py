"""One cell of an .ods: what a person sees in it, and what it was before."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from ttdn_desktop.domain.grid import NOTE_CLOSE, NOTE_OPEN
from ttdn_desktop.files import limits
from ttdn_desktop.files.cell_texts import day_text, number_text, padded_text
from ttdn_desktop.files.ods_styles import OFFICE, TABLE, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from ttdn_desktop.files.ods_styles import Styles

NUMERIC: Final = frozenset({"float", "percentage", "currency"})
_DECIMALS = re.compile(r"-?\d+[.,](\d+)")
_BLANKS = re.compile(r"[\t\r\n][ \t\r\n]*| [ \t\r\n]+")
_PARAGRAPH: Final = f"{TEXT}p"
_ROWS_SPANNED: Final = f"{TABLE}number-rows-spanned"
_COLUMNS_SPANNED: Final = f"{TABLE}number-columns-spanned"
_CALC_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_SIGNS: Final = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_SHOWN: Final = frozenset({f"{TEXT}span", f"{TEXT}a", f"{TEXT}p", f"{TEXT}h"})


def kind_of(cell: etree._Element) -> str:
    """Return "string", "float", "date" …; "" for an empty cell, "error" for a failed formula."""
    if cell.get(_CALC_TYPE) == "error":
        return "error"
    return cell.get(f"{OFFICE}value-type") or ("string" if len(cell) else "")


def text_of(cell: etree._Element, kind: str, styles: Styles) -> str:
    """Return the text of a cell; raised letters stand between the marks of notes."""
    if kind in {"", "error"}:
        return ""
    shown = _paragraphs(cell, styles)
    if kind in NUMERIC:
        return _number(cell.get(f"{OFFICE}value", ""), shown)
    if kind == "date":
        return _day(cell.get(f"{OFFICE}date-value", ""), shown)
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value", shown).upper()
    return shown or cell.get(f"{OFFICE}string-value", "")


def repeated(element: etree._Element, name: str, most: int) -> int:
    """Return how often a row or a cell is repeated (its attribute), up to `most` times."""
    value = element.get(name)
    return 1 if value is None else min(_count(value), most)


def spanned(cell: etree._Element) -> tuple[int, int]:
    """Return over how many rows and columns a cell goes."""
    rows, columns = cell.get(_ROWS_SPANNED), cell.get(_COLUMNS_SPANNED)
    return (1 if rows is None else _count(rows), 1 if columns is None else _count(columns))


def _count(value: str) -> int:
    return max(int(value), 1) if value.isdecimal() and len(value) < len("10000000") else 1


def _paragraphs(cell: etree._Element, styles: Styles) -> str:
    """Return the paragraphs of a cell; nearly always there is one, of nothing but letters."""
    if len(cell) == 1 and not len(cell[0]) and cell[0].tag == _PARAGRAPH:
        return _BLANKS.sub(" ", cell[0].text or "").strip(" ")
    return "\n".join(
        _shown(part, styles).strip(" ") for part in cell if part.tag in {_PARAGRAPH, f"{TEXT}h"}
    )


def _number(value: str, shown: str) -> str:
    try:
        number = float(value)
    except ValueError:
        return shown
    decimals = _DECIMALS.fullmatch(shown)
    return padded_text(number, 1, len(decimals[1])) if decimals else number_text(number)


def _day(value: str, shown: str) -> str:
    try:
        return day_text(date.fromisoformat(value[: len("2024-12-31")]))
    except ValueError:
        return shown


def _shown(element: etree._Element, styles: Styles) -> str:
    text = "".join(_pieces(element, styles))
    raised = styles.of(element.get(f"{TEXT}style-name")).raised
    marked = raised and element.tag == f"{TEXT}span" and text.strip()
    return f"{NOTE_OPEN}{text}{NOTE_CLOSE}" if marked else text


def _pieces(element: etree._Element, styles: Styles) -> Iterator[str]:
    yield _BLANKS.sub(" ", element.text or "")
    for part in element:
        if part.tag == f"{TEXT}s":
            yield " " * min(int(part.get(f"{TEXT}c", "1")), limits.ODS_SPACES)
        elif part.tag in _SIGNS:
            yield _SIGNS[str(part.tag)]
        elif part.tag in _SHOWN:
            yield _shown(part, styles)
        yield _BLANKS.sub(" ", part.tail or "")
