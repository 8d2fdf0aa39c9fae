"""Công văn đính chính: what was printed wrongly in an issued report, and how it is to read.

Only what is wrong in form, technique or procedure is corrected by a letter; content is replaced by
another report (Decree 30/2020, Điều 18). The letter has the form of mẫu 1.5: no name of a kind,
the trích yếu under the number.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Closing, Document, Letterhead
from ttdn_desktop.domain.report_blocks import paragraph
from ttdn_desktop.domain.report_case import lower_first
from ttdn_desktop.domain.report_follows import in_words
from ttdn_desktop.domain.report_sentences import month
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ttdn_desktop.domain.document import Block
    from ttdn_desktop.domain.header import Header

_AT = "tại "
_SUPERIOR = ("Ủy ban nhân dân ", "UBND ")
"""To whom a body reports, where to others it gives notice."""
_PARTS = ("Phụ lục", "Phần", "Chương", "Mục", "Tiểu mục", "Điều", "Nơi nhận", "Kính gửi")
"""Parts of a document that keep their capital (Decree 30, annex II), and its printed words."""
_OWN_SUBJECT = ("chuyên đề",)
"""How a trích yếu begins that needs no "về" behind the report's number."""


@immutable
class Correction:
    """One place: where it is, what is printed there, what is right.

    `printed` is "" where something is left out, `right` where something is too much.
    """

    place: str
    printed: str
    right: str


@immutable
class Corrected:
    """The report that is corrected: số và ký hiệu, day, its trích yếu, who issued it.

    `issuer` is the name borne on its day.
    """

    number: str
    dated: date
    subject: str
    issuer: str


@immutable
class Sender:
    """Who corrects, on what day: head of its documents, drafting unit ("" if unknown), to whom."""

    header: Header
    day: date
    drafter: str
    addressees: tuple[str, ...]


def tidied(given: Correction) -> Correction:
    """Return a correction as it is written: one line, without "tại" and without quotation marks."""
    place = tidy(given.place).rstrip(" .,;:")
    if place.lower().startswith(_AT):
        place = place[len(_AT) :]
    place = place if place.startswith(_PARTS) else lower_first(place)
    return Correction(place, _bare(given.printed), _bare(given.right))


def is_whole(given: Correction) -> bool:
    """Tell whether a tidied correction says where, and changes what is printed there."""
    return bool(given.place) and given.printed != given.right


def letter(
    about: Corrected, sender: Sender, closing: Closing, corrections: Sequence[Correction]
) -> Document:
    """Return the letter; its corrections are tidied and whole, one at least."""
    header = sender.header
    name = f"Báo cáo số {about.number}"
    head = Letterhead(
        parents=header.parents,
        issuer=header.issuer,
        motto=header.motto,
        number_line=header.letter_line(sender.drafter),
        place_date=f"{header.place}, ngày      {month(sender.day)}",
        title="",
        subject=f"V/v đính chính {name}",
        subject_note="",
        addressees=sender.addressees,
        star=header.star,
    )
    return Document(
        title=f"Công văn đính chính {name}",
        author=header.name,
        dated=sender.day,
        head=head,
        body=tuple(_body(about, sender, corrections)),
        closing=replace(closing, initials_room=False),
        annexes=(),
    )


def _body(about: Corrected, sender: Sender, corrections: Sequence[Correction]) -> Iterator[Block]:
    own = sender.header.name
    yield paragraph(
        "letter.opening",
        f"{in_words(about.dated).capitalize()}, {_issuer(about, own)} đã ban hành "
        f"Báo cáo số {about.number} {_about(about.subject)}.",
        f"Do sơ suất về thể thức, kỹ thuật trình bày văn bản, {own} xin đính chính như sau:",
    )
    several = len(corrections) > 1
    for number, each in enumerate(corrections, start=1):
        mark = f"{number}. " if several else ""
        yield paragraph(f"letter.correction.{number}", f"{mark}{_told(each)}")
    yield paragraph(
        "letter.unchanged", f"Các nội dung khác của Báo cáo số {about.number} giữ nguyên."
    )
    yield paragraph(
        "letter.ending",
        _notice(own, sender.addressees),
    )


def _issuer(about: Corrected, own: str) -> str:
    return own if about.issuer == own else f"{about.issuer} (nay là {own})"


def _about(subject: str) -> str:
    words = lower_first(subject)
    return words if words.startswith(_OWN_SUBJECT) else f"về {words}"


def _told(each: Correction) -> str:
    if not each.printed:
        return f"Tại {each.place}: nay bổ sung “{each.right}”."
    if not each.right:
        return f"Tại {each.place}: đã in là “{each.printed}”; nay bỏ nội dung này."
    return f"Tại {each.place}: đã in là “{each.printed}”; nay đính chính là “{each.right}”."


def _notice(own: str, addressees: Sequence[str]) -> str:
    if len(addressees) == 1 and addressees[0].startswith(_SUPERIOR):
        return f"{own} kính báo cáo {addressees[0]}./."
    return f"{own} xin thông báo để quý cơ quan biết./."


def _bare(text: str) -> str:
    """Return a text in one line, without the quotation marks around the whole of it."""
    words = tidy(text)
    for left, right in ("“”", '""', "«»"):
        inside = words[1:-1]
        if words[:1] == left and words[-1:] == right and not {left, right} & set(inside):
            return inside.strip()
    return words
