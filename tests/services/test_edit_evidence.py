"""What proves an activity: kept in its order, taken from the pile, refused when it is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import FULL, form, paper
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.edit_activity import form_of, load, save
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.store import evidence as proofs
from ttdn_desktop.store.tables import evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.services.office import Office


@pytest.fixture
def one(office: Office) -> Activity:
    """Return an activity with two photos, a letter and a link."""
    return record(office, FULL)


def test_that_evidence_keeps_its_order_the_new_after_the_old(office: Office, one: Activity) -> None:
    first, second, letter, link = (proof.id for proof in one.evidence)
    kept = replace(form_of(office, one), evidence_ids=(letter, first, link))
    more = replace(kept, files=(paper("c.png", b"3"),))

    saved = save(office, one.id, more)

    assert [proof.id for proof in saved.evidence[:3]] == [letter, first, link]
    assert [proof.name for proof in saved.evidence[3:]] == ["c.png"]
    assert second not in {proof.id for proof in saved.evidence}


def test_that_evidence_of_the_pile_is_taken_in_its_order(office: Office, one: Activity) -> None:
    photo, letter = one.evidence[0].id, one.evidence[2].id
    typed = replace(form("Họp"), evidence_ids=(letter, photo), files=(paper("c.png", b"3"),))

    recorded = record(office, typed)

    assert [proof.code for proof in recorded.evidence] == ["E3", "E1", "E5"]


def _bin_evidence(office: Office, evidence_id: str, at: int | None) -> None:
    with office.store.change("Lan", "thùng rác") as tx:
        tx.update(evidence, evidence_id, {"binned_at": at})


@pytest.mark.parametrize("unknown", [True, False])
def test_that_evidence_that_is_gone_is_refused(
    office: Office, one: Activity, *, unknown: bool
) -> None:
    gone = "không có" if unknown else one.evidence[1].id
    if not unknown:
        _bin_evidence(office, gone, 1)
    typed = replace(form("Họp"), evidence_ids=(one.evidence[0].id, gone))
    attempts: tuple[Callable[[], Activity], ...] = (
        lambda: record(office, typed),
        lambda: save(office, one.id, typed),
    )
    for attempt in attempts:
        with pytest.raises(KnownError) as refused:
            attempt()
        assert refused.value.key == "evidence_gone"
        assert refused.value.facts == {"count": 1, "ids": (gone,)}


def test_that_binned_evidence_comes_back_where_it_was(office: Office, one: Activity) -> None:
    _bin_evidence(office, one.evidence[1].id, 1)
    save(office, one.id, replace(form_of(office, load(office, one.id)), title="Tiễn đoàn"))
    _bin_evidence(office, one.evidence[1].id, None)

    assert load(office, one.id).evidence == one.evidence


def test_that_evidence_is_read_by_id_in_the_order_asked(office: Office, one: Activity) -> None:
    first, second = one.evidence[:2]
    with office.store.read() as connection:
        found = proofs.by_ids(connection, (second.id, "không có", first.id, second.id))

    assert found == (second, first)
