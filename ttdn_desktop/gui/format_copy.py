"""Writing a copy of a checked file in which what is safe is put right: where, and what became."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from ttdn_desktop.gui import finding_words, preferences
from ttdn_desktop.gui.dialogs.tell import agrees
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services import check_document
from ttdn_desktop.services.copy_evidence import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ttdn_desktop.domain.format_finding import Finding, Mended
    from ttdn_desktop.gui.jobs import Task
    from ttdn_desktop.gui.workbench import Workbench
    from ttdn_desktop.services.office import Office

SUFFIX = ".docx"
_MOST_NAMED = 5


@immutable
class Copied:
    """A copy that was written, and what was put right in it."""

    path: Path
    mended: Mended


class FormatCopy(QObject):
    """Asks where, writes, and tells what has become of it."""

    made = Signal(object)  # Copied
    refused = Signal(object)  # KnownError
    busy = Signal(bool)

    def __init__(self, bench: Workbench, owner: QWidget) -> None:
        """Work for a page."""
        super().__init__(owner)
        self._bench, self._owner = bench, owner
        self.choose_target: Callable[[str], str] = self._ask_target
        self.may_replace: Callable[[Path], bool] = self._ask_replace

    def save(self, path: Path) -> None:
        """Ask for the file and write it."""
        chosen = self.choose_target(str(_folder_for(path) / self.suggested_name(path)))
        if not chosen:
            return
        target = Path(chosen)
        if target.suffix.lower() != SUFFIX:
            target = target.with_name(f"{target.name}{SUFFIX}")
            if target.exists() and not self.may_replace(target):
                return
        self._write(path, target)

    def suggested_name(self, path: Path) -> str:
        """Return what the copy is called unless the officer says otherwise."""
        return f"{self._bench.say('format.copy_name', name=path.stem)}{SUFFIX}"

    def told(self, copied: Copied) -> str:
        """Return what was put right and how much is left, in one line."""
        say, repaired = self._bench.say, copied.mended.repaired
        left = len(copied.mended.left.findings)
        made = say("format.made", count=len(repaired))
        rest = say("format.left", count=left) if left else say("format.left_none")
        return f"{made} {self._named(repaired)}{rest}"

    def _named(self, repaired: tuple[Finding, ...]) -> str:
        titles = list(dict.fromkeys(finding_words.title(self._bench.words, x) for x in repaired))
        if not titles:
            return ""
        shown, more = titles[:_MOST_NAMED], len(titles) - _MOST_NAMED
        key = "format.named_more" if more > 0 else "format.named"
        return f"{self._bench.say(key, names='; '.join(shown), count=more)} "

    def _write(self, path: Path, target: Path) -> None:
        bench, checker = self._bench, self._bench.tools.format_checker
        if checker is None:
            return

        def work(_office: Office, task: Task) -> Copied:
            return Copied(target, check_document.repair(checker(), path, target, task))

        self.busy.emit(True)  # noqa: FBT003 (a signal's)
        told = bench.say("format.repairing", name=target.name)
        task = bench.jobs.do_long(told, work, self._on_made, refused=self.refused.emit)
        task.ended.connect(self._on_ended)

    def _on_made(self, copied: Copied) -> None:
        preferences.keep_last_folder("format", str(copied.path.parent))
        self.made.emit(copied)

    def _on_ended(self) -> None:
        self.busy.emit(False)  # noqa: FBT003 (a signal's)

    def _ask_target(self, suggested: str) -> str:
        say = self._bench.say
        kinds = f"{say('format.word_file')} (*{SUFFIX})"
        title = say("format.save_as")
        return QFileDialog.getSaveFileName(self._owner, title, suggested, kinds)[0]

    def _ask_replace(self, target: Path) -> bool:
        """Ask for the name with its ending, of which the system's dialog did not know."""
        bench, say = self._bench, self._bench.say
        question = say("report.replace", name=target.name)
        title, yes = say("report.replace_title"), say("report.replace_yes")
        return agrees(self._owner, bench.words, bench.look, title, question, yes=yes)


def _folder_for(path: Path) -> Path:
    """Return the file's own folder; of a copy that was only made to be looked at, a lasting one."""
    if not path.parent.name.startswith(PREFIX):
        return path.parent
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(preferences.last_folder("format") or usual)
