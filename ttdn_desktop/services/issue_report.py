"""From a bản trình to a bản phát hành: signed, numbered by văn thư, frozen (Decree 30, Điều 13–18).

The program never makes up a number or a day. What was issued is never written over: what was
wrong in it is replaced, supplemented or corrected by another document (Điều 18).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from ttdn_desktop.domain import issue_check, report_follows
from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.edition import Edition, EditionKind, reports
from ttdn_desktop.domain.instants import day_of
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.text import nfc, tidy
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import correct_report, freeze
from ttdn_desktop.services.report_draft import draft
from ttdn_desktop.store import issued, submissions
from ttdn_desktop.store.issued import Signing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.services.freeze import Frozen
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import ReportFiles, ReportWriter
    from ttdn_desktop.store.submissions import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """What came back from văn thư.

    `number` is the number alone ("05") or whole ("05/BC-SNgV"), kept as typed. `kind` is None for
    the first document of a round; `signer` is asked only where the signing does not tell.
    """

    number: str
    dated: date
    scan: Path | None = None
    kind: EditionKind | None = None
    signer: str = ""
    note: str = ""


@immutable
class Issued:
    """A bản phát hành, where its file is kept, and what to look at."""

    edition: Edition
    file: Path
    notices: tuple[Notice, ...]


@immutable
class _Past:
    """What a round has come to so far."""

    submissions: tuple[Submission, ...]
    signings: Mapping[str, Signing]
    editions: tuple[Edition, ...]

    @classmethod
    def read(cls, office: Office, round_id: str) -> _Past:
        with office.store.read() as connection:
            return cls(
                submissions.of_round(connection, round_id),
                {each.submission_id: each for each in issued.signings_of(connection, round_id)},
                issued.of_round(connection, round_id),
            )

    @property
    def reports(self) -> tuple[Edition, ...]:
        """The bản phát hành that are reports: letters of correction left out."""
        return reports(self.editions)

    def last_issued(self) -> int:
        """Return the number of the last bản trình that was issued, 0 where none was."""
        ordinals = {each.id: each.ordinal for each in self.submissions}
        return max((ordinals.get(each.submission_id or "", 0) for each in self.editions), default=0)

    def to_freeze(self, kind: EditionKind, year: int) -> Submission:
        """Return the bản trình to be issued: the last one signed since, or else the newest."""
        if not self.submissions:
            raise KnownError("issue_nothing_exported", year=year)
        if kind is EditionKind.ORIGINAL and self.reports:
            first = self.reports[0]
            raise KnownError("issue_already", number=first.number, dated=short(first.dated))
        if kind is not EditionKind.ORIGINAL and not self.reports:
            raise KnownError("issue_nothing_to_follow", year=year)
        since = self.last_issued()
        fresh = [each for each in self.submissions if each.ordinal > since]
        if not fresh:
            last = self.reports[-1]
            raise KnownError("issue_nothing_new", number=last.number, dated=short(last.dated))
        signed = [each for each in fresh if each.id in self.signings]
        return (signed or fresh)[-1]


def mark_signed(
    office: Office, submission_id: str, day: date, name: str = "", title: str = ""
) -> Signing:
    """Record that a bản trình was signed, by whom and as what.

    Raises KnownError `submission_unknown` or `sign_already`.
    """
    with office.store.read() as connection:
        asked = submissions.by_id(connection, submission_id)
    if asked is None:
        raise KnownError("submission_unknown")
    if known := _Past.read(office, asked.round_id).signings.get(submission_id):
        raise KnownError("sign_already", ordinal=asked.ordinal, day=short(known.signed_on))
    signing = Signing(submission_id, day, tidy(name), tidy(title))
    with office.store.change(office.actor(), f"Ghi đã ký bản trình lần {asked.ordinal}") as tx:
        issued.sign(tx, signing)
    return signing


def issue(
    office: Office, writer: ReportWriter, files: ReportFiles, asked: Round, given: Numbered
) -> Issued:
    """Freeze the last signed bản trình of a round, or the newest, with what văn thư gave.

    The file and the scan are kept in `editions/`; the code stays that of the bản trình.
    Raises KnownError `issue_number_missing`, `issue_nothing_exported`, `issue_already`,
    `issue_nothing_new`, `issue_nothing_to_follow`, `correction_without_letter`,
    `kept_report_damaged` or `file_unreadable`; nothing is changed then.
    """
    if not tidy(given.number):
        raise KnownError("issue_number_missing")
    past = _Past.read(office, asked.id)
    if given.kind is EditionKind.CORRECTION:
        return _corrected(office, asked, past, given)
    source = past.to_freeze(given.kind or EditionKind.ORIGINAL, asked.year)
    signer, _title = _signer(past.signings.get(source.id), given)
    content = freeze.kept_file(office, source.sha256)
    frozen = freeze.frozen(files, content, given.number, given.dated, signer)
    made = _edition(asked, given, source, past, frozen)
    unsaid = _unsaid(files, content, made, past)
    notices = (*unsaid, *_notices(office, writer, asked, made, source))
    made = _recorded(office, made, frozen.content, given.scan)
    return Issued(made, office.store.folder.editions / made.sha256, notices)


def regenerate(office: Office, files: ReportFiles, edition_id: str) -> tuple[str, ...]:
    """Make a bản phát hành anew of its bản trình; return the names of parts that are not the same.

    A công văn đính chính was not made here and cannot be made anew: it counts as unknown.
    Raises KnownError `edition_unknown` or `kept_report_damaged`.
    """
    with office.store.read() as connection:
        edition = issued.by_id(connection, edition_id)
        source = submissions.by_id(connection, edition.submission_id or "") if edition else None
    if edition is None or source is None:
        raise KnownError("edition_unknown")
    blank = freeze.kept_file(office, source.sha256)
    anew = freeze.frozen(files, blank, edition.number, edition.dated, edition.signer_name)
    before = files.parts(BytesIO(freeze.kept_file(office, edition.sha256)))
    after = files.parts(BytesIO(anew.content))
    return tuple(sorted(n for n in before.keys() | after.keys() if before.get(n) != after.get(n)))


def _corrected(office: Office, asked: Round, past: _Past, given: Numbered) -> Issued:
    """Keep a công văn đính chính, which is its own scan."""
    if not past.reports:
        raise KnownError("issue_nothing_to_follow", year=asked.year)
    if given.scan is None:
        raise KnownError("correction_without_letter")
    wrong = past.reports[-1]
    notices = tuple(_of_number(office, tidy(given.number), given.dated))
    made = correct_report.register(office, wrong, given.number, given.dated, given.scan, given.note)
    return Issued(made, office.store.folder.editions / made.sha256, notices)


def _signer(signing: Signing | None, given: Numbered) -> tuple[str, str]:
    if signing is not None:
        return signing.signer_name, signing.signer_title
    return tidy(given.signer), ""


def _edition(
    asked: Round, given: Numbered, source: Submission, past: _Past, frozen: Frozen
) -> Edition:
    """Return the record to be; its id, number in the round and instant come with its change."""
    signer, title = _signer(past.signings.get(source.id), given)
    return Edition(
        id="",
        round_id=asked.id,
        ordinal=0,
        kind=given.kind or EditionKind.ORIGINAL,
        number=frozen.number,
        dated=given.dated,
        code=source.code,
        sha256=frozen.sha256,
        at=0,
        signer_name=signer,
        signer_title=title,
        corrects_id=past.reports[-1].id if past.reports else None,
        submission_id=source.id,
        scan_name="" if given.scan is None else nfc(given.scan.name),
        note=tidy(given.note),
    )


def _recorded(office: Office, made: Edition, content: bytes, scan: Path | None) -> Edition:
    label = f"Phát hành báo cáo số {made.number}"
    with (
        freeze.kept(office, content, scan) as (_sha256, scanned),
        office.store.change(office.actor(), label) as tx,
    ):
        return issued.add(tx, replace(made, scan_sha256=scanned))


def _notices(
    office: Office, writer: ReportWriter, asked: Round, made: Edition, source: Submission
) -> Iterator[Notice]:
    """Yield what is worth a look: none of it refuses what văn thư has given."""
    if writer.code(draft(office, asked).document) != source.code:
        yield Notice("issue_content_changed", {"ordinal": source.ordinal})
    yield from issue_check.notices(
        made,
        exported_on=day_of(source.at),
        today=office.clock.today(),
        sending_day=asked.sending_day,
    )
    yield from _of_number(office, made.number, made.dated)


def _unsaid(files: ReportFiles, content: bytes, made: Edition, past: _Past) -> Iterator[Notice]:
    """Name a report that follows another and does not say so."""
    if made.kind is not EditionKind.ORIGINAL:
        texts = (each.text for each in files.read(BytesIO(content)).paragraphs)
        number = past.reports[-1].number
        if not report_follows.is_said(texts, made.kind, number):
            yield Notice(f"issue_not_said_{made.kind}", {"number": number})


def _of_number(office: Office, number: str, dated: date) -> Iterator[Notice]:
    with office.store.read() as connection:
        same = issued.with_number(connection, number, dated.year)
    if same:
        yield Notice("issue_number_used", {"number": number, "year": dated.year})
