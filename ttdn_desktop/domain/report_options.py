"""How an office wants its reports: what stands around the text, and what is printed of codes."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from ttdn_desktop.domain.text import nfc, tidy
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Mapping

DRAFT_MARK = "DỰ THẢO"
FILED = "Lưu: VT"


@immutable
class ReportOptions:
    """What an officer may set once for all reports of the office.

    `drafter` is the abbreviation of the drafting unit in "Lưu: VT, HTQT" (Decree 30, annex I,
    II.9); `recipients` are lines of Nơi nhận between "Như trên" and "Lưu", none: the usual ones;
    `addressed` prints "Kính gửi", strictly for reports that go up (II.9); `draft_mark` marks a
    bản trình DỰ THẢO; `signer_named` prints the signer's name before it is signed, as offices do;
    `task_codes` prints "(nhiệm vụ 1.10)".
    """

    drafter: str = ""
    recipients: tuple[str, ...] = ()
    addressed: bool = True
    draft_mark: bool = False
    signer_named: bool = True
    task_codes: bool = True

    @property
    def filed(self) -> str:
        """The last line of Nơi nhận."""
        return f"{FILED}, {self.drafter}" if self.drafter else FILED


def tidied(options: ReportOptions) -> ReportOptions:
    """Return options as they are kept: lines without dashes, marks and blanks at their ends."""
    lines = (tidy(line).strip("-–;. ") for line in options.recipients)
    wanted = {
        "drafter": tidy(options.drafter),
        "recipients": tuple(line for line in lines if line and not line.startswith("Lưu")),
    }
    return ReportOptions(**(asdict(options) | wanted))


def of_setting(kept: Mapping[str, Any] | None) -> ReportOptions:
    """Return the options of a setting, whatever program wrote it; the usual ones for None."""
    known = {field.name for field in fields(ReportOptions)}
    given = {key: value for key, value in (kept or {}).items() if key in known}
    if "recipients" in given:
        given["recipients"] = tuple(map(nfc, given["recipients"]))
    return ReportOptions(**given)
