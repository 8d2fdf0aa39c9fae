"""The photos of annex IV: offered, chosen, put in order, and never what is withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form, paper
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import bin as office_bin
from ttdn_desktop.services import choose_pictures, keep_evidence
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.edit_activity import put_into_bin
from ttdn_desktop.services.known_rounds import yearly
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def _record(office: Office, title: str, *names: str, item: str = "1.10") -> list[str]:
    """Record an activity with files; return the ids of its evidence."""
    files = tuple(paper(name, f"{title} {name}".encode()) for name in names)
    return [each.id for each in record(office, form(title, item, files=files)).evidence]


def _seen(office: Office) -> list[tuple[str, str, bool]]:
    asked = yearly(office, 2026)
    return [
        (each.evidence.name, each.caption, each.chosen)
        for each in choose_pictures.of_round(office, asked)
    ]


def test_that_photos_are_offered_with_the_title_of_their_activity(office: Office) -> None:
    _record(office, "Đón đoàn", "a.JPG", "giấy mời.pdf", "b.png")
    assert _seen(office) == [("a.JPG", "Đón đoàn", False), ("b.png", "Đón đoàn", False)]


def test_that_what_is_chosen_comes_first_in_its_order(office: Office) -> None:
    a, b, _c = _record(office, "Đón đoàn", "a.jpg", "b.jpg", "c.jpg")
    choose_pictures.put(office, yearly(office, 2026), [(b, "Lễ đón  đoàn"), (a, "")])
    assert _seen(office) == [
        ("b.jpg", "Lễ đón đoàn", True),
        ("a.jpg", "Đón đoàn", True),
        ("c.jpg", "Đón đoàn", False),
    ]
    choose_pictures.put(office, yearly(office, 2026), [(a, "Đầu tiên")])
    assert _seen(office)[0] == ("a.jpg", "Đầu tiên", True)
    assert [chosen for _name, _caption, chosen in _seen(office)] == [True, False, False]


def test_that_choosing_is_taken_back(office: Office) -> None:
    (a,) = _record(office, "Đón đoàn", "a.jpg")
    choose_pictures.put(office, yearly(office, 2026), [(a, "Lễ đón")])
    assert take_back(office) == "Chọn ảnh cho báo cáo năm 2026"
    assert _seen(office) == [("a.jpg", "Đón đoàn", False)]


def test_that_what_is_withheld_is_never_offered_nor_chosen(office: Office) -> None:
    (a,) = _record(office, "Diễn tập", "a.jpg", item="2.3")
    choose_pictures.put(office, yearly(office, 2026), [(a, "Diễn tập")])
    set_state(office, 2026, ["2.3"], TaskState.SEPARATE, "")
    assert _seen(office) == []
    with pytest.raises(KnownError, match="picture_not_offered"):
        choose_pictures.put(office, yearly(office, 2026), [(a, "Diễn tập")])


def test_that_a_chosen_photo_can_be_purged_for_ever(office: Office) -> None:
    activity = record(office, form("Đón đoàn", files=(paper("a.jpg", b"a"),)))
    (photo,) = activity.evidence
    choose_pictures.put(office, yearly(office, 2026), [(photo.id, "Lễ đón")])
    put_into_bin(office, activity.id)
    office_bin.purge(office, [activity.id])
    keep_evidence.put_into_bin(office, photo.id)
    office_bin.purge(office, [photo.id])
    assert _seen(office) == []
    assert check(office).ok
