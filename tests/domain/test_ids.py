"""Identities: UUIDv7 in order of time for records, UUIDv5 alike everywhere for what all share."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.ids import RANDOM_BYTES, recorded_at, recorded_id, shared_id

INSTANTS = st.integers(min_value=0, max_value=2**48 - 1)
RANDOM = st.binary(min_size=RANDOM_BYTES, max_size=RANDOM_BYTES)


@given(INSTANTS, RANDOM)
def test_that_a_recorded_id_is_a_uuid_version_7(at_ms: int, random: bytes) -> None:
    identity = uuid.UUID(recorded_id(at_ms, random))
    assert identity.version == 7
    assert identity.variant == uuid.RFC_4122
    assert identity.int >> 80 == at_ms


@given(INSTANTS, INSTANTS, RANDOM, RANDOM)
def test_that_ids_sort_by_their_instant(one: int, other: int, a: bytes, b: bytes) -> None:
    if one < other:
        assert recorded_id(one, a) < recorded_id(other, b)


def test_that_randomness_tells_ids_of_one_instant_apart() -> None:
    assert recorded_id(1, bytes(10)) != recorded_id(1, bytes(9) + b"\x01")
    assert recorded_id(1, bytes(10)) != recorded_id(1, b"\x01" + bytes(9))


def test_that_a_shared_id_is_the_same_in_every_folder() -> None:
    assert shared_id("unit", "so ngoai vu") == shared_id("unit", "so ngoai vu")
    assert uuid.UUID(shared_id("unit", "so ngoai vu")).version == 5
    assert shared_id("unit", "so ngoai vu") == "e6f8b1c2-6ac9-5f36-9004-8c4c31628cc2"


def test_that_kind_order_and_cut_of_the_content_all_count() -> None:
    ids = {
        shared_id("unit", "a", "b"),
        shared_id("task", "a", "b"),
        shared_id("unit", "b", "a"),
        shared_id("unit", "ab"),
        shared_id("unit", "a b"),
    }
    assert len(ids) == 5


def test_that_a_recorded_id_tells_when_it_was_made() -> None:
    assert recorded_at(recorded_id(1_764_550_800_123, bytes(10))) == 1_764_550_800_123


@pytest.mark.parametrize("other", ["", "E1", shared_id("unit", "Sở Ngoại vụ")])
def test_that_other_ids_tell_no_instant(other: str) -> None:
    assert recorded_at(other) is None
