"""The file's own properties: title, unit, day and language, and the code of its content.

No wall clock, no user and no machine: the day is the document's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.word.markup import escape

if TYPE_CHECKING:
    from datetime import date

CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
CODE_PROPERTY = "TTDNCode"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_USER_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core(title: str, author: str, dated: date, language: str) -> bytes:
    """Return the core properties; created and modified are `dated` at T00:00:00Z."""
    instant = f"{dated.isoformat()}T00:00:00Z"
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{instant}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{instant}</dcterms:modified>'
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    ).encode()


def custom(code: str) -> bytes:
    """Return the custom properties: the code alone."""
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" '
        f'xmlns:vt="{_OFFICE}/docPropsVTypes">'
        f'<property fmtid="{_USER_PROPERTIES}" pid="2" name="{CODE_PROPERTY}">'
        f"<vt:lpwstr>{escape(code)}</vt:lpwstr></property></Properties>"
    ).encode()
