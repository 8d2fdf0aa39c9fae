"""What the package asks of a system, and what of the libraries goes along."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import dev
from installer.licences import licences_of
from installer.trimming import wanted

CONTROL = Path(__file__).resolve().parents[2] / "installer" / "linux" / "control"


def test_that_the_package_asks_for_all_that_the_source_tree_puts_in() -> None:
    lines = CONTROL.read_text("utf-8").splitlines()
    depends = next(line for line in lines if line.startswith("Depends: "))
    asked = depends.removeprefix("Depends: ").replace(" | ", ", ").split(", ")

    assert {*dev.QT_LIBRARIES.values(), dev.FONTS} - set(asked) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="names of Linux")
@pytest.mark.parametrize(
    ("place", "source", "kind", "goes"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "a/libQt6Core.so.6", "BINARY", True),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK", True),
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "a/libqxcb.so", "BINARY", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "a/libqvnc.so", "BINARY", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "a/libq.so", "BINARY", False),
        ("PySide6/Qt/translations/qtbase_de.qm", "a/qtbase_de.qm", "DATA", False),
        ("libX11.so.6", "lib/libX11.so.6", "BINARY", False),
        ("libsqlite3.so.0", "lib/libsqlite3.so.0", "BINARY", True),
        ("python3.11/lib-dynload/_sqlite3.so", "a/_sqlite3.so", "EXTENSION", True),
        ("pypdfium2_raw/libpdfium.so", "a/libpdfium.so", "BINARY", True),
        ("pypdfium2_raw/version.json", "a/version.json", "DATA", True),
        ("rapidfuzz/fuzz_cpp.cpython-311.so", "a/fuzz_cpp.so", "EXTENSION", True),
        ("rapidfuzz/fuzz_cpp_avx2.cpython-311.so", "a/fuzz_cpp_avx2.so", "EXTENSION", False),
        ("python_calamine/_python_calamine.so", "a/_python_calamine.so", "EXTENSION", True),
        ("pillow.libs/libtiff-1.so.6", "a/libtiff-1.so.6", "BINARY", True),
        ("ttdn_desktop/resources/plans/plan.json", "a/plan.json", "DATA", True),
    ],
)
def test_that_only_what_the_program_needs_goes_along(
    place: str, source: str, kind: str, *, goes: bool
) -> None:
    assert wanted(place, source, kind) is goes


def test_that_the_licences_of_all_that_reads_files_go_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("installer.licences._FREEZER", "lxml")  # the freezer is not here
    readers = ("python_calamine", "pypdfium2", "msoffcrypto", "olefile", "rapidfuzz")

    places = [place for place, *_ in licences_of([*readers, "cryptography", "_cffi_backend"])]

    packages = {place.split("/")[1] for place in places}
    assert {"python-calamine", "pypdfium2", "msoffcrypto-tool", "olefile"} <= packages
    assert {"rapidfuzz", "cryptography", "cffi"} <= packages
    assert "licences/pypdfium2/BUILD_LICENSES/pdfium.txt" in places
    assert len(places) == len(set(places))
