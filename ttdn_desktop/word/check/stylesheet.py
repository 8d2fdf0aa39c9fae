"""styles.xml parted before it is parsed: those of tables are most of it, and seldom asked for."""

from __future__ import annotations

from typing import Final

_ROOT, _ROOT_END = b"<w:styles", b"</w:styles>"
_STYLE, _STYLE_END = b"<w:style ", b"</w:style>"
_OF_TABLE: Final = b'w:type="table"'
_CONDITION, _CONDITION_END = b"<w:tblStylePr ", b"</w:tblStylePr>"


def parted(content: bytes) -> tuple[bytes, bytes]:
    """Return the styles without those of tables, and these; b"" where there are none.

    Styles that are written otherwise than word processors do are left where they are.
    """
    first, *others = content.split(_STYLE)
    start = first.find(_ROOT)
    if start < 0:
        return content, b""
    kept, tables = [first], [first[start : first.find(b">", start) + 1]]
    for each in others:
        style, closed, rest = each.partition(_STYLE_END)
        if closed and style.startswith(_OF_TABLE):
            tables += [_STYLE, style, closed]
            kept.append(rest)
        else:
            kept += [_STYLE, each]
    return b"".join(kept), b"".join([*tables, _ROOT_END])


def unconditional(content: bytes) -> bytes:
    """Leave out what styles of tables say of single rows and columns, which no rule asks."""
    first, *others = content.split(_CONDITION)
    parts = (each.partition(_CONDITION_END) for each in others)
    return first + b"".join(rest if closed else _CONDITION + said for said, closed, rest in parts)
