"""What an office sets for its reports, and who signs, stand around the text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.domain.report_options import ReportOptions
from ttdn_desktop.domain.signing import Signer, SignForm
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_report_options, keep_signers
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.known_rounds import asked_round
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.domain.report_facts import ReportFacts
    from ttdn_desktop.services.office import Office

DEPUTY = Signer("Nguyễn Văn A", "Phó Giám đốc", SignForm.DEPUTY, date(2026, 3, 1))


def _facts(office: Office) -> ReportFacts:
    return gather(office, asked_round(office, 2026, None))


def test_that_nothing_set_is_the_usual_report(office: Office) -> None:
    facts = _facts(office)
    assert facts.closing.recipients[0] == "Như trên"
    assert facts.closing.recipients[-1] == "Lưu: VT"
    assert facts.closing.signer == ""
    assert facts.head.addressees == (facts.recipient,)
    assert facts.head.mark == ""
    assert facts.codes_shown


def test_that_what_is_set_is_printed(office: Office) -> None:
    keep_report_options.save(
        office,
        ReportOptions(
            drafter=" HTQT ",
            recipients=("- UBND tỉnh (b/c);", "", "Lưu: VT.", "Giám đốc Sở."),
            addressed=False,
            draft_mark=True,
            task_codes=False,
        ),
    )
    facts = _facts(office)
    assert facts.closing.recipients == ("UBND tỉnh (b/c)", "Giám đốc Sở", "Lưu: VT, HTQT")
    assert (facts.head.addressees, facts.head.mark) == ((), "DỰ THẢO")
    assert not facts.codes_shown
    assert take_back(office) == keep_report_options.LABEL
    assert keep_report_options.current(office) == ReportOptions()


def test_that_the_signer_of_the_day_stands_under_the_report(office: Office) -> None:
    head = Signer("Trần Thị B", "", SignForm.DIRECT, None, date(2026, 2, 28))
    for each in (head, DEPUTY):
        keep_signers.save(office, each)
    closing = _facts(office).closing
    assert closing.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert closing.signer == "Nguyễn Văn A"
    keep_report_options.save(office, ReportOptions(signer_named=False))
    assert _facts(office).closing.signer == ""


def test_that_signers_are_kept_corrected_and_taken_off(office: Office) -> None:
    keep_signers.save(office, DEPUTY)
    (known,) = keep_signers.all_signers(office)
    assert known.signer == DEPUTY
    renamed = Signer(" Nguyễn  Văn B ", "Phó Giám đốc", SignForm.ACTING)
    keep_signers.save(office, renamed, known.id)
    (after,) = keep_signers.all_signers(office)
    assert (after.id, after.signer.name, after.signer.form) == (
        known.id,
        "Nguyễn Văn B",
        SignForm.ACTING,
    )
    keep_signers.remove(office, known.id)
    assert keep_signers.all_signers(office) == ()
    assert keep_signers.on_day(office, date(2026, 12, 1)) is None


def test_that_an_impossible_signer_is_refused(office: Office) -> None:
    with pytest.raises(KnownError, match="signer_unnamed"):
        keep_signers.save(office, Signer("  ", "", SignForm.DIRECT))
    backwards = Signer("A", "", SignForm.DIRECT, date(2026, 3, 1), date(2026, 2, 1))
    with pytest.raises(KnownError, match="signer_backwards"):
        keep_signers.save(office, backwards)
    assert keep_signers.all_signers(office) == ()
