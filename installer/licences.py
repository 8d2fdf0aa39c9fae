"""The licence texts of what goes into the frozen program, as its packages bring them."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = "licences"
_NAMES = ("licen", "copying", "notice", "authors")
_KEPT = "licenses"
"""The folder beside a package's metadata that holds nothing else (PEP 639)."""

_FREEZER = "pyinstaller"
"""Its bootloader is the program's first part."""


def licences_of(modules: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return each text for the modules and files that go along, as the freezer lists data."""
    known = metadata.packages_distributions()
    tops = {module.replace("/", ".").partition(".")[0] for module in modules}
    names = {_FREEZER, *(name for top in tops for name in known.get(top, ()))}
    found = [(source, f"{name.lower()}/{place}") for name, place, source in _texts(sorted(names))]
    found.append((_of_python(), "python/LICENSE.txt"))
    return [(f"{FOLDER}/{place}", str(source), "DATA") for source, place in found]


def _texts(names: Iterable[str]) -> Iterator[tuple[str, str, Path]]:
    """Yield package, place and source of each text: all in a folder of them, or by its name."""
    for name in names:
        for file in metadata.files(name) or ():
            about = any(part.endswith(".dist-info") for part in file.parts)
            place = "/".join(file.parts).partition(f"/{_KEPT}/")[2]
            if about and (place or file.name.lower().startswith(_NAMES)):
                yield name, place or file.name, Path(str(file.locate()))


def _of_python() -> Path:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        Path(sys.base_prefix, "lib", version, "LICENSE.txt"),
        Path("/usr/share/doc", version, "copyright"),
        Path(sys.base_prefix, "LICENSE.txt"),
    )
    return next(place for place in places if place.is_file())
