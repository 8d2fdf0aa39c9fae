"""styles.xml cut before it is parsed: styles of tables are most of it, and seldom asked for."""

from __future__ import annotations

from typing import Final

_OF_TABLE: Final = b'<w:style w:type="table"'
_END: Final = b"</w:style>"
_CONDITION, _CONDITION_END = b"<w:tblStylePr ", b"</w:tblStylePr>"


def without_tables(content: bytes) -> bytes:
    """Leave out the styles of tables; those written otherwise than word processors do stay."""
    kept, at, start = [], 0, content.find(_OF_TABLE)
    while start >= 0:
        end = content.find(_END, start)
        if end < 0 or content.find(b"/>", start) < content.find(b">", start):
            break
        kept.append(content[at:start])
        at = end + len(_END)
        start = content.find(_OF_TABLE, at)
    return b"".join([*kept, content[at:]])


def unconditional(content: bytes) -> bytes:
    """Leave out what styles of tables say of single rows and columns, which no rule asks."""
    first, *others = content.split(_CONDITION)
    parts = (each.partition(_CONDITION_END) for each in others)
    return first + b"".join(rest if closed else _CONDITION + said for said, closed, rest in parts)
