"""The whole export command for 5,000 activities beside a bare program, and beside docxtpl.

Both take the report's rows as they will stand; neither reads a record, words or numbers a thing.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import docx
from lxml import etree

from tests.bench.desks import filled_folder
from tests.bench.installed import environment
from tests.bench.measure import Pair, Row

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.measure import Work

SIZE = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FLOOR = """
import json, sys, zipfile
from lxml import etree
source, target = sys.argv[1:]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
row = etree.Element(W + "tr")
cells = [etree.SubElement(row, W + "tc") for _ in range(6)]
paragraphs = [etree.SubElement(cell, W + "p") for cell in cells]
texts = [etree.SubElement(etree.SubElement(each, W + "r"), W + "t") for each in paragraphs]
with open(source, encoding="utf-8") as stream:
    rows = json.load(stream)
with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
    with package.open("word/document.xml", "w") as stream, etree.xmlfile(stream) as out:
        with out.element(W + "document"):
            for cells in rows:
                for text, words in zip(texts, cells):
                    text.text = words
                out.write(row)
"""
"""Take the report's rows as they will stand and stream them: no export can do without that."""


_DOCXTPL = """
import json, sys
from docxtpl import DocxTemplate
source, template, target = sys.argv[1:]
with open(source, encoding="utf-8") as stream:
    rows = json.load(stream)
document = DocxTemplate(template)
document.render({"rows": rows})
document.save(target)
"""
"""The usual way of a program that makes reports: a template with a row for each of many."""

_COLUMNS = 6


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [
        Row(
            "whole export command, 5,000",
            _beside_bare,
            size=SIZE,
            limit=4.0,
            sizes=(1_250, 2_500, 5_000),
            growth_limit=1.1,
            most_mb=200,
        ),
        Row("whole export beside docxtpl, 5,000", _beside_docxtpl, size=SIZE, limit=1.0),
    ]


def _beside_bare(folder: Path, size: int) -> Pair:
    ours, words = _export(folder, size)
    return Pair(ours, _command(folder, "-c", _FLOOR, str(words), str(folder / "bare.docx")))


def _beside_docxtpl(folder: Path, size: int) -> Pair:
    ours, words = _export(folder, size)
    template = _template(folder / "template.docx")
    filled = str(folder / "filled.docx")
    return Pair(ours, _command(folder, "-c", _DOCXTPL, str(words), str(template), filled))


def _export(folder: Path, size: int) -> tuple[Work, Path]:
    """Return the export of a copied folder, run once, and the file of the rows that it wrote."""
    data, report, words = folder / "data", folder / "report.docx", folder / "rows.json"
    shutil.copytree(filled_folder(size), data)
    asked = ("report", "export", "--year", "2026", "--out", str(report))
    export = _command(folder, "-m", "ttdn_desktop", "--data", str(data), *asked)
    export()
    words.write_text(json.dumps(_rows_of(report), ensure_ascii=False), encoding="utf-8")
    return export, words


def _command(folder: Path, *words: str) -> Work:
    installed = environment(folder)

    def run() -> None:
        subprocess.run([sys.executable, *words], check=True, capture_output=True, env=installed)

    return run


def _template(place: Path) -> Path:
    """Make a template of docxtpl: a table whose second row stands for all the rows."""
    document = docx.Document()
    table = document.add_table(rows=3, cols=_COLUMNS)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for column in range(_COLUMNS):
        table.cell(1, column).text = f"{{{{ row[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.save(str(place))
    return place


def _rows_of(report: Path) -> list[list[str]]:
    with zipfile.ZipFile(report) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    return [
        ["".join(cell.itertext()) for cell in found.iter(f"{_W}tc")]
        for found in document.iter(f"{_W}tr")
    ]
