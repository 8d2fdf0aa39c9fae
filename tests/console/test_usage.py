"""The command line: options anywhere, wrong usage, plain words, and what is printed where."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

import ttdn_desktop
from ttdn_desktop.console import main
from ttdn_desktop.console.crash import excepthook
from ttdn_desktop.console.main import run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.console.told import Console

COMMANDS = [
    "init",
    "plan",
    "units",
    "activity",
    "state",
    "undo",
    "report",
    "doctor",
    "sample",
    "self-test",
    "window",
]


@pytest.mark.parametrize("place", range(4))
def test_that_the_folder_may_stand_anywhere(console: Console, place: int) -> None:
    words = ["activity", "list", "--json"]
    words[place:place] = ["--data", str(console.data)]

    assert console.bare(*words).json == {"activities": []}


@pytest.mark.parametrize("place", [0, 1, 2, 4, 6, 8])
def test_that_language_and_json_may_stand_anywhere(console: Console, place: int) -> None:
    words = ["activity", "add", "--task", "1.10", "--title", "Đón đoàn", "--date", "3/2026"]
    words[place:place] = ["--lang", "en", "--json"]

    assert console(*words).json["code"] == "A1"


@pytest.mark.parametrize("written", [("--data={}",), ("--data", "{}")])
def test_that_the_folder_may_be_written_both_ways(
    console: Console, written: tuple[str, ...]
) -> None:
    folder = [word.format(console.data) for word in written]

    assert console.bare("undo", *folder).refusal


def test_that_the_folder_may_come_from_the_environment(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTDN_DATA", str(console.data))

    assert console.bare("units", "--json").json["units"]


def test_that_a_named_folder_goes_before_the_environment(
    console: Console, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TTDN_DATA", str(tmp_path / "elsewhere"))

    assert console("units", "--json").json["units"]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ((), "0 hoạt động.\n"),
        (("--lang=vi",), "0 hoạt động.\n"),
        (("--lang=en",), "0 activities.\n"),
    ],
)
def test_that_words_come_in_the_language_asked_for(
    console: Console, words: tuple[str, ...], sign: str
) -> None:
    assert console("activity", *words, "list").out == sign


def test_that_refusals_come_in_the_language_asked_for(console: Console) -> None:
    assert console("undo", "--lang", "en").refusal.startswith("There is nothing to undo.")
    assert console("undo").refusal.startswith("Không còn thay đổi nào")


@pytest.mark.parametrize(
    "words",
    [
        ("succeed",),
        ("--bogus",),
        ("plan",),
        ("plan", "burn", "x"),
        ("activity",),
        ("activity", "add"),
        ("activity", "add", "--task", "1.10", "--title", "T"),
        ("activity", "add", "--task", "1.10", "--tit", "T", "--date", "3/2026"),
        ("activity", "add", "--task", "1.10", "--title", "T", "--date", "3/2026", "--part", "boss"),
        ("activity", "list", "--bogus"),
        ("state", "--year", "2026", "--task", "1.10", "--set", "finished"),
        ("state", "--year", "năm nay", "--task", "1.10", "--set", "done"),
        ("report", "issue", "--year", "2026"),
        ("report", "export", "--year", "2026"),
        ("sample",),
        ("units", "succeed"),
        ("units", "--lang", "fr"),
        ("window", "--exit-when", "closed"),
    ],
)
def test_that_wrong_usage_is_told_in_one_line(console: Console, words: tuple[str, ...]) -> None:
    assert console(*words).misuse


@pytest.mark.parametrize("words", [(), ("window",), ("window", "--exit-when", "ready")])
def test_that_without_a_display_no_window_is_tried(
    console: Console, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    told = console.bare(*words)

    assert (told.code, told.out) == (1, "")
    assert len(told.err.splitlines()) == 1


def test_that_help_and_version_are_told(console: Console) -> None:
    assert all(name in console.bare("--help").out for name in COMMANDS)
    assert console.bare("--version").out == f"{ttdn_desktop.__version__}\n"


ACTIONS = ["plan show", "plan set", "activity add", "activity list", "report export"]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", [*COMMANDS, *ACTIONS])
def test_that_each_command_explains_itself(console: Console, name: str, language: str) -> None:
    told = console.bare(*name.split(), "--help", "--lang", language)

    assert (told.code, told.err) == (0, "")
    assert f"ttdn {name}" in told.out
    assert "--data" in told.out
    assert not {"usage:", "options:", "exit"} & set(told.out.split())


def test_that_help_names_what_is_needed_what_repeats_and_what_there_is_to_choose(
    console: Console,
) -> None:
    lines = console.bare("activity", "add", "-h").out.splitlines()

    assert lines[0] == "Cách dùng: ttdn activity add --task … --title … --date … …"
    (task,) = [line for line in lines if line.startswith("  --task")]
    assert task.endswith("(bắt buộc) (ghi lại được nhiều lần)")
    assert any(line.startswith("  --part lead|support|join|advise ") for line in lines)
    assert any(line.startswith("  --highlight ") for line in lines)


@pytest.mark.parametrize(
    ("words", "vietnamese", "english"),
    [
        ("init", "thiếu --unit", "--unit is missing"),
        ("plan", "chưa nói làm việc gì; các việc: show, set", "what to do is missing"),
        ("plan burn", "không có việc 'burn'; các việc: show, set", "there is no 'burn' here"),
        ("init --unit", "--unit chưa có giá trị", "--unit has no value"),
        ("units --bogus x", "không hiểu --bogus x", "--bogus x is not understood"),
        ("state --year nay", "--year phải là số nguyên, không phải 'nay'", "must be a whole"),
        ("state --set finished", "--set không nhận 'finished'", "--set does not take"),
        ("init --coordinator=x", "--coordinator không đi kèm giá trị", "takes no value"),
        ("units --data", "--data chưa có giá trị", "--data has no value"),
        ("units --data=", "--data chưa có giá trị", "--data has no value"),
    ],
)
def test_that_wrong_usage_is_told_in_the_language_asked_for(
    console: Console, words: str, vietnamese: str, english: str
) -> None:
    assert vietnamese in console.bare(*words.split()).misuse
    for asked in (("--lang", "en"), ("--lang=en",)):
        told = console.bare(*asked, *words.split()).misuse
        assert english in told
        assert told.endswith('--help".')


def test_that_what_cannot_be_told_on_stderr_keeps_its_code(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(io.StringIO):
        """A stderr whose disk is full."""

        def write(self, _text: str) -> int:
            raise OSError

    monkeypatch.setattr("sys.stderr", Full())

    assert console.bare("bogus").code == 2


def test_that_signs_that_steer_a_terminal_are_not_printed(console: Console) -> None:
    console(
        "activity", "add", "--task", "1.10", "--title", "Đón\x1b[2Jđoàn\x07", "--date", "3/2026"
    )

    assert "Đón[2Jđoàn " in console("activity", "list").out


def test_that_a_current_folder_that_is_gone_is_told(
    console: Console, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert "không còn nữa" in console.bare("units", "--data", "x").refusal
    assert console("units", "--json").json["units"]
    excepthook(["units", "--data", "x"])(ValueError, ValueError("x"), None)
    assert console.capture.readouterr().err.endswith("ValueError\n")


def test_that_a_bug_is_told_in_one_line_and_its_place_is_kept_without_words(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "Đón đoàn Attapư"
        raise ZeroDivisionError(message)

    words = ["--data", str(console.data), "units"]
    monkeypatch.setattr(main, "_do", broken)
    with pytest.raises(ZeroDivisionError) as bug:
        run(words)
    excepthook(words)(bug.type, bug.value, bug.tb)

    log = console.data / "logs" / "crash.txt"
    told = console.capture.readouterr().err
    assert len(told.splitlines()) == 1
    assert str(log) in told
    assert "test_usage.py" in log.read_text("utf-8")
    assert "Attapư" not in log.read_text("utf-8")


def test_that_a_bug_without_a_data_folder_is_told_on_stderr(nowhere: Console) -> None:
    excepthook(["units", "--data", str(nowhere.data)])(ValueError, ValueError("x"), None)

    assert nowhere.capture.readouterr().err.endswith("ValueError\n")
    assert not nowhere.data.exists()


def test_that_stopping_is_no_bug(console: Console) -> None:
    excepthook(["units", "--data", str(console.data)])(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert console.capture.readouterr().err.startswith("Đã dừng theo yêu cầu.")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ("plan", "show"),
        ("plan", "set", "--number", "2512", "--date", "12/7/2024"),
        ("units",),
        ("activity", "add", "--task", "II.1", "--title", "Họp", "--date", "quý II/2026"),
        ("activity", "list"),
        ("state", "--year", "2026", "--task", "1.5", "--task", "IV.1", "--set", "separate"),
        ("doctor",),
    ],
)
def test_that_each_command_speaks_in_plain_lines(
    console: Console, language: str, words: tuple[str, ...]
) -> None:
    told = console(*words, "--lang", language)

    assert (told.code, told.err) == (0, "")
    assert told.out.strip()
    with pytest.raises(json.JSONDecodeError):
        json.loads(told.out)


def test_that_a_home_that_nobody_has_is_only_a_name(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(console.data.parent)

    assert "~khong-co-ai" in console.bare("units", "--data=~khong-co-ai/data").refusal


def test_that_the_home_is_known_behind_an_equals_sign(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(console.data.parent))

    assert console.bare("units", "--data=~/data", "--json").json["units"]
