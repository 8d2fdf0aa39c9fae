"""Planned line breaks of names and titles, so that every word processor breaks them alike."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Measure = Callable[[str], float]

_MOST_LINES = 4
_ALONE = 1.0  # one word alone on a line: only when nothing else fits
_SPLIT = 0.7  # two syllables of one word, or a number and what it counts, parted
_MORE = 0.45  # a line more than needed
_GOOD = 0.1  # credit for a break before "và" or after a comma
_WORDS = (
    "ủy ban, uỷ ban, nhân dân, mặt trận, tổ quốc, việt nam, kon tum, quảng ngãi, thông tin, "
    "truyền thông, đối ngoại, nông nghiệp, phát triển, nông thôn, môi trường, văn hóa, thể thao, "
    "du lịch, khoa học, công nghệ, giáo dục, đào tạo, lao động, thương binh, xã hội, kế hoạch, "
    "đầu tư, tài chính, công thương, nội vụ, ngoại vụ, tư pháp, xây dựng, giao thông, vận tải, "
    "tài nguyên, y tế, dân tộc, tôn giáo, chỉ huy, bộ đội, biên phòng, quân sự, công an, "
    "tuyên giáo, dân vận, tỉnh ủy, đảng ủy, thành phố, phát thanh, truyền hình, ban chấp, "
    "chấp hành, đoàn thanh, thanh niên, cộng sản, phụ nữ, liên hiệp, hội nông, công tác, "
    "kết quả, thực hiện, nhiệm vụ, triển khai, báo cáo, hoạt động, tổng hợp, đội biên, thời gian, "
    "địa điểm, tài liệu, kiểm chứng, chỉ tiêu, đơn vị, chủ trì, tham mưu, phối hợp, tham gia"
)
_TOGETHER = frozenset(_WORDS.split(", "))
_LEADING = frozenset(["và", "tỉnh", "huyện", "xã", "phường"])  # lead what follows: never end a line
_COUNT = re.compile(r"[\d…./]")  # a number, or the dots where one will stand
_SPACE = re.compile("(?<! ) (?! )")  # a run of spaces is a place to fill in, not to break at


def lines(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """Break a text into as few lines as fit `width`, as even as the words allow.

    A word never stands alone when it can be helped; a break before "và" or after a comma is
    preferred when it balances; the syllables of common words stay together. `measure` gives a
    line's width in the unit of `width`. A text too long for four lines stays whole: the word
    processor breaks it.
    """
    words, measure = _SPACE.split(text), cache(measure)
    if measure(text) <= width or len(words) == 1:
        return (text,)
    fewest = _fewest(words, width, measure)
    ways = _fitting(words, fewest, width, measure)
    best = min(ways, key=lambda way: _cost(way, measure), default=(text,))
    if ways and _cost(best, measure) <= _MORE * (fewest + 1) - _GOOD * fewest:
        return best  # a line more costs that much at the least
    ways += _fitting(words, fewest + 1, width, measure)
    return min(ways, key=lambda way: _cost(way, measure), default=(text,))


def _fitting(words: list[str], count: int, width: float, measure: Measure) -> list[tuple[str, ...]]:
    return [way for way in _ways(words, count) if max(map(measure, way)) <= width]


def _fewest(words: list[str], width: float, measure: Measure) -> int:
    count, line = 1, words[0]
    for word in words[1:]:
        line = f"{line} {word}"
        if measure(line) > width:
            count, line = count + 1, word
    return count


def _ways(words: list[str], count: int) -> Iterator[tuple[str, ...]]:
    if count > _MOST_LINES:
        return
    for cuts in combinations(range(1, len(words)), count - 1):
        places = (0, *cuts, len(words))
        yield tuple(" ".join(words[first:last]) for first, last in pairwise(places))


def _cost(way: tuple[str, ...], measure: Measure) -> float:
    widths = [measure(line) for line in way]
    longest = max(widths)
    uneven = sum((1 - width / longest) ** 2 for width in widths)
    alone = sum(_ALONE for line in way if " " not in line)
    breaks = sum(_break_cost(*pair) for pair in pairwise(way))
    return uneven + alone + breaks + _MORE * len(way)


def _break_cost(above: str, below: str) -> float:
    left, right = above.rpartition(" ")[2].lower(), below.partition(" ")[0].lower()
    if right == "và" or left.endswith((",", ";")):
        return -_GOOD
    counted = _COUNT.match(right) or (left[-1:].isdigit() and right in ("tháng", "năm"))
    parted = counted or left in _LEADING or f"{left} {right}" in _TOGETHER
    return _SPLIT if parted else 0.0
