"""Where things are: what ships with the program, and the parts of a data folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

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
