"""A power cut at any moment of our own file writes: whole or absent, and what was told is there."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.faults.backing_up import unheard
from tests.faults.earlier import PAST, at_step, rows_of
from tests.faults.replay import recorded, torn
from tests.services.office_desk import SO_NGOAI_VU, TickingClock, form, paper
from ttdn_desktop import paths
from ttdn_desktop.desk import open_desk, report_writer
from ttdn_desktop.domain.backup import Reason
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up as backing
from ttdn_desktop.services import restore
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.export_report import export
from ttdn_desktop.services.keep_evidence import Shelf, copy_out, page
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.services.swap_folder import use_instead
from ttdn_desktop.services.write_backup import write_backup
from ttdn_desktop.store import bundle, kept_backups, upgrade
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.services.office import Office

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="notes the calls of Linux")
CONTENT = b"photo" * 1000


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the folder whose files are watched."""
    return tmp_path / "disk"


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """Return where states are made."""
    return tmp_path / "after"


@pytest.fixture
def office(root: Path) -> Iterator[Office]:
    """Return a desk with one activity and its evidence."""
    clock = TickingClock()
    start(root / "data", clock, Start(unit=SO_NGOAI_VU, confirm=(ALL,)))
    with open_desk(root / "data", writing=True, clock=clock) as desk:
        record(desk.office, form("Họp", files=(paper("a.png", b"1"),)))
        yield desk.office


def _misnamed(folder: Path) -> str | None:
    """Return a file whose bytes are not those of the SHA-256 it is called by."""
    for file in folder.rglob("*"):
        if file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() != file.name:
            return f"{file.name} is torn"
    return None


def test_that_evidence_is_whole_or_absent_and_there_once_told(
    office: Office, root: Path, scratch: Path
) -> None:
    digest = hashlib.sha256(CONTENT).hexdigest()
    moments = recorded(root, lambda: office.store.vault.add(BytesIO(CONTENT)))

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        vault = state / "data" / "vault"
        lost = told and not (vault / digest[:2] / digest).is_file()
        return "told, and gone" if lost else _misnamed(vault)

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 10


def test_that_a_report_is_the_old_one_or_the_new_one_and_the_new_one_once_told(
    office: Office, root: Path, scratch: Path
) -> None:
    target = root / "out" / "bao-cao.docx"
    target.parent.mkdir()
    target.write_bytes(b"old")
    moments = recorded(root, lambda: export(office, report_writer(), 2026, None, target))
    new = target.read_bytes()

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        found = (state / "out" / target.name).read_bytes()
        if found not in ({new} if told else {new, b"old"}):
            return f"{len(found)} bytes of {len(new)}"
        return _misnamed(state / "data" / "editions")

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 10


def test_that_evidence_saved_elsewhere_is_whole_or_absent(
    office: Office, root: Path, scratch: Path
) -> None:
    target = root / "out" / "anh.png"
    target.parent.mkdir()
    piece = page(office, Shelf(), 0, 1)[0]
    moments = recorded(root, lambda: copy_out(office, piece.id, target))

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        place = state / "out" / target.name
        found = place.read_bytes() if place.exists() else None
        return None if found in ({b"1"} if told else {b"1", None}) else f"{found!r}"

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 3


@pytest.mark.parametrize("earlier", [False, True])
def test_that_each_backup_is_whole_earlier_ones_stay_and_a_told_one_is_there(
    office: Office, root: Path, scratch: Path, *, earlier: bool
) -> None:
    names: list[str] = []
    if earlier:
        names.append(backing.back_up(office).manifest.name)
        record(office, form("Họp tiếp", files=(paper("b.png", CONTENT),)))
    made: list[str] = []
    moments = recorded(
        root, lambda: made.append(backing.back_up(office, reason=Reason.HAND).manifest.name)
    )

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        found = kept_backups.verify(Repository(state / "data" / "backups"), unheard)
        if any(not each.good for each in found):
            return f"damaged: {[each.fault for each in found]}"
        there = {each.name for each in found}
        return None if there >= {*names, *(made if told else ())} else f"only {there}"

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 30


def test_that_a_backup_file_is_whole_or_absent_and_there_once_told(
    office: Office, root: Path, scratch: Path
) -> None:
    out = root / "out"
    out.mkdir()
    moments = recorded(root, lambda: write_backup(office, out))

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        files = list((state / "out").glob(f"*{bundle.SUFFIX}"))
        for file in files:
            try:
                bundle.verify(file, unheard)
            except KnownError as refusal:
                return refusal.key
        return "told, and gone" if told and not files else None

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 5


def test_that_a_restored_folder_is_whole_or_absent_and_there_once_told(
    office: Office, root: Path, scratch: Path
) -> None:
    file, target = write_backup(office, root).file, root / "out" / "new"
    moments = recorded(root, lambda: restore.restore_from(file, target))

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        place = state / "out" / "new"
        if not place.exists():
            return "told, and gone" if told else None
        with open_desk(place, writing=False, clock=TickingClock()) as desk:
            return None if check(desk.office).ok else "unsound"

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 20


def test_that_the_remembered_folder_is_the_old_one_or_the_new_one(
    root: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.mkdir()
    monkeypatch.setattr(paths, "usual_data_folder", lambda: root / "SoTTDN")
    paths.remember_data_folder(root / "one")
    moments = recorded(root, lambda: paths.remember_data_folder(root / "two"))

    def look(state: Path, _told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        kept = (state / "SoTTDN.folder").read_text("utf-8").strip()
        return None if kept in {str(root / "one"), str(root / "two")} else repr(kept)

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 3


def test_that_the_copy_before_an_upgrade_is_whole_or_absent(
    office: Office, root: Path, scratch: Path
) -> None:
    office.store.close()
    older = at_step(root / "data", root / "older", PAST[-1])
    before = rows_of(older / "ttdn.sqlite")
    keep = older / "backups" / "before.sqlite"
    moments = recorded(root, lambda: upgrade.upgrade(older / "ttdn.sqlite", keep))

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        place = state / keep.relative_to(root)
        if not place.exists():
            return "told, and gone" if told else None
        with suppress(Exception):
            return None if rows_of(place) == before else "other rows"
        return "torn"

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 5


def test_that_both_folders_are_whole_while_one_takes_the_others_place(
    office: Office, root: Path, scratch: Path
) -> None:
    backing.back_up(office)
    (offered,) = restore.list_backups(office)
    copy = restore.restore_copy(office, offered).folder
    office.store.close()
    for name, folder in (("old", root / "data"), ("new", copy)):
        (folder / "mark").write_text(name)
    moments = recorded(root, lambda: use_instead(root / "data", copy, TickingClock()))

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        note = state / ".data.swap"
        if note.exists():
            note.write_text(note.read_text("utf-8").replace(str(root), str(state)), "utf-8")
        with open_desk(state / "data", writing=True, clock=TickingClock()):
            pass
        marks = {path.read_text() for path in state.glob("*/mark")}
        first = (state / "data" / "mark").read_text()
        if marks != {"old", "new"} or (told and first != "new"):
            return f"{marks}, {first} in place"
        return None if (state / "data" / "backups" / "manifests").is_dir() else "no backups"

    tried, wrong = torn(moments, root, scratch, look)

    assert not wrong
    assert tried > 5


def test_that_what_is_written_without_being_forced_is_found_torn(root: Path, scratch: Path) -> None:
    root.mkdir()
    (root / "place").write_bytes(b"old")

    def careless() -> None:
        (root / "new").write_bytes(CONTENT)
        (root / "new").replace(root / "place")

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        found = (state / "place").read_bytes()
        return None if found in ({CONTENT} if told else {CONTENT, b"old"}) else f"{len(found)}"

    _tried, wrong = torn(recorded(root, careless), root, scratch, look)

    assert {each.partition(": ")[2] for each in wrong} >= {"0", "3", str(len(CONTENT) // 2)}


def test_that_a_rename_whose_folder_is_not_forced_may_be_undone(root: Path, scratch: Path) -> None:
    root.mkdir()

    def forgetful() -> None:
        with (root / "new").open("wb") as stream:
            stream.write(CONTENT)
            stream.flush()
            os.fsync(stream.fileno())
        (root / "new").replace(root / "place")

    def look(state: Path, told: bool) -> str | None:  # noqa: FBT001 (as Check has it)
        return "gone" if told and not (state / "place").exists() else None

    _tried, wrong = torn(recorded(root, forgetful), root, scratch, look)

    assert wrong
