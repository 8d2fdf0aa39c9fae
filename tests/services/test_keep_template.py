"""The office's own template in place of ours: kept with the data, and ours restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import TickingClock
from tests.word.own_files import template
from ttdn_desktop.desk import open_desk, report_writer, template_reader
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services import back_up, keep_template
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.export_report import Exported, export
from ttdn_desktop.services.take_back import take_back

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.services.office import Office


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a template."""
    path = tmp_path / "Mẫu của Sở.docx"
    path.write_bytes(template())
    return path


def _adopt(office: Office, file: Path) -> None:
    keep_template.adopt(office, keep_template.preview(template_reader(), file))


def _exported(office: Office, target: Path) -> Exported:
    return export(office, report_writer(keep_template.own(office)), 2026, None, target)


def test_that_a_preview_writes_nothing(office: Office, file: Path) -> None:
    seen = keep_template.preview(template_reader(), file)
    assert {each.key for each in seen.findings if each.taken} >= {"header", "footer"}
    assert keep_template.own(office) is None


def test_that_reports_are_written_on_it_under_another_code(
    office: Office, file: Path, tmp_path: Path
) -> None:
    ours = _exported(office, tmp_path / "a.docx")
    _adopt(office, file)
    own = _exported(office, tmp_path / "b.docx")
    assert own.code != ours.code
    assert own.new
    shown = keep_template.shown(office, template_reader())
    assert shown is not None
    assert (shown.name, shown.content) == (file.name, file.read_bytes())


def test_that_ours_is_restored_to_the_same_code(office: Office, file: Path, tmp_path: Path) -> None:
    ours = _exported(office, tmp_path / "a.docx")
    _adopt(office, file)
    assert keep_template.restore_ours(office)
    assert not keep_template.restore_ours(office)
    assert keep_template.shown(office, template_reader()) is None
    assert _exported(office, tmp_path / "b.docx").code == ours.code


def test_that_it_is_one_change_that_an_undo_takes_back(office: Office, file: Path) -> None:
    _adopt(office, file)
    assert take_back(office) == f"{keep_template.LABEL}: {file.name}"
    assert keep_template.own(office) is None
    assert check(office).ok


def test_that_it_lies_with_the_data(office: Office, file: Path, folder: Path) -> None:
    _adopt(office, file)
    content = file.read_bytes()
    file.unlink()
    back_up.before_risky(office, "thử")
    assert check(office).ok
    assert keep_template.own(office) == content
    del folder


def test_that_another_program_reads_the_same_one(office: Office, file: Path, folder: Path) -> None:
    _adopt(office, file)
    with open_desk(folder, writing=False, clock=TickingClock()) as other:
        assert keep_template.own(other.office) == file.read_bytes()


@pytest.mark.parametrize(
    ("content", "key"),
    [(None, "file_absent"), (b"x", "word_unreadable"), (bytes(3 << 20), "template_too_large")],
    ids=["gone", "broken", "large"],
)
def test_that_what_cannot_be_used_is_refused_and_ours_stays(
    office: Office, file: Path, content: bytes | None, key: str
) -> None:
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    with pytest.raises(KnownError, match=key):
        _adopt(office, file)
    assert keep_template.own(office) is None
