"""How much of a file is taken in: every limit that a reader keeps to, in one table.

A task list of a province is some hundred rows in a file below a megabyte. What is far beyond that
is refused in words, within ten seconds and 400 MB for both processes together.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1 << 20

FILE_BYTES: Final = 50 * MEGABYTE
"""Of the file as it lies on the disk."""

TEXT_FILE_BYTES: Final = 10_000_000
"""The same of text and HTML; as many letters where they are pasted."""

MEMBERS: Final = 5_000
"""Files inside a zip (.xlsx, .docx, .ods)."""

DIRECTORY_BYTES: Final = 2 * MEGABYTE
"""Of the list of them at its end."""

UNPACKED_BYTES: Final = 200 * MEGABYTE
"""Of all of them together."""

MEMBER_RATIO: Final = 300
"""How many times larger than packed one may be; zeros reach 1,030, empty rows of a sheet 150."""

RATIO_FROM_BYTES: Final = 5 * MEGABYTE
"""Below this size the ratio says nothing."""

XML_HEAD_BYTES: Final = 64 * 1024
"""How far into each part of a zip declarations of entities are looked for."""

STYLE_BYTES: Final = 8 * MEGABYTE
"""Of the part with the styles; without a bold letter where it is larger."""

STYLED_ROWS: Final = 2_000
"""How many rows of a sheet are looked at for bold letters and fonts."""

GRIDS: Final = 500
"""Sheets or tables of one file."""

DOCX_TABLES: Final = 5_000
"""Tables of a document, before the first `GRIDS` are handed over."""

TABLE_CELLS: Final = 300_000
"""Of one table of a document, also those that are merged away: 50,000 rows of six."""

TABLES_DEEP: Final = 10
"""Tables within cells of tables within cells …"""

ROWS: Final = 200_000
COLUMNS: Final = 256
CELLS: Final = 750_000
"""Of one grid; cells also of all grids together."""

LARGEST_PLACE: Final = 1 << 24
"""No row, column or page has a higher number."""

MERGES: Final = 50_000
"""Merged cells of one grid."""

MERGED_ROWS: Final = CELLS
"""Rows that the merged cells of one grid reach over, added up; honest ones never overlap."""

CELL_LENGTH: Final = 32_767
"""Characters of one cell: as many as Excel holds. What is longer is cut and ends in "…"."""

TEXT_BYTES: Final = 48 * MEGABYTE
"""UTF-8 of all texts that a reader hands over."""

FRAME_BYTES: Final = 16 * MEGABYTE
"""Of one message from the reading process."""

DOCX_PART_BYTES: Final = 48 * MEGABYTE
"""Of one part, unpacked. A table of 5,000 rows and six columns takes about 15 million."""

DOCX_PART_TAGS: Final = 2_500_000
"""Tags decide what a part takes in memory. Such a table has up to 1 million."""

DOCX_PART_ATTRIBUTES: Final = 900_000
"""Each takes more than a tag. Such a table has up to half a million."""

DOCX_LINES: Final = 200_000
"""Paragraphs, rows and cells of a whole document; 10,000 rows of six cells make 130,000."""

DOCX_CHARACTERS: Final = 20_000_000
"""Of a whole document, as text: some 8,000 pages."""

DOCX_STYLES_DEEP: Final = 20
"""Styles based on one another; Word itself stops earlier."""

DOC_STREAM_BYTES: Final = 20_000_000
"""Of one stream of a .doc; pictures are not read."""

DOC_CHARACTERS: Final = 3_000_000
"""Of a whole .doc, as text."""

XLS_STYLES: Final = 5_000
"""Looks of cells in one .xls; Excel itself writes 4,000."""

ODS_SPACES: Final = 1_000
"""Blanks that one mark of an .ods stands for."""

PAGES: Final = 400
"""Of a PDF."""

PDF_LETTERS: Final = 2_000_000
"""Of all its pages."""

PDF_UNPACKED_BYTES: Final = 150_000_000
"""What its streams are unpacked to when they are proved; the rest, mostly pictures, is left to
PDFium."""

PAGE_LETTERS: Final = 60_000
"""On one page; a page of 8-point text has some 10,000."""

PAGE_OBJECTS: Final = 150_000
"""On one page: maps and drawings have more, tables never."""

PAGE_FORMS_DEEP: Final = 6
"""Forms within forms."""

PAGE_CELLS: Final = 20_000
PAGE_CROSSINGS: Final = 1_000_000
PAGE_TABLES: Final = 300
"""More lines, or more tables on one page, are a map or a drawing."""

SECONDS: Final = 8.0
"""From the call to its answer, on the wall: two are left for the program to start and to tell."""

CPU_SECONDS: Final = 10
"""Of the reading process."""

CHILD_BYTES: Final = 256 * MEGABYTE
"""Memory of the reading process."""
