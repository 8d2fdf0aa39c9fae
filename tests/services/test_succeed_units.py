"""A reorganisation recorded by hand: prepared, recorded, followed, chosen, taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import SO_NGOAI_VU, TickingClock, form
from ttdn_desktop.desk import open_desk
from ttdn_desktop.domain.involvement import Involvement, involvements
from ttdn_desktop.domain.reorganisation import Wish
from ttdn_desktop.domain.report_check import notices
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.domain.succession import EVERYTHING, SuccessionKind
from ttdn_desktop.domain.units import UnitKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import choose_heirs, confirm_successions, show_overview, succeed_units
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.prepare_form import desk
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.show_units import seen
from ttdn_desktop.services.start_folder import Start, start
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office

MARCH, BASIS = date(2027, 3, 1), "Nghị quyết số 12/NQ-HĐND ngày 10/02/2027"
TRADE = "Sở Công Thương"


def wish(kind: str, origins: str, heirs: str, on: date = MARCH, **takes: tuple[str, ...]) -> Wish:
    """Return a wish; names are parted by semicolons, `takes` are by the heir's place: `h0`."""
    names = tuple(filter(None, heirs.split("; ")))
    given = {names[int(key[1:])]: codes for key, codes in takes.items()}
    return Wish(
        kind=SuccessionKind(kind),
        origins=tuple(origins.split("; ")),
        heirs=names,
        on=on,
        basis=BASIS,
        takes=given,
    )


def succeed(office: Office, asked: Wish) -> str:
    prepared = succeed_units.prepare(office, asked)
    succeed_units.record(office, prepared)
    return prepared.understood.succession.code


def body(office: Office, year: int) -> str:
    plan = office.surroundings().version.plan
    return gather(office, annual_round(year, plan.coordinator_id)).body.name


def test_that_preparing_writes_nothing(office: Office) -> None:
    before = office.surroundings()
    prepared = succeed_units.prepare(office, wish("merge", f"{SO_NGOAI_VU}; {TRADE}", "Sở X"))
    assert prepared.follows
    assert [unit.names[0].abbreviation for unit in prepared.understood.new] == ["SX"]
    assert office.surroundings() is before


def test_that_a_folder_goes_on_as_that_of_the_body_that_took_over(office: Office) -> None:
    record(office, form("Trước", on="5/2/2027"))
    succeed(office, wish("merge", f"{SO_NGOAI_VU}; {TRADE}", "Sở X"))
    activity = record(office, form("Sau", on="5/3/2027"))

    around = office.surroundings()
    assert around.organisation.unit(activity.unit_id).names[0].name == "Sở X"
    assert activity.code == "A2"
    assert (body(office, 2026), body(office, 2027)) == (SO_NGOAI_VU, "Sở X")
    assert {"1.10", "1.2"} <= {item.code for item in desk(office, 2027).items if item.concerns}
    assert [line.name for line in seen(office).lines if line.is_own] == [SO_NGOAI_VU]


def test_that_all_of_it_is_one_change(office: Office) -> None:
    before = office.surroundings()
    succeed(office, wish("merge", f"{SO_NGOAI_VU}; {TRADE}", "Sở X"))
    take_back(office)
    after = office.surroundings()
    assert (after.organisation, after.follows) == (before.organisation, False)


def test_that_a_confirmed_proposal_is_followed_when_the_officer_says_so(tmp_path: Path) -> None:
    ended = "Sở Kế hoạch và Đầu tư"
    start(tmp_path / "data", TickingClock(), Start(unit=ended, confirm=("all",)))
    with open_desk(tmp_path / "data", writing=True, clock=TickingClock()) as opened:
        office = opened.office
        assert body(office, 2025) == ended
        succeed_units.follow(office, follows=True)
        assert (body(office, 2024), body(office, 2025)) == (ended, "Sở Tài chính")
        succeed_units.follow(office, follows=False)
        assert body(office, 2025) == ended


def test_that_a_rename_keeps_the_body_and_dates_its_names(office: Office) -> None:
    code = succeed(office, wish("rename", SO_NGOAI_VU, "Sở Đối ngoại"))
    own = office.surroundings().unit
    assert [name.name for name in own.names] == [SO_NGOAI_VU, "Sở Đối ngoại"]
    assert (own.names[0].until, own.names[1].since) == (date(2027, 2, 28), MARCH)
    with pytest.raises(KnownError, match="rename_stands"):
        confirm_successions.confirm(office, [code], confirmed=False)


def test_that_an_abbreviation_of_a_second_name_follows_it(office: Office) -> None:
    succeed(office, wish("rename", SO_NGOAI_VU, "Sở Đối ngoại"))
    assert office.surroundings().unit.names[1].abbreviation == "SĐN"
    with pytest.raises(KnownError, match="rename_too_early"):
        succeed(office, wish("rename", SO_NGOAI_VU, "Sở Khác", date(2027, 1, 1)))


def test_that_undecided_items_stay_with_the_old_body_until_chosen(office: Office) -> None:
    code = succeed(office, wish("split", TRADE, "Sở A; Sở B"))
    rows = choose_heirs.undecided(office)
    assert rows[-1].code == EVERYTHING
    assert {row.heir for row in rows} == {None}
    assert rows[0].title
    item = rows[0].code
    assert answering(office, item) == set()

    choose_heirs.choose(office, {code: {item: "Sở A", EVERYTHING: "Sở B"}})
    assert choose_heirs.undecided(office) == ()
    assert answering(office, item) == {"Sở A"}
    chosen = {row.code: row.heir.name for row in choose_heirs.rows(office, code) if row.heir}
    assert (chosen[item], chosen[EVERYTHING]) == ("Sở A", "Sở B")

    choose_heirs.choose(office, {code: {item: "Sở B"}})
    assert answering(office, item) == {"Sở B"}
    assert take_back(office) == f"Chọn đơn vị tiếp nhận theo {code}: {item}"
    assert answering(office, item) == {"Sở A"}


def test_that_what_is_chosen_of_several_reorganisations_is_one_change(office: Office) -> None:
    one = succeed(office, wish("split", TRADE, "Sở A; Sở B"))
    other = succeed(office, wish("split", "Sở Nội vụ", "Sở C; Sở D"))
    left = len(choose_heirs.undecided(office))
    wrong = {one: {EVERYTHING: "Sở A"}, other: {EVERYTHING: "Sở A"}}
    with pytest.raises(KnownError, match="heir_not_named"):
        choose_heirs.choose(office, wrong)
    assert len(choose_heirs.undecided(office)) == left

    choose_heirs.choose(office, {one: {EVERYTHING: "Sở A"}, other: {EVERYTHING: "Sở C"}})
    assert len(choose_heirs.undecided(office)) < left
    take_back(office)
    assert len(choose_heirs.undecided(office)) == left


def answering(office: Office, item_code: str) -> set[str]:
    """Return which of the new bodies must answer an item."""
    around = office.surroundings()
    item, organisation = around.version.item_id(item_code), around.organisation
    return {
        unit.names[0].name
        for unit in organisation.units
        if unit.names[0].name in {"Sở A", "Sở B"}
        and involvements(unit, around.version, organisation, MARCH, 2027).get(item)
        in {Involvement.LEAD, Involvement.SUPPORT}
    }


def test_that_the_check_before_signing_names_what_nobody_was_chosen_for(office: Office) -> None:
    succeed(office, wish("split", TRADE, "Sở A; Sở B", date(2026, 3, 1)))
    plan = office.surroundings().version.plan
    facts = gather(office, annual_round(2026, plan.coordinator_id))
    assert "heirs_undecided" in {notice.key for notice in notices(facts)}


def test_that_items_no_heir_named_are_undecided_too(office: Office) -> None:
    code = succeed(office, wish("split", TRADE, "Sở A; Sở B", h0=("1.2",)))
    left = [row.code for row in choose_heirs.undecided(office)]
    assert "1.2" not in left
    assert left
    with pytest.raises(KnownError, match="heir_not_named"):
        choose_heirs.choose(office, {code: {left[0]: "Sở C"}})
    with pytest.raises(KnownError, match="item_unknown"):
        choose_heirs.choose(office, {code: {"9.9": "Sở A"}})
    with pytest.raises(KnownError, match="proposal_unknown"):
        choose_heirs.rows(office, "X")


def test_that_a_function_moved_leaves_the_rest_where_it_was(office: Office) -> None:
    succeed(office, wish("transfer", TRADE, "Sở Nội vụ; Sở Y tế", h0=("1.2",)))
    assert choose_heirs.undecided(office) == ()
    around = office.surroundings()
    assert around.organisation.unit(around.organisation.successions[-1].from_ids[0]).until is None


def test_that_nothing_shipped_is_left_to_choose(office: Office) -> None:
    assert choose_heirs.undecided(office) == ()


def test_that_a_proposal_is_not_asked_for_once_its_body_was_ended_by_hand(
    tmp_path: Path,
) -> None:
    start(tmp_path / "data", TickingClock(), Start(unit=SO_NGOAI_VU))
    with open_desk(tmp_path / "data", writing=True, clock=TickingClock()) as opened:
        office = opened.office
        assert "SO-KHDT" in show_overview.overview(office, 2026).open_successions
        merged = wish("merge", "Sở Kế hoạch và Đầu tư", "Sở Tài chính", date(2025, 2, 1))
        succeed(office, merged)
        assert "SO-KHDT" not in show_overview.overview(office, 2026).open_successions
        with pytest.raises(KnownError, match="unit_ended_already"):
            confirm_successions.confirm(office, ["SO-KHDT"], confirmed=True)


def test_that_a_new_province_has_a_place_and_a_short_form(office: Office) -> None:
    old = office.surroundings().organisation.unit(
        office.surroundings().organisation.successions[0].heirs[0].unit_id
    )
    made = succeed_units.new_body("Ủy ban nhân dân tỉnh Trường Sơn", UnitKind.PROVINCE, old)
    assert (made.place, made.short) == ("Trường Sơn", "UBND tỉnh Trường Sơn")


@pytest.mark.parametrize("basis", ["", "  ", "…"])
def test_that_a_reorganisation_has_a_legal_basis(office: Office, basis: str) -> None:
    bare = Wish(kind=SuccessionKind.DISSOLVE, origins=(TRADE,), heirs=(), on=MARCH, basis=basis)
    with pytest.raises(KnownError, match="basis_missing"):
        succeed_units.prepare(office, bare)
