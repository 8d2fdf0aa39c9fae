"""A task named by what it is: the plan's title without praise, cut where a sentence may end.

Rule 6 of the wording: what the plan wishes for ("có hiệu quả", "kịp thời") is not what was done,
so that it never opens a result. Rule 8: a document is named by number and day, dd/mm/yyyy.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ttdn_desktop.domain.report_case import upper_first

LONGEST = 130
"""Signs of a name that is still read at a glance; a longer one is cut."""

_SHORTEST = 30
"""No name is cut so short that it says nothing any more."""

_WISHES: tuple[tuple[str, str], ...] = (
    (r"^(?:kịp thời|thường xuyên|chủ động|tích cực|tiếp tục)\s+", ""),
    (r"\s+(?:một cách )?(?:có )?hiệu quả(?=\s+(?:kế|quyết|đề|các|chương)\b)", ""),
    (r"\bnâng cao hiệu quả\s+(?=quản lý|công tác|hoạt động)", ""),
    (r",?\s+(?:theo\s+)?đúng quy định(?: của)?(?: pháp luật)?$", ""),
)  # fmt: skip
"""What the plan wishes for, which is not said of what was done."""

_ADVICE = re.compile(
    r"^[Tt]ham mưu(?: cho)? (?:Ủy ban nhân dân|UBND) tỉnh(?: [A-ZĐ]\w+){0,2}\s+(?=\w)"
)
_APPROVED = re.compile(
    r"(?:thực hiện\s+)?Quyết định số [^“]{3,120}?\s+(?:về\s+)?(?:việc\s+)?phê duyệt\s+"
    r"(?=Đề án|Chương trình|Chiến lược|Dự án)"
)
_ISSUER = re.compile(
    r"((?:Kế hoạch|Chỉ thị|Chương trình) số \S+ ngày \d{1,2}/\d{1,2}/\d{4})"
    r" của (?:Ủy ban nhân dân|UBND) tỉnh(?= về| triển khai| thực hiện)"
)
_ABOUT = re.compile(r"(ngày \d\d/\d\d/\d{4}) (?:về )?(?:triển khai )?(?:thực hiện )?(?=[“A-ZĐ])")
_DAY = re.compile(r"\b(\d{1,2})(?:/| tháng )(\d{1,2})(?:/| năm )(\d{4})\b")
_ENDS = re.compile(
    r"; |, (?:nhất là|đáp ứng|nhằm|góp phần|giai đoạn|bảo đảm|đảm bảo)\b"
    r"| (?:nhằm|để|theo hướng|giữa|cho|là nguồn|thông qua|(?<!giới thiệu )về|trên địa bàn)\b"
)
"""Where a name may end: before what it is for, between whom, through what."""


LONGEST_HEADING = 120
"""Signs of a direction's title that two lines hold; a longer one is shortened."""

_AIMS = re.compile(r"^(?:tăng cường|nâng cao|đẩy mạnh|tiếp tục|chú trọng)\s+", re.IGNORECASE)
_BETWEEN_WHOM = re.compile(
    r" (?:về (?:công tác )?thông tin đối ngoại|giữa|trong|thông qua|ảnh hưởng|trên địa bàn)\b.*"
)


@lru_cache(maxsize=64)
def direction_name(title: str) -> str:
    """Return "Rà soát cơ chế, chính sách; công tác phối hợp; trách nhiệm quản lý nhà nước".

    A direction that two lines do not hold is told by what it is about, part by part: without
    what the plan wishes for behind the first part, and without between whom or about what.
    """
    name = " ".join(title.split()).rstrip(" .;")
    if len(name) <= LONGEST_HEADING:
        return name
    first, *more = name.split("; ")
    parts = [first, *(_AIMS.sub("", each) for each in more)]
    return "; ".join(_BETWEEN_WHOM.sub("", each) for each in parts)


@lru_cache(maxsize=512)
def task_name(title: str) -> str:
    """Return "Triển khai Kế hoạch số 603/KH-UBND ngày 04/03/2022 về Chiến lược …"."""
    name = " ".join(title.split()).rstrip(" .;")
    name = upper_first(_ADVICE.sub("", name))
    for wish, instead in _WISHES:
        name = upper_first(re.sub(wish, instead, name, flags=re.IGNORECASE))
    name = with_short_days(name)
    name = _APPROVED.sub("", name, count=1)
    name = _ISSUER.sub(r"\1", name)
    name = _ABOUT.sub(r"\1 về ", name)
    return _cut(name)


def with_short_days(text: str) -> str:
    """Return a text whose days are all told alike, dd/mm/yyyy (rule 8)."""
    return _DAY.sub(lambda day: f"{int(day[1]):02d}/{int(day[2]):02d}/{day[3]}", text)


def _cut(name: str) -> str:
    """Return a name up to its first end past which nothing is needed, never within quotes."""
    first = name.split("; ", maxsplit=1)[0]
    name = first if len(first) >= _SHORTEST and _is_whole(first) else name
    if len(name) <= LONGEST:
        return name
    ends = [found.start() for found in _ENDS.finditer(name)]
    fit = [end for end in ends if _SHORTEST <= end <= LONGEST and _is_whole(name[:end])]
    return name[: fit[-1]].rstrip(" ,;:") if fit else name


def _is_whole(text: str) -> bool:
    return text.count("“") == text.count("”") and text.count("(") == text.count(")")
