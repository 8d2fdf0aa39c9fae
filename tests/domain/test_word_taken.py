"""What is taken of a report edited in Word becomes the wording of its blocks."""

from __future__ import annotations

from dataclasses import replace

from tests.word.sample_report import BODY, REPORT, block
from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.word_return import BlockChange, Return, Unmatched
from ttdn_desktop.domain.word_taken import Choices, suggested, wordings

_PARTED = replace(
    REPORT,
    body=(
        *BODY[:4],
        block("i.1.a.result", Role.BULLET, "Một."),
        block("i.1.a.result~2", Role.BULLET, "Hai."),
        block("i.1.a.result~3", Role.BODY, "Ba."),
        *BODY[5:],
    ),
)
_CHANGE = BlockChange("i.1.a.result~2", "Hai.", "Hai đã sửa.")


def _taken(
    came: Return, *, taken: tuple[str, ...] = (), added: tuple[int, ...] = ()
) -> dict[str, str]:
    return dict(wordings(_PARTED, came, Choices(frozenset(taken), frozenset(added))))


def test_that_a_changed_paragraph_stands_among_the_others_of_its_block() -> None:
    came = Return(changed=(_CHANGE,))
    assert _taken(came, taken=("i.1.a.result~2",)) == {"i.1.a.result": "Một.\n- Hai đã sửa.\nBa."}


def test_that_what_is_not_chosen_changes_nothing() -> None:
    came = Return(changed=(_CHANGE,), unmatched=(Unmatched("Thêm.", "opening", "i.heading"),))
    assert _taken(came) == {}


def test_that_removing_every_paragraph_takes_the_block_out() -> None:
    keys = ("i.1.a.result", "i.1.a.result~2", "i.1.a.result~3")
    came = Return(removed=tuple(BlockChange(key, "x", "") for key in keys))
    assert _taken(came, taken=keys[1:]) == {"i.1.a.result": "Một."}
    assert _taken(came, taken=keys) == {"i.1.a.result": ""}


def test_that_added_paragraphs_go_behind_their_block_in_order() -> None:
    came = Return(
        unmatched=(
            Unmatched("Thêm một.", "i.1.a.result~2", "i.1.a.result~3"),
            Unmatched("Thêm hai.", "i.1.a.result~2", "i.1.a.result~3"),
        )
    )
    assert _taken(came, added=(0, 1)) == {"i.1.a.result": "Một.\n- Hai.\nThêm một.\nThêm hai.\nBa."}


def test_that_what_was_typed_before_the_first_block_goes_before_it() -> None:
    came = Return(unmatched=(Unmatched("A.", "", "opening"), Unmatched("B.", "", "opening")))
    assert _taken(came, added=(0, 1)) == {"opening": f"A.\nB.\n{BODY[0].text}"}


def test_that_an_added_paragraph_joins_a_changed_one() -> None:
    came = Return(
        changed=(BlockChange("opening", BODY[0].text, "Mở đầu."),),
        unmatched=(Unmatched("Thêm.", "opening", "i.heading"),),
    )
    assert _taken(came, taken=("opening",), added=(0,)) == {"opening": "Mở đầu.\nThêm."}


def test_that_all_but_conflicts_and_what_stands_outside_is_suggested() -> None:
    came = Return(
        changed=(_CHANGE, BlockChange("opening", "a", "b", made="c")),
        removed=(BlockChange("i.1.a", "x", ""),),
        unmatched=(Unmatched("A.", "opening", ""), Unmatched("B.", "", "", is_inside=False)),
    )
    assert suggested(came) == Choices(frozenset({"i.1.a.result~2", "i.1.a"}), frozenset({0}))
