"""Files made to hurt, given to the program itself: done or refused in one line, nothing left."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.console.process import PROGRAM, ROOT
from tests.console.told import Answer
from tests.files import hostile
from ttdn_desktop.console.messages import Messages
from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes by name, links, wait4")
pytestmark = posix

_READ = ("plan", "read")
_MOST_MB = 320
"""Of the console or of its reading process, whichever holds more; the console alone holds 60."""

_MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
open(sys.argv[1], "w").write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""
"""Runs a command and tells its peak: a process started from here would begin with ours."""

_CSV = {"megabytes": 10, "rows": limits.ROWS, "columns": limits.COLUMNS}


def _read(path: Path, around: Path) -> Answer:
    """Read a file by the program, in a folder and with a folder of its own for passing files."""
    passing, here = around / "passing", around / "here"
    passing.mkdir()
    here.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(passing)}
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            _MEASURED,
            around / "peak",
            *PROGRAM,
            "plan",
            "read",
            path,
            "--json",
        ],
        cwd=here,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert int((around / "peak").read_text()) / 1024 < _MOST_MB
    assert [*passing.iterdir(), *here.iterdir()] == []
    return Answer(done.returncode, done.stdout, done.stderr)


def _refusal(key: str, name: str, **facts: object) -> str:
    return Messages("vi").refusal(KnownError(key, name=name, **facts))


@pytest.mark.parametrize(
    ("make", "ending", "key", "facts"),
    [
        (hostile.quadratic_entities, "xlsx", "file_entities", {}),
        (hostile.entities_far_in, "xlsx", "file_damaged", {}),
        (hostile.merges_over_merges, "xlsx", "file_too_heavy", {}),
        (hostile.wide, "xlsx", "file_cell_far", {"sheet": "Kế hoạch", "cell": "XFD1"}),
        (hostile.lying_size, "xlsx", "file_damaged", {}),
        (hostile.tables_in_tables, "docx", "file_damaged", {}),
        (hostile.million_paragraphs, "docx", "file_bomb", {}),
        (hostile.many_tables, "docx", "file_too_heavy", {}),
        (hostile.endless_span, "docx", "file_too_heavy", {}),
        (hostile.zeros_inside, "docx", "file_bomb", {}),
        (hostile.repeated_cells, "ods", "file_cell_far", {"sheet": "a", "cell": "XFD1"}),
        (hostile.page_tree_loop, "pdf", "file_damaged", {}),
        (hostile.table_loop, "pdf", "file_damaged", {}),
        (hostile.drawing_loop, "pdf", "file_too_heavy", {}),
        (hostile.ten_thousand_pages, "pdf", "file_pdf_too_long", {"pages": limits.PAGES}),
        (hostile.unending_line, "csv", "file_too_long", _CSV),
        (hostile.open_quote, "csv", "file_too_long", _CSV),
        (hostile.noise_in_pairs, "csv", "file_unknown", {}),
        (hostile.old_sheet, "xls", "file_old_office", {}),
        (hostile.note_named_xls, "xls", "file_damaged", {}),
    ],
)
def test_that_it_is_refused_in_one_line(
    make: Callable[[Path], None], ending: str, key: str, facts: dict[str, object], tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / f"tệp.{ending}"
    make(path)

    told = _read(path, tmp_path)

    assert told.refusal == _refusal(key, path.name, **facts)
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize(
    ("make", "ending"),
    [
        (hostile.deep_rows, "xlsx"),
        (hostile.merges_to_the_end, "xlsx"),
        (hostile.links_outside, "xlsx"),
        (hostile.sheet_twice, "xlsx"),
        (hostile.aslant, "pdf"),
        (hostile.vast_page, "pdf"),
    ],
)
def test_that_what_can_be_read_yields_no_task_without_an_error(
    make: Callable[[Path], None], ending: str, tmp_path: Path
) -> None:
    path = tmp_path / f"tệp.{ending}"
    make(path)

    told = _read(path, tmp_path).json

    assert told["tasks"] == []
    assert told["problems"][0]["severity"] == "error"


def test_that_a_number_beyond_any_list_is_no_code(tmp_path: Path) -> None:
    path = tmp_path / "tệp.csv"
    hostile.vast_numbers(path)

    told = _read(path, tmp_path).json

    assert [task["code"] for task in told["tasks"]] == ["1.1", "1.2", "1.3"]
    assert len([each for each in told["problems"] if each["severity"] == "warning"]) > 1


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\nb.png", "a b.png"),
        ("a\x1b[31m.png", "a [31m.png"),
        ("a\u202egnp.xlsx", "a gnp.xlsx"),
        ("a\u2028b.png", "a b.png"),
        ("{name}%s.png", "{name}%s.png"),
        (f"{'x' * 246}.png", f"{'x' * 246}.png"),
    ],
)
def test_that_a_strange_name_stays_on_one_line(name: str, shown: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x89PNG\r\n")

    assert _read(path, tmp_path).refusal == _refusal("file_image", shown)


def test_that_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to(tmp_path / "b.xlsx")
    (tmp_path / "b.xlsx").symlink_to(tmp_path / "a.xlsx")
    (tmp_path / "zero.xlsx").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.xlsx")

    for number, name in enumerate(("a.xlsx", "zero.xlsx", "pipe.xlsx")):
        around = tmp_path / str(number)
        around.mkdir()
        assert _read(tmp_path / name, around).refusal == _refusal("file_unreadable", name)
