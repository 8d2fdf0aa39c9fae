"""One activity put into sentences: when, who, what, where, with how much; then what came of it.

The wording follows rules 1 and 6 of the model: subject, "đã", verb by part; no praise.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ttdn_desktop.domain import citation, dates
from ttdn_desktop.domain.dates import Moment, Precision
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.report_citations import cited
from ttdn_desktop.domain.report_words import Opener

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.evidence import DocumentReference

_DOCUMENTS_CITED = 3
_PADDED_MONTHS = 2
_WORDS_OF_A_PLACE = 4
"""So many words of a place in a title name it already."""

_ON = Opener(("trang", "cổng", "mạng xã hội", "nền tảng", "báo", "fanpage", "facebook", "zalo"))
_ONLINE = Opener(("trực tuyến",))
_SAYS_WHERE = Opener(("tại", "trên", "ở"))
_ORDERS = Opener(("kế hoạch", "quyết định", "chương trình", "chỉ thị", "hướng dẫn", "nghị quyết"))
"""Documents that something is done by: "theo"; others are only cited."""
_REPORTS = Opener(("báo cáo", "tờ trình"))
"""Documents that a body has ("đã có Báo cáo số …"), for it reports and does not rule by them."""

_SAYS_BASIS = re.compile(r"\btheo\b", re.IGNORECASE)
_ENDS_IN_PLACE = re.compile(r" tại(?: \S+){1,6}$")
"""A title that ends with a place: the place of the activity only goes on from it."""


def month(day: date) -> str:
    """Return "tháng 02 năm 2026": only January and February take a zero (Decree 30, II.4)."""
    return f"tháng {month_of(day)} năm {day.year}"


def month_of(day: date) -> str:
    """Return "02" or "3": the number of a month as official prose writes it."""
    return f"{day.month:02d}" if day.month <= _PADDED_MONTHS else str(day.month)


def when(activity: Activity) -> str:
    """Return "ngày 05/03/2026", "từ ngày … đến ngày …", "trong tháng 3/2026", "trong quý II/2026".

    An end that says no more than the month or quarter of the start is not told.
    """
    start, until = activity.start, activity.until
    if until and until not in {start.first, start.last}:
        return f"từ {_moment(start)} đến ngày {dates.short(until)}"
    named = _moment(start)
    return named if start.precision is Precision.DAY else f"trong {named}"


def _moment(start: Moment) -> str:
    if start.precision is Precision.DAY:
        return f"ngày {dates.short(start.first)}"
    if start.precision is Precision.MONTH:
        return f"tháng {month_of(start.first)}/{start.first.year}"
    return dates.shown(start)


def table_when(activity: Activity) -> str:
    """Return the dates of an activity as a table shows them."""
    start, until = activity.start, activity.until
    shown = dates.shown(start)
    if start.precision is Precision.MONTH:
        shown = f"tháng {month_of(start.first)}/{start.first.year}"
    ends = until and until not in {start.first, start.last}
    return f"{shown} - {dates.short(until)}" if until and ends else shown


def outcome(activity: Activity) -> str:
    """Return what came of it as it was typed, else what it was about, or ""."""
    return activity.result.strip() or activity.content.strip()


def where(activity: Activity) -> str:
    """Return " tại phường Kon Tum", or "" where the title names the place already."""
    place = activity.place.rstrip(" .;,")
    if not place or _is_named(place, activity.title):
        return ""
    if _ENDS_IN_PLACE.search(activity.title):
        return f", {place}"
    if _SAYS_WHERE.of(place):
        return f" {place[:1].lower()}{place[1:]}"
    if _ONLINE.of(place):
        return f" theo hình thức {place[:1].lower()}{place[1:]}"
    return f" trên {place}" if _ON.of(place) else f" tại {place}"


def _is_named(place: str, title: str) -> bool:
    """Tell whether a title names a place already, each of several places by its first words."""
    told = title.casefold()
    places = (each.split()[:_WORDS_OF_A_PLACE] for each in place.casefold().split(", "))
    return all(" ".join(words) in told for words in places)


def references(activities: Iterable[Activity]) -> list[DocumentReference]:
    """Return the documents that activities cite, each once."""
    proofs = (proof for activity in activities for proof in activity.evidence)
    cited = [proof.document for proof in proofs if proof.document]
    return list({citation.identity(reference): reference for reference in cited}.values())


def papers(activity: Activity, issuer: str) -> str:
    """Return " theo Kế hoạch số …", " (Công văn số …)": what an activity rests on, or "".

    `issuer` is the body that speaks: of its own documents it need not say whose they are.
    """
    named = [cited(each, issuer) for each in references([activity])]
    if not named:
        return ""
    if len(named) == 1 and _ORDERS.of(named[0]) and not _SAYS_BASIS.search(activity.title):
        return f" theo {named[0]}"
    more = len(named) - _DOCUMENTS_CITED
    rest = [f"{counted(more)} văn bản khác tại Phụ lục III"] if more > 0 else []
    return f" ({'; '.join(named[:_DOCUMENTS_CITED] + rest)})"


def _codes(activity: Activity) -> set[str]:
    return {reading.code for reading in activity.readings}


def issued(activity: Activity, done: str, issuer: str) -> str:
    """Return "ban hành Kế hoạch số 05/KH-SNgV ngày … về …" where the document is the deed."""
    cited_here = references([activity])
    if len(cited_here) != 1 or not cited_here[0].number or not cited_here[0].type_name:
        return ""
    (document,) = cited_here
    found = re.search(rf"\b{re.escape(document.type_name)}\b", done, re.IGNORECASE)
    if found and not found.start() and document.excerpt and "V1" in _codes(activity):
        verb = "có" if _REPORTS.of(document.type_name) else "ban hành"
        return f"{verb} {cited(document, issuer)} {document.excerpt}"
    if not found or not done[: found.start()].endswith("ban hành "):
        return ""
    about = document.excerpt or done[found.end() :].strip()
    return f"{done[: found.start()]}{cited(document, issuer)} {about}".rstrip(" .;")
