"""Where things are: what ships with the program, and the parts of a data folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FONTS = frozenset({".ttf", ".ttc", ".otf"})
_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """Return a shipped folder, "resources" or "db": inside the package, else beside it."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """Return a file or folder under `resources/`."""
    return shipped("resources").joinpath(*parts)


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The parts of an officer's data folder; local disks only."""

    root: Path

    @property
    def database(self) -> Path:
        """The database."""
        return self.root / "ttdn.sqlite"

    @property
    def vault(self) -> Path:
        """Evidence files by SHA-256, and nothing else."""
        return self.root / "vault"

    @property
    def unfinished(self) -> Path:
        """Files being written; what is left here after a crash is no one's."""
        return self.root / "tmp"

    @property
    def editions(self) -> Path:
        """Each bản trình and bản phát hành, by SHA-256."""
        return self.root / "editions"

    @property
    def lock(self) -> Path:
        """The file whose lock the one writing program holds."""
        return self.root / "ttdn.lock"

    @property
    def holder(self) -> Path:
        """Who holds the lock, for the message to the second program."""
        return self.root / "ttdn.holder"

    @property
    def logs(self) -> Path:
        """Logs without contents of records."""
        return self.root / "logs"


def font_files() -> Iterator[Path]:
    """Find TrueType and OpenType fonts where the system and the program keep them."""
    home = Path.home()
    windows = Path(os.environ.get("WINDIR", "C:/Windows"))
    folders = (
        resource("fonts"),
        windows / "Fonts",
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".fonts",
        home / ".local/share/fonts",
        home / "AppData/Local/Microsoft/Windows/Fonts",
    )
    for folder in folders:
        yield from (path for path in folder.glob("**/*") if path.suffix.lower() in _FONTS)
