"""Evidence as values: what is not said is blank, and nothing changes once made."""

from __future__ import annotations

import dataclasses

import pytest

from ttdn_desktop.domain.evidence import DocumentReference, Evidence, EvidenceKind


def test_that_evidence_is_a_file_a_link_or_a_document() -> None:
    assert [kind.value for kind in EvidenceKind] == ["file", "link", "document"]


def test_that_what_a_reference_does_not_say_is_blank() -> None:
    reference = DocumentReference("Biên bản bàn giao")
    assert (reference.number, reference.issuer, reference.issued_on) == ("", "", None)


def test_that_evidence_never_changes_once_made() -> None:
    proof = Evidence("1", "E1", EvidenceKind.FILE, "anh.png", sha256="ab", size=2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        proof.name = "khac.png"  # type: ignore[misc]  # the very thing that must not work
    assert dataclasses.replace(proof, code="E2").code == "E2"
