"""Whether cited documents are in force: said once, shown at each citation, told before signing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import LETTER, form
from ttdn_desktop.domain.citation import parse_reference
from ttdn_desktop.domain.report_check import notices
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.domain.validity import Standing, validity_of
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import keep_validity, show_items
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.keep_validity import ValidityForm
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from ttdn_desktop.services.office import Office

CITED = parse_reference(LETTER)
REPLACED = ValidityForm(CITED, Standing.REPLACED, "Công văn số 9/SNgV", date(2026, 6, 1))


def told(office: Office, year: int) -> dict[str, object]:
    plan = office.surroundings().version.plan
    facts = gather(office, annual_round(year, plan.coordinator_id))
    return {notice.key: notice.facts for notice in notices(facts)}


def test_that_what_is_said_of_a_document_is_known_however_it_is_cited(office: Office) -> None:
    keep_validity.save(office, [REPLACED])

    again = replace(CITED, written="CV 7/SNgV", type_name="")
    known = validity_of(again, keep_validity.known(office))

    assert known is not None
    assert (known.standing, known.replaced_by) == (Standing.REPLACED, "Công văn số 9/SNgV")
    assert validity_of(replace(CITED, number="8/SNgV"), keep_validity.known(office)) is None


def test_that_it_is_one_change_and_taken_back_and_said_anew(office: Office) -> None:
    keep_validity.save(office, [REPLACED])
    keep_validity.save(office, [ValidityForm(CITED, Standing.IN_FORCE, "x", date(2026, 1, 1))])
    (known,) = keep_validity.known(office).values()
    assert (known.standing, known.replaced_by, known.since) == (Standing.IN_FORCE, "", None)

    assert take_back(office) == "Ghi hiệu lực văn bản: Công văn số 7/SNgV"
    (known,) = keep_validity.known(office).values()
    assert known.standing is Standing.REPLACED

    keep_validity.save(office, [ValidityForm(CITED, None)])
    assert keep_validity.known(office) == {}


def test_that_nothing_new_said_is_no_change(office: Office) -> None:
    keep_validity.save(office, [REPLACED])
    keep_validity.save(office, [REPLACED, ValidityForm(replace(CITED, number="8/X"), None)])
    take_back(office)
    assert keep_validity.known(office) == {}


def test_that_a_replaced_document_names_the_one_in_its_place(office: Office) -> None:
    with pytest.raises(KnownError, match="replacement_missing"):
        keep_validity.save(office, [replace(REPLACED, replaced_by=" … ")])


def test_that_the_items_bring_what_is_known_of_what_they_cite(office: Office) -> None:
    rows = [row for row in show_items.items(office, 2026) if row.cited]
    keep_validity.save(office, [ValidityForm(rows[0].cited[0], Standing.ENDED)])
    row = next(row for row in show_items.items(office, 2026) if row.id == rows[0].id)
    known = validity_of(row.cited[0], row.validities)
    assert known is not None
    assert known.standing is Standing.ENDED


@pytest.mark.parametrize(
    ("since", "warned"), [(None, True), (date(2026, 6, 1), True), (date(2027, 1, 1), False)]
)
def test_that_the_check_before_signing_names_what_was_expired_on_the_day(
    office: Office, since: date | None, *, warned: bool
) -> None:
    record(office, form("Đón đoàn", documents=(LETTER,)))
    assert "citation_expired" not in told(office, 2026)

    keep_validity.save(office, [replace(REPLACED, since=since)])

    assert ("citation_expired" in told(office, 2026)) is warned
