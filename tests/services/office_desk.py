"""A clock that ticks, and forms as officers fill them in, for the tests of the services."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

from ttdn_desktop.domain.activity import Cause, Obstacle, Part, Proposal
from ttdn_desktop.domain.dates import parse_moment
from ttdn_desktop.domain.funding import parse_funding
from ttdn_desktop.domain.indicator import parse_reading
from ttdn_desktop.services.attach_evidence import IncomingFile
from ttdn_desktop.services.record_activity import ActivityForm

TODAY = date(2026, 12, 1)
SO_NGOAI_VU = "Sở Ngoại vụ"


class TickingClock:
    """A `Clock` that stands at 1 December 2026 and counts milliseconds and randomness."""

    def __init__(self) -> None:
        """Start at 08:00 of the day."""
        self._now = int(datetime(2026, 12, 1, 1, tzinfo=UTC).timestamp() * 1000)
        self._drawn = 0

    def now_ms(self) -> int:
        """Return an instant later than any before."""
        self._now += 1
        return self._now

    def today(self) -> date:
        """Return 1 December 2026."""
        return TODAY

    def random(self, count: int) -> bytes:
        """Return bytes never returned before."""
        self._drawn += 1
        return self._drawn.to_bytes(count, "big")


def form(
    title: str,
    *items: str,
    on: str = "5/3/2026",
    part: Part | None = None,
    readings: tuple[str, ...] = (),
    documents: tuple[str, ...] = (),
    files: tuple[IncomingFile, ...] = (),
) -> ActivityForm:
    """Return a form with dates and figures as typed."""
    return ActivityForm(
        title=title,
        items=items or ("1.10",),
        start=parse_moment(on),
        part=part,
        readings=tuple(parse_reading(text) for text in readings),
        documents=documents,
        files=files,
    )


def paper(name: str, content: bytes) -> IncomingFile:
    """Return a file on its way into the vault."""
    return IncomingFile(name, lambda: BytesIO(content))


def unreadable(name: str) -> IncomingFile:
    """Return a file that is gone when it is read."""

    def gone() -> BytesIO:
        raise FileNotFoundError(name)

    return IncomingFile(name, gone)


LETTER = "Công văn số 7/SNgV ngày 1/3/2026 của Sở Ngoại vụ"
FULL = replace(
    form(
        "Đón đoàn",
        "1.10",
        "II.3",
        "2.4",
        part=Part.JOIN,
        readings=("D1=3", "D1=2:nuoc=Lào", "D1N=~40"),
        documents=(LETTER,),
        files=(paper("a.png", b"1"), paper("b.png", b"2")),
    ),
    until=date(2026, 3, 7),
    kind="Đón đoàn vào",
    place="xã Bờ Y",
    content="Trao đổi",
    result="Ký biên bản",
    partners=("Công an tỉnh", "Sở Công Thương"),
    audience=("Nhân dân",),
    highlight=True,
    good_practice=True,
    obstacles=(Obstacle("Mạng yếu"), Obstacle("Mưa lớn", Cause.OBJECTIVE)),
    proposals=(Proposal("Tập huấn", "Sở Nội vụ"),),
    fundings=(parse_funding("recurrent=18 triệu"), parse_funding("xã hội hóa=2 triệu")),
    links=("https://kontum.example/1",),
)
"""A form with something of everything."""
