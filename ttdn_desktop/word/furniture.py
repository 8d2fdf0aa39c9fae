"""The package's fixed parts that python-docx has no words for, as WordprocessingML."""

from __future__ import annotations

from ttdn_desktop.word.layout import COLOUR, FONT, LANGUAGE, Element
from ttdn_desktop.word.lengths import eighths
from ttdn_desktop.word.markup import WORDML

_SPACE = f'xmlns:w="{WORDML}"'
_HEADINGS = 3
_COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
_OFFICE = "http://schemas.microsoft.com/office/word"


def _settings() -> tuple[str, ...]:
    """No question on opening: fields carry their results and are not updated."""
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_OFFICE}" w:val="{value}"/>'
        for name, value in _COMPATIBILITY.items()
    )
    return (
        f'<w:zoom {_SPACE} w:percent="100"/>',
        f'<w:defaultTabStop {_SPACE} w:val="720"/>',
        f'<w:characterSpacingControl {_SPACE} w:val="doNotCompress"/>',
        f"<w:compat {_SPACE}>{modes}</w:compat>",
        f'<w:themeFontLang {_SPACE} w:val="{LANGUAGE}"/>',
        f'<w:decimalSymbol {_SPACE} w:val=","/>',
        f'<w:listSeparator {_SPACE} w:val=";"/>',
    )


SETTINGS = _settings()


def _field(part: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>'


RUNNING_HEADER = (
    f'<w:p {_SPACE}><w:pPr><w:pStyle w:val="{Element.PAGE_NUMBER}"/></w:pPr>'
    f'{_field("begin")}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    f"{_field('separate')}<w:r><w:t>2</w:t></w:r>{_field('end')}</w:p>"
)
FIRST_HEADER = f'<w:p {_SPACE}><w:pPr><w:pStyle w:val="{Element.PAGE_NUMBER}"/></w:pPr></w:p>'
FONTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:fonts {_SPACE}><w:font w:name="{FONT}"><w:panose1 w:val="02020603050405020304"/>'
    '<w:charset w:val="A3"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
).encode()


def base_styles() -> tuple[str, ...]:
    """Return the defaults and the built-in styles that ours stand on."""
    fonts = " ".join(f'w:{each}="{FONT}"' for each in ("ascii", "hAnsi", "eastAsia", "cs"))
    languages = " ".join(f'w:{each}="{LANGUAGE}"' for each in ("val", "eastAsia", "bidi"))
    letters = (
        f'<w:rFonts {fonts}/><w:color w:val="{COLOUR}"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        f"<w:lang {languages}/>"
    )
    place = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    defaults = (
        f"<w:docDefaults {_SPACE}><w:rPrDefault><w:rPr>{letters}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{place}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    return defaults, *_BUILT_IN, *(_heading(level) for level in range(1, _HEADINGS + 1))


def _default(kind: str, style: str, name: str, rest: str = "") -> str:
    """Return the style that stands for none of its kind; all but the first stay out of sight."""
    hidden = "" if style == "Normal" else '<w:uiPriority w:val="99"/><w:semiHidden/>'
    return (
        f'<w:style {_SPACE} w:type="{kind}" w:default="1" w:styleId="{style}">'
        f'<w:name w:val="{name}"/>{hidden or "<w:qFormat/>"}{rest}</w:style>'
    )


_TABLE_DEFAULTS = (
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
_BUILT_IN = (
    _default("paragraph", "Normal", "Normal"),
    _default("character", "DefaultParagraphFont", "Default Paragraph Font"),
    _default("table", "TableNormal", "Normal Table", _TABLE_DEFAULTS),
    _default("numbering", "NoList", "No List"),
)


def _heading(level: int) -> str:
    """Return a built-in heading without a look of its own: Word's navigation goes by it."""
    return (
        f'<w:style {_SPACE} w:type="paragraph" w:styleId="Heading{level}">'
        f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f'<w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def shade(fill: str) -> str:
    """Return the shade behind letters."""
    return f'<w:shd {_SPACE} w:val="clear" w:color="auto" w:fill="{fill}"/>'


def border_above(points: float) -> str:
    """Return a line above a paragraph, as long as the paragraph's indents leave it."""
    look = f'w:val="single" w:sz="{eighths(points)}" w:space="0" w:color="{COLOUR}"'
    return f"<w:pBdr {_SPACE}><w:top {look}/></w:pBdr>"
