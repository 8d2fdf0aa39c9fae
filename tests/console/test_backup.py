"""`backup` and `restore`: one file with everything, and back into a new folder only."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.console.process import (
    bound_by_permissions,
    fill,
    second_program,
    small_disk,
    ttdn,
)
from tests.console.told import contents

if TYPE_CHECKING:
    from tests.console.told import Console


@pytest.fixture
def proven(console: Console, tmp_path: Path) -> Console:
    """Return the console on a folder with one activity and one file."""
    proof = tmp_path / "anh.png"
    proof.write_bytes(b"PNG" * 100_000)
    words = ("--task", "1.10", "--title", "Đón đoàn", "--date", "12/3/2026", "--evidence", proof)
    console.json("activity", "add", *words)
    return console


def test_that_a_file_is_written_and_restored_with_everything(
    proven: Console, tmp_path: Path
) -> None:
    out = tmp_path / "ra" / "USB"

    made = proven.json("backup", "--to", out)

    file = Path(made["file"])
    assert file.parent == out
    assert re.fullmatch(r"TTDN-SNgV-\d{8}-\d{4}\.ttdnbackup", file.name)
    assert made["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (made["records"], made["evidence"], made["missing"]) == (1, 1, [])
    back = proven.bare("restore", file, "--to", tmp_path / "new", "--json").json
    assert {name: back[name] for name in ("file", "sha256", "records", "evidence")} == {
        name: made[name] for name in ("file", "sha256", "records", "evidence")
    }
    assert proven.bare("--data", tmp_path / "new", "doctor", "--json").json["ok"]
    listed = proven.bare("--data", tmp_path / "new", "activity", "list", "--json").json
    assert listed == proven.json("activity", "list")


def test_that_without_a_place_it_goes_to_the_backups_and_changes_no_data(proven: Console) -> None:
    before = contents(proven.data)

    file = Path(proven.json("backup")["file"])

    after = contents(proven.data)
    assert file.parent == proven.data / "backups"
    assert {name: after[name] for name in after if not name.startswith("backups/")} == before


def test_that_it_works_beside_a_program_that_records(proven: Console, tmp_path: Path) -> None:
    with second_program(proven.data):
        made = proven.json("backup", "--to", tmp_path / "out")

    assert (made["records"], made["evidence"]) == (1, 1)


def test_that_both_are_said_in_words(proven: Console, tmp_path: Path) -> None:
    said = proven("backup", "--to", tmp_path / "out")
    assert "1 hoạt động, 1 tệp tài liệu" in said.out
    (file,) = (tmp_path / "out").iterdir()

    said = proven.bare("restore", file, "--to", tmp_path / "new")

    assert str(tmp_path / "new") in said.out


def test_that_evidence_whole_nowhere_is_named(proven: Console, tmp_path: Path) -> None:
    (file,) = (path for path in (proven.data / "vault").rglob("*") if path.is_file())
    file.write_bytes(b"spoilt")

    made = proven.json("backup", "--to", tmp_path)
    restored = proven.bare("restore", made["file"], "--to", tmp_path / "new")

    assert made["missing"] == [file.name]
    assert file.name in restored.out


@pytest.mark.parametrize("place", ["data", "data/vault", "file", "z" * 300])
def test_that_a_place_where_it_cannot_be_is_refused(
    proven: Console, tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("no folder")
    before = contents(tmp_path)

    assert proven("backup", "--to", tmp_path / place).refusal
    assert contents(tmp_path) == before


@pytest.mark.parametrize("given", ["gone", "anh.png", "data/vault", "z" * 300])
def test_that_what_is_no_backup_is_refused(proven: Console, tmp_path: Path, given: str) -> None:
    before = contents(tmp_path)

    assert proven.bare("restore", tmp_path / given, "--to", tmp_path / "new").refusal
    assert contents(tmp_path) == before
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("place", ["data", "data/vault/new", "anh.png", "anh.png/new", "z" * 300])
def test_that_nothing_is_restored_over_anything(
    proven: Console, tmp_path: Path, place: str
) -> None:
    made = proven.json("backup", "--to", tmp_path / "out")
    before = contents(tmp_path)

    assert proven.bare("restore", made["file"], "--to", tmp_path / place).refusal
    assert contents(tmp_path) == before


def test_that_an_altered_repository_restores_in_part_only_where_asked(
    proven: Console, tmp_path: Path
) -> None:
    file = Path(proven.json("backup", "--to", tmp_path / "out")["file"])
    file.write_bytes(file.read_bytes().replace(b"PNGPNG", b"PNGGNP", 1))

    assert proven.bare("restore", file, "--to", tmp_path / "new").refusal
    partly = proven.bare("restore", file, "--to", tmp_path / "new", "--partly", "--json").json

    assert (partly["records"], partly["evidence"], len(partly["missing"])) == (1, 0, 1)


@pytest.mark.parametrize("left", [0, 64, 300, 600])
def test_that_a_full_disk_leaves_nothing_of_a_backup(
    proven: Console, tmp_path: Path, left: int
) -> None:
    with small_disk(tmp_path / "disk", 4096) as disk:
        fill(disk, but=left)
        before = contents(disk)

        assert "không đủ chỗ" in ttdn("--data", proven.data, "backup", "--to", disk).refusal
        assert contents(disk) == before


@pytest.mark.parametrize("left", [0, 64, 600])
def test_that_a_full_disk_leaves_nothing_of_a_restore(
    proven: Console, tmp_path: Path, left: int
) -> None:
    file = proven.json("backup", "--to", tmp_path / "out")["file"]
    with small_disk(tmp_path / "disk", 4096) as disk:
        fill(disk, but=left)
        before = contents(disk)

        assert "không đủ chỗ" in ttdn("restore", file, "--to", disk / "new").refusal
        assert contents(disk) == before
        assert not (disk / "new").exists()


def test_that_a_network_share_takes_no_restored_data(
    proven: Console, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = proven.json("backup", "--to", tmp_path / "out")["file"]
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"99 22 0:50 / {tmp_path} rw shared:1 - cifs may-chu:/chung rw\n")
    monkeypatch.setattr("ttdn_desktop.store.mounts._MOUNTINFO", mounts)

    assert "ổ mạng" in proven.bare("restore", file, "--to", tmp_path / "new").refusal


def test_that_a_folder_nobody_may_write_in_is_backed_up_elsewhere_and_nowhere_else(
    proven: Console, tmp_path: Path
) -> None:
    unprivileged = bound_by_permissions()
    closed = tmp_path / "closed"
    closed.mkdir()
    for folder in (closed, proven.data, *proven.data.iterdir()):
        folder.chmod(0o555 if folder.is_dir() else 0o444)

    try:
        for words in ((), ("--to", closed), ("--to", closed / "below")):
            refused = ttdn("--data", proven.data, "backup", *words, before=unprivileged)
            assert "vẫn an toàn" in refused.refusal
        reading: tuple[object, ...] = ("backup", "--to", tmp_path / "out", "--json")
        made = ttdn("--data", proven.data, *reading, before=unprivileged).json
        over = ttdn("restore", made["file"], "--to", closed / "new", before=unprivileged)
        assert "giữ nguyên" in over.refusal
    finally:
        for folder in (closed, proven.data):
            folder.chmod(0o755)
    assert (made["records"], made["evidence"]) == (1, 1)
    assert list(closed.iterdir()) == []
