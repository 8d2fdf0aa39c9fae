"""The chain of hashes over what was done."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttdn_desktop.domain.journal import (
    GENESIS,
    Entry,
    Payload,
    canonical,
    entry_hash,
    payload_hash,
)

ENTRY = Entry(1, "writer", 1_000, "Lan", "ghi hoạt động", None, GENESIS)
PAYLOAD = Payload("activities", "a1", None, '{"id":"a1","title":"Đón đoàn"}')
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_that_canonical_text_has_sorted_keys_no_spaces_and_readable_letters() -> None:
    assert canonical({"b": [1, True, None], "a": "Đoàn"}) == '{"a":"Đoàn","b":[1,true,null]}'


def test_that_canonical_text_is_nfc_and_loses_nothing() -> None:
    decomposed = unicodedata.normalize("NFD", "ảnh.jpg")

    text = canonical({"name": decomposed})

    assert unicodedata.is_normalized("NFC", text)
    assert json.loads(text) == {"name": decomposed}


@given(JSON)
def test_that_any_exact_value_comes_back_from_its_canonical_text(value: object) -> None:
    assert json.loads(canonical(value)) == value


@pytest.mark.parametrize("inexact", [1.5, [1.5], {"a": {"b": 0.1}}, {"a": b"x"}, {1: "a"}])
def test_that_floats_and_what_is_not_json_are_refused(inexact: object) -> None:
    with pytest.raises(TypeError):
        canonical(inexact)


def test_that_a_payload_hash_is_sha256_of_its_canonical_object() -> None:
    whole = {
        "table": "activities",
        "id": "a1",
        "before": None,
        "after": {"id": "a1", "title": "Đón đoàn"},
    }

    assert payload_hash(PAYLOAD) == hashlib.sha256(canonical(whole).encode()).hexdigest()


def test_that_an_entry_hash_is_sha256_of_its_canonical_object() -> None:
    whole = {
        "seq": 1,
        "writer": "writer",
        "at": 1_000,
        "actor": "Lan",
        "label": "ghi hoạt động",
        "undoes": None,
        "prev": "",
        "payloads": ["x", "y"],
    }

    assert entry_hash(ENTRY, ["x", "y"]) == hashlib.sha256(canonical(whole).encode()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        replace(ENTRY, seq=2),
        replace(ENTRY, writer="another"),
        replace(ENTRY, at=1_001),
        replace(ENTRY, actor="Nam"),
        replace(ENTRY, label="xóa"),
        replace(ENTRY, undoes=1),
        replace(ENTRY, prev="ab"),
    ],
)
def test_that_every_part_of_an_entry_counts(other: Entry) -> None:
    assert entry_hash(other, ["x"]) != entry_hash(ENTRY, ["x"])


@pytest.mark.parametrize(
    "other",
    [
        replace(PAYLOAD, table="evidence"),
        replace(PAYLOAD, row_id="a2"),
        replace(PAYLOAD, before=PAYLOAD.after),
        replace(PAYLOAD, after=None),
    ],
)
def test_that_every_part_of_a_payload_counts(other: Payload) -> None:
    assert payload_hash(other) != payload_hash(PAYLOAD)


def test_that_the_order_of_payloads_counts() -> None:
    assert entry_hash(ENTRY, ["x", "y"]) != entry_hash(ENTRY, ["y", "x"])


def test_that_an_entry_can_be_verified_from_hashes_alone_when_contents_are_purged() -> None:
    kept = [payload_hash(PAYLOAD)]
    before_the_purge = entry_hash(ENTRY, [payload_hash(PAYLOAD)])

    assert entry_hash(ENTRY, kept) == before_the_purge
