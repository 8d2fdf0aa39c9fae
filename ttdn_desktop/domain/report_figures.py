"""Figures put into words: "09 đoàn vào với 118 lượt khách, gồm Lào 06 đoàn, Campuchia 03 đoàn".

Rules 3 and 4 of the wording: "gồm" only where the parts make up the total, else "trong đó";
"khoảng" for about, "ước thực hiện cả năm" for what is expected, a day for what stands at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain import dates
from ttdn_desktop.domain.counting import Figure
from ttdn_desktop.domain.numbers import counted
from ttdn_desktop.domain.report_case import joined, lower_first, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from ttdn_desktop.domain.indicator import Split

NOUNS = {
    "D1": "đoàn vào",
    "D1N": "lượt khách trong đoàn vào",
    "D2": "đoàn ra",
    "D2N": "lượt người trong đoàn ra",
    "D3": "thỏa thuận quốc tế, bản ghi nhớ ký mới",
    "D3H": "thỏa thuận quốc tế đang có hiệu lực",
    "D4": "cuộc hội đàm, làm việc, giao ban, gặp gỡ hữu nghị",
    "D5": "đoàn báo chí nước ngoài",
    "D5N": "lượt phóng viên nước ngoài",
    "D6": "lao động nước ngoài đang làm việc",
    "D6G": "giấy phép lao động cho người nước ngoài",
    "D7": "lưu học sinh nước ngoài đang học tại tỉnh",
    "D8": "hội nghị, hội thảo quốc tế tổ chức tại tỉnh",
    "M1": "tin, bài về thông tin đối ngoại",
    "M2": "chuyên trang, chuyên mục đang duy trì",
    "M2P": "chương trình phát thanh, truyền hình",
    "M2M": "phút phát thanh, truyền hình",
    "M3": "lượt truy cập, lượt xem lũy kế",
    "M3T": "người theo dõi trang, kênh",
    "M4": "cuộc họp báo, hội nghị cung cấp thông tin cho báo chí",
    "M4N": "lượt người dự họp báo, hội nghị cung cấp thông tin",
    "M5": "tin, vụ thông tin sai sự thật, sai lệch được phát hiện, tiếp nhận",
    "M5X": "tin, vụ thông tin sai sự thật, sai lệch đã xử lý, phản hồi",
    "M6": "tin, bài đấu tranh, phản bác",
    "M7": "thông cáo, văn bản phát ngôn, phản hồi báo chí",
    "M8": "văn bản, tin cung cấp cho cơ quan định hướng tuyên truyền",
    "M9": "tác phẩm gửi dự Giải thưởng toàn quốc về thông tin đối ngoại",
    "M9G": "tác phẩm đạt Giải thưởng toàn quốc về thông tin đối ngoại",
    "P1": "loại ấn phẩm, tài liệu, tờ rơi, sách",
    "P1B": "bản ấn phẩm, tài liệu, tờ rơi, sách",
    "P2": "video clip, phim",
    "P3": "cụm thông tin điện tử công cộng đang hoạt động",
    "P3H": "giờ phát trên cụm thông tin điện tử",
    "P4": "pa nô, áp phích, băng rôn",
    "P4T": "cuộc triển lãm, trưng bày",
    "P4K": "lượt khách xem triển lãm, trưng bày",
    "P5": "mục tư liệu trong hệ thống dữ liệu quảng bá, hồ sơ lập luận",
    "E1": "sự kiện xúc tiến, lễ hội, giao lưu",
    "E1N": "lượt người dự, tham quan sự kiện",
    "E1D": "gian hàng, doanh nghiệp, hợp tác xã tham gia",
    "E2": "cuộc thi tìm hiểu, sáng tác",
    "E2B": "bài, tác phẩm dự thi",
    "I1": "dự án kêu gọi đầu tư được giới thiệu",
    "A1": "chương trình, dự án hợp tác, viện trợ nước ngoài đang thực hiện",
    "A1V": "đồng giá trị hợp tác, viện trợ giải ngân",
    "W1": "tổ chức, cá nhân tham gia sàn thương mại điện tử",
    "W1S": "sản phẩm trên sàn thương mại điện tử",
    "N1": "nông sản được quảng bá ra thị trường nước ngoài",
    "T1": "lớp đào tạo, tập huấn, bồi dưỡng",
    "T1N": "lượt học viên dự đào tạo, tập huấn",
    "T2": "buổi tuyên truyền, phổ biến, sinh hoạt chuyên đề",
    "T2N": "lượt người nghe tuyên truyền, phổ biến",
    "V1": "văn bản chỉ đạo, hướng dẫn, triển khai",
    "K1": "cuộc kiểm tra, giám sát",
    "K1D": "đơn vị được kiểm tra, giám sát",
    "K2": "vụ vi phạm được phát hiện, xử lý",
    "R1": "tập thể được khen thưởng",
    "R1C": "cá nhân được khen thưởng",
    "R3": "cán bộ phụ trách công tác thông tin đối ngoại",
    "C1": "suất quà tặng, hỗ trợ Nhân dân nước bạn",
}
"""What follows the number, by indicator code; other indicators are told as "tên: 03 đơn vị"."""

COMPANIONS = {
    "D1N": "lượt khách",
    "D2N": "lượt người",
    "D5N": "lượt phóng viên",
    "M2M": "phút",
    "M4N": "lượt người dự",
    "P1B": "bản",
    "P4K": "lượt khách xem",
    "E1N": "lượt người dự",
    "E2B": "bài, tác phẩm dự thi",
    "T1N": "lượt học viên",
    "T2N": "lượt người nghe",
    "W1S": "sản phẩm",
}
"""What follows "với" and the number, where a figure may be told as company of its pair."""


_LANGUAGE = "ngon_ngu"
_SORTS = frozenset({"the_loai", "loai_van_ban"})
"""Splits whose parts are themselves what is counted: "03 công văn"."""

_COUNTED_FIRST = {_LANGUAGE: " bằng", "loai_su_kien": "", **dict.fromkeys(_SORTS, "")}
"""Splits told number first, "09 tin, bài bằng tiếng Anh", by what stands before the part."""

_WHOLLY = {
    _LANGUAGE: " bằng {}",
    "cap": " {}",
    "cong_chung": " cho {}",
    "dia_ban": " tại {}",
    "kenh": " trên {}",
    "pham_vi": " {}",
    "vai_tro": "",
}
"""How it is said that a total is wholly of one part, by split; else in brackets."""

_OTHER = "khác"
_ZERO = counted(0)


def listed(figures: Iterable[Figure]) -> str:
    """Return the unit's own figures as a list, or "" where it has none."""
    return "; ".join(_phrases([each for each in figures if _has_own(each)]))


def listed_shared(figures: Iterable[Figure]) -> str:
    """Return the figures that the unit only supported or joined, as a list, or ""."""
    return listed([as_shared(each) for each in figures if each.shared is not None])


def told(figures: Iterable[Figure]) -> str:
    """Return the figures of one activity, whichever part the unit had in it."""
    each = tuple(figures)
    return "; ".join(filter(None, (listed(each), listed_shared(each))))


def amount(value: Decimal | None, *, approximate: bool) -> str:
    """Return "khoảng 250", "03" or "" for what was not read."""
    if value is None:
        return ""
    return f"khoảng {counted(value)}" if approximate else counted(value)


def _has_own(figure: Figure) -> bool:
    return figure.value is not None or figure.estimate is not None


def as_shared(figure: Figure) -> Figure:
    """Return what the unit only supported or joined, as a figure that can be told."""
    return Figure(
        figure.indicator,
        figure.shared,
        figure.shared,
        approximate=figure.shared_approximate,
        shared_approximate=figure.shared_approximate,
        shared_parts=figure.shared_parts,
        as_of=figure.shared_as_of,
        shared_as_of=figure.shared_as_of,
        records=figure.records,
    )


def _phrases(figures: list[Figure]) -> Iterator[str]:
    by_code = {figure.indicator.code: figure for figure in figures if figure.value is not None}
    accompanying: set[str] = set()
    for figure in figures:
        code, pair = figure.indicator.code, figure.indicator.pair or ""
        if code in accompanying:
            continue
        told_together = pair in COMPANIONS and code in by_code and by_code[code].value
        company = by_code.get(pair) if told_together else None
        if company:
            accompanying.add(pair)
        yield _phrase(figure, company)


def _phrase(figure: Figure, company: Figure | None) -> str:
    pieces = []
    if figure.value is not None:
        pieces.append(_amount_of(figure) + _with(company) + _as_of(figure) + parts(figure))
    pieces += [expected(each) for each in (figure, company) if each]
    return "; ".join(filter(None, pieces))


def named(figure: Figure) -> str:
    """Return "07 thỏa thuận quốc tế đang có hiệu lực": a figure by its noun, with nothing else."""
    return _amount_of(figure)


def expected(figure: Figure) -> str:
    """Return "ước thực hiện cả năm 12 đoàn vào", or "" (rule 4)."""
    if figure.estimate is None:
        return ""
    return f"ước thực hiện cả năm {_named(figure, counted(figure.estimate))}"


def _amount_of(figure: Figure) -> str:
    return _named(figure, amount(figure.value, approximate=figure.approximate))


def _named(figure: Figure, number: str) -> str:
    indicator = figure.indicator
    if noun := NOUNS.get(indicator.code):
        return f"{number} {noun}" if number != _ZERO else f"không có {noun}"
    return f"{spelled(lower_first(indicator.name))}: {number} {indicator.unit}"


def _with(company: Figure | None) -> str:
    if company is None:
        return ""
    number = amount(company.value, approximate=company.approximate)
    return f" với {number} {COMPANIONS[company.indicator.code]}"


def _as_of(figure: Figure) -> str:
    return f" tính đến ngày {dates.short(figure.as_of)}" if figure.as_of else ""


def parts(figure: Figure) -> str:
    """Return ", gồm …" where the parts of a split make up the total, else ", trong đó …", or "".

    Only the split read first is told; that one thing is wholly of one sort need not be said.
    """
    if not figure.parts or figure.value == 1:
        return ""
    shares = [(split, value) for split, value in ordered(figure.parts) if value]
    shares = [(split, value) for split, value in shares if split.name == figure.parts[0][0].name]
    if not shares:
        return ""
    if is_whole(figure):
        return _wholly(shares[0][0])
    whole = figure.parts_complete(shares[0][0].name)
    told = [_share(split, counted(value), figure.indicator.unit) for split, value in shares]
    word = "gồm" if whole else "trong đó"
    last = " và " if shares[0][0].name in _COUNTED_FIRST else ", "
    return f", {word} {joined(told, last)}"


def is_whole(figure: Figure) -> bool:
    """Tell whether a total is wholly of the one part that the split read first has."""
    first = [part for part in figure.parts if part[0].name == figure.parts[0][0].name and part[1]]
    return len(first) == 1 and first[0][1] == figure.value


def in_language(figure: Figure) -> bool:
    """Tell whether the split read first is by language."""
    return bool(figure.parts) and figure.parts[0][0].name == _LANGUAGE


def _wholly(split: Split) -> str:
    """Return " bằng tiếng Lào", " (Lào)": what a whole total is, said without its number again."""
    return _WHOLLY.get(split.name, " ({})").format(spelled(label(split)))


def _share(split: Split, number: str, unit: str) -> str:
    """Return "Lào 06 đoàn", "03 công văn"; a unit with a comma of its own is not repeated."""
    if split.name in _COUNTED_FIRST:
        counts = number if split.name in _SORTS and split.value != _OTHER else f"{number} {unit}"
        return f"{counts}{_COUNTED_FIRST[split.name]} {spelled(label(split))}"
    return f"{spelled(label(split))} {number}" + ("" if "," in unit else f" {unit}")


def ordered(parts: Iterable[tuple[Split, Decimal]]) -> list[tuple[Split, Decimal]]:
    """Return parts split by split, the greatest first and "khác" last."""
    given = list(parts)
    names = list(dict.fromkeys(split.name for split, _value in given))
    return sorted(
        given, key=lambda part: (names.index(part[0].name), part[0].value == _OTHER, -part[1])
    )


def label(split: Split) -> str:
    """Return a part by the name it is told by: a language is "tiếng Lào"."""
    bare = split.name != _LANGUAGE or split.value.startswith("tiếng") or split.value == _OTHER
    return split.value if bare else f"tiếng {split.value}"
