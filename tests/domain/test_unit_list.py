"""The bodies of a cell: names come apart where one begins, and nowhere within one."""

from __future__ import annotations

import unicodedata

import pytest

from tests.domain.bodies_here import KNOWN
from ttdn_desktop.domain.unit_list import Doubt, split_units


def names(text: str) -> list[str]:
    return [each.written for each in split_units(text, KNOWN).assignees]


def ids(text: str) -> list[str | None]:
    return [each.unit_id or each.class_id for each in split_units(text, KNOWN).assignees]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Ngoại vụ; Công an tỉnh; Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ, Công an tỉnh, Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ\nCông an tỉnh\nSở Văn hóa, Thể thao và Du lịch",
        "Sở\nNgoại vụ; Công\nan tỉnh; Sở Văn hóa, Thể\nthao và\nDu lịch",
        "- Sở Ngoại vụ\n- Công an tỉnh\n- Sở Văn hóa, Thể thao và Du lịch.",
        "1. Sở Ngoại vụ\n2. Công an tỉnh\n3. Sở Văn hóa, Thể thao và Du lịch",
        "a) Sở Ngoại vụ; b) Công an tỉnh; c) Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ, Công an tỉnh và Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ + Công an tỉnh + Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ/Công an tỉnh/Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ - Công an tỉnh - Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ Công an tỉnh Sở Văn hóa, Thể thao và Du lịch",
        "Sở Ngoại vụ (cơ quan thường trực); Công an tỉnh (b/c); Sở Văn hóa, Thể thao và Du lịch",
    ],
)
def test_that_names_come_apart_whatever_stands_between_them(text: str) -> None:
    wanted = ["Sở Ngoại vụ", "Công an tỉnh", "Sở Văn hóa, Thể thao và Du lịch"]

    assert names(text) == wanted
    assert ids(text) == wanted
    assert split_units(text, KNOWN).doubts == ()
    assert names(unicodedata.normalize("NFD", text)) == wanted
    assert ids(text.upper()) == wanted


@pytest.mark.parametrize(
    "name",
    [
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Giáo dục và Đào tạo",
        "Đài Phát thanh và Truyền hình tỉnh",
        "Báo và Phát thanh, Truyền hình",
        "Liên minh Hợp tác xã",
        "Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch",
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh",
        "Ban Quản lý Khu công nghiệp và Đô thị",
        "Các sở, ban, ngành",
        "UBND các huyện, thành phố",
        "Các địa phương, đơn vị có liên quan",
        "Các địa phương, đơn vị (có) liên quan",
        "các tổ chức chính trị - xã hội",
        "các tổ chức chính trị - xã hội - nghề nghiệp",
        "Các sở, ban, ngành, địa phương, đơn vị có liên quan",
        "Các sở, ban, ngành và địa phương liên quan",
        "Thủ trưởng các sở, ban, ngành",
    ],
)
def test_that_a_name_is_not_cut_at_the_signs_within_it(name: str) -> None:
    assert names(name) == [name]
    assert names(name.replace(" ", "\n")) == [name]
    assert names(f"Sở Nội vụ; {name}, Công an tỉnh") == ["Sở Nội vụ", name, "Công an tỉnh"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Sở Du lịch; Sở Xây dựng, Sở Tư pháp và UBND các xã, phường",
            ["Sở Du lịch", "Sở Xây dựng", "Sở Tư pháp", "UBND các xã, phường"],
        ),
        ("Văn phòng\nUBND tỉnh\nSở Nội vụ", ["Văn phòng UBND tỉnh", "Sở Nội vụ"]),
        (
            "Hội Liên hiệp\nPhụ nữ tỉnh\nHội Nông dân tỉnh",
            ["Hội Liên hiệp Phụ nữ tỉnh", "Hội Nông dân tỉnh"],
        ),
        (
            "Các sở, ban, ngành, Hội Nông dân tỉnh, Công an tỉnh",
            ["Các sở, ban, ngành", "Hội Nông dân tỉnh", "Công an tỉnh"],
        ),
        ("MTTQ và các đoàn thể", ["MTTQ", "các đoàn thể"]),
        ("UBND các huyện, thành phố Kon Tum", ["UBND các huyện", "thành phố Kon Tum"]),
        (
            "Báo Gia Lai, Đài Phát thanh và Truyền hình Gia Lai",
            ["Báo Gia Lai", "Đài Phát thanh và Truyền hình Gia Lai"],
        ),
    ],
)
def test_that_bodies_nobody_here_knows_come_apart_too(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("các Sở: Tài chính, Công Thương", ["Sở Tài chính", "Sở Công Thương"]),
        ("Sở: Tài chính; Nội vụ", ["Sở Tài chính", "Sở Nội vụ"]),
        (
            "Các Sở Nội vụ, Văn hóa, Thể thao và Du lịch và Công an tỉnh",
            ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"],
        ),
        (
            "UBND các huyện: Đăk Hà và Đăk Tô",
            ["Ủy ban nhân dân huyện Đăk Hà", "Ủy ban nhân dân huyện Đăk Tô"],
        ),
        (
            "UBND huyện Đăk Hà, Đăk Tô",
            ["Ủy ban nhân dân huyện Đăk Hà", "Ủy ban nhân dân huyện Đăk Tô"],
        ),
    ],
)
def test_that_names_that_share_their_first_word_are_written_out(
    text: str, wanted: list[str]
) -> None:
    assert ids(text) == wanted
    assert split_units(text, KNOWN).doubts == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở TTTT", "Sở Thông tin và Truyền thông"),
        ("Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VH, TT và DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Lao động - TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở Kế hoạch - Đầu tư", "Sở Kế hoạch và Đầu tư"),
        ("BCHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
        ("BTG Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy"),
        ("UBMTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("CA tỉnh", "Công an tỉnh"),
        ("Sở Công thương", "Sở Công Thương"),
        ("Sở Ngoại vụ tỉnh Kon Tum", "Sở Ngoại vụ"),
        ("so ngoai vu", "Sở Ngoại vụ"),
        ("Cơ quan, đơn vị liên quan", "có liên quan"),
        ("Các đơn vị, địa phương có liên quan", "địa phương"),
    ],
)
def test_that_short_forms_and_customary_spellings_are_no_doubt(text: str, wanted: str) -> None:
    assert ids(text) == [wanted]
    assert split_units(text, KNOWN).doubts == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sở Thông tin và Truyền thôg", "Sở Thông tin và Truyền thông"),
        ("Sở Thông tn và Turyền thông", "Sở Thông tin và Truyền thông"),
        ("Sở Ngo ại vụ", "Sở Ngoại vụ"),
        ("Sở Tàichính", "Sở Tài chính"),
        ("Sở Nội vu", "Sở Nội vụ"),
        ("Uỷ ban nhân dân huyện Đắk Hà", "Ủy ban nhân dân huyện Đăk Hà"),
    ],
)
def test_that_a_slip_of_the_keyboard_is_seen_through_and_told(text: str, wanted: str) -> None:
    assert ids(text) == [wanted]
    (doubt,) = split_units(text, KNOWN).doubts
    assert (doubt.key, doubt.name, doubt.nearest) == ("unit_alike", text, (wanted,))
    assert 0.85 <= doubt.score < 1


@pytest.mark.parametrize(
    "text", ["Sở Ngoại vụ tỉnh Gia Lai", "Sở Nội vị", "UBND huyện Đăk Xú", "Sở Nội vụ và Lao động"]
)
def test_that_another_body_is_not_taken_for_one_we_know(text: str) -> None:
    assert names(text) == [text]
    assert ids(text) == [None]
    (doubt,) = split_units(text, KNOWN).doubts
    assert doubt.key == "unit_unknown"
    assert doubt.nearest


def test_that_a_name_like_no_other_is_told_so() -> None:
    assert split_units("Viettel", KNOWN).doubts == (Doubt("unit_unlike", "Viettel"),)


def test_that_a_name_that_may_be_several_is_left_whole_and_told() -> None:
    text = "Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch"

    assert [doubt.key for doubt in split_units(text, KNOWN).doubts] == ["units_unsplit"]


def test_that_initials_of_two_bodies_are_none_of_them() -> None:
    assert ids("Sở NV") == [None]
    (doubt,) = split_units("Sở NV", KNOWN).doubts
    assert doubt.key == "unit_ambiguous"
    assert set(doubt.nearest) == {"Sở Nội vụ", "Sở Ngoại vụ"}


def test_that_brackets_are_remarks_and_bodies_in_them_are_told() -> None:
    plain = split_units("Sở Nội vụ (theo chức năng nhiệm vụ)", KNOWN)
    named = split_units("Các đơn vị có liên quan (Sở Nội vụ, Công an tỉnh)", KNOWN)

    assert (plain.remark, plain.doubts) == ("theo chức năng nhiệm vụ", ())
    assert named.doubts == (Doubt("units_in_brackets", "Sở Nội vụ, Công an tỉnh"),)


def test_that_words_that_say_a_part_name_nobody() -> None:
    text = "Giao Sở Nội vụ chủ trì, phối hợp với Công an tỉnh, tham mưu UBND tỉnh"

    assert names(text) == ["Sở Nội vụ", "Công an tỉnh"]
    assert split_units(text, KNOWN).remark == "Giao; chủ trì; phối hợp với; tham mưu UBND tỉnh"


@pytest.mark.parametrize("text", ["", " ", "-", "…", "\n;\n", "(theo chức năng)"])
def test_that_a_cell_may_name_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hội Nông dân huyện; Sở Y tế", ["Hội Nông dân huyện", "Sở Y tế"]),
        ("Hội Nông dân xã, Hội Cựu chiến binh xã", ["Hội Nông dân xã", "Hội Cựu chiến binh xã"]),
        ("Liên đoàn Lao động các huyện", ["Liên đoàn Lao động các huyện"]),
        ("Ban Dân tộc HĐND tỉnh", ["Ban Dân tộc HĐND tỉnh"]),
        ("Văn phòng HĐND và UBND huyện Sa Thầy", ["Văn phòng HĐND và UBND huyện Sa Thầy"]),
        ("Văn phòng HĐND-UBND xã, Phòng Kinh tế", ["Văn phòng HĐND-UBND xã", "Phòng Kinh tế"]),
        ("Văn phòng HĐND và Sở Y tế", ["Văn phòng HĐND", "Sở Y tế"]),
    ],
)
def test_that_a_name_everywhere_goes_on_with_whose_it_is(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted
