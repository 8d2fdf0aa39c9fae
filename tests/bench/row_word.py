"""Tree to .docx: rows of six columns beside the same rows streamed bare by lxml and zipped."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

from lxml import etree

from tests.bench.measure import Pair, Row
from ttdn_desktop.domain import document as tree
from ttdn_desktop.word.writer import report_writer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COLUMNS = 6
_TEXT = "Sở đã chủ trì tổ chức chương trình giao lưu văn hóa Việt Nam Lào với khoảng lượt người"
_WORDS = _TEXT.split()


def rows() -> list[Row]:
    """Return the row of the table."""
    return [
        Row(
            "tree to .docx, 5,000 rows",
            _prepare,
            size=5_000,
            limit=1.5,
            sizes=(1_000, 20_000),
            growth_limit=1.1,
        )
    ]


def _prepare(_folder: Path, size: int) -> Pair:
    texts = _rows_of_words(size)
    report = _report(texts)
    writer = report_writer()

    def ours() -> None:
        writer.write(replace(report), BytesIO())  # a tree it has not seen: its code is made too

    def floor() -> None:
        _bare(texts, BytesIO())

    return Pair(ours, floor)


def _rows_of_words(count: int) -> list[tuple[str, ...]]:
    """Return rows of one to twelve words a cell, the same ones each time."""
    dice = Random(1)  # noqa: S311  # words, not secrets
    return [
        tuple(" ".join(dice.choices(_WORDS, k=dice.randint(1, 12))) for _ in range(_COLUMNS))
        for _ in range(count)
    ]


def _report(texts: Sequence[tuple[str, ...]]) -> tree.Document:
    head = tree.Letterhead((), ("SỞ NGOẠI VỤ",), ("A", "B"), "Số:", "", "BÁO CÁO", "", "", ())
    table = tree.Table(
        tuple(tree.Column(str(place), 1) for place in range(_COLUMNS)),
        tuple(tree.Row(str(n), tree.RowKind.ENTRY, row) for n, row in enumerate(texts)),
    )
    annex = tree.Annex("a", "Phụ lục", "A", "", tree.Orientation.LANDSCAPE, table)
    closing = tree.Closing((), "", ())
    return tree.Document("", "", date(2026, 12, 14), head, (), closing, (annex,))


def _bare(texts: Sequence[tuple[str, ...]], target: BytesIO) -> None:
    """Write the texts with the least markup and one row element used again for each row."""
    row = etree.Element(f"{{{_W}}}tr", nsmap={"w": _W})
    places = [_bare_cell(row) for _ in range(_COLUMNS)]
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as stream,
        etree.xmlfile(stream, encoding="UTF-8") as out,
        out.element(f"{{{_W}}}document", nsmap={"w": _W}),
        out.element(f"{{{_W}}}body"),
        out.element(f"{{{_W}}}tbl"),
    ):
        for each in texts:
            for place, text in zip(places, each, strict=True):
                place.text = text
            out.write(row)


def _bare_cell(row: etree._Element) -> etree._Element:
    parent = row
    for name in ("tc", "p", "r", "t"):
        parent = etree.SubElement(parent, f"{{{_W}}}{name}")
    return parent
