"""How much of a file is taken in: every limit that a reader keeps to, in one table.

A task list of a province is some hundred rows in a file below a megabyte. What is far beyond that
is refused in words, within ten seconds and 400 MB for both processes together.
"""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1 << 20

FILE_BYTES: Final = 50 * MEGABYTE
"""Of the file as it lies on the disk."""

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

PAGES: Final = 400
"""Of a PDF."""

SECONDS: Final = 8.0
"""From the call to its answer, on the wall: two are left for the program to start and to tell."""

CPU_SECONDS: Final = 10
"""Of the reading process."""

CHILD_BYTES: Final = 256 * MEGABYTE
"""Memory of the reading process."""
