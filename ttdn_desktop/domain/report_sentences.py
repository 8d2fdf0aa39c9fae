"""Records put into words: an activity, a figure, a sum of money, a date.

The wording follows rules 1, 3, 4 and 6 of the model: subject, "đã", verb by part, numbers below
ten with two digits; "gồm" only where the parts make up the total; "khoảng" for about; no praise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates
from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.numbers import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.indicator import Split

PARTS = {
    Part.LEAD: "chủ trì",
    Part.SUPPORT: "phối hợp",
    Part.JOIN: "tham gia",
    Part.ADVISE: "tham mưu",
}
_VERBS = (
    "ban hành", "bàn giao", "biên dịch", "biên soạn", "bố trí", "cập nhật", "cho ý kiến", "chúc",
    "chủ trì", "cung cấp", "cử", "duy trì", "đăng", "đề nghị", "đề xuất", "đón", "đôn đốc",
    "gặp mặt", "giới thiệu", "góp ý", "gửi", "hội đàm", "huy động", "hướng dẫn", "khảo sát",
    "kiểm tra", "ký", "lồng ghép", "mở", "nâng cấp", "nghiên cứu", "phát hành", "phân công",
    "phối hợp", "phổ biến", "phục vụ", "quán triệt", "quảng bá", "rà soát", "sản xuất", "tặng",
    "tham dự", "tham gia", "tham mưu", "thăm", "thông báo", "thực hiện", "tiếp", "tổ chức",
    "tổng hợp", "trao", "trao đổi", "triển khai", "trình", "trưng bày", "tuyên truyền", "vận động",
    "vận hành", "xác minh", "xây dựng", "xuất bản",
)  # fmt: skip
"""Words a title may open with that already say what was done."""


def sentence(text: str) -> str:
    """Return the text with a capital first letter and one full stop."""
    words = text.strip().rstrip(".;,")
    return f"{words[:1].upper()}{words[1:]}."


def joined(words: Sequence[str], last: str = " và ") -> str:
    """Return "a, b và c"."""
    if len(words) < 2:  # noqa: PLR2004 (one word has nothing to be joined to)
        return "".join(words)
    return ", ".join(words[:-1]) + last + words[-1]


def when(activity: Activity) -> str:
    """Return "ngày 05/3…", "từ ngày … đến ngày …", "trong tháng 3/2026" or "trong quý II/2026"."""
    if activity.until and activity.until != activity.start.first:
        return f"{_from(activity.start)} đến ngày {dates.short(activity.until)}"
    if activity.start.precision is Precision.DAY:
        return f"ngày {dates.short(activity.start.first)}"
    shown = dates.shown(activity.start)
    return (
        f"trong tháng {shown}" if activity.start.precision is Precision.MONTH else f"trong {shown}"
    )


def _from(start: Moment) -> str:
    shown = dates.shown(start)
    names = {Precision.DAY: "từ ngày ", Precision.MONTH: "từ tháng ", Precision.QUARTER: "từ "}
    return names[start.precision] + shown


def table_when(activity: Activity) -> str:
    """Return the dates of an activity as a table shows them."""
    shown = dates.shown(activity.start)
    if activity.until and activity.until != activity.start.first:
        return f"{shown} - {dates.short(activity.until)}"
    return shown


def told(activity: Activity, subject: str, figures: Sequence[Figure]) -> str:
    """Return one activity as one sentence: when, who, what, where, with how much, to what end."""
    text = f"{when(activity)}, {subject} đã {deed(activity)}"
    if activity.place and activity.place.casefold() not in activity.title.casefold():
        text += f" tại {activity.place}"
    if figures:
        text += f" ({listed(figures)})"
    if activity.result:
        text += f"; kết quả: {lower_first(activity.result.rstrip('.'))}"
    return sentence(text)


def deed(activity: Activity) -> str:
    """Return verb and object by the unit's part: "phối hợp với … tổ chức …"."""
    what = lower_first(activity.title.rstrip("."))
    verb = "" if what.casefold().startswith(_VERBS) else "tổ chức "
    partners = f" với {joined(activity.partners)}" if activity.partners else ""
    if activity.part is Part.LEAD:
        together = f"chủ trì, phối hợp{partners} " if partners else "chủ trì "
        return f"{together if partners or verb else ''}{verb}{what}"
    lead = {Part.SUPPORT: "phối hợp", Part.JOIN: "tham gia", Part.ADVISE: "tham mưu"}[activity.part]
    if what.casefold().startswith(lead):
        return what
    if activity.part is Part.SUPPORT:
        return f"{lead}{partners} {verb}{what}"
    return f"{lead} {what}"


def lower_first(text: str) -> str:
    """Return the text for the middle of a sentence; names and abbreviations keep their capital."""
    first, _, rest = text.strip().partition(" ")
    if any(char.isupper() for char in first[1:]) or rest[:1].isupper():
        return text.strip()
    return f"{first[:1].lower()}{first[1:]} {rest}".strip()


def listed(figures: Iterable[Figure], *, paired: bool = True) -> str:
    """Return figures as a list: "đoàn vào 09 đoàn với 118 lượt người, trong đó Lào 06 đoàn"."""
    rows = list(figures)
    by_code = {figure.indicator.code: figure for figure in rows}
    texts: list[str] = []
    done: set[str] = set()
    for figure in rows:
        if figure.indicator.code in done:
            continue
        partner = by_code.get(figure.indicator.pair or "") if paired else None
        done.add(figure.indicator.code)
        if partner:
            done.add(partner.indicator.code)
        if text := _figure(figure, partner):
            texts.append(text)
    return "; ".join(texts)


def _figure(figure: Figure, partner: Figure | None) -> str:
    value = _best(figure)
    if value is None:
        return ""
    text = f"{lower_first(figure.indicator.name)}: {amount(figure, value)}"
    if partner and (paired := _best(partner)) is not None:
        text += f" với {amount(partner, paired)}"
    if figure.indicator.kind is not IndicatorKind.FLOW and figure.as_of:
        text += f" (tính đến ngày {dates.short(figure.as_of)})"
    if shares := parts(figure):
        text += f", {shares}"
    if figure.estimate is not None and figure.value is not None:
        estimate = f"{counted(figure.estimate)} {figure.indicator.unit}"
        text += f"; ước thực hiện cả năm {estimate}"
    return text


def _best(figure: Figure) -> Decimal | None:
    return figure.value if figure.value is not None else figure.shared


def amount(figure: Figure, value: Decimal) -> str:
    """Return "khoảng 250 lượt người"."""
    about = "khoảng " if figure.approximate else ""
    return f"{about}{counted(value)} {figure.indicator.unit}"


def parts(figure: Figure) -> str:
    """Return "gồm …" where the parts of a split make up the total, else "trong đó …"."""
    if not figure.parts:
        return ""
    name = figure.parts[0][0].name
    shares = [(split, value) for split, value in figure.parts if split.name == name]
    word = "gồm" if figure.parts_complete(name) and len(shares) > 1 else "trong đó"
    return f"{word} " + ", ".join(_share(split, value, figure) for split, value in shares)


def _share(split: Split, value: Decimal, figure: Figure) -> str:
    return f"{split.value} {counted(value)} {figure.indicator.unit}"
