"""Data folders to measure on."""

from __future__ import annotations

import contextlib
import hashlib
import io
import tempfile
from pathlib import Path

from ttdn_desktop import __version__
from ttdn_desktop.console.main import run
from ttdn_desktop.desk import SystemClock
from ttdn_desktop.paths import resource, shipped
from ttdn_desktop.services.office import Office
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.store import engine


def new_desk(root: Path) -> Office:
    """Return the open desk of a new data folder of Sở Ngoại vụ."""
    clock = SystemClock()
    start(root, clock, Start(unit="Sở Ngoại vụ", confirm=(ALL,)))
    return opened(root)


def opened(root: Path) -> Office:
    """Return the open desk of a data folder."""
    clock = SystemClock()
    return Office(engine.open(root, clock=clock), clock)


def filled_folder(activities: int) -> Path:
    """Return a sample of so many activities; made once and kept while its makers stay the same."""
    kept = Path(tempfile.gettempdir()) / f"ttdn-bench-{activities}-{_makers()}"
    if not (kept / "whole").exists():
        with contextlib.redirect_stdout(io.StringIO()):
            status = run(["sample", str(kept), "--activities", str(activities), "--json"])
        if status:
            raise RuntimeError(status)
        (kept / "whole").touch()
    return kept


def _makers() -> str:
    """Return a digest of what decides the content of a sample: steps, stories, version."""
    digest = hashlib.sha256(__version__.encode())
    for folder in (shipped("db"), resource("sample"), resource("plans")):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".json"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
