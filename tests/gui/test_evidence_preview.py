"""One piece of evidence, looked at: named, put to activities, opened, saved, binned."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.gui.desks import shown, wait_until_answered
from tests.gui.evidence_desk import add, listed
from ttdn_desktop.domain.shelf import Shelf
from ttdn_desktop.gui.pages.evidence_page import EvidencePage
from ttdn_desktop.gui.wishes import ListEvidence, OpenActivity
from ttdn_desktop.services import take_back

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.errors import KnownError
    from ttdn_desktop.gui.workbench import Workbench


def test_that_a_piece_is_renamed_and_dated_where_it_stands(bench: Workbench, qtbot: QtBot) -> None:
    add(qtbot, bench, "a.pdf")
    page = shown(qtbot, EvidencePage(bench))
    naming = page.preview.naming
    naming.name.setText("Biên bản họp")
    naming.dated.setText("5/3/2026")
    naming.dated.editingFinished.emit()
    wait_until_answered(qtbot, bench.jobs)

    (row,) = listed(qtbot, bench, Shelf())
    assert row.name == "Biên bản họp"
    assert row.dated is not None
    assert row.dated.isoformat() == "2026-03-05"
    assert naming.dated.text() == "05/03/2026"


def test_that_a_wrong_day_stays_to_be_mended_even_after_another_piece_was_looked_at(
    bench: Workbench, qtbot: QtBot
) -> None:
    add(qtbot, bench, "a.pdf", b"a")
    add(qtbot, bench, "b.pdf", b"b")
    page = shown(qtbot, EvidencePage(bench))
    naming = page.preview.naming
    naming.dated.setText("31/2/2026")
    naming.dated.editingFinished.emit()
    assert naming.error.isVisible()

    page.list.table.choose(1)
    wait_until_answered(qtbot, bench.jobs)
    assert naming.dated.text() == ""
    page.list.table.choose(0)
    wait_until_answered(qtbot, bench.jobs)

    assert naming.dated.text() == "31/2/2026"
    assert naming.error.isVisible()


def test_that_a_piece_is_put_to_an_activity_and_taken_off(
    filled_bench: Workbench, qtbot: QtBot
) -> None:
    used = listed(qtbot, filled_bench, Shelf())
    activity = next(row.first_activity for row in used if row.first_activity)
    added = add(qtbot, filled_bench, "Mới.pdf")
    page = shown(qtbot, EvidencePage(filled_bench))
    page.wish(ListEvidence(evidence_id=added))
    wait_until_answered(qtbot, filled_bench.jobs)

    page.preview.proven.link_wanted.emit(activity.id)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert added not in {row.id for row in listed(qtbot, filled_bench, Shelf(unfiled=True))}

    page.preview.proven.unlink_wanted.emit(activity.id)
    wait_until_answered(qtbot, filled_bench.jobs)
    assert added in {row.id for row in listed(qtbot, filled_bench, Shelf(unfiled=True))}


def test_that_an_activity_to_put_to_is_found_by_words(
    filled_bench: Workbench,
    qtbot: QtBot,
) -> None:
    added = add(qtbot, filled_bench, "Mới.pdf")
    page = shown(qtbot, EvidencePage(filled_bench))
    page.wish(ListEvidence(evidence_id=added))
    wait_until_answered(qtbot, filled_bench.jobs)
    proven = page.preview.proven
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    proven.another.click()
    popup = proven._popup  # noqa: SLF001 (made when first needed)
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(proven.field, Qt.Key.Key_Return)
    wait_until_answered(qtbot, filled_bench.jobs)

    assert added not in {row.id for row in listed(qtbot, filled_bench, Shelf(unfiled=True))}
    assert proven.another.isVisible()


def test_that_its_activities_can_be_opened(filled_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(qtbot, EvidencePage(filled_bench))
    wishes: list[tuple[str, object]] = []
    filled_bench.desktop.page_wanted.connect(lambda key, wish: wishes.append((key, wish)))

    page.preview.proven.open_wanted.emit("0")

    assert wishes == [("activities", OpenActivity("0"))]


def test_that_binning_takes_it_out_of_the_list_and_undo_brings_it_back(
    bench: Workbench, qtbot: QtBot
) -> None:
    add(qtbot, bench, "Thừa.pdf")
    page = shown(qtbot, EvidencePage(bench))

    page.preview.acts["bin"].click()
    wait_until_answered(qtbot, bench.jobs)
    assert page.list.empty.isVisible()

    bench.jobs.do(take_back.take_back, lambda _label: None)
    wait_until_answered(qtbot, bench.jobs)
    assert page.list.table.model().rowCount() == 1


def test_that_evidence_in_use_is_not_binned(filled_bench: Workbench, qtbot: QtBot) -> None:
    page = shown(qtbot, EvidencePage(filled_bench))
    refused: list[KnownError] = []
    filled_bench.jobs.refused.connect(refused.append)
    used = next(r for r in listed(qtbot, filled_bench, Shelf()) if r.activities)
    page.wish(ListEvidence(evidence_id=used.id))
    wait_until_answered(qtbot, filled_bench.jobs)

    page.preview.acts["bin"].click()
    wait_until_answered(qtbot, filled_bench.jobs)

    assert [error.key for error in refused] == ["evidence_in_use"]


def test_that_a_copy_is_opened_never_the_vaults_own(
    bench: Workbench,
    qtbot: QtBot,
    opened_urls: list[QUrl],
) -> None:
    add(qtbot, bench, "Biên bản.pdf", b"%PDF")
    page = shown(qtbot, EvidencePage(bench))

    page.list.table.opened.emit(0)
    wait_until_answered(qtbot, bench.jobs)

    (url,) = opened_urls
    copy = Path(url.toLocalFile())
    assert copy.name == "Biên bản.pdf"
    assert not copy.is_relative_to(bench.folder)
    assert copy.read_bytes() == b"%PDF"


def test_that_what_may_run_is_not_opened(
    bench: Workbench,
    qtbot: QtBot,
    opened_urls: list[QUrl],
) -> None:
    add(qtbot, bench, "setup.exe", b"MZ")
    page = shown(qtbot, EvidencePage(bench))
    refused: list[KnownError] = []
    bench.jobs.refused.connect(refused.append)

    page.preview.acts["open"].click()
    wait_until_answered(qtbot, bench.jobs)

    assert opened_urls == []
    assert [error.key for error in refused] == ["evidence_not_opened"]


def test_that_the_folder_shown_is_that_of_a_saved_copy(
    bench: Workbench,
    qtbot: QtBot,
    opened_urls: list[QUrl],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    add(qtbot, bench, "Biên bản.pdf", b"%PDF")
    page = shown(qtbot, EvidencePage(bench))
    place = tmp_path / "Bản sao.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(place), ""))

    page.preview.acts["folder"].click()
    wait_until_answered(qtbot, bench.jobs)
    assert place.read_bytes() == b"%PDF"
    page.preview.acts["folder"].click()

    assert [url.toLocalFile() for url in opened_urls] == [str(tmp_path)]
