"""Who signs on a day, and what stands over the signature."""

from __future__ import annotations

from datetime import date

import pytest

from ttdn_desktop.domain.signing import Signer, SignForm, authority_lines, signer_on

DIRECTOR = ("GIÁM ĐỐC",)
COMMITTEE = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")


@pytest.mark.parametrize(
    ("form", "title", "profile", "expected"),
    [
        (SignForm.DIRECT, "", DIRECTOR, DIRECTOR),
        (SignForm.DIRECT, "Phụ trách Sở", DIRECTOR, ("PHỤ TRÁCH SỞ",)),
        (SignForm.DIRECT, "", COMMITTEE, COMMITTEE),
        (SignForm.ON_BEHALF, "", COMMITTEE, COMMITTEE),
        (
            SignForm.ON_BEHALF,
            "Phó Chủ tịch",
            COMMITTEE,
            ("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH"),
        ),
        (
            SignForm.ON_BEHALF,
            "Tổ công tác\nTổ trưởng",
            DIRECTOR,
            ("TM. TỔ CÔNG TÁC", "TỔ TRƯỞNG"),
        ),
        (SignForm.ON_BEHALF, "TM. Ban Thường vụ\nBí thư", (), ("TM. BAN THƯỜNG VỤ", "BÍ THƯ")),
        (SignForm.ACTING, "", DIRECTOR, ("Q. GIÁM ĐỐC",)),
        (SignForm.ACTING, "", COMMITTEE, ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        (SignForm.DEPUTY, "Phó Giám đốc", DIRECTOR, ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (
            SignForm.DEPUTY,
            "Phó Chủ tịch",
            COMMITTEE,
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (SignForm.BY_ORDER, "Chánh Văn phòng", COMMITTEE, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (
            SignForm.BY_ORDER,
            "Chánh Văn phòng\nKT. Chánh Văn phòng",
            DIRECTOR,
            ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "KT. CHÁNH VĂN PHÒNG"),
        ),
        (SignForm.DELEGATED, "Trưởng phòng", DIRECTOR, ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
    ],
)
def test_that_each_form_of_the_decree_has_its_lines(
    form: SignForm, title: str, profile: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert authority_lines(form, title, profile) == expected


@pytest.mark.parametrize(
    ("head", "deputy"),
    [
        ("TỔNG BIÊN TẬP", "PHÓ TỔNG BIÊN TẬP"),
        ("CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG"),
        ("CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    ],
)
def test_that_a_deputy_without_a_title_is_the_heads_deputy(head: str, deputy: str) -> None:
    assert authority_lines(SignForm.DEPUTY, "", (head,)) == (f"KT. {head}", deputy)


def test_that_the_party_writes_its_marks_with_a_slash() -> None:
    lines = authority_lines(SignForm.DEPUTY, "", ("TRƯỞNG BAN",), slashed=True)
    assert lines == ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
    collective = ("TM. BAN THƯỜNG VỤ", "BÍ THƯ")
    lines = authority_lines(SignForm.ACTING, "", collective, slashed=True)
    assert lines == ("T/M BAN THƯỜNG VỤ", "Q. BÍ THƯ")


def _signer(name: str, since: date | None = None, until: date | None = None) -> Signer:
    return Signer(name, "", SignForm.DIRECT, since, until)


def test_that_a_signer_signs_on_the_first_and_the_last_day_of_office() -> None:
    first, last = date(2025, 3, 1), date(2025, 6, 30)
    signer = _signer("A", first, last)
    assert signer_on([signer], first) is signer
    assert signer_on([signer], last) is signer
    assert signer_on([signer], date(2025, 2, 28)) is None
    assert signer_on([signer], date(2025, 7, 1)) is None


def test_that_of_several_the_one_who_came_last_signs() -> None:
    always, newer = _signer("A"), _signer("B", date(2025, 7, 1))
    assert signer_on([newer, always], date(2025, 12, 14)) is newer
    assert signer_on([newer, always], date(2025, 6, 30)) is always


def test_that_of_two_who_came_on_one_day_the_later_in_the_list_signs() -> None:
    day = date(2025, 7, 1)
    one, other = _signer("A", day), _signer("B", day)
    assert signer_on([one, other], day) is other
    assert signer_on([], day) is None
