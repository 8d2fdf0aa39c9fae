"""Ways to break a rule in a sound report: each returns what is done to a file, or does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.word.check.file import File, W, element, letters, place, rewrite, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree


def arial(start: str) -> Callable[[File], None]:
    """Return a planting of another font."""

    def plant(file: File) -> None:
        letters(file.paragraph(start), b="0")
        for look in file.paragraph(start).iter(f"{W}rPr"):
            look.append(element("rFonts", ascii="Arial", hAnsi="Arial"))

    return plant


def sized(start: str, half_points: str) -> Callable[[File], None]:
    """Return a planting of a size."""
    return lambda file: letters(file.paragraph(start), sz=half_points)


def styled(start: str, **values: str) -> Callable[[File], None]:
    """Return a planting of bold or italic."""
    return lambda file: letters(file.paragraph(start), **values)


def worded(start: str, text: str) -> Callable[[File], None]:
    """Return a planting of other words."""
    return lambda file: rewrite(file.paragraph(start), text)


def aligned(start: str, value: str) -> Callable[[File], None]:
    """Return a planting of another place."""
    return lambda file: place(file.paragraph(start), "jc", val=value)


def small(start: str) -> Callable[[File], None]:
    """Return a planting of typed small letters where the style prints capitals."""

    def plant(file: File) -> None:
        paragraph = file.paragraph(start)
        for each in paragraph.iter(f"{W}t"):
            number, dot, words = (each.text or "").rpartition(". ")
            each.text = f"{number}{dot}{words.capitalize()}"
        letters(paragraph, caps="0")

    return plant


def section(number: int, name: str, **values: str) -> Callable[[File], None]:
    """Return a planting in a section's properties."""

    def plant(file: File) -> None:
        found = file.sections()[number].find(f"{W}{name}")
        assert found is not None
        for key, value in values.items():
            found.set(f"{W}{key}", value)

    return plant


def without_rule(start: str) -> Callable[[File], None]:
    """Return a planting that takes the line under a paragraph away."""

    def plant(file: File) -> None:
        each = file.paragraph(start).getnext()
        while each is not None and text_of(each):
            each = each.getnext()
        assert each is not None
        place(each, "pStyle", val="ReportSigner")

    return plant


def dropped(start: str) -> Callable[[File], None]:
    """Return a planting that takes a paragraph's text away."""
    return worded(start, "")


def marked(name: str) -> Callable[[File], None]:
    """Return a planting of what a reviser leaves."""

    def plant(file: File) -> None:
        paragraph = file.paragraph("Trên đây")
        run = paragraph.find(f"{W}r")
        assert run is not None
        if name == "comment":
            run.append(element("commentReference", id="0"))
        else:
            mark = element("ins", id="9", author="a")
            run.addprevious(mark)
            mark.append(run)

    return plant


def page_number(change: Callable[[etree._Element], None]) -> Callable[[File], None]:
    """Return a planting in the page number's paragraph."""
    return lambda file: change(file.running())


def no_header(file: File) -> None:
    """Take the page numbers away."""
    for each in file.sections():
        for reference in each.findall(f"{W}headerReference"):
            each.remove(reference)


def in_the_footer(file: File) -> None:
    """Let the page number stand at the bottom."""
    for each in file.sections():
        for reference in each.findall(f"{W}headerReference"):
            reference.tag = f"{W}footerReference"


def on_the_first(file: File) -> None:
    """Show the number on page 1."""
    title = file.sections()[0].find(f"{W}titlePg")
    assert title is not None
    title.set(f"{W}val", "0")


def turned(file: File) -> None:
    """Lay the text on its side."""
    section(0, "pgSz", w="16838", h="11906", orient="landscape")(file)


def unsectioned(file: File) -> None:
    """Let the second annex go on in the section of the first."""
    seam = file.sections()[1]
    parent = seam.getparent()
    assert parent is not None
    parent.remove(seam)


def unguided(file: File) -> None:
    """Take the second annex's guide line and its rule away."""
    guides = [each for each in file.root.iter(f"{W}p") if text_of(each).startswith("(Kèm theo")]
    rule = guides[1].getnext()
    parent = guides[1].getparent()
    assert parent is not None
    assert rule is not None
    for each in (guides[1], rule):
        parent.remove(each)


def unreferred(file: File) -> None:
    """Let the text be silent about its annexes."""
    for each in file.root.iter(f"{W}t"):
        each.text = (each.text or "").replace(" Chi tiết tại Phụ lục I và Phụ lục II.", "")


def wide_rule(start: str) -> Callable[[File], None]:
    """Return a planting of a line over the whole column."""

    def plant(file: File) -> None:
        each = file.paragraph(start).getnext()
        while each is not None and text_of(each):
            each = each.getnext()
        assert each is not None
        place(each, "ind", left="0", right="0")

    return plant


def without_name(file: File) -> None:
    """Take the motto with its line away."""
    paragraph = file.paragraph("Độc lập")
    cell = paragraph.getparent()
    assert cell is not None
    for each in (paragraph.getnext(), paragraph):
        assert each is not None
        cell.remove(each)
