"""The report as a file: whole or not at all, the same bytes for the same content."""

from __future__ import annotations

import hashlib
from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.services.office_desk import form, paper
from ttdn_desktop.desk import report_writer
from ttdn_desktop.domain.dates import Span
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.errors import KnownError
from ttdn_desktop.services.check_folder import check
from ttdn_desktop.services.export_report import Exported, export
from ttdn_desktop.services.ports import Cancelled
from ttdn_desktop.services.record_activity import record
from ttdn_desktop.services.set_state import set_state
from ttdn_desktop.services.take_back import take_back
from ttdn_desktop.store import submissions

if TYPE_CHECKING:
    from typing import BinaryIO

    from ttdn_desktop.services.office import Office
    from ttdn_desktop.store.submissions import Submission


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where the report goes."""
    return tmp_path / "Báo cáo năm 2026.docx"


def _exported(office: Office, target: Path, period: Span | None = None) -> Exported:
    return export(office, report_writer(), 2026, period, target)


def _submitted(office: Office) -> tuple[Submission, ...]:
    asked = annual_round(2026, office.surroundings().version.plan.coordinator_id)
    with office.store.read() as connection:
        return submissions.of_round(connection, asked.id)


def test_that_the_file_is_the_one_told_and_kept(office: Office, target: Path) -> None:
    made = _exported(office, target)
    content = target.read_bytes()
    assert hashlib.sha256(content).hexdigest() == made.sha256
    assert (office.store.folder.editions / made.sha256).read_bytes() == content
    assert [(each.ordinal, each.code, each.sha256) for each in _submitted(office)] == [
        (1, made.code, made.sha256)
    ]


def test_that_unchanged_content_is_the_same_file_and_no_new_one(
    office: Office, target: Path
) -> None:
    first, second = _exported(office, target), _exported(office, target.with_name("lại.docx"))
    assert (second.sha256, second.code) == (first.sha256, first.code)
    assert (first.new, second.new) == (True, False)
    assert len(_submitted(office)) == 1


def test_that_changed_content_is_a_new_one(office: Office, target: Path) -> None:
    before = _exported(office, target)
    record(office, form("Đón đoàn"))
    after = _exported(office, target)
    assert after.new
    assert after.code != before.code
    assert [each.ordinal for each in _submitted(office)] == [1, 2]


def test_that_what_the_report_holds_is_counted(office: Office, target: Path) -> None:
    proof = paper("ảnh.png", b"png")
    record(office, form("Đón đoàn", "1.10", "1.5", files=(proof,)))
    record(office, form("Hội nghị xúc tiến", "1.2", files=(proof,)))
    record(office, form("Họp năm sau", on="15/12/2026"))
    made = _exported(office, target)
    assert (made.tasks, made.activities, made.evidence) == (11, 2, 1)
    assert made.period == Span(date(2025, 12, 15), date(2026, 12, 14))


def test_that_withheld_activities_are_neither_counted_nor_printed(
    office: Office, target: Path
) -> None:
    open_code = _exported(office, target).code
    set_state(office, 2026, ["2.3"], TaskState.SEPARATE, "")
    apart = _exported(office, target)
    record(office, form("Diễn tập", "2.3", readings=("D1=3",), files=(paper("a.png", b"a"),)))
    made = _exported(office, target)
    assert open_code != apart.code == made.code
    assert (made.activities, made.evidence) == (0, 0)
    assert "withheld" in [notice.key for notice in made.notices]


def test_that_any_days_may_be_asked_for(office: Office, target: Path) -> None:
    for day in ("31/12/2025", "1/1/2026", "30/6/2026", "1/7/2026"):
        record(office, form(f"Họp {day}", on=day))
    half = Span(date(2026, 1, 1), date(2026, 6, 30))
    made = _exported(office, target, half)
    assert (made.activities, made.period) == (2, half)


@pytest.mark.parametrize("year", [0, 26, 1999, 2101])
def test_that_no_report_is_made_of_an_impossible_year(
    office: Office, target: Path, year: int
) -> None:
    with pytest.raises(KnownError, match="year_impossible"):
        export(office, report_writer(), year, None, target)
    assert not target.exists()


def test_that_a_place_that_cannot_be_written_records_nothing(
    office: Office, tmp_path: Path
) -> None:
    (tmp_path / "thư mục").mkdir()
    for place in (tmp_path / "không có" / "báo cáo.docx", tmp_path / "thư mục"):
        with pytest.raises(KnownError, match="target_unwritable"):
            _exported(office, place)
    assert _submitted(office) == ()


def test_that_nothing_half_written_is_left_beside_the_report(office: Office, target: Path) -> None:
    before = {each.name for each in target.parent.iterdir()}
    _exported(office, target)
    assert {each.name for each in target.parent.iterdir()} - before == {target.name}
    assert list(office.store.folder.unfinished.iterdir()) == []


def test_that_a_state_can_be_taken_back_after_the_report_of_its_round(
    office: Office, target: Path
) -> None:
    record(office, form("Đón đoàn"))
    set_state(office, 2026, ["3.6"], TaskState.NONE, "")
    _exported(office, target)
    assert take_back(office) == "Tình trạng nhiệm vụ 3.6 năm 2026"
    assert take_back(office) == "Ghi hoạt động: Đón đoàn"
    assert check(office).ok
    assert len(_submitted(office)) == 1


def test_that_an_export_clears_what_a_killed_one_left_beside_its_target(
    office: Office, target: Path
) -> None:
    left: list[Path] = []

    class Killed(BaseException):
        """Stands for a kill: nothing more is done after it."""

    class Dying:
        """A writer at which the program is killed."""

        def code(self, _document: object) -> str:
            return "0" * 12

        def write(self, _document: object, stream: BinaryIO, _pictures: object = None) -> None:
            left.append(Path(stream.name))
            raise Killed

    foreign = target.with_name(".của người khác.tmp")
    foreign.write_bytes(b"x")
    with pytest.raises(Killed):
        export(office, Dying(), 2026, None, target)
    left[0].write_bytes(b"half")
    _exported(office, target)
    assert not left[0].exists()
    assert foreign.exists()


def test_that_an_export_is_not_taken_back_in_place_of_work(office: Office, target: Path) -> None:
    record(office, form("Đón đoàn"))
    _exported(office, target)
    assert take_back(office) == "Ghi hoạt động: Đón đoàn"
    assert target.exists()


class _Watch:
    """A watcher that keeps what it hears and stops the work at a step, if asked."""

    def __init__(self, last: int | None = None) -> None:
        """Stop at the step numbered `last`, from 0; never where there is none."""
        self.heard: list[tuple[int, int]] = []
        self._last = last

    def step(self, done: int, total: int) -> None:
        """Hear a step."""
        self.heard.append((done, total))
        if self._last is not None and len(self.heard) > self._last:
            raise Cancelled


def test_that_an_export_says_how_far_it_has_come(office: Office, target: Path) -> None:
    record(office, form("Đón đoàn"))
    watch = _Watch()
    export(office, report_writer(), 2026, None, target, watch)
    done = [step for step, _total in watch.heard]
    assert done == sorted(done)
    assert done[0] == 0
    assert {total for _step, total in watch.heard} == {100}
    assert max(done) < 100


def test_that_an_export_stopped_anywhere_leaves_nothing(office: Office, target: Path) -> None:
    record(office, form("Đón đoàn"))
    target.write_bytes(b"old")
    before = {path.name for path in target.parent.iterdir()}
    for last in count():
        try:
            export(office, report_writer(), 2026, None, target, _Watch(last))
        except Cancelled:
            assert target.read_bytes() == b"old"
            assert {path.name for path in target.parent.iterdir()} == before
            assert list(office.store.folder.editions.iterdir()) == []
            assert _submitted(office) == ()
        else:
            break
    assert last > 5
    assert target.read_bytes() != b"old"
