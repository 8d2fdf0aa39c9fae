"""Evidence files out of the vault: whole, under their own names, never to be run."""

from __future__ import annotations

import os
import stat
import tempfile
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import paper
from ttdn_desktop.domain.evidence import Evidence, EvidenceKind
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_evidence as desk
from ttdn_desktop.services.copy_evidence import own_name

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office

CONTENT = b"%PDF-1.4 " + bytes(range(256)) * 10_000


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the system's temporary folder be one of the test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def _added(office: Office, name: str = "biên bản.pdf") -> Evidence:
    (proof,) = desk.add_files(office, (paper(name, CONTENT),))
    return proof


def test_that_a_file_is_read_through_the_vault(office: Office) -> None:
    with desk.read(office, _added(office).id) as stream:
        assert stream.read() == CONTENT


def test_that_a_copy_is_whole_and_replaces_what_was_there(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "bản sao.pdf"
    target.write_bytes(b"old")
    assert desk.copy_out(office, _added(office).id, target) == target
    assert target.read_bytes() == CONTENT
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_that_into_a_folder_a_copy_goes_under_its_own_name(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "ra"
    folder.mkdir()
    assert desk.copy_out(office, _added(office).id, folder) == folder / "biên bản.pdf"
    assert (folder / "biên bản.pdf").read_bytes() == CONTENT


def test_that_a_place_that_cannot_be_written_is_said(office: Office, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="copy_unwritable"):
        desk.copy_out(office, _added(office).id, tmp_path / "không có" / "x.pdf")


def test_that_nothing_is_copied_into_the_data_folder(office: Office) -> None:
    with pytest.raises(KnownError, match="target_inside_data"):
        desk.copy_out(office, _added(office).id, office.store.folder.root / "x.pdf")


def test_that_an_altered_file_is_not_handed_out(
    office: Office, tmp_path: Path, temporary: Path
) -> None:
    proof = _added(office)
    place = office.store.folder.vault / proof.sha256[:2] / proof.sha256
    place.write_bytes(b"something else")
    target = tmp_path / "x.pdf"
    target.write_bytes(b"old")
    with pytest.raises(KnownError, match="evidence_altered"):
        desk.copy_out(office, proof.id, target)
    assert target.read_bytes() == b"old"
    with pytest.raises(KnownError, match="evidence_altered"):
        desk.temporary_copy(office, proof.id)
    assert list(temporary.rglob("*.pdf")) == []


def test_that_a_missing_file_is_said(office: Office, tmp_path: Path) -> None:
    proof = _added(office)
    (office.store.folder.vault / proof.sha256[:2] / proof.sha256).unlink()
    with pytest.raises(KnownError, match="evidence_missing"):
        desk.copy_out(office, proof.id, tmp_path / "x.pdf")
    assert not (tmp_path / "x.pdf").exists()


def test_that_a_document_or_link_has_no_file(office: Office, tmp_path: Path) -> None:
    proof = desk.add_link(office, "https://a.vn")
    for attempt in (
        lambda: desk.read(office, proof.id),
        lambda: desk.copy_out(office, proof.id, tmp_path / "x"),
        lambda: desk.temporary_copy(office, proof.id),
    ):
        with pytest.raises(KnownError, match="evidence_without_file"):
            attempt()


def test_that_what_is_looked_at_is_a_copy_to_read_only(office: Office, temporary: Path) -> None:
    place = desk.temporary_copy(office, _added(office).id)
    assert place.name == "biên bản.pdf"
    assert place.is_relative_to(temporary)
    assert place.read_bytes() == CONTENT
    assert not place.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    assert not place.stat().st_mode & (stat.S_IXUSR | stat.S_IRGRP | stat.S_IROTH)


def test_that_copies_to_look_at_can_be_forgotten(office: Office, temporary: Path) -> None:
    (temporary / "another program").mkdir()
    desk.temporary_copy(office, _added(office).id)
    desk.forget_copies()
    assert [path.name for path in temporary.iterdir()] == ["another program"]


def test_that_only_copies_of_a_while_ago_are_forgotten(office: Office, temporary: Path) -> None:
    proof = _added(office).id
    earlier, now = (desk.temporary_copy(office, proof).parent for _ in range(2))
    os.utime(earlier, (0, 0))
    desk.forget_copies(before_ms=1000)
    assert list(temporary.iterdir()) == [now]


@pytest.mark.parametrize(
    "name",
    [
        "hoá đơn.exe",
        "hoá đơn.pdf.EXE",
        "hoá đơn.exe .",
        ".exe",
        "chạy.bat",
        "bảng.xlsm",
        "lối tắt.lnk",
        "gnp\u202etxt.scr",
    ],
)
def test_that_what_may_run_is_saved_and_never_opened(
    office: Office, tmp_path: Path, temporary: Path, name: str
) -> None:
    proof = _added(office, name)
    with pytest.raises(KnownError, match="evidence_not_opened"):
        desk.temporary_copy(office, proof.id)
    assert list(temporary.iterdir()) == []
    assert desk.copy_out(office, proof.id, tmp_path / "x").read_bytes() == CONTENT


def test_that_a_new_name_does_not_make_a_program_harmless(office: Office) -> None:
    proof = _added(office, "hoá đơn.exe")
    desk.rename(office, proof.id, "hoá đơn.pdf", None)
    with pytest.raises(KnownError, match="evidence_not_opened"):
        desk.temporary_copy(office, proof.id)


@pytest.mark.parametrize(
    ("name", "came", "saved"),
    [
        ("Biên bản", "scan01.PDF", "Biên bản.PDF"),
        ("Biên bản.pdf", "scan01.PDF", "Biên bản.pdf"),
        ("ngày 5/3: họp?.png", "a.png", "ngày 5_3_ họp_.png"),
        ("..", "a.png", "...png"),
        ("..", "..", "_"),
        ("con.txt", "con.txt", "_con.txt"),
        ("ảnh\u202egnp.jpg", "a.jpg", "ảnh_gnp.jpg"),
        ("x" * 300 + ".pdf", "a.pdf", "x" * 116 + ".pdf"),
        ("không đuôi", "không đuôi", "không đuôi"),
    ],
)
def test_that_every_system_takes_the_name(name: str, came: str, saved: str) -> None:
    assert own_name(Evidence("1", "E1", EvidenceKind.FILE, name, original_name=came)) == saved
