"""What stands around the text of a report: as the office wants it, and who signs on its day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain.document import Closing
from ttdn_desktop.domain.report_options import DRAFT_MARK
from ttdn_desktop.domain.signing import authority_lines

if TYPE_CHECKING:
    from ttdn_desktop.domain.document import Letterhead
    from ttdn_desktop.domain.header import Header
    from ttdn_desktop.domain.report_options import ReportOptions
    from ttdn_desktop.domain.signing import Signer


def closing(
    header: Header, options: ReportOptions, signer: Signer | None, usual: tuple[str, ...]
) -> Closing:
    """Return signature and recipients; `usual` are those of an office that has set none.

    "Như trên" stands first only where Kính gửi names somebody (Decree 30, annex I, II.9).
    """
    above = ("Như trên",) if options.addressed else ()
    recipients = (*above, *(options.recipients or usual), options.filed)
    if signer is None:
        return Closing(header.authority, "", recipients)
    lines = authority_lines(signer.form, signer.title, header.authority, slashed=header.slashed)
    return Closing(lines, signer.name if options.signer_named else "", recipients)


def dressed(head: Letterhead, options: ReportOptions) -> Letterhead:
    """Return a head with or without Kính gửi and the mark of a draft."""
    return replace(
        head,
        addressees=head.addressees if options.addressed else (),
        mark=DRAFT_MARK if options.draft_mark else head.mark,
    )
