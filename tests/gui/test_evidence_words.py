"""What evidence is called in the window."""

from __future__ import annotations

import pytest

from ttdn_desktop.domain.evidence import EvidenceKind
from ttdn_desktop.gui.evidence_words import size_of, size_word, type_word
from ttdn_desktop.gui.words import Words


@pytest.mark.parametrize(
    ("size", "word"),
    [
        (0, ""),
        (845, "845 B"),
        (1536, "1,5 KB"),
        (8_600, "8,4 KB"),
        (27_650, "27 KB"),
        (1_234_567, "1,2 MB"),
        (3 * 1024**3, "3 GB"),
    ],
)
def test_that_sizes_are_short(size: int, word: str) -> None:
    assert size_word(size) == word


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Báo cáo.DOCX", "Văn bản Word"),
        ("a.pdf", "Tệp PDF"),
        ("Bản vẽ.dwg", "Tệp DWG"),
        ("không đuôi", "Tệp"),
        ("Báo cáo quý II. Kết quả", "Tệp"),
    ],
)
def test_that_a_type_is_told_by_the_ending(name: str, word: str) -> None:
    assert type_word(Words("vi"), name) == word


def test_that_a_file_of_nothing_is_told() -> None:
    words = Words("vi")
    assert size_of(words, EvidenceKind.FILE, 0) == "! tệp rỗng"
    assert size_of(words, EvidenceKind.FILE, 845) == "845 B"
    assert not size_of(words, EvidenceKind.LINK, 0)
