"""What holds for every letter: font, colour, language; and what must not be left behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain.format_finding import Severity
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.word.check import repairs, told
from ttdn_desktop.word.check.names import W
from ttdn_desktop.word.check.pieces import whole
from ttdn_desktop.word.check.rule import Fault, Rule
from ttdn_desktop.word.check.swatches import swatches
from ttdn_desktop.word.check.tables import DataTable
from ttdn_desktop.word.layout import COLOUR, FONT, LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from ttdn_desktop.word.check.reading import Reading
    from ttdn_desktop.word.check.styles import RunLook
    from ttdn_desktop.word.check.swatches import Swatch

_BLACK = frozenset({"auto", "", COLOUR})
_STAMPS = frozenset({"hỏa tốc", "hoả tốc", "thượng khẩn", "khẩn", "mật", "tối mật", "tuyệt mật"})
_LEFT_OPEN = re.compile(r"…{2,}|\.{4,}|_{4,}|[Cc]hưa nhập")
_DRAFT = re.compile(
    r"\[[^\]]*\]"  # a gap that is marked as one
    r"|(?:số|ngày|tháng|năm|Số)[\s.…]*[….]{1,}[\s.…]*(?:/[\s.…]*)*"  # a number or day to come
    r"|[….]{2,}/|/[….]{2,}"
    r"|^Chưa nhập$",  # a cell that says so of its task
    re.MULTILINE,
)
_REVISED = tuple(
    f"{W}{each}" for each in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange")
)
_COMMENTED = (f"{W}commentReference", f"{W}commentRangeStart")


def _each(
    reading: Reading, wrong: Callable[[RunLook], Notice | None], expected: Notice
) -> Iterator[Fault]:
    for swatch in swatches(reading):
        if found := wrong(swatch.look):
            yield Fault(swatch.at, found, expected, _runs(reading, swatch))


def _runs(reading: Reading, swatch: Swatch) -> list[etree._Element]:
    at = swatch.at
    return at.runs(reading.sheet, swatch.look) if isinstance(at, DataTable) else swatch.runs


def _font(reading: Reading) -> Iterator[Fault]:
    def wrong(look: RunLook) -> Notice | None:
        other = next((font for font in (look.font, look.accented) if font != FONT), "")
        return Notice("font", {"font": other}) if other and not look.hidden else None

    return _each(reading, wrong, Notice("font", {"font": FONT}))


def _set_font(_reading: Reading, fault: Fault) -> None:
    for run in fault.elements:
        repairs.run_fonts(run, FONT)


def _colour(reading: Reading) -> Iterator[Fault]:
    for swatch in swatches(reading):
        look = swatch.look
        if (
            look.colour.upper() not in _BLACK | {"AUTO"}
            and swatch.text.strip().lower() not in _STAMPS
        ):
            yield Fault(swatch.at, Notice("colour", {"colour": look.colour}), Notice("black"),
                        _runs(reading, swatch))  # fmt: skip


def _set_colour(_reading: Reading, fault: Fault) -> None:
    for run in fault.elements:
        repairs.run_look(run, color=COLOUR)
        look = run.find(f"{W}rPr/{W}color")
        for name in ("themeColor", "themeTint", "themeShade"):
            if look is not None:
                look.attrib.pop(f"{W}{name}", None)


def _language(reading: Reading) -> Iterator[Fault]:
    def wrong(look: RunLook) -> Notice | None:
        if look.language.lower().startswith("vi"):
            return None
        return (
            Notice("language", {"code": look.language}) if look.language else Notice("no_language")
        )

    return _each(reading, wrong, Notice("language", {"code": LANGUAGE}))


def _set_language(_reading: Reading, fault: Fault) -> None:
    for run in fault.elements:
        repairs.run_look(run, lang=LANGUAGE)


def _hidden(reading: Reading) -> Iterator[Fault]:
    if not any(look.hidden for look in reading.sheet.looks):
        return
    for index, paragraph in enumerate(reading.flow.paragraphs):
        for run in paragraph.runs:
            if run.look.hidden and run.text.strip():
                yield Fault(whole(paragraph, index), told.text(run.text.strip()),
                            Notice("no_hidden"), repairable=False)  # fmt: skip
                break
    for table in reading.flow.tables:
        for patch in table.patches:
            if patch.look.hidden:
                yield Fault(table, told.text(patch.text.strip()), Notice("no_hidden"),
                            repairable=False)  # fmt: skip


def _highlight(reading: Reading) -> Iterator[Fault]:
    def wrong(look: RunLook) -> Notice | None:
        return Notice("highlight") if look.highlight not in ("none", "") else None

    for fault in _each(reading, wrong, Notice("no_highlight")):
        fault.repairable = False  # whoever marked it has to look at it first
        yield fault


def _gaps(reading: Reading) -> Iterator[Fault]:
    """Find what is unfilled; a draft's marked gaps and blank numbers are its own business."""
    draft = not reading.parts.numbered
    texts = "\n".join([each.text for each in reading.flow.paragraphs])
    yield from _gaps_of_text(reading, draft=draft) if _suspicious(texts) else ()
    for table in reading.flow.tables:
        text = table.text
        if _suspicious(text) and (found := _open(table.texts, draft=draft)):
            yield Fault(table, told.text(found), Notice("no_gap"), repairable=False)


def _gaps_of_text(reading: Reading, *, draft: bool) -> Iterator[Fault]:
    first, last = reading.parts.body_first, len(reading.flow.paragraphs)
    skipped = reading.parts.closing
    for index in range(first, last):
        paragraph = reading.flow.paragraphs[index]
        if (
            skipped.first is not None
            and skipped.last is not None
            and skipped.first <= index <= skipped.last
        ):
            continue
        if found := _open(paragraph.text, draft=draft):
            yield Fault(whole(paragraph, index), told.text(found), Notice("no_gap"),
                        repairable=False)  # fmt: skip


def _suspicious(text: str) -> bool:
    """Tell quickly whether a text may be unfilled: most are not."""
    lines = "_" in text and "____" in text  # a single letter is sought much faster
    return lines or "…" in text or "...." in text or "hưa nhập" in text


def _open(text: str, *, draft: bool) -> str:
    """Return what is unfilled in a text, or ""."""
    if not _suspicious(text):
        return ""
    if draft:
        text = _DRAFT.sub(" ", text)
    found = _LEFT_OPEN.search(text)
    around = text[max(found.start() - 30, 0) : found.end() + 20] if found else ""
    return " ".join(around.split())


def _comments(reading: Reading) -> Iterator[Fault]:
    yield from _marks(reading, _COMMENTED[:1], "comments")


def _revisions(reading: Reading) -> Iterator[Fault]:
    yield from _marks(reading, _REVISED, "revisions")


def _marks(reading: Reading, tags: tuple[str, ...], key: str) -> Iterator[Fault]:
    """Find what a reviser has left: one fault for all, at the first."""
    marks = list(reading.root.iter(*tags))
    if not marks:
        return
    above = {id(each) for each in marks[0].iterancestors(f"{W}p")}
    above |= {id(each) for each in marks[0].iter(f"{W}p")}
    paragraphs = enumerate(reading.flow.paragraphs)
    at = next((whole(each, n) for n, each in paragraphs if id(each.element) in above), None)
    yield Fault(at, Notice(key, {"count": len(marks)}), Notice(f"no_{key}"), repairable=False)


def rules() -> Iterator[Rule]:
    """Yield the rules of every letter, and of what is left behind."""
    warning = Severity.WARNING
    yield Rule("font", "I.4", _font, _set_font)
    yield Rule("colour", "I.4", _colour, _set_colour)
    yield Rule("gap", "thông lệ", _gaps, severity=warning)
    yield Rule("highlight", "thông lệ", _highlight, severity=warning)
    yield Rule("comments", "thông lệ", _comments, severity=warning)
    yield Rule("revisions", "thông lệ", _revisions, severity=warning)
    yield Rule("hidden", "thông lệ", _hidden, severity=warning)
    yield Rule("language", "thông lệ", _language, _set_language, severity=Severity.INFO)
