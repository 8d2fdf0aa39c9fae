"""Annex IV: chosen photos are printed; what cannot be is left out, told, and stops nothing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.domain.pictures import jpeg, png
from tests.services.office_desk import form, paper
from ttdn_desktop.desk import report_writer
from ttdn_desktop.domain.document import PictureFormat
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.services import choose_pictures
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.export_report import Exported, export
from ttdn_desktop.services.known_rounds import yearly
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.report_draft import draft
from ttdn_desktop.services.set_state import set_state

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.domain.activity import Activity
    from ttdn_desktop.domain.notice import Notice
    from ttdn_desktop.services.office import Office


def _chosen(office: Office, *photos: tuple[str, bytes], item: str = "1.10") -> Activity:
    """Record an activity with photos, and choose them all under their names."""
    files = tuple(paper(name, content) for name, content in photos)
    activity = record(office, form("Đón đoàn", item, files=files))
    wanted = [(each.id, f"Ảnh {each.name}") for each in activity.evidence]
    choose_pictures.put(office, yearly(office, 2026), wanted)
    return activity


def _export(office: Office, tmp_path: Path) -> Exported:
    return export(office, report_writer(), 2026, None, tmp_path / "x.docx")


def _media(tmp_path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(tmp_path / "x.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist() if "/media/" in name}


def _told(notices: tuple[Notice, ...]) -> Iterator[tuple[str, object]]:
    for each in notices:
        if each.key.startswith("pictures_"):
            yield each.key, each.facts["names"]


@pytest.mark.qt_log_ignore("Bogus marker length")
def test_that_chosen_photos_make_annex_iv_to_which_the_text_refers(
    office: Office, tmp_path: Path
) -> None:
    activity = _chosen(office, ("a.png", png(30, 20)), ("b.jpg", jpeg(1500, 3000)))
    document = draft(office, yearly(office, 2026)).document
    annex = document.annexes[-1]
    assert (annex.label, annex.title) == ("Phụ lục IV", "HÌNH ẢNH")
    first, second = annex.pictures
    assert (first.caption, second.caption) == ("Hình 1. Ảnh a.png", "Hình 2. Ảnh b.jpg")
    assert first.records == (activity.evidence[0].id,)
    assert (first.format, second.format) == (PictureFormat.PNG, PictureFormat.JPEG)
    assert round(first.width_mm, 2) == 5.08
    assert second.height_mm == pytest.approx(508)
    assert "Phụ lục IV: Hình ảnh" in " ".join(block.text for block in document.body)
    made = _export(office, tmp_path)
    assert list(_told(made.notices)) == []
    assert _media(tmp_path)["word/media/image1.png"] == png(30, 20)


def test_that_a_report_without_chosen_photos_has_no_such_annex(office: Office) -> None:
    record(office, form("Đón đoàn", files=(paper("a.png", png(30, 20)),)))
    document = draft(office, yearly(office, 2026)).document
    assert [annex.label for annex in document.annexes][-1] == "Phụ lục III"


def test_that_what_cannot_be_printed_is_left_out_and_told(office: Office, tmp_path: Path) -> None:
    activity = _chosen(
        office,
        ("ảnh iPhone.jpg", b"\0\0\0\x18ftypheic" + b"\0" * 50),
        ("hỏng.jpg", jpeg(40, 30)[:8]),
        ("mất.png", png(9, 9)),
        ("tốt.png", png(30, 20)),
    )
    lost = activity.evidence[2].sha256
    (office.store.folder.vault / lost[:2] / lost).unlink()
    made = _export(office, tmp_path)
    assert dict(_told(made.notices)) == {
        "pictures_foreign": "ảnh iPhone.jpg",
        "pictures_damaged": "hỏng.jpg",
        "pictures_missing": "mất.png",
    }
    assert {each.activity_ids for each in made.notices if each.key.startswith("pictures_")} == {
        (activity.id,)
    }
    assert list(_media(tmp_path).values()) == [png(30, 20)]
    (picture,) = gather(office, yearly(office, 2026)).pictures
    assert picture.caption == "Hình 1. Ảnh tốt.png"


def test_that_a_photo_of_what_is_withheld_is_never_printed(office: Office) -> None:
    _chosen(office, ("a.png", png(30, 20)), item="2.3")
    set_state(office, 2026, ["2.3"], TaskState.SEPARATE, "")
    facts = gather(office, yearly(office, 2026))
    assert (facts.pictures, facts.left_out) == ((), {})


def test_that_another_caption_or_order_is_another_submission(
    office: Office, tmp_path: Path
) -> None:
    activity = _chosen(office, ("a.png", png(30, 20)), ("b.png", png(20, 30)))
    before = _export(office, tmp_path)
    assert not _export(office, tmp_path).new
    turned = [(each.id, "Cùng tên") for each in reversed(activity.evidence)]
    choose_pictures.put(office, yearly(office, 2026), turned)
    assert _export(office, tmp_path).code != before.code
