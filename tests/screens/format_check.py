"""The page of the layout check: what is found in a faulty file, and its repaired copy."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.word.check.file import sound
from tests.word.check.planting import arial, section, sized, worded
from ttdn_desktop.gui.wishes import CheckFile

if TYPE_CHECKING:
    from tests.screens.looked_at import Window


def picture_format(window: Window) -> None:
    """Picture the page with findings, and with what was put right in a copy."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Báo cáo kết quả thực hiện công tác thông tin đối ngoại 2026.docx"
        window.session._show("format", CheckFile(_faulty(path)))  # noqa: SLF001 (as another page)
        window.settle()
        window.camera.take("format-findings", window.shell)
        page: Any = window.shell.frame.pages.currentWidget()
        page.copy.choose_target = lambda suggested: suggested
        page.bar.repair.click()
        window.settle()
        window.camera.take("format-repaired", window.shell)


def _faulty(path: Path) -> Path:
    file = sound()
    section(0, "pgMar", left="567", right="567")(file)
    sized("Sở Ngoại vụ báo cáo", "20")(file)
    arial("Trên đây")(file)
    worded("II. PHƯƠNG", "III. PHƯƠNG HƯỚNG")(file)
    worded("Trên đây", "Trên đây là báo cáo của Sở Ngoại vụ.")(file)
    return file.store(path)
