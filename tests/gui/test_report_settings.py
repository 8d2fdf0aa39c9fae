"""Cài đặt: who signs, and what stands around the text of every report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.gui.desks import shown, wait_until_answered
from ttdn_desktop.domain.report_options import ReportOptions
from ttdn_desktop.domain.signing import SignForm
from ttdn_desktop.gui.pages.settings_page import SettingsPage
from ttdn_desktop.services import keep_report_options, keep_signers

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.keep_signers import KnownSigner


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> SettingsPage:
    """Return the page, read."""
    return shown(qtbot, SettingsPage(bench))


def _refreshed(qtbot: QtBot, page: SettingsPage) -> None:
    page.refresh()
    wait_until_answered(qtbot, page.bench.jobs)


def _signers(qtbot: QtBot, page: SettingsPage) -> tuple[KnownSigner, ...]:
    found: list[tuple[KnownSigner, ...]] = []
    page.bench.jobs.ask(keep_signers.all_signers, found.append)
    wait_until_answered(qtbot, page.bench.jobs)
    return found[0]


def _add(qtbot: QtBot, page: SettingsPage) -> None:
    page.signers.add.click()
    dialog = page.signers.dialog
    assert dialog is not None
    dialog.name.setText("Nguyễn Văn A")
    dialog.position.setText("Phó Giám đốc")
    dialog.form.setCurrentIndex(dialog.form.findData(SignForm.DEPUTY))
    dialog.since.setText("1/3/2026")
    dialog.write()
    wait_until_answered(qtbot, page.bench.jobs)
    _refreshed(qtbot, page)


def test_that_a_signer_is_added_and_shown_with_form_and_days(
    qtbot: QtBot, page: SettingsPage
) -> None:
    assert page.signers.none.isVisible()
    _add(qtbot, page)
    (known,) = _signers(qtbot, page)
    assert (known.signer.form, known.signer.since) == (SignForm.DEPUTY, date(2026, 3, 1))
    (link,) = page.signers.links
    told = "Nguyễn Văn A, Phó Giám đốc (KT.) · từ 01/03/2026 đến … · người ký hiện nay"
    assert link.accessibleName() == told
    assert page.signers.none.isHidden()


def test_that_a_known_signer_is_corrected_or_taken_off(qtbot: QtBot, page: SettingsPage) -> None:
    _add(qtbot, page)
    page.signers.links[0].linkActivated.emit("#")
    dialog = page.signers.dialog
    assert dialog is not None
    assert dialog.name.text() == "Nguyễn Văn A"
    dialog.name.setText("  ")
    dialog.write()
    wait_until_answered(qtbot, page.bench.jobs)
    assert "Chưa nhập họ tên người ký" in dialog.wrong.text.text()
    dialog.remove.click()
    wait_until_answered(qtbot, page.bench.jobs)
    assert _signers(qtbot, page) == ()


def test_that_how_reports_look_is_written_as_one_change(qtbot: QtBot, page: SettingsPage) -> None:
    card = page.report
    card.drafter.setText("HTQT")
    card.recipients.set_text("UBND tỉnh (b/c);\nGiám đốc Sở")
    card.ticks["draft_mark"].box.setChecked(True)
    assert card.is_changed
    card.write.click()
    wait_until_answered(qtbot, page.bench.jobs)
    found: list[ReportOptions] = []
    page.bench.jobs.ask(keep_report_options.current, found.append)
    wait_until_answered(qtbot, page.bench.jobs)
    recipients = ("UBND tỉnh (b/c)", "Giám đốc Sở")
    assert found == [ReportOptions(drafter="HTQT", recipients=recipients, draft_mark=True)]
    assert card.state.text() == ""
    assert card.recipients.text() == "UBND tỉnh (b/c)\nGiám đốc Sở"


def test_that_what_is_set_and_not_written_is_kept_and_asked_about(
    qtbot: QtBot, page: SettingsPage
) -> None:
    page.agrees_to_lose = lambda: False
    page.report.drafter.setText("HTQT")
    _refreshed(qtbot, page)
    assert page.report.drafter.text() == "HTQT"
    assert not page.may_leave()
