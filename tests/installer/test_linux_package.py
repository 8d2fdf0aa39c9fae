"""What an officer's IT staff installs: the .deb in a bare system, for an ordinary user.

It needs root on Debian or Ubuntu and debootstrap; CI always has them. `dev.py package --check`
runs it too.
"""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dev
import ttdn_desktop
from tests.installer.bare_system import MINUTES, USER, BareSystem, bare_system, codename
from ttdn_desktop.services.shipped_plan import shipped_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "/usr/bin/ttdn"
FOLDER = Path("/opt", "ttdn")
HOME = Path("/home", USER)
TASKS = 29
"""Of the shipped plan, and of the files that were made from it."""

GTK_ONLY = "libqgtk3.so"
"""Loaded only where a desktop has GTK."""


def _obstacle() -> str:
    """Say why the package cannot be tried here, or nothing."""
    if sys.platform != "linux" or shutil.which("dpkg-deb") is None or not codename():
        return "needs Debian or Ubuntu"
    if os.geteuid() != 0:
        return "needs root, for a bare system of its own"
    lacking = dev.missing_tools()
    if lacking and os.environ.get("CI"):
        return "" if dev.install_packages(lacking) else f"apt has no {', '.join(lacking)}"
    return f"needs {', '.join(lacking)}" if lacking else ""


@pytest.fixture(scope="module")
def package() -> Path:
    """Return the .deb, built from the tree as it stands."""
    obstacle = _obstacle()
    if obstacle and os.environ.get("CI"):
        pytest.fail(obstacle)
    if obstacle:
        pytest.skip(obstacle)
    built = subprocess.run(
        [str(dev.BUILD)],
        env={**os.environ, "PYTHON": sys.executable},
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return Path(built.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def system(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareSystem]:
    """Return a bare system with the package in it, and nothing that the package did not ask for."""
    with bare_system(tmp_path_factory.mktemp("bare"), package.parent) as bare:
        shutil.copy(package, bare.root / package.name)
        install = ("apt-get", "-qq", "install", "--no-install-recommends", "-y")
        bare.as_root("apt-get", "-qq", "update")
        bare.as_root(*install, f"/{package.name}")
        yield bare


@pytest.fixture(scope="module")
def display(system: BareSystem) -> Iterator[str]:
    """Return the name of a screen of 1366x768 inside the bare system."""
    system.as_root("apt-get", "-qq", "install", "--no-install-recommends", "-y", "xvfb")
    system.as_root("install", "-d", "-m", "1777", "/tmp/.X11-unix")  # noqa: S108 (its own)
    options = ("-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
    command = system.user_command("/usr/bin/Xvfb", *options)
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as screen:
        assert screen.stdout is not None
        yield f":{screen.stdout.readline().strip()}"
        screen.terminate()
        screen.wait(MINUTES)


def test_that_every_library_it_loads_comes_with_the_packages_it_asks_for(
    system: BareSystem,
) -> None:
    files = ("find", str(FOLDER), "-type", "f", "-name", "*.so*", "!", "-name", GTK_ONLY)
    load = ("env", f"LD_LIBRARY_PATH={FOLDER / '_internal'}", "ldd", "{}", "+")

    loaded = system.as_root(*files, "-exec", *load)

    assert "libQt6Widgets.so.6 =>" in loaded
    assert sorted(set(re.findall(r"(\S+) => not found", loaded))) == []


def test_that_its_version_is_the_program_s(system: BareSystem) -> None:
    assert system.as_user(PROGRAM, "--version").strip() == ttdn_desktop.__version__


def test_that_the_whole_path_and_every_module_work_in_it(system: BareSystem) -> None:
    told = json.loads(system.as_user(PROGRAM, "self-test", "--json"))

    assert {step["name"]: step["problem"] for step in told["steps"] if not step["ok"]} == {}
    assert told["ok"]
    assert "modules" in {step["name"] for step in told["steps"]}


def test_that_vietnamese_words_and_names_pass_through_a_system_without_them(
    system: BareSystem,
) -> None:
    data = str(HOME / "sổ đối ngoại")
    report = str(HOME / "báo cáo.docx")
    title = "Đón đoàn công tác tỉnh Attapư (Lào)"

    def say(*words: str) -> str:
        return system.as_user(PROGRAM, "--data", data, *words, LANG="C")

    say("init", "--unit", "Sở Ngoại vụ")
    say("activity", "add", "--task", "1.10", "--title", title, "--date", "12/11/2026")
    told = json.loads(say("report", "export", "--year", "2026", "--out", report, "--json"))

    assert title in say("activity", "list", "--search", "đoàn attapư")
    assert told["file"] == report
    assert json.loads(say("doctor", "--json"))["ok"]


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("plans/kontum-libreoffice.docx", "docx"),
        ("plans/kontum-narrow.pdf", "pdf"),
        ("doc/annex.doc", "doc"),
        ("plans/kontum.xls", "xls"),
        ("plans/kontum.ods", "ods"),
    ],
)
def test_that_it_reads_the_task_list_of_an_office_program(
    system: BareSystem, file: str, kind: str
) -> None:
    there = HOME / f"danh mục.{kind}"
    shutil.copy(ROOT / "tests" / "data" / file, system.root / str(there).lstrip("/"))

    told = json.loads(system.as_user(PROGRAM, "plan", "read", str(there), "--json", LANG="C"))

    assert told["kind"] == kind
    assert len(told["tasks"]) == TASKS


@pytest.mark.parametrize(("ending", "kind"), [("xlsx", "xlsx"), ("docx", "docx"), ("csv", "csv")])
def test_that_it_reads_back_what_it_wrote(system: BareSystem, ending: str, kind: str) -> None:
    data, there = str(HOME / f"sổ {ending}"), HOME / f"kế hoạch.{ending}"
    system.as_user(PROGRAM, "--data", data, "init", "--unit", "Sở Ngoại vụ")
    if ending == "csv":
        _write_rows(system.root / str(there).lstrip("/"))
    else:
        system.as_user(PROGRAM, "--data", data, "plan", "write", "--out", str(there))

    told = json.loads(system.as_user(PROGRAM, "plan", "read", str(there), "--json"))

    assert told["kind"] == kind
    assert len(told["tasks"]) == TASKS


def _write_rows(path: Path) -> None:
    tasks = shipped_plan().tasks
    rows = (("TT", "Nhiệm vụ", "Chủ trì"), *((t.code, t.title, t.lead_text) for t in tasks))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def test_that_the_window_opens_for_the_first_start(system: BareSystem, display: str) -> None:
    system.as_user(PROGRAM, "window", "--exit-when", "ready", DISPLAY=display)


def test_that_the_window_opens_on_a_filled_folder(system: BareSystem, display: str) -> None:
    sample = str(HOME / "sample")
    system.as_user(PROGRAM, "sample", sample)

    system.as_user(PROGRAM, "--data", sample, "window", "--exit-when", "ready", DISPLAY=display)


def test_that_purging_it_leaves_the_officer_s_data(system: BareSystem) -> None:
    data = str(HOME / "kept")
    system.as_user(PROGRAM, "--data", data, "init", "--unit", "Sở Ngoại vụ")
    inside = system.root / data.lstrip("/")
    before = sorted(path.relative_to(inside) for path in inside.rglob("*"))

    system.as_root("apt-get", "-qq", "purge", "-y", "ttdn")

    assert sorted(path.relative_to(inside) for path in inside.rglob("*")) == before
    assert Path("ttdn.sqlite") in before
    assert not (system.root / str(FOLDER).lstrip("/")).exists()
