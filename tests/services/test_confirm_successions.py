"""Reorganisations confirmed and taken back, the bodies of today, the plan in force."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import SO_NGOAI_VU, TickingClock
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.succession import Heir, Succession, SuccessionKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import know_units
from ttdn_desktop.services.confirm_successions import (
    ProposalRow,
    confirm,
    plan_facts,
    proposals,
)
from ttdn_desktop.services.keep_plan import set_number
from ttdn_desktop.services.show_units import seen
from ttdn_desktop.services.start_folder import Start, start
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.store import successions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Office]:
    """Return the office of a folder in which nothing is confirmed."""
    start(tmp_path / "fresh", TickingClock(), Start(unit=SO_NGOAI_VU))
    with open_desk(tmp_path / "fresh", writing=True, clock=TickingClock()) as desk:
        yield desk.office


def _row(office: Office, code: str) -> ProposalRow:
    (row,) = [row for row in proposals(office) if row.code == code]
    return row


def test_that_a_proposal_tells_names_day_and_certainty(fresh: Office) -> None:
    row = _row(fresh, "QN-2025-TINH")
    assert (row.kind, row.date) == (SuccessionKind.MERGE, date(2025, 7, 1))
    assert row.old_names == ("Ủy ban nhân dân tỉnh Kon Tum",)
    assert row.new_names == ("Ủy ban nhân dân tỉnh Quảng Ngãi",)
    assert row.basis
    assert row.certainty
    assert not row.confirmed


def test_that_what_touches_unit_parent_or_recipient_concerns_the_unit(fresh: Office) -> None:
    concerned = [row.code for row in proposals(fresh) if row.concerns_unit]
    assert "QN-2025-TINH" in concerned
    assert "SO-TTTT" in concerned
    assert "BAN-DT" not in concerned


def test_that_confirming_is_one_change_and_taken_back(fresh: Office) -> None:
    confirm(fresh, ["SO-TTTT", "QN-2025-TINH"], confirmed=True)
    assert [row.code for row in proposals(fresh) if row.confirmed] == ["QN-2025-TINH", "SO-TTTT"]
    assert take_back(fresh) == "Xác nhận sắp xếp: QN-2025-TINH, SO-TTTT"
    assert not any(row.confirmed for row in proposals(fresh))


def test_that_a_confirmation_can_be_withdrawn(fresh: Office) -> None:
    confirm(fresh, ["SO-TTTT"], confirmed=True)
    confirm(fresh, ["SO-TTTT"], confirmed=False)
    assert not _row(fresh, "SO-TTTT").confirmed
    assert take_back(fresh) == "Bỏ xác nhận sắp xếp: SO-TTTT"
    assert _row(fresh, "SO-TTTT").confirmed


def test_that_an_unknown_code_confirms_nothing(fresh: Office) -> None:
    with pytest.raises(KnownError, match="proposal_unknown"):
        confirm(fresh, ["SO-TTTT", "XYZ"], confirmed=True)
    assert not _row(fresh, "SO-TTTT").confirmed


def test_that_bodies_do_not_take_over_each_other(fresh: Office) -> None:
    known = {each.code: each for each in fresh.surroundings().organisation.successions}
    merged = known["SO-TTTT"]
    heir = merged.heirs[0].unit_id
    back = Succession(
        "back", "BACK", SuccessionKind.MERGE, merged.on, "", (heir,), (Heir(merged.from_ids[0]),)
    )
    with fresh.store.change("Hoa", "thêm") as tx:
        successions.add(tx, back)
    confirm(fresh, ["SO-TTTT"], confirmed=True)
    with pytest.raises(KnownError, match="succession_cycle"):
        confirm(fresh, ["BACK"], confirmed=True)
    assert not _row(fresh, "BACK").confirmed


def test_that_units_bear_today_s_names_and_tell_the_former(fresh: Office) -> None:
    before = {line.name for line in seen(fresh).lines}
    assert "Sở Thông tin và Truyền thông" in before
    confirm(fresh, ["SO-TTTT"], confirmed=True)
    rows = {line.name: line for line in seen(fresh).lines if not line.ended}
    assert "Sở Thông tin và Truyền thông" not in rows
    heir = rows["Sở Văn hóa, Thể thao và Du lịch"]
    assert heir.former == ("Sở Thông tin và Truyền thông",)
    assert heir.kind_label == "Sở, ban, ngành"
    assert [line.name for line in rows.values() if line.is_own] == [SO_NGOAI_VU]


def test_that_the_units_are_those_in_force(office: Office) -> None:
    shown = [line.id for line in seen(office).lines if not line.ended]
    assert shown == [each.id for each in know_units.in_force(office)]


def test_that_the_plan_is_told_with_its_number_once_given(office: Office) -> None:
    facts = plan_facts(office)
    version = office.surroundings().version
    assert (facts.number, facts.number_suffix) == (None, "/KH-UBND")
    assert (facts.directions, facts.tasks, facts.duties) == (
        len(version.directions),
        len(version.tasks),
        len(version.duties),
    )
    assert facts.basis == version.plan.legal_basis
    assert facts.issuer == "Ủy ban nhân dân tỉnh Kon Tum"
    assert facts.adopted_at is not None
    set_number(office, "2512", date(2024, 7, 5))
    assert (plan_facts(office).number, plan_facts(office).issued_on) == (
        "2512",
        date(2024, 7, 5),
    )
