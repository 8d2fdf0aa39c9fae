"""What is kept reads the same on every machine: no folder of one, no registry's address."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BOUND = re.compile(
    r"(?<![\w.~)}/-])/(?:work|root|home|Users|tmp|opt)/\w"  # a folder of one machine
    r"|\b[A-Z]:\\{1,2}Users"  # the same, on Windows
    r"|(?i:--(?:extra-)?index-ur[l])|\bpypi\.\w+|pythonhosted\.org",  # where packages come from
)
EXAMPLES = Path(__file__).name
"""This file alone spells out what it looks for."""


def faults(name: str, text: str) -> list[str]:
    """Return "file:line: what" for each address that binds a file to a machine or a registry."""
    return [
        f"{name}:{number}: {found[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        for found in BOUND.finditer(line)
    ]


def _tracked() -> list[Path]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a clone: nothing is tracked here")
    # A clone may belong to somebody else; it is only listed.
    command = [git, "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return [path for name in listed.stdout.split("\0") if (path := ROOT / name).is_file()]


def test_that_no_kept_file_is_bound_to_a_machine_or_a_registry() -> None:
    found: list[str] = []
    for path in _tracked():
        content = path.read_bytes()
        if path.name != EXAMPLES and b"\0" not in content:
            found += faults(path.relative_to(ROOT).as_posix(), content.decode("utf-8"))

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "# via -r /tmp/plan/requirements.in",
        'DATA = "/home/lan/ttdn"',
        r"C:\Users\lan\ttdn",
        "--INDEX-URL https://example.org/packages",
        "https://files.pythonhosted.org/packages/ab",
        "https://pypi.org/project/lxml",
    ],
)
def test_that_a_bound_line_is_found(line: str) -> None:
    assert faults("notes.txt", f"first\n{line}\n") != []


@pytest.mark.parametrize(
    "line", ["see docs/home/index", "a/tmp/b in the data folder", "{root}/tmp/x", "usr/share/fonts"]
)
def test_that_a_free_line_is_let_through(line: str) -> None:
    assert faults("notes.txt", line) == []
