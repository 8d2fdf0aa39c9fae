"""Where a piece of evidence lies on the shelf, and what it proves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form, paper
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_evidence, show_evidence
from ttdn_desktop.services.keep_evidence import Shelf
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def test_that_a_piece_is_found_where_the_list_has_it(office: Office) -> None:
    names = [f"Ảnh {number}.png" for number in range(5)]
    added = [keep_evidence.add_files(office, (paper(name, name.encode()),))[0] for name in names]

    shown = show_evidence.look(office, Shelf(), 2, added[1].id)

    assert shown.count == 5
    assert shown.unfiled == 5
    assert [row.name for row in shown.first] == ["Ảnh 4.png", "Ảnh 3.png"]
    assert shown.place == 3


def test_that_a_piece_left_out_by_the_filter_has_no_place(office: Office) -> None:
    (added,) = keep_evidence.add_files(office, (paper("Ảnh.png", b"1"),))

    assert show_evidence.look(office, Shelf(search="khác"), 2, added.id).place is None


def test_that_all_activities_of_a_piece_are_named_earliest_first(office: Office) -> None:
    (added,) = keep_evidence.add_files(office, (paper("Ảnh.png", b"1"),))
    later = record(office, form("Sau", on="5/4/2026"))
    earlier = record(office, form("Trước", on="5/3/2026"))
    for one in (later, earlier):
        keep_evidence.link(office, (added.id,), one.id)

    found = show_evidence.piece(office, added.id)

    assert found.evidence == added
    assert [each.title for each in found.activities] == ["Trước", "Sau"]


def test_that_a_piece_that_is_gone_is_said_so(office: Office) -> None:
    with pytest.raises(KnownError, match="piece_gone"):
        show_evidence.piece(office, "0")
