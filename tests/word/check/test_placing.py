"""A fault leads to its paragraph: by its number among all of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.word.check.file import W, element, letters, sound
from ttdn_desktop.word.check.checker import FormatChecker

if TYPE_CHECKING:
    from pathlib import Path

    from tests.word.check.file import File

ENDING = "Trên đây"


@pytest.mark.parametrize("boxed", [False, True])
def test_that_paragraphs_in_tables_and_text_boxes_are_counted(
    tmp_path: Path, *, boxed: bool
) -> None:
    file = sound()
    if boxed:
        with_box(file)
    ending = file.paragraph(ENDING)
    letters(ending, sz="40")

    (finding,) = FormatChecker().check(file.store(tmp_path / "x.docx")).findings

    assert finding.where.paragraph == list(file.root.iter(f"{W}p")).index(ending)


def with_box(file: File) -> None:
    """Put an empty text box into a paragraph before the last."""
    run, holder, box = element("r"), element("pict"), element("txbxContent")
    box.append(element("p"))
    holder.append(box)
    run.append(holder)
    file.paragraph("Sở Ngoại vụ báo cáo").append(run)
