"""PDFs drawn by hand: a letter, a line, a font exactly where a test wants it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ttdn_desktop.files.pdf import numbered

TIMES = "/Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding"
SCAN = "q 595 0 0 842 0 0 cm /Scan Do Q\n"
"""Draws a picture over the whole page."""

XS: list[float] = [70, 110, 300, 500]
YS: list[float] = [700, 660, 620]
CELLS = (("TT", "Viec", "Don vi"), ("1.1", "Lam bao", "So"))
"""A table on most of these pages: the places of its lines, and its texts."""


@dataclass
class Paper:
    """One A4 page being drawn; places are points from its lower left corner."""

    drawn: str = ""
    turn: str = ""
    rotate: int = 0
    box: tuple[int, int] = (595, 842)
    fonts: dict[str, str] = field(default_factory=dict)

    def write(self, x: float, y: float, text: str, size: float = 12, font: str = "F") -> Paper:
        """Write a line in Times, or in bold by "B", or in a font of `fonts`."""
        return self.raw(f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n")

    def raw(self, operators: str) -> Paper:
        """Draw by the operators of ISO 32000."""
        self.drawn += operators
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Paper:
        """Draw a stroked line."""
        return self.raw(f"{x0} {y0} m {x1} {y1} l S\n")

    def bar(self, x: float, y: float, width: float, height: float) -> Paper:
        """Draw a filled rectangle."""
        return self.raw(f"{x} {y} {width} {height} re f\n")

    def table(self, xs: list[float], ys: list[float]) -> Paper:
        """Draw all lines between columns and rows."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self


def filled(paper: Paper, rows: tuple[tuple[str, ...], ...] = CELLS, top: float = 680) -> Paper:
    """Write the texts of cells 40 points high between XS."""
    for down, row in enumerate(rows):
        for x, text in zip(XS, row, strict=False):
            paper.write(x + 6, top - 40 * down, text)
    return paper


def made(*papers: Paper, trailer: str = "") -> bytes:
    """Return the PDF of some pages."""
    objects: list[bytes] = [b"", b""]
    kids: list[int] = []
    picture = _kept(
        objects,
        _stream(
            b"\x80",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1"
            " /BitsPerComponent 8 /ColorSpace /DeviceGray",
        ),
    )
    for paper in papers:
        named = {"F": TIMES.format("Times-Roman"), "B": TIMES.format("Times-Bold"), **paper.fonts}
        fonts = " ".join(f"/{name} << {font} >>" for name, font in named.items())
        content = _kept(objects, _stream((paper.turn + paper.drawn).encode("latin-1"), ""))
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {paper.box[0]} {paper.box[1]}]"
            f" /Rotate {paper.rotate} /Contents {content} 0 R /Resources << /Font << {fonts} >>"
            f" /XObject << /Scan {picture} 0 R >> >> >>"
        )
        kids.append(_kept(objects, page.encode()))
    places = " ".join(f"{kid} 0 R" for kid in kids)
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{places}] /Count {len(kids)} >>".encode()
    return numbered(objects, f" {trailer}")


def composite(name: str, meanings: dict[int, str] | None = None) -> str:
    """Return a font of two-byte glyphs, half an em wide; without `meanings` none is told."""
    told = ""
    if meanings is not None:
        pairs = "".join(
            f"<{glyph:04X}> <{letter.encode('utf-16-be').hex()}> "
            for glyph, letter in meanings.items()
        )
        told = f" /ToUnicode @{len(meanings)} beginbfchar {pairs}endbfchar@"
    return (
        f"/Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H{told}"
        f" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /FontDescriptor << /Type /FontDescriptor /FontName /{name} /Flags 4"
        " /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700"
        " /StemV 80 >> >>]"
    )


def _kept(objects: list[bytes], body: bytes) -> int:
    while b"@" in body and b"ToUnicode" in body:
        before, mapping, after = body.split(b"@", 2)
        where = _kept(
            objects,
            _stream(b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + mapping, ""),
        )
        body = before + f"{where} 0 R".encode() + after
    objects.append(body)
    return len(objects)


def _stream(body: bytes, entries: str) -> bytes:
    return f"<< /Length {len(body)} {entries} >>\nstream\n".encode() + body + b"\nendstream"
