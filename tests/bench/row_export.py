"""The whole export command for 5,000 activities beside a bare program that streams its rows."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from tests.bench.desks import filled_folder
from tests.bench.installed import environment
from tests.bench.measure import Pair, Row

if TYPE_CHECKING:
    from pathlib import Path

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


def rows() -> list[Row]:
    """Return the row of the table."""
    return [Row("whole export command, 5,000", _prepare, size=SIZE, limit=8.0)]


def _prepare(folder: Path, size: int) -> Pair:
    data, report = folder / "data", folder / "report.docx"
    shutil.copytree(filled_folder(size), data)
    export = [sys.executable, "-m", "ttdn_desktop", "--data", str(data)]
    export += ["report", "export", "--year", "2026", "--out", str(report)]
    installed = environment(folder)
    subprocess.run(export, check=True, capture_output=True, env=installed)
    words = folder / "rows.json"
    words.write_text(json.dumps(_rows_of(report), ensure_ascii=False), encoding="utf-8")
    bare = [sys.executable, "-c", _FLOOR, str(words), str(folder / "bare.docx")]

    def ours() -> None:
        subprocess.run(export, check=True, capture_output=True, env=installed)

    def floor() -> None:
        subprocess.run(bare, check=True, capture_output=True, env=installed)

    return Pair(ours, floor)


def _rows_of(report: Path) -> list[list[str]]:
    with zipfile.ZipFile(report) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    return [
        ["".join(cell.itertext()) for cell in found.iter(f"{_W}tc")]
        for found in document.iter(f"{_W}tr")
    ]
