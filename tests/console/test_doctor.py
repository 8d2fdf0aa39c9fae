"""`doctor`: it exits 0 whenever it could run, and names what is wrong."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from tests.console.told import contents

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.console.told import Console

KEYS = {"ok", "database", "evidence", "journal", "problems", "repaired"}
DIGEST = "0" * 64


@pytest.fixture
def proven(console: Console, tmp_path: Path) -> Console:
    """Return the console on a folder with one activity and one file."""
    proof = tmp_path / "anh.png"
    proof.write_bytes(b"PNG")
    words = ("--task", "1.10", "--title", "Đón đoàn", "--date", "12/3/2026", "--evidence", proof)
    console.json("activity", "add", *words)
    return console


def in_vault(console: Console) -> Path:
    """Return the one file in the vault."""
    (found,) = (path for path in (console.data / "vault").rglob("*") if path.is_file())
    return found


def test_that_a_sound_folder_is_told_in_full(proven: Console) -> None:
    before = contents(proven.data)

    told = proven.json("doctor")

    assert told == {
        "ok": True,
        "database": told["database"],
        "evidence": {"checked": 1, "missing": [], "altered": [], "orphan": []},
        "journal": {"ok": True, "entries": 2, "broken_at": None},
        "problems": [],
        "repaired": [],
    }
    assert contents(proven.data) == before


def test_that_a_missing_file_is_named(proven: Console) -> None:
    file = in_vault(proven)
    file.unlink()

    told = proven.json("doctor")

    assert not told["ok"]
    assert told["evidence"]["missing"] == [file.name]
    assert len(told["problems"]) == 1


@pytest.mark.parametrize("content", [b"", b"PNg", b"PNG "])
def test_that_an_altered_file_is_named(proven: Console, content: bytes) -> None:
    in_vault(proven).write_bytes(content)

    told = proven.json("doctor")

    assert not told["ok"]
    assert told["evidence"]["altered"] == [in_vault(proven).name]


def test_that_an_orphan_alone_is_no_fault(proven: Console) -> None:
    orphan = proven.data / "vault" / DIGEST[:2] / DIGEST
    orphan.parent.mkdir()
    orphan.write_bytes(b"nobody's")

    told = proven.json("doctor")

    assert (told["ok"], told["evidence"]["orphan"]) == (True, [DIGEST])


@pytest.mark.parametrize("content", [None, b"another report"])
def test_that_a_report_that_was_kept_is_checked(
    console: Console, tmp_path: Path, content: bytes | None
) -> None:
    words = ("report", "export", "--year", "2026", "--out", tmp_path / "x.docx")
    kept = console.data / "editions" / console.json(*words)["sha256"]
    assert console.json("doctor")["ok"]

    kept.unlink()
    if content is not None:
        kept.write_bytes(content)

    told = console.json("doctor")
    assert not told["ok"]
    assert kept.name in told["problems"][0]


def _elsewhere(statement: str) -> Callable[[Path], None]:
    """Return what another program does to the database."""

    def change(database: Path) -> None:
        with sqlite3.connect(database) as connection:
            connection.execute(statement)
        connection.close()

    return change


def _written(content: bytes) -> Callable[[Path], None]:
    def change(database: Path) -> None:
        database.write_bytes(content)

    return change


def _cut(database: Path) -> None:
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])


def _overwritten(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[8192:16384] = bytes(8192)
    database.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        _elsewhere("UPDATE activities SET title = 'khác'"),
        _elsewhere("DELETE FROM activity_items"),
        _elsewhere("INSERT INTO settings (key, value) VALUES ('x', '1')"),
        _elsewhere("UPDATE changes SET label = 'khác' WHERE seq = 1"),
        _elsewhere("DELETE FROM changes WHERE seq = 2"),
        _elsewhere("UPDATE change_rows SET after = '{}' WHERE seq = 2"),
        _elsewhere("DROP TABLE evidence"),
        _elsewhere("DROP TABLE changes"),
        _elsewhere("UPDATE activities SET title = CAST(x'ff' AS TEXT)"),
        _elsewhere("PRAGMA user_version = 0"),
        _written(b""),
        _written(b"no database at all"),
        _written(bytes(8192)),
        _cut,
        _overwritten,
    ],
)
def test_that_a_damaged_database_is_an_answer(
    proven: Console, damage: Callable[[Path], None]
) -> None:
    damage(proven.data / "ttdn.sqlite")
    before = contents(proven.data)

    told = proven.json("doctor")

    assert set(told) == KEYS
    assert not told["ok"]
    assert told["problems"]
    assert all("\n" not in problem for problem in told["problems"])
    assert contents(proven.data) == before


@pytest.mark.parametrize("language", ["vi", "en"])
def test_that_each_problem_is_told_in_words(proven: Console, language: str) -> None:
    in_vault(proven).unlink()
    _elsewhere("UPDATE activities SET place = 'khác'")(proven.data / "ttdn.sqlite")

    told = proven("doctor", "--lang", language)

    assert (told.code, told.err) == (0, "")
    row, index, file = told.out.splitlines()[1:]
    assert all(text in row for text in ("A1 Đón đoàn", "place", "khác"))
    assert "1" in index
    assert "E1 anh.png" in file


def test_that_no_flipped_bytes_break_the_check(proven: Console) -> None:
    dice = random.Random(20260312)  # noqa: S311 (chooses bytes to spoil)
    database = proven.data / "ttdn.sqlite"
    sound = database.read_bytes()
    for _ in range(25):
        content = bytearray(sound)
        for _ in range(8):
            content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        database.write_bytes(content)

        assert set(proven.json("doctor")) == KEYS


def test_that_a_newer_folder_is_left_alone(proven: Console) -> None:
    _elsewhere("PRAGMA user_version = 9999")(proven.data / "ttdn.sqlite")

    for words in (("doctor",), ("activity", "list"), ("undo",)):
        assert "mới hơn" in proven(*words).refusal


def test_that_lost_empty_folders_are_made_again(console: Console, tmp_path: Path) -> None:
    for name in ("vault", "tmp", "editions"):
        shutil.rmtree(console.data / name)
    proof = tmp_path / "anh.png"
    proof.write_bytes(b"PNG")

    assert console.json("doctor")["ok"]
    words = ("--task", "1.10", "--title", "Đón đoàn", "--date", "12/3/2026", "--evidence", proof)
    assert console.json("activity", "add", *words)["evidence"]


def test_that_repair_mends_what_is_safe_and_says_so(proven: Console) -> None:
    _elsewhere("DELETE FROM search_rows")(proven.data / "ttdn.sqlite")
    kept = proven.data / "backups" / in_vault(proven).name
    kept.parent.mkdir(exist_ok=True)
    shutil.copy(in_vault(proven), kept)
    in_vault(proven).write_bytes(b"PNg")
    assert len(proven.json("doctor")["problems"]) == 2

    told = proven.json("doctor", "--repair")

    assert (told["ok"], told["problems"], len(told["repaired"])) == (True, [], 2)
    assert proven.json("doctor")["ok"]
    assert "Đón đoàn" in proven("activity", "list", "--search", "đón").out


def test_that_repair_leaves_a_row_changed_outside_unless_asked(proven: Console) -> None:
    _elsewhere("UPDATE activities SET year = 2025")(proven.data / "ttdn.sqlite")

    left = proven.json("doctor", "--repair")
    assert not left["ok"]
    assert any("A1 Đón đoàn" in each and "2026 → 2025" in each for each in left["problems"])

    taken = proven.json("doctor", "--repair", "--accept")
    assert (taken["ok"], taken["journal"]["entries"]) == (True, 3)


def test_that_the_diagnostic_file_has_figures_and_no_contents(
    proven: Console, tmp_path: Path
) -> None:
    in_vault(proven).unlink()
    target = tmp_path / "chẩn đoán.json"

    told = proven.json("doctor", "--report", target)

    assert told["report"] == str(target)
    text = target.read_text("utf-8")
    facts = json.loads(text)
    assert facts["rows"]["activities"] == 1
    assert facts["journal_entries"] == 2
    assert facts["problems"] == {"evidence_missing": 1}
    assert facts["folder"]["place"] == "local"
    assert facts["folder"]["vault"] == {"files": 0, "bytes": 0}
    for secret in ("Đón đoàn", "Sở Ngoại vụ", "anh.png", str(proven.data), str(tmp_path)):
        assert secret not in text
    assert list(tmp_path.glob("*.tmp")) == []


def test_that_a_folder_that_cannot_be_read_has_a_diagnostic_file_too(
    proven: Console, tmp_path: Path
) -> None:
    (proven.data / "ttdn.sqlite").write_bytes(b"no database at all")

    proven.json("doctor", "--report", tmp_path / "x.txt")

    facts = json.loads((tmp_path / "x.txt").read_text("utf-8"))
    assert facts["folder"]["database_bytes"] == 18
    assert sum(facts["problems"].values()) == 1
