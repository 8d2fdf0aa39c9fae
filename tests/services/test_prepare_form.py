"""What the editor of an activity offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.services.office_desk import form, paper
from ttdn_desktop.services import prepare_form
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office


def test_that_the_units_own_items_come_first_and_the_rest_of_the_plan_after(office: Office) -> None:
    items = prepare_form.desk(office, 2026).items

    concerns = [item.concerns for item in items]
    assert concerns == sorted(concerns, reverse=True)
    assert len(items) == len(list(office.surroundings().version.items()))


def test_that_the_items_tell_what_the_unit_leads(office: Office) -> None:
    desk = prepare_form.desk(office, 2026)

    assert desk.leads_any(("1.10",))
    assert not desk.leads_any(("1.1",))
    assert not desk.leads_any(())


def test_that_several_items_offer_each_kind_and_figure_once(office: Office) -> None:
    desk = prepare_form.desk(office, 2026)

    figures = desk.indicators(("1.10", "1.5"))
    assert figures[:2] == ("D1", "D1N")
    assert len(figures) == len(set(figures))
    assert "Đón đoàn vào" in desk.kinds(("1.10",))
    assert desk.proofs(("9.9",)) == ()


def test_that_pieces_come_in_the_order_asked_and_unknown_ones_are_left_out(office: Office) -> None:
    activity = record(office, form("Tiếp đoàn", files=(paper("a.pdf", b"a"), paper("b.pdf", b"b"))))
    first, second = (proof.id for proof in activity.evidence)

    found = prepare_form.pieces(office, (second, "gone", first))

    assert [proof.id for proof in found] == [second, first]
