"""A chart as a part of its own: bars whose patterns a black printer tells apart.

Its figures stand in the part itself, so that no workbook is needed and nothing is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word.layout import FONT, LANGUAGE
from ttdn_desktop.word.markup import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ttdn_desktop.domain.document import Chart, Series

TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
CHARTML = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SIZE = 1100  # hundredths of a point
_LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
_BLACK, _WHITE = '<a:srgbClr val="000000"/>', '<a:srgbClr val="FFFFFF"/>'
_FILLS = (
    '<a:solidFill><a:srgbClr val="595959"/></a:solidFill>',
    *(
        f'<a:pattFill prst="{pattern}"><a:fgClr>{_BLACK}</a:fgClr><a:bgClr>{_WHITE}</a:bgClr>'
        "</a:pattFill>"
        for pattern in ("wdUpDiag", "pct20", "dkHorz")
    ),
)
_CATEGORIES, _VALUES = 1, 2  # the axes' numbers


def xml(chart: Chart) -> bytes:
    """Return the chart's part; as many series as there are patterns, else ValueError."""
    if len(chart.series) > len(_FILLS):
        raise ValueError(chart.key)
    series = "".join(_series(place, each, chart) for place, each in enumerate(chart.series))
    legend = _LEGEND if len(chart.series) > 1 else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{CHARTML}" xmlns:a="{DRAWINGML}">'
        f'<c:lang val="{LANGUAGE}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_bars(series, chart)}'
        f"{_AXES}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_LETTERS}</c:chartSpace>"
    ).encode()


def _bars(series: str, chart: Chart) -> str:
    grouping, overlap = ("stacked", 100) if chart.stacked else ("clustered", 0)
    axes = "".join(f'<c:axId val="{each}"/>' for each in (_CATEGORIES, _VALUES))
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="50"/><c:overlap val="{overlap}"/>{axes}</c:barChart>'
    )


def _series(place: int, series: Series, chart: Chart) -> str:
    if len(series.values) != len(chart.categories):
        raise ValueError(series.name)
    texts = [escape(each) for each in chart.categories]
    numbers = [f"{value:.15g}" for value in series.values]
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx><c:v>{escape(series.name)}</c:v></c:tx>"
        f"<c:spPr>{_FILLS[place]}{_LINE}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{_labels(chart)}'
        f"<c:cat><c:strLit>{_points(texts)}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{_points(numbers)}</c:numLit></c:val>"
        "</c:ser>"
    )


def _points(values: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:ptCount val="{len(values)}"/>{points}'


def _labels(chart: Chart) -> str:
    """Return the figures beside the bars; on white where they stand inside; a zero has none."""
    white = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
    place = "ctr" if chart.stacked else "outEnd"
    shown = (("LegendKey", 0), ("Val", 1), ("CatName", 0), ("SerName", 0), ("Percent", 0))
    flags = "".join(f'<c:show{name} val="{flag}"/>' for name, flag in (*shown, ("BubbleSize", 0)))
    return (
        '<c:dLbls><c:numFmt formatCode="#,##0;;" sourceLinked="0"/>'
        f'{white if chart.stacked else ""}<c:dLblPos val="{place}"/>{flags}</c:dLbls>'
    )


_LETTERS = (
    f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{_SIZE}">'
    f'<a:solidFill>{_BLACK}</a:solidFill><a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/>'
    f'</a:defRPr></a:pPr><a:endParaRPr lang="{LANGUAGE}"/></a:p></c:txPr>'
)
_LEGEND = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
# The first category stands on top; the figures beside the bars take the place of an axis.
_AXES = (
    f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
    '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    f'<c:spPr>{_LINE}</c:spPr><c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/>'
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>'
    f'</c:catAx><c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>'
    '<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>'
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/>'
    '<c:crossBetween val="between"/></c:valAx>'
)
