"""A file is in the vault whole, once, and under the name of its content; or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, NoReturn, cast

import pytest

from ttdn_desktop.errors import KnownError
from ttdn_desktop.paths import DataFolder
from ttdn_desktop.store.vault import Stored, Vault

if TYPE_CHECKING:
    from pathlib import Path

CONTENT = "Biên bản hội đàm".encode()
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Return the folders that a vault needs."""
    made = DataFolder(tmp_path)
    made.vault.mkdir()
    made.unfinished.mkdir()
    return made


def _files(folder: DataFolder) -> list[str]:
    return sorted(
        path.relative_to(folder.root).as_posix()
        for path in folder.root.rglob("*")
        if path.is_file()
    )


def test_that_a_file_lies_under_its_digest_and_nothing_is_left_over(folder: DataFolder) -> None:
    stored = Vault(folder).add(BytesIO(CONTENT))

    assert stored == Stored(DIGEST, len(CONTENT))
    assert _files(folder) == [f"vault/{DIGEST[:2]}/{DIGEST}"]
    with Vault(folder).open(DIGEST) as stream:
        assert stream.read() == CONTENT


def test_that_a_file_larger_than_a_block_is_copied_whole(folder: DataFolder) -> None:
    large = bytes(range(256)) * 10_000

    stored = Vault(folder).add(BytesIO(large))

    assert stored == Stored(hashlib.sha256(large).hexdigest(), 2_560_000)
    with Vault(folder).open(stored.sha256) as stream:
        assert stream.read() == large
    assert Vault(folder).read(stored.sha256) == large


def test_that_an_empty_file_is_a_file(folder: DataFolder) -> None:
    stored = Vault(folder).add(BytesIO(b""))

    assert stored.size == 0
    with Vault(folder).open(stored.sha256) as stream:
        assert stream.read() == b""


def test_that_the_same_content_is_kept_once(folder: DataFolder) -> None:
    first = Vault(folder).add(BytesIO(CONTENT))
    second = Vault(folder).add(BytesIO(CONTENT))

    assert first == second
    assert _files(folder) == [f"vault/{DIGEST[:2]}/{DIGEST}"]


def test_that_a_file_is_on_disk_before_it_has_its_name_and_its_folder_after(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def noted_fsync(handle: int) -> None:
        order.append("folder" if _is_folder(handle) else "file")
        fsync(handle)

    def noted_replace(old: Path, new: Path) -> None:
        order.append("rename")
        replace(old, new)

    monkeypatch.setattr("os.fsync", noted_fsync)
    monkeypatch.setattr("os.replace", noted_replace)

    Vault(folder).add(BytesIO(CONTENT))

    new_folder_in_the_vault = ["folder"]
    assert order == ["file", *new_folder_in_the_vault, "rename", "folder"]


def _is_folder(handle: int) -> bool:
    return stat.S_ISDIR(os.fstat(handle).st_mode)


class _Torn:
    """A stream that breaks off after its first block."""

    def __init__(self, code: int) -> None:
        self._code = code
        self._blocks = iter((CONTENT,))

    def read(self, _size: int) -> bytes:
        block = next(self._blocks, None)
        if block is None:
            raise OSError(self._code, os.strerror(self._code))
        return block


@pytest.mark.parametrize(
    ("code", "key"),
    [(errno.ENOSPC, "disk_full"), (errno.EIO, "disk_error"), (errno.EACCES, "folder_denied")],
)
def test_that_a_copy_that_breaks_off_is_told_and_leaves_nothing(
    folder: DataFolder, code: int, key: str
) -> None:
    with pytest.raises(KnownError) as refused:
        Vault(folder).add(cast("BinaryIO", _Torn(code)))

    assert refused.value.key == key
    assert _files(folder) == []


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_that_a_full_disk_at_any_step_leaves_nothing_under_a_digest(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refuse(*_given: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(f"os.{step}", refuse)

    with pytest.raises(KnownError) as refused:
        Vault(folder).add(BytesIO(CONTENT))

    assert refused.value.key == "disk_full"
    assert _files(folder) == []


@pytest.mark.parametrize("digest", ["ab" * 32, "../../ttdn.sqlite", "", "AB" * 32])
def test_that_what_is_not_there_or_no_digest_is_missing(folder: DataFolder, digest: str) -> None:
    (folder.root / "ttdn.sqlite").write_bytes(b"x")

    with pytest.raises(KnownError) as refused:
        Vault(folder).open(digest)

    assert refused.value.key == "evidence_missing"


def test_that_digests_orphans_and_strays_are_named(
    folder: DataFolder,
) -> None:
    vault = Vault(folder)
    other = vault.add(BytesIO(b"khac")).sha256
    vault.add(BytesIO(CONTENT))
    (folder.vault / DIGEST[:2] / "Thumbs.db").write_bytes(b"")
    (folder.unfinished / "half").write_bytes(b"")

    assert list(vault.digests()) == sorted([DIGEST, other])
    assert vault.orphans({DIGEST}) == (other, f"{DIGEST[:2]}/Thumbs.db")
