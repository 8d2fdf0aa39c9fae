"""The words of boxes 7 and 9b, and the annexes (II.7, II.9, III.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.word.check import told
from ttdn_desktop.word.check.head_rules import is_list
from ttdn_desktop.word.check.numbering import roman_numeral
from ttdn_desktop.word.check.page_rules import set_start
from ttdn_desktop.word.check.parts import Profile
from ttdn_desktop.word.check.recognise_end import ANNEX
from ttdn_desktop.word.check.rule import DECREE_HEADS, Fault, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.word.check.parts import AnnexParts
    from ttdn_desktop.word.check.reading import Reading

_BY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. ?\S.*")
_LIKE_BY = re.compile(
    r"(?:T ?[./]? ?M|K ?[./]? ?T|T ?[./]? ?L|T ?[./]? ?U ?[./]? ?Q|Q)\s*[./:\s]\s*\S.*",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(r"(?:KT|TL|TUQ)\.", re.IGNORECASE)
_LEARNED = re.compile(
    r"(?:GS|PGS|TSKH|TS|ThS|Ths|BS|KS|CN|LS|DS|NGND|NGƯT|NSND|NSƯT|AHLĐ)[.,]?\s"
    r"|(?:Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ|Luật sư|Nhà giáo|Nghệ sĩ)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)\b|Chuẩn đô đốc\b|Đại tướng\b", re.IGNORECASE
)
_KEPT = re.compile(r"-\s*Lưu:\s*VT\b.*\.")
_AS_ABOVE = re.compile(r"-\s*Như trên\b.*")
_REFERRED = re.compile(r"phụ\s+lục", re.IGNORECASE)


def _authority_form(reading: Reading) -> Iterator[Fault]:
    """Find "KT:", "TM ", "T/M", or KT., TL., TUQ. without the signer's own office below."""
    lines = reading.parts.closing.authority
    for place, piece in enumerate(lines):
        text = piece.text
        if _LIKE_BY.fullmatch(text) and not _BY.fullmatch(text.upper()):
            yield Fault(piece, told.text(text), Notice("authority_form"), repairable=False)
        elif _FOR_ANOTHER.match(text) and place == len(lines) - 1:
            yield Fault(piece, told.text(text), Notice("authority_office"), repairable=False)


def _signer_title(reading: Reading) -> Iterator[Fault]:
    """Find titles before the name; ranks and degrees stand where II.7c allows them."""
    piece, profile = reading.parts.closing.signer, reading.parts.profile
    if piece is None:
        return
    learned = _LEARNED.match(piece.text) and profile not in (Profile.LEARNED, Profile.ARMED)
    if learned or (_RANK.match(piece.text) and profile is not Profile.ARMED):
        yield Fault(piece, told.text(piece.text), Notice("signer_title"), repairable=False)


def _recipients_colon(reading: Reading) -> Iterator[Fault]:
    word = reading.parts.closing.word
    if word is not None and word.text != "Nơi nhận:":
        yield Fault(word, told.text(word.text), Notice("words", {"text": "Nơi nhận:"}),
                    repairable=False)  # fmt: skip


def _recipients_first(reading: Reading) -> Iterator[Fault]:
    names = reading.parts.closing.recipients
    if reading.parts.address and names and not _AS_ABOVE.fullmatch(names[0].text):
        yield Fault(names[0], told.text(names[0].text), Notice("words", {"text": "- Như trên;"}),
                    repairable=False)  # fmt: skip


def _recipients_last(reading: Reading) -> Iterator[Fault]:
    names = reading.parts.closing.recipients
    if names and not any(_KEPT.match(each.text) for each in names[-2:]):
        yield Fault(names[-1], told.text(names[-1].text), Notice("recipients_last"),
                    repairable=False)  # fmt: skip


def _recipients_marks(reading: Reading) -> Iterator[Fault]:
    names = reading.parts.closing.recipients
    kept = next((n for n, each in enumerate(names) if _KEPT.match(each.text)), len(names) - 1)
    lines = _joined([each.text for each in names[: kept + 1]])
    if lines and not is_list(lines):
        wrong = next(
            each
            for n, each in enumerate(lines)
            if not is_list([each, "-."][: 2 - (n + 1 == len(lines))])
        )
        piece = next((each for each in names if wrong.startswith(each.text)), names[0])
        yield Fault(piece, told.text(wrong), Notice("recipients_marks"), repairable=False)


def _joined(lines: list[str]) -> list[str]:
    """Join a name that goes on below: a line without a dash behind one that has not ended."""
    joined: list[str] = []
    for line in lines:
        if joined and not line.startswith("-") and joined[-1][-1:] not in ";.":
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _annex_order(reading: Reading) -> Iterator[Fault]:
    """Find annexes that are not I, II, III … where there are several (III.1a)."""
    annexes = reading.parts.annexes
    for number, annex in enumerate(annexes, start=1):
        if len(annexes) > 1 and _mark(annex) != roman_numeral(number):
            wanted = Notice("words", {"text": f"Phụ lục {roman_numeral(number)}"})
            yield Fault(annex.label, told.text(annex.label.text), wanted, repairable=False)


def _mark(annex: AnnexParts) -> str:
    found = ANNEX.fullmatch(annex.label.text)
    return (found[1] or "") if found else ""


def _annex_guided(reading: Reading) -> Iterator[Fault]:
    for annex in reading.parts.annexes:
        if not annex.guide:
            yield Fault(annex.label, Notice("missing_guide"), Notice("annex_guide"),
                        repairable=False)  # fmt: skip


def _annex_section(reading: Reading) -> Iterator[Fault]:
    """Find an annex without a section of its own: its page numbers cannot begin anew (III.1đ)."""
    taken = {0} if reading.parts.content else set[int]()
    for annex in reading.parts.annexes:
        own = annex.label.paragraph.section
        if own in taken:
            yield Fault(annex.label, Notice("same_section"), Notice("own_section"),
                        repairable=False)  # fmt: skip
        taken.add(own)


def _annex_restart(reading: Reading) -> Iterator[Fault]:
    seen = {0}
    for annex in reading.parts.annexes:
        number = annex.label.paragraph.section
        section = reading.section_of(number)
        if number not in seen and section.number_start != "1":
            yield Fault(annex.label, Notice("goes_on"), Notice("starts_anew"), [section.element])
        seen.add(number)


def _annex_referred(reading: Reading) -> Iterator[Fault]:
    parts = reading.parts
    if not parts.annexes or not parts.content:
        return
    if not any(_refers(each.paragraph.plain) for each in parts.content):
        yield Fault(parts.annexes[0].label, Notice("not_referred"), Notice("referred"),
                    repairable=False)  # fmt: skip


def _refers(text: str) -> bool:
    return ("lục" in text or "LỤC" in text) and _REFERRED.search(text) is not None


def rules() -> Iterator[Rule]:
    """Yield the rules of signature, recipients and annexes."""
    heads, warning = DECREE_HEADS, Severity.WARNING
    yield Rule("authority_form", "II.7b", _authority_form, profiles=heads)
    yield Rule("signer_title", "II.7c", _signer_title, profiles=heads)
    yield Rule("recipients_text", "II.9d", _recipients_colon, profiles=heads)
    yield Rule("recipients_first", "II.9b", _recipients_first, profiles=heads)
    yield Rule("recipients_last", "II.9d", _recipients_last, profiles=heads)
    yield Rule("recipients_marks", "II.9d", _recipients_marks, profiles=heads)
    yield Rule("annex_order", "III.1a", _annex_order)
    yield Rule("annex_guide_missing", "III.1c", _annex_guided, severity=warning)
    yield Rule("annex_section", "III.1đ", _annex_section)
    yield Rule("annex_restart", "III.1đ", _annex_restart, set_start)
    yield Rule("annex_referred", "III.1a", _annex_referred, severity=warning)
