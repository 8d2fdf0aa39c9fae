"""The environment's faults: a full disk, permissions, a second program, a network share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.console.process import bound_by_permissions, fill, second_program, small_disk, ttdn
from tests.console.told import Console, contents

if TYPE_CHECKING:
    from pathlib import Path

ADD = ("activity", "add", "--title", "Họp", "--task", "1.10", "--date", "12/3/2026")
EXPORT = ("report", "export", "--year", "2026", "--out")
WRITING = [
    ADD,
    ("plan", "set", "--number", "2512", "--date", "12/7/2024"),
    ("state", "--year", "2026", "--task", "1.5", "--set", "none"),
    ("undo",),
    ("init", "--unit", "Sở Ngoại vụ"),
]
READING = [("units",), ("plan", "show"), ("activity", "list"), ("doctor",)]
MEGABYTE = 1024 * 1024
SHARES = ["nfs4", "cifs", "9p", "fuse.sshfs"]


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """Return a piece of evidence of three megabytes."""
    proof = tmp_path / "lớn.pdf"
    proof.write_bytes(bytes(range(256)) * (3 * MEGABYTE // 256))
    return proof


def test_that_a_second_program_may_read_but_not_write(console: Console, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with second_program(console.data) as pid:
        before = contents(console.data)
        for words in (*WRITING, (*EXPORT, out / "x.docx")):
            assert str(pid) in console(*words).refusal
        assert contents(console.data) == before
        for words in READING:
            assert console.json(*words)

    assert list(out.iterdir()) == []
    assert console.json(*ADD)["code"] == "A1"


@pytest.mark.parametrize("kind", SHARES)
def test_that_a_network_share_is_refused(
    console: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
        f"99 22 0:50 / {console.data.parent} rw,relatime shared:1 - {kind} may-chu:/chung rw\n"
    )
    monkeypatch.setattr("ttdn_desktop.store.mounts._MOUNTINFO", mounts)
    before = contents(tmp_path)

    for words in WRITING:
        assert "ổ mạng" in console(*words).refusal
    new = Console(console.capture, tmp_path / "new")
    assert "ổ mạng" in new("init", "--unit", "Sở Ngoại vụ").refusal
    assert "ổ mạng" in new.bare("sample", tmp_path / "new").refusal
    assert contents(tmp_path) == before
    assert not new.data.exists()


def test_that_evidence_larger_than_the_disk_allows_leaves_no_trace(
    console: Console, big: Path
) -> None:
    before = contents(console.data)

    refused = ttdn("--data", console.data, *ADD, "--evidence", big, file_limit=MEGABYTE)

    assert "đã đầy" in refused.refusal
    assert contents(console.data) == before


def test_that_a_report_larger_than_the_disk_allows_leaves_the_old_one(
    console: Console, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "x.docx").write_bytes(b"the old report")
    before = contents(tmp_path)

    told = ttdn("--data", console.data, *EXPORT, out / "x.docx", file_limit=8 * 1024)

    assert told.refusal
    assert contents(tmp_path) == before


@pytest.mark.parametrize("left", [0, 16, 64, 2048, 3080])
def test_that_a_full_disk_changes_nothing(
    started: Path, tmp_path: Path, big: Path, left: int
) -> None:
    with small_disk(tmp_path / "disk", 12 * 1024) as disk:
        data = shutil.copytree(started, disk / "data")
        fill(disk, but=left)
        before = contents(disk)

        assert "đã đầy" in ttdn("--data", data, *ADD, "--evidence", big).refusal
        assert contents(disk) == before
        (disk / "filler").unlink()
        assert ttdn("--data", data, "doctor", "--json").json["ok"]


def test_that_a_report_on_a_full_disk_leaves_the_old_one(console: Console, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 64) as disk:
        (disk / "x.docx").write_bytes(b"the old report")
        fill(disk, but=8)
        before = contents(tmp_path)

        assert "x.docx" in console(*EXPORT, disk / "x.docx").refusal
        assert contents(tmp_path) == before


def test_that_a_start_on_a_full_disk_can_be_begun_again(nowhere: Console, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 512) as disk:
        fill(disk, but=100)
        on_disk = Console(nowhere.capture, disk / "data")

        assert "đã đầy" in on_disk("init", "--unit", "Sở Ngoại vụ").refusal
        (disk / "filler").unlink()
        assert contents(disk) == {}


def test_that_a_folder_nobody_may_write_in_is_read_and_not_changed(
    console: Console, tmp_path: Path
) -> None:
    unprivileged = bound_by_permissions()
    before = contents(tmp_path)
    for folder in (console.data, *console.data.iterdir()):
        folder.chmod(0o555 if folder.is_dir() else 0o444)

    try:
        for words in (ADD, ("undo",), (*EXPORT, tmp_path / "x.docx")):
            refused = ttdn("--data", console.data, *words, before=unprivileged)
            assert str(console.data) in refused.refusal
        listed = ttdn("--data", console.data, "activity", "list", "--json", before=unprivileged)
        assert listed.json == {"activities": []}
    finally:
        console.data.chmod(0o755)
    assert contents(tmp_path) == before


def test_that_what_nobody_may_read_is_told(console: Console, tmp_path: Path) -> None:
    unprivileged = bound_by_permissions()
    secret = tmp_path / "mật.pdf"
    secret.write_bytes(b"%PDF")
    secret.chmod(0o000)

    refused = ttdn("--data", console.data, *ADD, "--evidence", secret, before=unprivileged)
    assert "mật.pdf" in refused.refusal
    (console.data / "ttdn.sqlite").chmod(0o000)
    assert ttdn("--data", console.data, "units", before=unprivileged).refusal
    assert ttdn("--data", console.data, *ADD, before=unprivileged).refusal
    console.data.chmod(0o000)
    try:
        assert ttdn("--data", console.data, "units", before=unprivileged).refusal
        words = ("init", "--unit", "Sở Ngoại vụ")
        assert ttdn("--data", console.data, *words, before=unprivileged).refusal
    finally:
        console.data.chmod(0o755)


@pytest.mark.parametrize("protect", ["folder", "file"])
def test_that_a_protected_target_stays_as_it_is(
    console: Console, tmp_path: Path, protect: str
) -> None:
    unprivileged = bound_by_permissions()
    out = tmp_path / "out"
    out.mkdir()
    target = out / "x.docx"
    target.write_bytes(b"the old report")
    before = contents(tmp_path)
    (out if protect == "folder" else target).chmod(0o555)

    try:
        refused = ttdn("--data", console.data, *EXPORT, target, before=unprivileged)
    finally:
        out.chmod(0o755)
    assert "x.docx" in refused.refusal
    assert contents(tmp_path) == before
