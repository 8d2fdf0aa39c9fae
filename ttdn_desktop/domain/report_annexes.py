"""The report's annexes: coverage of every task, the figures, the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import citation, counting, dates
from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.document import (
    Align,
    Annex,
    Column,
    Orientation,
    Row,
    RowKind,
    Table,
)
from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.domain.funding import Source
from ttdn_desktop.domain.indicator import IndicatorKind
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.numbers import grouped
from ttdn_desktop.domain.plan import ItemKind
from ttdn_desktop.domain.plan_year import plan_year
from ttdn_desktop.domain.progress import TaskState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.counting import Figure
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

NAMES = (
    ("Phụ lục I", "Kết quả theo nhiệm vụ"),
    ("Phụ lục II", "Số liệu tổng hợp"),
    ("Phụ lục III", "Danh mục tài liệu kiểm chứng"),
)
SOURCES = {
    Source.INVESTMENT: "chi đầu tư phát triển",
    Source.RECURRENT: "chi thường xuyên",
    Source.PROGRAMME: "chương trình mục tiêu, đề án",
    Source.SOCIAL: "xã hội hóa",
    Source.AID: "viện trợ",
    Source.OTHER: "nguồn khác",
}
INVOLVEMENTS = {
    Involvement.LEAD: "chủ trì",
    Involvement.SUPPORT: "phối hợp",
    Involvement.COMMON: "chung",
    Involvement.OPTIONAL: "khi có",
    None: "khi có",
}
STATES = {
    None: "Chưa nhập",
    TaskState.NONE: "Không phát sinh",
    TaskState.NOT_STARTED: "Chưa triển khai",
    TaskState.IN_PROGRESS: "Đang triển khai",
    TaskState.DONE: "Có kết quả",
    TaskState.SEPARATE: "Báo cáo riêng theo chế độ mật",
}
KINDS = {
    EvidenceKind.FILE: "Tệp",
    EvidenceKind.LINK: "Đường dẫn",
    EvidenceKind.DOCUMENT: "Văn bản",
}
_TASK_COLUMNS = (
    Column("TT", 0.06, Align.CENTER),
    Column("Nhiệm vụ / hoạt động", 0.34),
    Column("Vai trò", 0.09, Align.CENTER),
    Column("Thời gian, địa điểm", 0.15),
    Column("Kết quả, số liệu", 0.25),
    Column("Tài liệu kiểm chứng", 0.11, Align.CENTER),
)
_FIGURE_COLUMNS = (
    Column("TT", 0.08, Align.CENTER),
    Column("Chỉ tiêu", 0.40),
    Column("Đơn vị tính", 0.14, Align.CENTER),
    Column("Chủ trì, tham mưu", 0.13, Align.RIGHT),
    Column("Phối hợp, tham gia", 0.13, Align.RIGHT),
    Column("Ghi chú", 0.12),
)
_EVIDENCE_COLUMNS = (
    Column("Mã", 0.09, Align.CENTER),
    Column("Tên, trích yếu", 0.49),
    Column("Loại", 0.12, Align.CENTER),
    Column("Ngày", 0.13, Align.CENTER),
    Column("Hoạt động", 0.17, Align.CENTER),
)


def annexes(facts: ReportFacts) -> tuple[Annex, ...]:
    """Return annex I (landscape), II and III."""
    guide = _guide(facts)
    tables = (
        ("tasks", Orientation.LANDSCAPE, Table(_TASK_COLUMNS, tuple(_task_rows(facts))), ""),
        (
            "figures",
            Orientation.PORTRAIT,
            Table(_FIGURE_COLUMNS, tuple(_figure_rows(facts))),
            "Không có số liệu được ghi nhận trong kỳ.",
        ),
        (
            "evidence",
            Orientation.PORTRAIT,
            Table(_EVIDENCE_COLUMNS, tuple(_evidence_rows(facts))),
            "Không có tài liệu kiểm chứng được ghi nhận trong kỳ.",
        ),
    )
    return tuple(
        Annex(f"annex.{key}", label, title.upper(), guide, orientation, table, empty=empty)
        for (label, title), (key, orientation, table, empty) in zip(NAMES, tables, strict=True)
    )


def _guide(facts: ReportFacts) -> str:
    number = facts.head.number_line.removeprefix("Số:").strip()
    day = f"ngày      tháng {facts.day.month:{'02d' if facts.day.month <= 2 else 'd'}}"  # noqa: PLR2004
    return f"(Kèm theo Báo cáo số      {number} {day} năm {facts.day.year} của {facts.body.name})"


# --------------------------------------------------------------------- I. theo nhiệm vụ


def _task_rows(facts: ReportFacts) -> Iterator[Row]:
    for group in facts.version.groups:
        items = [item for item in facts.tasks() if item.code.partition(".")[0] == group.code]
        if not items:
            continue
        yield Row(f"annex.tasks.{group.code}", RowKind.GROUP, _band(group.code, group.title))
        for item in items:
            yield from _item_rows(facts, item)
    yield from _other_rows(facts)


def _band(code: str, title: str) -> tuple[str, ...]:
    return (code, title, "", "", "", "")


def _item_rows(facts: ReportFacts, item: ItemFacts) -> Iterator[Row]:
    key = f"annex.tasks.{item.code}"
    cells = (
        item.code,
        item.item.title,
        INVOLVEMENTS[item.involvement],
        getattr(item.item, "period_text", ""),
        _standing(item),
        _evidence_standing(item),
    )
    yield Row(key, RowKind.HEADING, cells, tuple(activity.id for activity in item.activities))
    if item.state is TaskState.SEPARATE:
        return
    for activity in item.activities:
        yield _activity_row(facts, item, activity)


def _standing(item: ItemFacts) -> str:
    state = STATES[item.state]
    if item.activities and item.state is not TaskState.SEPARATE:
        return f"{state}: {len(item.activities)} hoạt động"
    return f"{state}: {words.lower_first(item.reason)}" if item.reason else state


def _evidence_standing(item: ItemFacts) -> str:
    if not item.activities or item.state is TaskState.SEPARATE:
        return ""
    missing = sum(not activity.evidence for activity in item.activities)
    return f"Thiếu {missing}" if missing else "Đủ"


def _activity_row(facts: ReportFacts, item: ItemFacts, activity: Activity) -> Row:
    cells = (
        activity.code,
        activity.title,
        words.PARTS[activity.part],
        "\n".join(filter(None, (words.table_when(activity), activity.place))),
        _outcome(facts, item, activity),
        ", ".join(evidence.code for evidence in activity.evidence) or "–",
    )
    return Row(
        f"annex.tasks.{item.code}.{_lasting(activity)}", RowKind.ENTRY, cells, (activity.id,)
    )


def _lasting(activity: Activity) -> str:
    """Return what names an activity in every folder: its short code and the year of the code."""
    return f"{activity.code}.{plan_year(activity.start.first)}"


def _outcome(facts: ReportFacts, item: ItemFacts, activity: Activity) -> str:
    first = facts.first_told_at(activity)
    if item.kind is ItemKind.TASK and first != item.code:
        return f"Đã tính tại {first}"
    figures = words.listed(facts.figures((activity,)))
    return "\n".join(filter(None, (activity.result, words.sentence(figures) if figures else "")))


def _other_rows(facts: ReportFacts) -> Iterator[Row]:
    """Activities for directions and duties alone: under one band, without a task's heading."""
    tasks = {item.item.id for item in facts.tasks()}
    others = [item for item in facts.items if item.kind is not ItemKind.TASK and item.activities]
    shown: set[str] = set()
    for item in others:
        for activity in item.activities:
            if activity.id in shown or tasks.intersection(activity.item_ids):
                continue
            if not shown:
                title = "Nhiệm vụ, giải pháp chung (mục II) và trách nhiệm (mục IV của Kế hoạch)"
                yield Row("annex.tasks.other", RowKind.GROUP, _band("", title))
            shown.add(activity.id)
            yield _activity_row(facts, item, activity)


# ------------------------------------------------------------------- II. số liệu tổng hợp


def _figure_rows(facts: ReportFacts) -> Iterator[Row]:
    figures = facts.figures(facts.activities)
    if figures:
        yield Row("annex.figures.a", RowKind.GROUP, _band("A", "SỐ LIỆU HOẠT ĐỘNG"))
    for number, figure in enumerate(figures, start=1):
        yield from _one_figure(number, figure)
    yield from _money_rows(facts)


def _one_figure(number: int, figure: Figure) -> Iterator[Row]:
    indicator = figure.indicator
    key = f"annex.figures.{indicator.code}"
    cells = (
        str(number),
        indicator.name,
        indicator.unit,
        _number(figure.value),
        _number(figure.shared),
        _remark(figure),
    )
    yield Row(key, RowKind.HEADING, cells, figure.records)
    for split, value in figure.parts:
        row = ("", f"Trong đó: {split.value}", indicator.unit, grouped(value), "", "")
        yield Row(f"{key}.{split.name}.{split.value}", RowKind.PART, row, figure.records)


def _number(value: Decimal | None) -> str:
    return "" if value is None else grouped(value)


def _remark(figure: Figure) -> str:
    remarks = []
    if figure.approximate:
        remarks.append("số ước lượng (khoảng)")
    if figure.indicator.kind is not IndicatorKind.FLOW and figure.as_of:
        remarks.append(f"tại ngày {dates.short(figure.as_of)}")
    if figure.estimate is not None:
        remarks.append(f"ước cả năm: {grouped(figure.estimate)}")
    return "; ".join(remarks)


def _money_rows(facts: ReportFacts) -> Iterator[Row]:
    amounts = counting.money(facts.activities)
    if amounts:
        yield Row("annex.figures.b", RowKind.GROUP, _band("B", "KINH PHÍ THỰC HIỆN (ĐỒNG)"))
    for number, each in enumerate(amounts, start=1):
        planned = f"dự toán: {grouped(each.planned)}" if each.planned else ""
        name = f"{SOURCES[each.source][:1].upper()}{SOURCES[each.source][1:]}"
        cells = (str(number), name, "đồng", grouped(each.spent), "", planned)
        yield Row(f"annex.figures.money.{each.source}", RowKind.HEADING, cells, each.records)


# ------------------------------------------------------------------ III. tài liệu kiểm chứng


def _evidence_rows(facts: ReportFacts) -> Iterator[Row]:
    users: dict[str, list[Activity]] = {}
    proofs: dict[str, Evidence] = {}
    for activity in facts.activities:
        for evidence in activity.evidence:
            proofs[evidence.id] = evidence
            users.setdefault(evidence.id, []).append(activity)
    for evidence in sorted(proofs.values(), key=lambda each: code_order(each.code)):
        codes = ", ".join(activity.code for activity in users[evidence.id])
        cells = (evidence.code, _name(evidence), KINDS[evidence.kind], _day(evidence), codes)
        key = f"annex.evidence.{evidence.code}.{plan_year(users[evidence.id][0].start.first)}"
        yield Row(key, RowKind.ENTRY, cells, (evidence.id,))


def code_order(code: str) -> tuple[str, int]:
    """Return the order of short codes: E2 before E10."""
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :] or 0)


def _name(evidence: Evidence) -> str:
    if evidence.document:
        return citation.full(evidence.document)
    return evidence.url if evidence.kind is EvidenceKind.LINK else evidence.name


def _day(evidence: Evidence) -> str:
    day = evidence.document.issued_on if evidence.document else evidence.dated
    return dates.short(day) if day else ""
