"""Evidence: copied, hashed, recorded once."""

from __future__ import annotations

import errno
import hashlib
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form, paper
from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.record_activity import record

if TYPE_CHECKING:
    from ttdn_desktop.domain.evidence import Evidence
    from ttdn_desktop.services.office import Office

PLAN = "Kế hoạch số 05/KH-SNgV ngày 10/01/2026 của Sở Ngoại vụ về công tác năm 2026"


def _attached(office: Office, *files: IncomingFile, documents: tuple[str, ...] = ()) -> list[str]:
    recorded = record(office, form("Đón đoàn", files=files, documents=documents))
    return [proof.code for proof in recorded.evidence]


def _only(office: Office, *links: str, documents: tuple[str, ...] = ()) -> Evidence:
    filled = replace(form("Đón đoàn", documents=documents), links=links)
    (proof,) = record(office, filled).evidence
    return proof


def test_that_the_vault_keeps_the_very_bytes(office: Office) -> None:
    content = b"%PDF-1.4 " + bytes(range(256)) * 1000
    (proof,) = record(office, form("Họp", files=(paper("biên bản.pdf", content),))).evidence
    assert proof.kind is EvidenceKind.FILE
    assert proof.sha256 == hashlib.sha256(content).hexdigest()
    assert (proof.name, proof.size) == ("biên bản.pdf", len(content))
    with office.store.vault.open(proof.sha256) as stream:
        assert stream.read() == content


def test_that_the_same_file_under_the_same_name_is_one_piece(office: Office) -> None:
    assert _attached(office, paper("ảnh.png", b"png")) == ["E1"]
    assert _attached(office, paper("ảnh.png", b"png")) == ["E1"]
    assert _attached(office, paper("ảnh.png", b"png"), paper("ảnh.png", b"png")) == ["E1"]


def test_that_other_bytes_or_another_name_are_another_piece(office: Office) -> None:
    files = (paper("ảnh.png", b"png"), paper("ảnh.png", b"png 2"), paper("ảnh 2.png", b"png"))
    assert _attached(office, *files) == ["E1", "E2", "E3"]


def test_that_a_name_in_pieces_is_composed_and_kept_as_it_came(office: Office) -> None:
    came = "a\u0309nh.png"
    (proof,) = record(office, form("Họp", files=(paper(came, b"png"),))).evidence
    assert (proof.name, proof.original_name) == ("ảnh.png", came)


def test_that_a_document_is_read_and_is_one_piece(office: Office) -> None:
    proof = _only(office, documents=(PLAN,))
    assert proof.document is not None
    assert proof.document.number == "05/KH-SNgV"
    assert proof.dated == date(2026, 1, 10)
    assert _only(office, documents=(PLAN.replace("Kế hoạch số ", "KH "),)).code == proof.code


def test_that_two_documents_in_one_text_are_two_pieces(office: Office) -> None:
    both = "Kế hoạch số 05/KH-SNgV ngày 10/01/2026; Công văn số 12/SNgV-VP ngày 15/01/2026"
    assert _attached(office, documents=(both,)) == ["E1", "E2"]
    assert _attached(office, documents=(PLAN, both)) == ["E1", "E2"]


def test_that_a_file_that_breaks_off_is_told_of_as_a_file(office: Office) -> None:
    class Torn(BytesIO):
        """A file on a stick that was pulled out."""

        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(errno.EIO, "gone")

    with pytest.raises(KnownError, match="file_unreadable"):
        _attached(office, IncomingFile("ảnh.png", Torn))
    assert list(office.store.vault.digests()) == []


def test_that_a_link_is_one_piece(office: Office) -> None:
    proof = _only(office, " https://sngv.example/tin ")
    assert (proof.kind, proof.url) == (EvidenceKind.LINK, "https://sngv.example/tin")
    assert _only(office, "https://sngv.example/tin").code == proof.code


@pytest.mark.parametrize("bad", ["sngv.example/tin", "file:///tin", "javascript:alert(1)", ""])
def test_that_what_is_no_web_address_is_refused(office: Office, bad: str) -> None:
    with pytest.raises(KnownError, match="link_unreadable"):
        _only(office, bad)
