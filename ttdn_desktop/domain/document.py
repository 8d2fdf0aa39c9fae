"""The document tree: a report as blocks that know their records, before any paper or file.

A block's key is its meaning ("ii.1.10.result"), never its place, so that an officer's edits
find it again. The renderers (`word`, `paper`) know roles, never wording.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from datetime import date


class Role(StrEnum):
    """What a block is; the layout table says how each role looks."""

    SECTION = "section"  # "I. CÔNG TÁC CHỈ ĐẠO": số La Mã và tiêu đề của mục
    CLAUSE = "clause"  # "1. Tuyên truyền…": khoản có tiêu đề
    POINT = "point"  # "a) Nhiệm vụ chủ trì": điểm
    BODY = "body"  # lời văn
    BULLET = "bullet"  # "- …"
    GAP = "gap"  # an explicit gap to be filled before signing
    ANNEX_NOTE = "annex_note"  # a line under an annex's table


@immutable
class Sentence:
    """One sentence and the ids of the records it was made from."""

    text: str
    records: tuple[str, ...] = ()


@immutable
class Block:
    """One paragraph: its key, its role, its sentences (joined by a space)."""

    key: str
    role: Role
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The paragraph's whole text."""
        return " ".join(sentence.text for sentence in self.sentences)


@immutable
class Letterhead:
    """Boxes 1 to 5a and 9a of Decree 30, annex I, section IV.

    `parents` and `issuer` are lines as printed, in capitals; `motto` is Quốc hiệu and Tiêu ngữ
    (one line alone where the body has no Tiêu ngữ); `number_line` is "Số:      /BC-SNgV";
    `place_date` is "Kon Tum, ngày      tháng 12 năm 2026"; `title` is "BÁO CÁO"; `subject` the
    trích yếu; `subject_note` the line in brackets under it, or "". Without a title it is a công
    văn, whose trích yếu ("V/v …") is box 5b, under the number.

    What follows may be left out. `star` ("*") stands under the issuer in place of its rule;
    `mark` ("DỰ THẢO") is framed under the number; `urgency` ("HỎA TỐC") is box 10b, framed red;
    `address` are the lines of box 13, at the foot of page 1.
    """

    parents: tuple[str, ...]
    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    number_line: str
    place_date: str
    title: str
    subject: str
    subject_note: str
    addressees: tuple[str, ...]
    star: str = ""
    mark: str = ""
    urgency: str = ""
    address: tuple[str, ...] = ()


@immutable
class Closing:
    """Boxes 7 and 9b: `authority` lines over the signature in capitals, `signer` or "", recipients.

    `recipients` are lines without dash and mark; the last is the "Lưu" line ("Lưu: VT, HTQT").
    `drafter` is box 12, who drafted it and how many copies there are ("PL.(300)"), or "".
    `initials_room` keeps room for ký nháy, as offices write it: the drafter's beside the end mark
    "./." of the text, the drafting unit's beside the signer's title. No line and no word marks
    it, so that nothing has to be taken out before signing.
    """

    authority: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]
    drafter: str = ""
    initials_room: bool = False


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@immutable
class Column:
    """A column: heading, share of the table's width, alignment of its cells."""

    title: str
    share: float
    align: Align = Align.LEFT


class RowKind(StrEnum):
    """A row is a group band, a heading (task), an entry (activity) or a part ("trong đó")."""

    GROUP = "group"
    HEADING = "heading"
    ENTRY = "entry"
    PART = "part"


@immutable
class Row:
    """One row: one text a column (paragraphs by newline), and the records it shows.

    A GROUP row has its code in the first cell and its title in the second, which takes the rest.
    """

    key: str
    kind: RowKind
    cells: tuple[str, ...]
    records: tuple[str, ...] = ()


@immutable
class Table:
    """A table whose heading row repeats on each page and whose rows do not break."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class PictureFormat(StrEnum):
    """What every word processor shows; the value is the end of its file's name."""

    PNG = "png"
    JPEG = "jpeg"


@immutable
class Picture:
    """A picture: `digest` names its bytes, `alt` is read aloud, `caption` printed under it.

    `width_mm` and `height_mm` are how large it is to be printed; it is made smaller, in its own
    shape, where its place on the page is smaller.
    """

    key: str
    digest: str
    format: PictureFormat
    width_mm: float
    height_mm: float
    alt: str
    caption: str
    records: tuple[str, ...] = ()


@immutable
class Series:
    """Figures that belong together: one a category, in the chart's order."""

    name: str
    values: tuple[float, ...]


@immutable
class Chart:
    """A chart of bars: `title` is printed under it, `alt` says in words what it shows.

    At most four series, told apart by pattern; `stacked` puts them in one bar a category.
    """

    key: str
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    stacked: bool = False
    records: tuple[str, ...] = ()


class Orientation(StrEnum):
    """How an annex's paper lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@immutable
class Annex:
    """An annex: a section of its own with its own page numbers.

    `label` is "Phụ lục I"; `title` is in capitals; `guide` the line "(Kèm theo Báo cáo số …)".
    `empty` is said in place of a table without rows. `chart` stands above the table.
    `pictures_a_page` is 2, one a row, or 4, two a row; flat pictures let a third row in.
    """

    key: str
    label: str
    title: str
    guide: str
    orientation: Orientation
    table: Table
    notes: tuple[Block, ...] = ()
    empty: str = ""
    chart: Chart | None = None
    pictures: tuple[Picture, ...] = ()
    pictures_a_page: int = 4


@immutable
class Document:
    """A whole report. `dated` is its day as printed metadata, `language` is "vi-VN"."""

    title: str
    author: str
    dated: date
    head: Letterhead
    body: tuple[Block, ...]
    closing: Closing
    annexes: tuple[Annex, ...]
    language: str = "vi-VN"
