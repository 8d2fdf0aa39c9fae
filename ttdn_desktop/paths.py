"""Where things are: what ships with the program, and the parts of a data folder."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

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


@immutable
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
    def backups(self) -> Path:
        """Copies of all this, made by the program."""
        return self.root / "backups"

    @property
    def aside(self) -> Path:
        """Altered files that gave way to intact copies."""
        return self.root / "aside"

    @property
    def lock(self) -> Path:
        """The file whose lock the one writing program holds."""
        return self.root / "ttdn.lock"

    @property
    def holder(self) -> Path:
        """Who holds the lock, for the message to the second program."""
        return self.root / "ttdn.holder"

    @property
    def request(self) -> Path:
        """What a second start leaves for the first window to come up; it is taken at once."""
        return self.root / "ttdn.raise"

    @property
    def logs(self) -> Path:
        """Logs without contents of records."""
        return self.root / "logs"


def default_data_folder() -> Path:
    """Return where the data lie if nothing else was said: local, never roaming.

    A folder `data` beside the program makes it portable; then comes the folder that the first
    start has remembered.
    """
    portable = _program() / "data"
    if portable.is_dir() and (portable / "ttdn.sqlite").is_file():
        return portable
    with suppress(OSError, UnicodeDecodeError):
        if remembered := _remembered().read_text(encoding="utf-8").strip():
            return Path(remembered)
    return usual_data_folder()


def _program() -> Path:
    """Return the folder that the frozen program or the package lies in."""
    return Path(sys.executable).parent if hasattr(sys, "frozen") else _PACKAGE.parent


def usual_data_folder() -> Path:
    """Return the good default that the first start offers."""
    from platformdirs import user_data_path  # noqa: PLC0415 (only where no folder was named)

    return user_data_path("SoTTDN", appauthor=False, roaming=False)


def remember_data_folder(folder: Path) -> None:
    """Open this folder from now on where none is named; a place that cannot be kept is no harm."""
    place = _remembered()
    if folder == usual_data_folder():
        with suppress(OSError):
            place.unlink(missing_ok=True)
        return
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_suffix(".tmp")
        with unfinished.open("w", encoding="utf-8") as stream:
            stream.write(f"{folder}\n")
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(place)


def is_remembered(folder: Path) -> bool:
    """Tell whether a folder is the one that data were made or chosen in before."""
    with suppress(OSError, UnicodeDecodeError):
        return _remembered().read_text(encoding="utf-8").strip() == str(folder)
    return False


def preferences_file() -> Path:
    """Return where the window keeps what concerns itself alone: size, colours."""
    usual = usual_data_folder()
    return usual.with_name(f"{usual.name}.ini")


def _remembered() -> Path:
    usual = usual_data_folder()
    return usual.with_name(f"{usual.name}.folder")


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
