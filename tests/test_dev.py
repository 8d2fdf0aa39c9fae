"""The door to the source tree: versions, the stamp of .venv, what a machine lacks."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parent.parent
DOOR = ROOT / "dev.py"


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty source tree with a lock, which dev takes for its own."""
    monkeypatch.setattr(dev, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "made-from.txt")
    dev.LOCK.write_text("lxml==6.0\n", "utf-8")
    dev.PYTHON.parent.mkdir()
    dev.PYTHON.touch()
    return tmp_path


@pytest.mark.usefixtures("tree")
def test_that_a_half_made_venv_is_not_taken_for_made() -> None:
    assert not dev.venv_is_made()


@pytest.mark.usefixtures("tree")
def test_that_a_stamped_venv_is_made_until_the_lock_changes() -> None:
    dev.STAMP.write_text(dev.lock_stamp(), "utf-8")
    assert dev.venv_is_made()

    dev.LOCK.write_text("lxml==6.1\n", "utf-8")
    assert not dev.venv_is_made()


@pytest.mark.usefixtures("tree")
def test_that_a_venv_of_another_python_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    dev.STAMP.write_text(dev.lock_stamp(), "utf-8")

    monkeypatch.setattr("sysconfig.get_python_version", lambda: "3.99")

    assert not dev.venv_is_made()


@pytest.mark.usefixtures("tree")
def test_that_a_venv_whose_python_is_gone_is_made_anew() -> None:
    dev.STAMP.write_text(dev.lock_stamp(), "utf-8")
    dev.PYTHON.unlink()

    assert not dev.venv_is_made()


def test_that_an_older_python_can_read_the_file() -> None:
    ast.parse(DOOR.read_text("utf-8"), feature_version=(3, 7))


def test_that_an_older_python_is_told_in_one_line_what_is_needed() -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0);"
        f"runpy.run_path({str(DOOR)!r}, run_name='__main__')"
    )
    told = subprocess.run(
        [sys.executable, "-c", pretend], capture_output=True, encoding="utf-8", check=False
    )

    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr == f"Python 3.11+ is needed; this is Python 3.9.2 ({sys.executable}).\n"


def test_that_only_an_earlier_sample_is_removed(tmp_path: Path) -> None:
    sample = tmp_path / "sample"
    sample.mkdir()
    (sample / "ttdn.sqlite").touch()
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "letter.docx").touch()

    dev.clear_sample(sample)
    with pytest.raises(SystemExit, match="letters"):
        dev.clear_sample(letters)

    assert not sample.exists()
    assert (letters / "letter.docx").exists()


def test_that_run_fills_a_fresh_sample_and_exports_the_report_of_its_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = tmp_path / "out" / "sample"
    sample.mkdir(parents=True)
    (sample / "ttdn.sqlite").touch()
    asked: list[tuple[str, ...]] = []

    def console(*arguments: str) -> dict[str, object]:
        assert not sample.exists()
        asked.append(arguments)
        if arguments[0] == "sample":
            return {"unit": "Sở Ngoại vụ", "year": 2026, "activities": 40, "evidence": 80}
        return {"file": arguments[-1], "code": "0123456789ab"}

    monkeypatch.setattr(dev, "SAMPLE", sample)
    monkeypatch.setattr(dev, "prepare", lambda **_wanted: True)
    monkeypatch.setattr(dev, "ttdn", console)
    monkeypatch.setattr(dev, "has_display", lambda: False)

    assert dev.run([]) == 0

    report = str(tmp_path / "out" / "bao-cao-2026.docx")
    export = ("--data", str(sample), "report", "export", "--year", "2026", "--out", report)
    assert asked == [("sample", str(sample)), export]
    assert str(sample) in (printed := capsys.readouterr().out)
    assert report in printed


def test_that_with_a_display_run_opens_the_window_on_the_sample_it_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = tmp_path / "sample"
    sample.mkdir()
    (sample / "ttdn.sqlite").touch()
    asked: list[list[str]] = []

    def opened(command: list[str], **_where: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(dev, "SAMPLE", sample)
    monkeypatch.setattr(dev, "prepare", lambda **_wanted: True)
    monkeypatch.setattr(dev, "has_display", lambda: True)
    monkeypatch.setattr(subprocess, "run", opened)

    assert dev.run(["--lang", "en"]) == 0

    assert [command[1:] for command in asked] == [
        ["-m", "ttdn_desktop", "--data", str(sample), "--lang", "en"]
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="the loader is asked on Linux only")
def test_that_a_library_the_loader_lacks_is_named_by_its_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libc.so.6": "libc6", "libnone.so.9": "libnone9"})

    lacking = dev.missing_packages()

    assert "libnone9" in lacking
    assert "libc6" not in lacking


def test_that_without_rights_the_one_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)

    assert not dev.install_packages(["libegl1", "libgl1"])

    command = "sudo apt-get update && sudo apt-get install -y --no-install-recommends"
    assert f"  {command} libegl1 libgl1\n" in capsys.readouterr().out


def test_that_a_failed_step_shows_its_last_lines() -> None:
    step = [sys.executable, "-c", "print('no network'); raise SystemExit(3)"]

    with pytest.raises(SystemExit, match="no network"):
        dev.quietly(step)


def test_that_an_unknown_command_lists_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["paint"]) == 2

    known = "run | test | lint | bench | faults | screens | package"
    assert capsys.readouterr().out == f"python3 dev.py {known}\n"
