"""The report's wording, section by section, read top to bottom as the report reads.

Outline and sentences follow the model of a department's yearly report: I chỉ đạo, II kết quả by
the five directions of the plan, III đánh giá, IV phương hướng, V kiến nghị, then the annexes.
Text never praises: adjectives of judgement are the officer's own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from ttdn_desktop.domain import counting, dates, report_annexes
from ttdn_desktop.domain import report_sentences as words
from ttdn_desktop.domain.activity import Cause
from ttdn_desktop.domain.document import Block, Document, Role, Sentence
from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.domain.involvement import Involvement
from ttdn_desktop.domain.numbers import counted, grouped, in_millions
from ttdn_desktop.domain.plan import Direction, ItemKind
from ttdn_desktop.domain.progress import TaskState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.report_facts import ItemFacts, ReportFacts

GROUPED_FROM = 3
"""From so many activities up an item is told as one sentence of sums (rule 2 of the wording)."""

HIGHLIGHTS = 2
_OWN_PLAN = "IV.1"
_OFFICER_TASK = "3.4"
_LETTERS = "abcdđeghiklmnopqrstuvxy"


def compose(facts: ReportFacts) -> Document:
    """Return the whole report as a tree."""
    return Document(
        title=f"Báo cáo {subject(facts).lower()}",
        author=facts.body.name,
        dated=facts.day,
        head=facts.head,
        body=tuple(_body(facts)),
        closing=facts.closing,
        annexes=report_annexes.annexes(facts),
    )


def subject(facts: ReportFacts) -> str:
    """Return the trích yếu."""
    return f"Kết quả thực hiện công tác thông tin đối ngoại năm {facts.round.year}"


def subject_note(plan_name: str, issuer: str) -> str:
    """Return the line in brackets under the trích yếu."""
    return f"(theo {plan_name} của {issuer})"


def _body(facts: ReportFacts) -> Iterator[Block]:
    yield from _opening(facts)
    yield _heading("i", Role.SECTION, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI")
    yield from _direction_work(facts)
    yield _heading("ii", Role.SECTION, "II. KẾT QUẢ THỰC HIỆN")
    for number, direction in enumerate(facts.version.directions, start=1):
        yield from _clause(facts, number, direction)
    yield _heading("iii", Role.SECTION, "III. ĐÁNH GIÁ CHUNG")
    yield from _assessment(facts)
    yield _heading("iv", Role.SECTION, f"IV. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {facts.round.year + 1}")
    yield from _outlook(facts)
    yield _heading("v", Role.SECTION, "V. ĐỀ XUẤT, KIẾN NGHỊ")
    yield from _proposals(facts)
    yield from _ending(facts)


def _heading(key: str, role: Role, text: str) -> Block:
    return Block(f"{key}.heading", role, (Sentence(text),))


def _paragraph(key: str, *texts: str, role: Role = Role.BODY) -> Block:
    return Block(key, role, tuple(Sentence(text) for text in texts if text))


def _gap(key: str, text: str) -> Block:
    return Block(f"{key}.gap", Role.GAP, (Sentence(f"[{text}]"),))


# ------------------------------------------------------------------------------ mở đầu


def _opening(facts: ReportFacts) -> Iterator[Block]:
    period = facts.round.period
    yield _paragraph(
        "opening",
        f"Thực hiện {facts.plan_name} của {facts.issuer_name} về {facts.version.plan.subject} "
        f"(sau đây gọi tắt là Kế hoạch), {facts.body.name} báo cáo kết quả thực hiện năm "
        f"{facts.round.year} như sau:",
    )
    yield _paragraph(
        "opening.period",
        f"(Số liệu tính từ ngày {dates.short(period.first)} đến ngày {dates.short(period.last)}.)",
    )
    if period.first < facts.version.plan.month <= period.last:
        yield _paragraph("opening.two_plans", _two_plans(facts))


def _two_plans(facts: ReportFacts) -> str:
    plan = facts.version.plan
    month = f"tháng {plan.month.month}/{plan.month.year}"
    return (
        f"Kỳ báo cáo có hai kế hoạch: từ ngày {dates.short(facts.round.period.first)} đến khi ban "
        f"hành Kế hoạch, {facts.body.short} thực hiện {plan.replaces} của {facts.issuer_name}; "
        f"từ {month} thực hiện Kế hoạch thay thế."
    )


# --------------------------------------------------------------- I. chỉ đạo, triển khai


def _direction_work(facts: ReportFacts) -> Iterator[Block]:
    duties = [item for item in facts.items if item.kind is ItemKind.DUTY]
    for duty in sorted(duties, key=lambda item: item.code):
        if duty.code == _OWN_PLAN:
            yield from _item(facts, duty, "i")
            yield from _officer(facts)
        elif duty.must_answer or duty.activities:
            yield from _item(facts, duty, "i", lead_in=f"Thực hiện trách nhiệm tại mục {duty.code}: ")


def _officer(facts: ReportFacts) -> Iterator[Block]:
    if facts.officer is None:
        return
    mode = "chuyên trách" if facts.officer.full_time else "kiêm nhiệm"
    basis = f" theo {facts.officer.decision}" if facts.officer.decision else ""
    task = f" (nhiệm vụ {_OFFICER_TASK})" if facts.codes_shown else ""
    yield _paragraph(
        "i.officer",
        f"{_subject(facts)} phân công 01 {facts.body.staff} {mode} phụ trách công tác thông tin "
        f"đối ngoại{basis}{task}.",
    )


# ------------------------------------------------------------------ II. kết quả thực hiện


def _clause(facts: ReportFacts, number: int, direction: Direction) -> Iterator[Block]:
    key = f"ii.{number}"
    yield _heading(key, Role.CLAUSE, f"{number}. {direction.title}")
    own = [item for item in facts.items if item.item.id == direction.id]
    tasks = [item for item in facts.tasks() if _belongs(facts, item, direction)]
    for item in own:
        if item.activities or item.state or (item.must_answer and not tasks):
            yield from _item(facts, item, key)
    yield from _groups(facts, key, [item for item in tasks if _told(item)])
    yield from _stated(facts, key, tasks)
    if tasks and direction is facts.version.directions[-1]:
        yield from _money(facts)


def _belongs(facts: ReportFacts, item: ItemFacts, direction: Direction) -> bool:
    group = item.code.partition(".")[0]
    return any(
        each.code == group and each.direction_code == direction.code
        for each in facts.version.groups
    )


def _told(item: ItemFacts) -> bool:
    return item.state in {TaskState.DONE, TaskState.IN_PROGRESS}


def _groups(facts: ReportFacts, key: str, items: Sequence[ItemFacts]) -> Iterator[Block]:
    labels = {
        f"Nhiệm vụ {facts.body.name} chủ trì": {Involvement.LEAD},
        "Nhiệm vụ phối hợp": {Involvement.SUPPORT, Involvement.OPTIONAL, None},
        "Nhiệm vụ chung": {Involvement.COMMON},
    }
    filled = [
        (label, [item for item in items if item.involvement in kinds])
        for label, kinds in labels.items()
    ]
    filled = [(label, group) for label, group in filled if group]
    for place, (label, group) in enumerate(filled):
        if len(filled) > 1:
            text = f"{_LETTERS[place]}) {label}"
            yield Block(f"{key}.{_LETTERS[place]}", Role.POINT, (Sentence(text),))
        for item in group:
            yield from _item(facts, item, key, lead_in=_lead_in(facts, item), role=Role.BULLET)


def _lead_in(facts: ReportFacts, item: ItemFacts) -> str:
    code = f" (nhiệm vụ {item.code})" if facts.codes_shown else ""
    return f"{item.item.title.rstrip('.')}{code}: "


def _item(
    facts: ReportFacts,
    item: ItemFacts,
    key: str,
    lead_in: str = "",
    role: Role = Role.BODY,
) -> Iterator[Block]:
    """Tell one item: its activities, or the state that was set, or the gap."""
    key = f"{key}.{item.code.lower()}"
    sentences = list(_sentences(facts, item))
    if item.state is TaskState.SEPARATE:
        sentences = [Sentence(f"{_subject(facts)} có báo cáo riêng theo chế độ mật.")]
    elif item.state is None and item.must_answer:
        yield _gap(key, f"Chưa nhập: {_named(item)}. Bổ sung trước khi trình ký")
        return
    elif not sentences:
        sentences = [Sentence(_set_state(facts, item))]
    if lead_in:
        sentences[0] = Sentence(lead_in + sentences[0].text, sentences[0].records)
    yield Block(f"{key}.result", role, tuple(sentences))


def _named(item: ItemFacts) -> str:
    kinds = {ItemKind.TASK: "nhiệm vụ", ItemKind.DIRECTION: "mục", ItemKind.DUTY: "mục"}
    return f"{kinds[item.kind]} {item.code} ({words.lower_first(item.item.title.rstrip('.'))})"


def _set_state(facts: ReportFacts, item: ItemFacts) -> str:
    texts = {
        TaskState.NONE: "không có hoạt động phát sinh trong kỳ",
        TaskState.NOT_STARTED: "chưa triển khai trong kỳ",
        TaskState.IN_PROGRESS: "đang triển khai",
        TaskState.DONE: "đã có kết quả",
    }
    reason = f": {words.lower_first(item.reason)}" if item.reason else ""
    return words.sentence(f"{_subject(facts)} {texts[item.state or TaskState.NONE]}{reason}")


def _sentences(facts: ReportFacts, item: ItemFacts) -> Iterator[Sentence]:
    here = [each for each in item.activities if facts.first_told_at(each) == item.code]
    if len(here) < GROUPED_FROM:
        yield from (_one(facts, activity) for activity in here)
    else:
        yield _many(facts, here)
        for activity in [each for each in here if each.highlight][:HIGHLIGHTS]:
            yield Sentence(f"Nổi bật: {words.lower_first(_one(facts, activity).text)}", (activity.id,))
    yield from _elsewhere(facts, item)


def _one(facts: ReportFacts, activity: Activity) -> Sentence:
    told = words.told(activity, _subject(facts), facts.figures((activity,)))
    return Sentence(told + _issued(activity), (activity.id,))


def _issued(activity: Activity) -> str:
    documents = [e.document.written for e in activity.evidence if e.kind is EvidenceKind.DOCUMENT and e.document]
    return f" (Văn bản: {'; '.join(documents)}.)" if documents else ""


def _many(facts: ReportFacts, activities: Sequence[Activity]) -> Sentence:
    parts = [
        (part, sum(activity.part is part for activity in activities)) for part in words.PARTS
    ]
    shares = [f"{words.PARTS[part]} {counted(number)}" for part, number in parts if number]
    spread = f" ({', '.join(shares)})" if len(shares) > 1 else ""
    verb = words.PARTS[activities[0].part] if len(shares) == 1 else "thực hiện"
    text = f"Trong kỳ, {_subject(facts)} đã {verb} {counted(len(activities))} hoạt động{spread}"
    if figures := words.listed(facts.figures(tuple(activities))):
        text += f": {figures}"
    return Sentence(words.sentence(text), tuple(activity.id for activity in activities))


def _elsewhere(facts: ReportFacts, item: ItemFacts) -> Iterator[Sentence]:
    places: dict[str, list[Activity]] = {}
    for activity in item.activities:
        if (code := facts.first_told_at(activity)) != item.code:
            places.setdefault(code, []).append(activity)
    if not places:
        return
    counts = [f"{counted(len(acts))} hoạt động tại {_place(code)}" for code, acts in places.items()]
    records = tuple(activity.id for acts in places.values() for activity in acts)
    yield Sentence(f"Thực hiện lồng ghép qua {words.joined(counts)} (không tính lặp số liệu).", records)


def _place(code: str) -> str:
    return f"nhiệm vụ {code}" if code[0].isdigit() else f"mục {code} của Kế hoạch"


def _stated(facts: ReportFacts, key: str, items: Sequence[ItemFacts]) -> Iterator[Block]:
    """Close a clause: báo cáo riêng, không phát sinh in one sentence, then the gaps."""
    separate = [item for item in items if item.state is TaskState.SEPARATE]
    if separate:
        text = f"Đối với {_codes(separate)}, {_subject(facts)} có báo cáo riêng theo chế độ mật."
        yield _paragraph(f"{key}.separate", text)
    nothing = [item for item in items if item.state is TaskState.NONE]
    if nothing:
        text = f"{_subject(facts)} không có hoạt động phát sinh trong kỳ đối với {_codes(nothing)}"
        yield _paragraph(f"{key}.none", words.sentence(text + _reasons(nothing)))
    for item in items:
        if item.state is None:
            yield _gap(f"{key}.{item.code}", f"Chưa nhập: {_named(item)}. Bổ sung trước khi trình ký")


def _codes(items: Sequence[ItemFacts]) -> str:
    tasks = [item.code for item in items]
    return ("các nhiệm vụ " if len(tasks) > 1 else "nhiệm vụ ") + words.joined(tasks)


def _reasons(items: Sequence[ItemFacts]) -> str:
    reasons = [(item.code, item.reason) for item in items if item.reason]
    if not reasons:
        return ""
    if len(items) == 1:
        return f" ({words.lower_first(reasons[0][1].rstrip('.'))})"
    told = [f"{code}: {words.lower_first(reason.rstrip('.'))}" for code, reason in reasons]
    return f" ({'; '.join(told)})"


def _money(facts: ReportFacts) -> Iterator[Block]:
    amounts = counting.money(facts.activities)
    if not amounts:
        yield _gap("ii.5.funding", "Chưa nhập kinh phí thực hiện trong kỳ. Bổ sung trước khi trình ký")
        return
    records = tuple(dict.fromkeys(record for each in amounts for record in each.records))
    text = words.sentence("; ".join(_money_parts(amounts)))
    yield Block("ii.5.funding", Role.BODY, (Sentence(text, records),))


def _money_parts(amounts: Sequence[counting.Money]) -> Iterator[str]:
    planned, spent = counting.state_budget(amounts)
    state = [each for each in amounts if each.source in counting.STATE_SOURCES]
    if state:
        named = words.joined([report_annexes.SOURCES[each.source] for each in state])
        text = f"kinh phí ngân sách nhà nước thực hiện trong kỳ là {in_millions(spent)}"
        if planned:
            share = grouped(round(Decimal(spent) * 100 / planned, 1))
            text += f"/{in_millions(planned)} dự toán (đạt {share}%)"
        yield f"{text}, từ nguồn {named}"
    for each in amounts:
        if each.source not in counting.STATE_SOURCES and each.spent:
            yield f"nguồn {report_annexes.SOURCES[each.source]}: {in_millions(each.spent)}"


# ----------------------------------------------------------------------- III. đánh giá


def _assessment(facts: ReportFacts) -> Iterator[Block]:
    yield _heading("iii.1", Role.CLAUSE, "1. Ưu điểm")
    yield _paragraph("iii.1.coverage", _coverage(facts))
    yield _heading("iii.2", Role.CLAUSE, "2. Tồn tại, hạn chế")
    yield from _shortcomings(facts)
    yield _heading("iii.3", Role.CLAUSE, "3. Nguyên nhân, khó khăn, vướng mắc")
    yield from _obstacles(facts)


def _coverage(facts: ReportFacts) -> str:
    led = [item for item in facts.tasks() if item.involvement is Involvement.LEAD]
    asked = led or [item for item in facts.tasks() if item.must_answer]
    kind = "được giao chủ trì" if led else "phải báo cáo"
    done = sum(bool(item.activities) or item.state is TaskState.DONE for item in asked)
    return (
        f"Trong {counted(len(asked))} nhiệm vụ {kind}, {counted(done)} nhiệm vụ có hoạt động, "
        f"kết quả trong kỳ."
    )


def _shortcomings(facts: ReportFacts) -> Iterator[Block]:
    late = [item for item in facts.items if item.state is TaskState.NOT_STARTED]
    for item in late:
        reason = f": {words.lower_first(item.reason.rstrip('.'))}" if item.reason else ""
        text = words.sentence(f"Chưa triển khai {_named(item)}{reason}")
        yield _paragraph(f"iii.2.{item.code.lower()}", text, role=Role.BULLET)
    if not late:
        yield _paragraph("iii.2.none", "Không có nhiệm vụ chưa triển khai được ghi nhận trong kỳ.")


def _obstacles(facts: ReportFacts) -> Iterator[Block]:
    causes = {
        Cause.OBJECTIVE: "Khách quan",
        Cause.SUBJECTIVE: "Chủ quan",
        None: "",
    }
    found = False
    for cause, label in causes.items():
        told = _gathered(facts.activities, cause)
        if told:
            found = True
            name = f"iii.3.{cause or 'other'}"
            text = "; ".join(words.lower_first(each) for each in told)
            line = words.sentence(f"{label}: {text}" if label else text)
            yield Block(name, Role.BULLET, (Sentence(line, tuple(told.values())),))
    if not found:
        yield _paragraph("iii.3.none", "Không có khó khăn, vướng mắc được ghi nhận trong kỳ.")


def _gathered(activities: Iterable[Activity], cause: Cause | None) -> dict[str, str]:
    return {
        obstacle.text.rstrip(" ."): activity.id
        for activity in activities
        for obstacle in activity.obstacles
        if obstacle.cause is cause
    }


# ------------------------------------------------------- IV. phương hướng, V. kiến nghị


def _outlook(facts: ReportFacts) -> Iterator[Block]:
    year = facts.round.year + 1
    lines = list(_tasks_ahead(facts, year))
    late = [item for item in facts.tasks() if item.state in {None, TaskState.NOT_STARTED}]
    if late:
        lines.append(f"Triển khai {_codes(late)} chưa thực hiện trong năm {facts.round.year}.")
    for number, line in enumerate(lines, start=1):
        yield _paragraph(f"iv.{number}", f"{number}. {line}")


def _tasks_ahead(facts: ReportFacts, year: int) -> Iterator[str]:
    verbs = {
        Involvement.LEAD: "Tiếp tục thực hiện các nhiệm vụ được giao chủ trì",
        Involvement.SUPPORT: "Phối hợp thực hiện các nhiệm vụ được giao phối hợp",
        Involvement.COMMON: "Thực hiện các nhiệm vụ chung",
    }
    running = {task.code for task in facts.version.tasks if task.runs_in(year)}
    for involvement, verb in verbs.items():
        codes = [i.code for i in facts.tasks() if i.involvement is involvement and i.code in running]
        if codes:
            yield f"{verb} ({', '.join(codes)})." if facts.codes_shown else f"{verb}."


def _proposals(facts: ReportFacts) -> Iterator[Block]:
    told: dict[str, str] = {}
    for activity in facts.activities:
        for proposal in activity.proposals:
            to = f"Đề nghị {proposal.addressee}: " if proposal.addressee else ""
            told.setdefault(words.sentence(to + proposal.text), activity.id)
    for number, (text, record) in enumerate(told.items(), start=1):
        yield Block(f"v.{number}", Role.BODY, (Sentence(f"{number}. {text}", (record,)),))
    if not told:
        yield _paragraph("v.none", f"{_subject(facts)} không có đề xuất, kiến nghị trong kỳ.")


def _ending(facts: ReportFacts) -> Iterator[Block]:
    names = "; ".join(f"{label}: {title}" for label, title in report_annexes.NAMES)
    yield _paragraph("ending.annexes", f"(Kèm theo {names}.)")
    to = f", kính gửi {facts.recipient} tổng hợp" if facts.recipient else ""
    yield _paragraph(
        "ending",
        f"Trên đây là báo cáo kết quả thực hiện công tác thông tin đối ngoại năm "
        f"{facts.round.year} của {facts.body.name}{to}./.",
    )


def _subject(facts: ReportFacts) -> str:
    return facts.body.short
