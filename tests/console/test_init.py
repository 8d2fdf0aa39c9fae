"""`init`, `units`, `plan show`, `plan set`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.services import know_places
from ttdn_desktop.services.know_places import Danger, Place

if TYPE_CHECKING:
    from tests.console.told import Console

TASK_KEYS = [
    "code",
    "title",
    "group",
    "lead",
    "support",
    "lead_text",
    "support_text",
    "product",
    "from",
    "to",
    "period_text",
    "notes",
]


def test_that_a_new_folder_tells_its_unit_its_plan_and_every_proposal(nowhere: Console) -> None:
    made = nowhere.json("init", "--unit", "Sở Ngoại vụ", "--officer", "Cán bộ A")

    assert made["unit"] == "Sở Ngoại vụ"
    assert made["tasks"] == 29
    assert made["plan"].startswith("Triển khai thực hiện Nghị quyết số 47/NQ-CP")
    assert {"1.10", "3.4", "II.1", "IV.1"} <= set(made["must_answer"])
    assert not any(proposal["confirmed"] for proposal in made["proposals"])
    merged = next(each for each in made["proposals"] if each["code"] == "QN-2025-TINH")
    assert merged == {
        "code": "QN-2025-TINH",
        "kind": "merge",
        "from": ["Ủy ban nhân dân tỉnh Kon Tum"],
        "to": ["Ủy ban nhân dân tỉnh Quảng Ngãi"],
        "date": "2025-07-01",
        "basis": merged["basis"],
        "confirmed": False,
    }
    assert "202/2025/QH15" in merged["basis"]


def test_that_unconfirmed_proposals_bring_a_warning_and_old_names(nowhere: Console) -> None:
    made = nowhere.json("init", "--unit", "Sở Ngoại vụ")

    assert "Sắp xếp chưa xác nhận" in " ".join(made["warnings"])
    names = [unit["name"] for unit in nowhere.json("units")["units"]]
    assert "Sở Thông tin và Truyền thông" in names
    assert "Sở Khoa học và Công nghệ" not in names


def test_that_all_confirms_every_proposal_and_warns_of_none(nowhere: Console) -> None:
    made = nowhere.json("init", "--unit", "Sở Ngoại vụ", "--confirm", "all")

    assert all(proposal["confirmed"] for proposal in made["proposals"])
    assert made["warnings"] == []


def test_that_codes_confirm_their_own_proposals_only(nowhere: Console) -> None:
    confirming = ("--confirm", "BO-TTTT", "--confirm", "SO-KHDT")
    made = nowhere.json("init", "--unit", "Sở Ngoại vụ", *confirming)

    confirmed = {each["code"] for each in made["proposals"] if each["confirmed"]}
    assert confirmed == {"BO-TTTT", "SO-KHDT"}


def test_that_a_unit_that_has_ended_is_accepted_with_a_note(nowhere: Console) -> None:
    words = ("--unit", "sở thông tin và truyền thông", "--confirm", "all")
    made = nowhere.json("init", *words)

    assert made["unit"] == "Sở Thông tin và Truyền thông"
    assert "Sở Thông tin và Truyền thông đã kết thúc hoạt động" in " ".join(made["warnings"])


@pytest.mark.parametrize(
    "name", ["Sở Tài chính", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "UBND huyện Đăk Hà"]
)
def test_that_named_units_and_those_that_succeed_them_are_accepted(
    nowhere: Console, name: str
) -> None:
    assert nowhere.json("init", "--unit", name, "--confirm", "all")["must_answer"]


def test_that_another_unit_needs_its_kind(nowhere: Console) -> None:
    assert "--kind" in nowhere("init", "--unit", "Sở Tư pháp").refusal
    assert not nowhere.data.exists()

    made = nowhere.json("init", "--unit", "Sở Tư pháp", "--kind", "department")
    assert made["unit"] == "Sở Tư pháp"


def test_that_an_unknown_name_is_refused_with_the_nearest(nowhere: Console) -> None:
    assert "Sở Ngoại vụ" in nowhere("init", "--unit", "Sở Ngọai vụ x").refusal
    assert not nowhere.data.exists()


def test_that_the_units_in_force_bear_todays_names(console: Console) -> None:
    units = console.json("units")["units"]

    assert set(units[0]) == {"name", "abbreviation", "kind", "since", "until"}
    own = next(unit for unit in units if unit["name"] == "Sở Ngoại vụ")
    assert (own["abbreviation"], own["kind"]) == ("SNgV", "department")
    assert "Sở Thông tin và Truyền thông" not in [unit["name"] for unit in units]
    assert all(date.fromisoformat(u["since"]) for u in units if u["since"] is not None)


def test_that_the_plan_is_shown_whole(console: Console) -> None:
    plan = console.json("plan", "show")

    assert plan["number"] is None
    assert plan["title"].startswith("Triển khai thực hiện Nghị quyết số 47/NQ-CP")
    assert "3083/KH-UBND" in plan["replaces"]
    assert [each["code"] for each in plan["directions"]] == [f"II.{n}" for n in range(1, 6)]
    assert [each["code"] for each in plan["duties"]] == [f"IV.{n}" for n in range(1, 8)]
    assert [each["code"] for each in plan["groups"]] == ["1", "2", "3"]
    assert [set(each) for each in plan["tasks"]] == [set(TASK_KEYS)] * 29
    assert all(set(each) == {"code", "title"} for each in plan["directions"] + plan["duties"])


def test_that_lead_and_support_are_as_written_one_name_or_class_each(console: Console) -> None:
    tasks = {each["code"]: each for each in console.json("plan", "show")["tasks"]}
    common, visits = tasks["3.5"], tasks["1.10"]

    assert "Các sở, ban, ngành" in common["lead"]
    assert "Sở Ngoại vụ" in visits["lead"] + visits["support"]
    for each in tasks.values():
        assert all(isinstance(name, str) and name for name in each["lead"] + each["support"])
        assert all(isinstance(each[key], int | None) for key in ("from", "to"))
        assert each["group"] == each["code"].partition(".")[0]
    assert {type(note) for each in tasks.values() for note in each["notes"]} == {str}


def test_that_the_plans_own_number_and_day_are_set(console: Console) -> None:
    told = console.json("plan", "set", "--number", "2512", "--date", "12/7/2024")

    assert told == {"number": "2512", "date": "2024-07-12"}
    assert console.json("plan", "show")["number"] == "2512"


def test_that_a_folder_with_data_is_not_started_again(console: Console) -> None:
    assert "đã có dữ liệu" in console("init", "--unit", "Sở Ngoại vụ").refusal


def test_that_a_code_may_have_blanks_around_it_and_is_told_as_typed(nowhere: Console) -> None:
    refusal = nowhere("init", "--unit", "Sở Ngoại vụ", "--confirm", "bogus").refusal
    made = nowhere.json("init", "--unit", "Sở Ngoại vụ", "--confirm", " all ")

    assert '"bogus"' in refusal
    assert all(proposal["confirmed"] for proposal in made["proposals"])


@pytest.mark.parametrize(
    ("danger", "told"), [(Danger.CLOUD, "OneDrive"), (Danger.REMOVABLE, "ổ rời")]
)
def test_that_a_place_that_eats_databases_is_warned_of_by_name(
    nowhere: Console, monkeypatch: pytest.MonkeyPatch, danger: Danger, told: str
) -> None:
    monkeypatch.setattr(know_places, "know", lambda _folder: Place(danger, "OneDrive"))

    made = nowhere.json("init", "--unit", "Sở Ngoại vụ", "--confirm", "all")

    assert told in " ".join(made["warnings"])
    assert "OneDrive" in " ".join(made["warnings"])
