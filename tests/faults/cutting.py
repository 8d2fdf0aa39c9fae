"""The power cut while evidence is stored and backed up, or a report frozen: all it may leave."""

from __future__ import annotations

import hashlib
import random
from contextlib import ExitStack
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from tests.faults.backing_up import started, unheard
from tests.faults.issue_desk import Desk, exported
from tests.faults.replay import recorded, torn
from tests.faults.tally import Tally
from ttdn_desktop.desk import open_desk
from ttdn_desktop.services import back_up as backing
from ttdn_desktop.services import freeze
from ttdn_desktop.store import kept_backups
from ttdn_desktop.store.repository import Repository

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 64 * 1024


def cut_power(place: Path, times: int, seed: int) -> Tally:
    """Store a file and back it up; look at what a power cut may leave, `times` over."""
    tally, root = Tally("power cut"), place / "disk"
    root.mkdir()
    data = started(root)
    for number in range(times):
        content = random.Random(seed + number).randbytes(SIZE)  # noqa: S311 (any content)
        digest = hashlib.sha256(content).hexdigest()
        names: list[str] = []
        with open_desk(data, writing=True) as desk:

            def work(content: bytes = content, names: list[str] = names) -> None:
                desk.office.store.vault.add(BytesIO(content))
                names.append(backing.back_up(desk.office).manifest.name)

            moments = recorded(root, work)

        def look(state: Path, told: bool, wanted: str = digest) -> str | None:  # noqa: FBT001 (as Check has it)
            file = state / data.name / "vault" / wanted[:2] / wanted
            if file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
                return "torn"
            found = kept_backups.verify(Repository(state / data.name / "backups"), unheard)
            if any(not each.good for each in found):
                return "torn"
            return "lost" if told and not (file.exists() and found) else None

        tried, wrong = torn(moments, root, place / "after", look)
        tally.kills += tried
        tally.torn += sum(each.endswith("torn") for each in wrong)
        tally.lost += sum(each.endswith("lost") for each in wrong)
        tally.stages["states that a cut may leave"] += tried
    return tally


def cut_issuing(place: Path, times: int, seed: int) -> Tally:
    """Freeze a report with its scan, up to where it is recorded; look at what a cut may leave.

    Once it may be recorded both files are there for good; before, each is whole or not there.
    """
    tally, base, root = Tally("power cut: issue"), exported(place), place / "disk"
    root.mkdir()
    for number in range(times):
        scan = random.Random(seed + number).randbytes(SIZE)  # noqa: S311 (any content)
        desk = Desk(base, root / f"data-{number}", str(number + 1), scan)

        def look(state: Path, told: bool, desk: Desk = desk) -> str | None:  # noqa: FBT001 (as Check has it)
            kept = state / desk.data.name / "editions"
            if wrong := next(desk.misnamed(kept), None):
                return f"{wrong}: torn"
            there = {path.name for path in kept.iterdir()}
            return "lost" if told and there != set(desk.whole.values()) else None

        with open_desk(desk.data, writing=True) as opened, ExitStack() as stack:
            content = desk.frozen(opened.office)
            keeping = freeze.kept(opened.office, content, desk.scan)
            moments = recorded(root, partial(stack.enter_context, keeping))
        tried, wrong = torn(moments, root, place / "after", look)
        tally.kills += tried
        tally.torn += sum(each.endswith("torn") for each in wrong)
        tally.lost += sum(each.endswith("lost") for each in wrong)
        tally.stages["states that a cut may leave"] += tried
        desk.remove()
    return tally
