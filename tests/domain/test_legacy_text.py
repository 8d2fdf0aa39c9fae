"""TCVN3 and VNI: every letter both ways, and nothing noticed in what is proper."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.domain.legacy_letters import TCVN3, VNI, written
from ttdn_desktop.domain.grid import LegacyEncoding
from ttdn_desktop.domain.legacy_text import converted, noticed
from ttdn_desktop.domain.text import nfc
from ttdn_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


def _texts(plan: object) -> Iterator[str]:
    if isinstance(plan, str):
        yield nfc(plan)
    elif isinstance(plan, dict | list):
        for part in plan.values() if isinstance(plan, dict) else plan:
            yield from _texts(part)


@pytest.fixture(scope="module")
def plan() -> list[str]:
    """Return every text of the plan that comes with the program."""
    return list(_texts(json.loads(resource("plans", "kontum-2024.json").read_text("utf-8"))))


@pytest.mark.parametrize("letter", LETTERS)
def test_that_every_small_letter_comes_out_of_both_encodings(letter: str) -> None:
    assert converted(TCVN3[letter], LegacyEncoding.TCVN3) == letter
    assert converted(VNI[letter], LegacyEncoding.VNI) == letter


@pytest.mark.parametrize("letter", LETTERS.upper())
def test_that_every_capital_comes_out_of_vni_with_its_mark_large_or_small(letter: str) -> None:
    mark = VNI[letter.lower()].upper()

    assert converted(mark, LegacyEncoding.VNI) == letter
    assert converted(mark[0] + mark[1:].lower(), LegacyEncoding.VNI) == letter


@pytest.mark.parametrize("letter", "ĂÂĐÊÔƠƯ")
def test_that_the_capitals_of_tcvn3_come_out(letter: str) -> None:
    assert converted(TCVN3[letter], LegacyEncoding.TCVN3) == letter


def test_that_no_two_letters_share_their_bytes() -> None:
    assert set(TCVN3) == {*LETTERS, *"ĂÂĐÊÔƠƯ"}
    assert len(set(TCVN3.values())) == len(TCVN3)
    assert set(VNI) == set(LETTERS)
    assert len(set(VNI.values())) == len(VNI)


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("Së Th«ng tin vµ TruyÒn th«ng", "tcvn3", "Sở Thông tin và Truyền thông"),
        ("Sôû Thoâng tin vaø Truyeàn thoâng", "vni", "Sở Thông tin và Truyền thông"),
        ("SÔÛ NGOAÏI VUÏ", "vni", "SỞ NGOẠI VỤ"),
        ("AÁn Ñoä, Aán Ñoä", "vni", "Ấn Độ, Ấn Độ"),
        ("§¶NG ñy TØNH, §Ò ¸N 2", "tcvn3", "ĐẢNG ủy TỈNH, Đề ÁN 2"),
        ("h\xadíng “míi” – 1.10", "tcvn3", "hướng “mới” – 1.10"),
    ],
)
def test_that_words_are_converted(text: str, encoding: str, expected: str) -> None:
    assert converted(text, LegacyEncoding(encoding)) == expected


def test_that_a_font_of_capitals_can_be_said() -> None:
    assert converted("céng hoµ", LegacyEncoding.TCVN3, capitals=True) == "CỘNG HOÀ"


def test_that_what_is_unicode_already_is_left_alone() -> None:
    for encoding in LegacyEncoding:
        assert converted("Sở 12/KH-UBND", encoding) == "Sở 12/KH-UBND"


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_that_a_plan_is_noticed_and_comes_back(plan: list[str], encoding: LegacyEncoding) -> None:
    kept = [written(text, encoding) for text in plan]
    back = [converted(text, encoding) for text in kept]
    same = sum(mine == text for mine, text in zip(back, plan, strict=True))

    assert noticed(kept) is encoding
    assert [text.lower() for text in back] == [text.lower() for text in plan]
    assert same >= len(plan) * 0.9  # TCVN3 has no capital with a tone: "Ủy" is kept as "ủy"


def test_that_nothing_is_noticed_in_any_text_of_a_proper_plan(plan: list[str]) -> None:
    assert noticed(plan) is None
    assert [text for text in plan if noticed([text]) is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plan of the Department, 12/KH-UBND",
        "Où est l'hôtel ? Le conseil général a été informé ; ça naît déjà là, né où.",
        "Über die Größe für schöne Höhe",
        "São Paulo não é a capital; também há pão e mãe lá",
        "año, niño, acción; también sí está más",
        "· Sở Y tế\n· Sở Công Thương",
        "có là và thì cô tôi hoà",
        "§ 5 µm ½ · ¼ × ÷ © 2024 ® «Bộ»",
        "Ðảng ủy, Ðắk Lắk, Ðoàn thể",
        "ພາສາລາວ 中文",
    ],
)
def test_that_nothing_is_noticed_in_what_is_no_legacy_text(text: str) -> None:
    assert noticed([text]) is None


def test_that_a_few_legacy_cells_among_proper_ones_are_not_the_file() -> None:
    proper = ["Sở Thông tin và Truyền thông chủ trì thực hiện nhiệm vụ của tỉnh"]

    assert noticed([*proper, "Së Y tÕ"]) is None
    assert noticed(["Së Y tÕ, C«ng an tØnh"]) is LegacyEncoding.TCVN3
