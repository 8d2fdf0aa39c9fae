"""Word files made of raw XML, so that a test says each element it is about."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_file(
    path: Path,
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    strict: bool = False,
    main: str = "word/document.xml",
) -> Path:
    """Write a .docx: the body's XML, and other parts ("styles", "footnotes") by their inner XML."""
    name_space, relations = (STRICT, _STRICT_RELATIONS) if strict else (W, _RELATIONS)
    others = dict(parts or {})
    folder = main.rpartition("/")[0]
    targets = {kind: f"{folder}/{kind}.xml".lstrip("/") for kind in others}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _types(main, targets))
        package.writestr("_rels/.rels", _links({"officeDocument": f"/{main}"}, relations))
        document = _root("document", name_space, f"<w:body>{body}</w:body>")
        package.writestr(main, document)
        links = _links({kind: f"/{target}" for kind, target in targets.items()}, relations)
        package.writestr(f"{folder}/_rels/{main.rpartition('/')[2]}.rels".lstrip("/"), links)
        for kind, content in others.items():
            own = content if content.startswith("<?xml") else _root(kind, name_space, content)
            package.writestr(targets[kind], own)
    return path


def run(text: str, look: str = "") -> str:
    """Return a run; `look` is the inside of its w:rPr."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, look: str = "") -> str:
    """Return a paragraph of runs, or of one text without markup; `look` is inside its w:pPr."""
    inside = "".join(piece if piece.startswith("<") else run(piece) for piece in content if piece)
    return f"<w:p><w:pPr>{look}</w:pPr>{inside}</w:p>"


def cell(*paragraphs: str, look: str = "") -> str:
    """Return a cell of paragraphs, or of texts; `look` is the inside of its w:tcPr."""
    inside = "".join(
        piece if piece.startswith(("<w:p>", "<w:tbl>", "<w:sdt>", "<mc:")) else paragraph(piece)
        for piece in paragraphs or ("",)
    )
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, look: str = "") -> str:
    """Return a row of cells, or of texts; `look` is the inside of its w:trPr."""
    inside = "".join(piece if piece.startswith("<w:") else cell(piece) for piece in cells)
    return f"<w:tr><w:trPr>{look}</w:trPr>{inside}</w:tr>"


def table(*rows: str, widths: Iterable[int] = (), look: str = "") -> str:
    """Return a table of rows; `widths` in twips are what it declares for its columns."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def span(columns: int, width: int = 0) -> str:
    """Return what a cell says that spans so many columns; with its width in twips, if any."""
    own = f'<w:tcW w:w="{width}" w:type="dxa"/>' if width else ""
    return f'{own}<w:gridSpan w:val="{columns}"/>' if columns > 1 else own


def listed(list_id: int, level: int = 0) -> str:
    """Return what a paragraph says that stands in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def lists(*levels: tuple[str, str], more: str = "", numbers: str = "") -> str:
    """Return the inside of "numbering": list 1 with levels by form and template."""
    inside = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{template}"/></w:lvl>'
        for depth, (form, template) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{inside}</w:abstractNum>{more}'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{numbers}'
    )


def _root(name: str, name_space: str, content: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:{name} xmlns:w="{name_space}" xmlns:mc="{MC}">{content}</w:{name}>'
    )


def _types(main: str, targets: Mapping[str, str]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {main: "document.main", **{target: name for name, target in targets.items()}}
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}.{name}+xml"/>'
        for part, name in parts.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>{overrides}</Types>'
    )


def _links(targets: Mapping[str, str], relations: str) -> str:
    links = "".join(
        f'<Relationship Id="r{place}" Type="{relations}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>'
