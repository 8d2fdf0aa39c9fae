"""One backup in one file: the same comes out, and no other zip is believed."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.store.backup_desk import attach, back_up, repository_of, unheard, vault_place
from tests.store.samples import activity as sample_activity
from tests.store.samples import all_rows, is_sound, record
from ttdn_desktop.errors import KnownError
from ttdn_desktop.store import bundle, bundle_making, engine, restoring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ttdn_desktop.store.clock import Clock
    from ttdn_desktop.store.engine import Store

DIGEST = "0" * 64


@pytest.fixture
def made(store: Store, tmp_path: Path) -> Path:
    """Return a bundle of a store with an activity and two files."""
    record(store, sample_activity(1))
    attach(store, 1, b"photo" * 1000)
    attach(store, 2, b"letter" * 1000)
    return bundle_making.make(store, tmp_path / "out", "TTDN-x", unheard).file


def _restore(file: Path, target: Path) -> restoring.Restored:
    with bundle.opened(file) as source:
        return restoring.restore(source, target, unheard)


def test_that_what_comes_out_is_what_went_in(
    store: Store, made: Path, tmp_path: Path, clock: Clock
) -> None:
    restored = _restore(made, tmp_path / "new")

    assert (restored.records, restored.evidence, restored.missing) == (1, 2, ())
    with engine.open(tmp_path / "new", clock=clock) as copy:
        assert all_rows(copy) == all_rows(store)
        assert is_sound(copy)


def test_that_its_members_stand_in_one_order_with_one_time(made: Path) -> None:
    with zipfile.ZipFile(made) as package:
        names = package.namelist()
        times = {member.date_time for member in package.infolist()}

    assert names[:3] == ["manifest.json", "files.txt", "ttdn.sqlite"]
    assert names[3:] == sorted(names[3:])
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_that_another_of_the_same_name_is_written_beside(store: Store, made: Path) -> None:
    before = made.read_bytes()

    second = bundle_making.make(store, made.parent, "TTDN-x", unheard)

    assert second.file.name == "TTDN-x-2.ttdnbackup"
    assert hashlib.sha256(second.file.read_bytes()).hexdigest() == second.sha256
    assert made.read_bytes() == before
    assert sorted(path.name for path in made.parent.iterdir()) == [
        "TTDN-x-2.ttdnbackup",
        "TTDN-x.ttdnbackup",
    ]


def test_that_altered_evidence_is_taken_from_the_backups(store: Store, tmp_path: Path) -> None:
    digest = attach(store, 1, b"photo")
    back_up(store)
    vault_place(store, digest).write_bytes(b"PHOTO")

    manifest = bundle_making.make(store, tmp_path, "x", unheard).manifest

    assert (manifest.evidence, manifest.missing) == (1, ())


def test_that_evidence_whole_nowhere_is_named(store: Store, tmp_path: Path) -> None:
    digest = attach(store, 1, b"photo")
    vault_place(store, digest).write_bytes(b"PHOTO")

    made = bundle_making.make(store, tmp_path / "out", "x", unheard)

    assert (made.manifest.evidence, made.manifest.missing) == (0, (digest,))
    assert _restore(made.file, tmp_path / "new").missing == (digest,)


def test_that_a_stopped_bundle_leaves_nothing(store: Store, tmp_path: Path) -> None:
    attach(store, 1, b"photo")
    (tmp_path / "out").mkdir()

    def stop(done: int, _total: int) -> None:
        if done > 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bundle_making.make(store, tmp_path / "out", "x", stop)

    assert list((tmp_path / "out").iterdir()) == []
    assert not repository_of(store).root.exists()


Members = list[tuple[zipfile.ZipInfo, bytes]]


def _rewritten(made: Path, change: Callable[[Members], Members]) -> Path:
    with zipfile.ZipFile(made) as package:
        members = [(member, package.read(member)) for member in package.infolist()]
    hostile = made.with_name("hostile.ttdnbackup")
    with zipfile.ZipFile(hostile, "w") as package:
        for member, content in change(members):
            package.writestr(member, content, compress_type=member.compress_type)
    return hostile


def _named(name: str) -> Callable[[Members], Members]:
    """Return a change that adds a member."""
    return lambda members: [*members, (zipfile.ZipInfo(name), b"x")]


def _instead(at: int, content: bytes) -> Callable[[Members], Members]:
    """Return a change of a member's content."""
    return lambda members: [
        (member, content if number == at else old) for number, (member, old) in enumerate(members)
    ]


def _linked(members: Members) -> Members:
    member, _ = members[-1]
    member.external_attr = 0o120777 << 16
    return members


def _deflated(members: Members) -> Members:
    members[-1][0].compress_type = zipfile.ZIP_DEFLATED
    return members


def _relabelled(members: Members) -> Members:
    """Return members whose manifest lies about its counts, with a right hash of the lie."""
    facts = json.loads(members[0][1].splitlines()[0]) | {"head": "f" * 64}
    line = json.dumps(facts).encode()
    text = line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"
    return [(members[0][0], text), *members[1:]]


def _odd(**facts: object) -> Callable[[Members], Members]:
    def change(members: Members) -> Members:
        line = json.dumps(json.loads(members[0][1].splitlines()[0]) | facts).encode()
        text = line + b"\n" + hashlib.sha256(line).hexdigest().encode() + b"\n"
        return [(members[0][0], text), *members[1:]]

    return change


HOSTILE: dict[str, Callable[[Members], Members]] = {
    "parent folder": _named("../evil"),
    "absolute": _named("/evil"),
    "drive": _named("C:\\evil"),
    "extra": _named("readme.txt"),
    "extra evidence": _named(f"vault/00/{DIGEST}"),
    "link": _linked,
    "swelling evidence": _deflated,
    "lying manifest": _relabelled,
    "no manifest": lambda members: members[1:],
    "no database": lambda members: [members[0], members[1], *members[3:]],
    "no evidence": lambda members: members[:-1],
    "empty": lambda _members: [],
    "altered evidence": lambda members: _instead(-1 + len(members), b"PHOTO" * 1000)(members),
    "other evidence of the size": lambda members: _instead(
        len(members) - 1, bytes(len(members[-1][1]))
    )(members),
    "altered database": lambda members: _instead(2, bytes(len(members[2][1])))(members),
    "altered list": _instead(1, b"v ../../evil 5\n"),
    "manifest no JSON": _instead(0, b"[[[["),
    "negative size": _odd(database_size=-1),
    "odd label": _odd(label=5),
    "odd number": _odd(number=True),
    "odd reason": _odd(reason="?"),
    "odd digest": _odd(files="../x"),
    "deep": _instead(0, b"[" * 100_000),
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_that_a_hostile_file_is_refused_and_writes_nothing(
    made: Path, tmp_path: Path, kind: str
) -> None:
    hostile = _rewritten(made, HOSTILE[kind])
    (tmp_path / "in").mkdir()
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(KnownError, match="backup_damaged"):
        _restore(hostile, tmp_path / "in" / "new")

    assert sorted(tmp_path.rglob("*")) == before


def _with_database(content: bytes) -> Callable[[Members], Members]:
    """Return a change of the database that the manifest agrees with."""

    def change(members: Members) -> Members:
        sha256 = hashlib.sha256(content).hexdigest()
        agreed = _odd(database=sha256, database_size=len(content))(members)
        return _instead(2, content)(agreed)

    return change


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER evil AFTER INSERT ON activities BEGIN DELETE FROM changes; END",
        "CREATE VIEW evil AS SELECT 1",
        "DROP TABLE evidence",
        "DELETE FROM changes",
        "UPDATE evidence SET sha256 = hex(zeroblob(32))",
    ],
)
def test_that_a_crafted_database_is_refused_though_every_hash_is_right(
    made: Path, tmp_path: Path, sql: str
) -> None:
    crafted = tmp_path / "crafted.sqlite"
    with zipfile.ZipFile(made) as package:
        crafted.write_bytes(package.read("ttdn.sqlite"))
    with closing(sqlite3.connect(crafted)) as raw, raw:
        raw.execute("PRAGMA journal_mode = DELETE").fetchall()
        raw.execute(sql)
    hostile = _rewritten(made, _with_database(crafted.read_bytes()))

    with pytest.raises(KnownError, match="backup_damaged"):
        _restore(hostile, tmp_path / "new")

    assert not (tmp_path / "new").exists()


def test_that_a_database_that_swells_is_refused_unread(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "_SMALL", 1024 * 1024)
    hostile = _rewritten(made, _with_database(bytes(8 * 1024 * 1024)))

    with pytest.raises(KnownError, match="backup_damaged"), bundle.opened(hostile):
        pass


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_that_two_members_of_one_name_are_refused(made: Path, tmp_path: Path) -> None:
    hostile = _rewritten(made, lambda members: [*members, members[-1]])

    with pytest.raises(KnownError, match="backup_damaged"):
        _restore(hostile, tmp_path / "new")


def test_that_a_file_cut_anywhere_is_refused(made: Path, tmp_path: Path) -> None:
    whole = made.read_bytes()
    for share in range(20):
        made.write_bytes(whole[: len(whole) * share // 20])
        with pytest.raises(KnownError, match="backup_damaged"):
            _restore(made, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_that_a_byte_changed_anywhere_in_the_contents_is_found(made: Path, tmp_path: Path) -> None:
    whole = made.read_bytes()
    refused = 0
    for place in range(60, len(whole), len(whole) // 60):
        made.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            _restore(made, tmp_path / f"new-{place}")
        except KnownError as refusal:
            assert refusal.key in {"backup_damaged", "backup_newer"}  # noqa: PT017 (many places)
            refused += 1
    assert refused >= 58


def test_that_what_is_no_file_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="backup_missing"):
        _restore(tmp_path / "gone.ttdnbackup", tmp_path / "new")
