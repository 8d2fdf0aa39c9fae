"""Pictures, charts and the foot of page 1 as parts of the package."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from tests.word.sample_report import (
    ADDRESS,
    CHART,
    PICTURE,
    REPORT,
    SQUARE,
    WITH_DRAWINGS,
    Made,
    made,
    text_of,
)
from ttdn_desktop.word import bookmarks, chart_part
from ttdn_desktop.word.layout import PICTURE_EASE, PICTURE_PLACES, PORTRAIT, Element
from ttdn_desktop.word.lengths import emus
from ttdn_desktop.word.writer import report_writer

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Document, Picture

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = f"{{{chart_part.DRAWINGML}}}"
_C = f"{{{chart_part.CHARTML}}}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@pytest.fixture(scope="module")
def drawn() -> Made:
    """Return the file of a report with a chart, three pictures and an address."""
    return made(WITH_DRAWINGS)


def test_that_a_picture_shown_twice_is_one_part(drawn: Made) -> None:
    assert _media(drawn) == ["word/media/image1.png", "word/media/image2.png"]
    assert drawn.part("word/media/image1.png") == SQUARE
    shown = [each.get(f"{_R}embed") for each in drawn.tree.iter(f"{_A}blip")]
    assert shown == ["image1", "image1", "image2"]


def test_that_a_picture_stands_over_its_caption_and_is_read_aloud(drawn: Made) -> None:
    captions = drawn.texts(Element.CAPTION)
    assert captions == [CHART.title, *[PICTURE.caption] * 3, ""]
    told = [each.get("descr") for each in drawn.tree.iter(f"{_WP}docPr")]
    assert told == [CHART.alt, *[PICTURE.alt] * 3]
    numbers = [each.get("id") for each in drawn.tree.iter(f"{_WP}docPr")]
    assert numbers == ["1", "2", "3", "4"]
    for picture in drawn.styled(Element.PICTURE)[1:]:
        below = picture.getnext()
        assert below is not None
        assert text_of(below) == PICTURE.caption


def test_that_four_a_page_stand_two_a_row_and_two_a_page_one() -> None:
    for a_page, rows in ((4, [2, 2]), (2, [1, 1, 1])):
        *others, last = WITH_DRAWINGS.annexes
        annexes = (*others, replace(last, pictures_a_page=a_page))
        file = made(replace(WITH_DRAWINGS, annexes=annexes))
        (grid,) = file.find("(//w:tbl)[last()]")
        found = list(grid.iter(f"{_W}tr"))
        assert [len(list(row.iter(f"{_W}tc"))) for row in found] == rows
        assert all(row.find(f"{_W}trPr/{_W}cantSplit") is not None for row in found)


@pytest.mark.parametrize(
    ("width", "height", "a_page"),
    [(120, 90, 4), (120, 90, 2), (40, 30, 4), (90, 240, 4), (500, 10, 2)],
)
def test_that_a_picture_keeps_its_shape_and_is_never_enlarged(
    width: float, height: float, a_page: int
) -> None:
    *others, last = WITH_DRAWINGS.annexes
    picture = replace(PICTURE, width_mm=width, height_mm=height)
    annexes = (*others, replace(last, pictures=(picture,), pictures_a_page=a_page))
    file = made(replace(WITH_DRAWINGS, annexes=annexes))
    extent = list(file.tree.iter(f"{_WP}extent"))[-1]
    wide, high = int(extent.get("cx", "")), int(extent.get("cy", ""))
    columns, tallest = PICTURE_PLACES[a_page]
    assert wide <= emus(min(width, PORTRAIT.text_width / columns - 2 * PICTURE_EASE))
    assert high <= emus(min(height, tallest))
    assert wide / high == pytest.approx(width / height, rel=0.001)


def test_that_a_chart_needs_no_workbook_and_asks_nothing(drawn: Made) -> None:
    chart = etree.fromstring(drawn.part("word/charts/chart1.xml"))
    assert not list(chart.iter(f"{_C}externalData"))
    names = [each.text for each in chart.iterfind(f".//{_C}tx/{_C}v")]
    assert names == [each.name for each in CHART.series]
    categories = [each.text for each in chart.iterfind(f".//{_C}ser[1]/{_C}cat//{_C}v")]
    assert tuple(categories) == CHART.categories
    values = [each.text for each in chart.iterfind(f".//{_C}val//{_C}v")]
    assert values == ["3", "2.5", "0", "4"]


def test_that_a_large_figure_is_written_in_full() -> None:
    large = replace(CHART, series=(replace(CHART.series[0], values=(1_234_567.0, 0.1)),))
    chart = etree.fromstring(chart_part.xml(large))
    values = [each.text for each in chart.iterfind(f".//{_C}val//{_C}v")]
    assert values == ["1234567", "0.1"]


def test_that_bars_are_told_apart_without_colour(drawn: Made) -> None:
    chart = etree.fromstring(drawn.part("word/charts/chart1.xml"))
    colours = {each.get("val", "") for each in chart.iter(f"{_A}srgbClr")}
    assert all(len({colour[:2], colour[2:4], colour[4:]}) == 1 for colour in colours)
    fills = {etree.tostring(each[0]) for each in chart.iterfind(f".//{_C}ser/{_C}spPr")}
    assert len(fills) == len(CHART.series)


def test_that_a_chart_stands_above_its_annexs_table_with_its_title(drawn: Made) -> None:
    (title,) = drawn.find(f"//w:p[w:bookmarkStart/@w:name='{bookmarks.name(CHART.key)}']")
    assert text_of(title) == CHART.title
    above = title.getprevious()
    assert above is not None
    assert above.find(f"{_W}pPr/{_W}keepNext") is not None


def test_that_a_chart_with_more_series_than_patterns_is_a_mistake() -> None:
    with pytest.raises(ValueError, match=CHART.key):
        chart_part.xml(replace(CHART, series=CHART.series * 3))


def test_that_a_series_short_of_a_figure_is_a_mistake() -> None:
    short = replace(CHART.series[0], values=(1.0,))
    with pytest.raises(ValueError, match=short.name):
        chart_part.xml(replace(CHART, series=(short,)))


def test_that_the_address_stands_under_a_line_on_page_1_alone(drawn: Made) -> None:
    foot, none = (etree.fromstring(drawn.part(f"word/footer{n}.xml")) for n in (1, 2))
    assert [text_of(each) for each in foot.iter(f"{_W}p")] == list(ADDRESS)
    assert [each.getparent() is not None for each in foot.iter(f"{_W}top")] == [True]
    assert [text_of(each) for each in none.iter(f"{_W}p")] == [""]
    feet = [
        [(each.get(f"{_W}type"), each.get(f"{_R}id")) for each in section]
        for section in ([*each.iter(f"{_W}footerReference")] for each in drawn.find("//w:sectPr"))
    ]
    assert feet == [[("first", "footer1")], *[[("first", "footer2")]] * 3]


def test_that_each_part_is_typed_and_related_once(drawn: Made) -> None:
    with zipfile.ZipFile(BytesIO(drawn.content)) as archive:
        members = archive.namelist()
    types = etree.fromstring(drawn.part("[Content_Types].xml"))
    typed = [each.get("PartName", "").lstrip("/") for each in types if each.get("PartName")]
    assert len(set(typed)) == len(typed)
    new = [name for name in members if "chart" in name or "footer" in name or "media" in name]
    assert len(new) == 5
    assert set(new) <= set(typed)
    relations = etree.fromstring(drawn.part("word/_rels/document.xml.rels"))
    targets = [f"word/{each.get('Target')}" for each in relations]
    assert set(new) <= set(targets)
    ids = [each.get("Id") for each in relations]
    assert len(set(ids)) == len(ids)


def test_that_the_same_tree_with_pictures_gives_the_same_bytes(drawn: Made) -> None:
    assert made(replace(WITH_DRAWINGS)).content == drawn.content


@pytest.mark.parametrize(
    "changed",
    [
        replace(PICTURE, digest="c" * 64),
        replace(PICTURE, caption="Hình 1."),
        replace(PICTURE, alt=""),
        replace(PICTURE, width_mm=119),
    ],
)
def test_that_another_picture_is_another_report(changed: Picture) -> None:
    *others, last = WITH_DRAWINGS.annexes
    other = replace(last, pictures=(changed, *last.pictures[1:]))
    assert _code(replace(WITH_DRAWINGS, annexes=(*others, other))) != _code(WITH_DRAWINGS)


def test_that_the_records_behind_a_picture_are_no_part_of_the_code() -> None:
    *others, last = WITH_DRAWINGS.annexes
    known = tuple(replace(each, records=("e1",)) for each in last.pictures)
    same = replace(WITH_DRAWINGS, annexes=(*others, replace(last, pictures=known)))
    assert _code(same) == _code(WITH_DRAWINGS)


def test_that_pictures_are_read_one_after_another() -> None:
    asked: list[str] = []

    def opened(digest: str) -> bytes:
        asked.append(digest)
        return SQUARE

    report_writer().write(WITH_DRAWINGS, BytesIO(), opened)
    assert asked == ["a" * 64, "b" * 64]


def test_that_a_report_with_pictures_is_not_written_without_them() -> None:
    with pytest.raises(ValueError, match=WITH_DRAWINGS.title):
        report_writer().write(WITH_DRAWINGS, BytesIO())


def test_that_a_report_without_drawings_has_no_such_parts(file: Made) -> None:
    with zipfile.ZipFile(BytesIO(file.content)) as archive:
        names = " ".join(archive.namelist())
    assert not any(word in names for word in ("media", "chart", "footer"))
    assert REPORT.annexes[0].chart is None


def test_that_python_docx_sees_the_pictures(drawn: Made) -> None:
    document = docx.Document(BytesIO(drawn.content))
    assert len(document.part.related_parts["image1"].blob) == len(SQUARE)
    assert len(document.sections) == 4


def _media(file: Made) -> list[str]:
    with zipfile.ZipFile(BytesIO(file.content)) as archive:
        return [name for name in archive.namelist() if name.startswith("word/media/")]


def _code(document: Document) -> str:
    return report_writer().code(document)
