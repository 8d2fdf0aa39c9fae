"""`ttdn` opens the window; `ttdn COMMAND` works in the console."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from ttdn_desktop.put_off import put_off_unused

if TYPE_CHECKING:
    from ttdn_desktop.console.arguments import Options


_READING = "_read"
"""The word by which this program asks itself to read a file in a process of its own."""

_USUAL = gc.get_threshold()[0]
_PATIENCE = 200_000
"""So many new objects a command makes before garbage is looked for: what it imports stays."""


def main() -> int:
    """Run one command and end with its exit code: 0 done, 1 refused, 2 wrong usage."""
    if sys.argv[1:2] == [_READING]:
        return _read_a_file()
    _read_words_as_utf8()
    gc.set_threshold(_PATIENCE)
    put_off_unused()
    from ttdn_desktop.console.crash import excepthook  # noqa: PLC0415 (the window needs no console)
    from ttdn_desktop.console.main import run  # noqa: PLC0415 (as above)

    sys.excepthook = excepthook(sys.argv[1:])
    code = run(sys.argv[1:], _open_window)
    os._exit(code)  # all is written and told: what was imported need not be taken apart


def _read_a_file() -> int:
    from ttdn_desktop.files.child import main  # noqa: PLC0415 (reads files, and knows no console)

    return main(sys.argv[2:])


def _open_window(options: Options, exit_when: str | None) -> NoReturn:
    gc.set_threshold(_USUAL)
    from ttdn_desktop.app import open_shell  # noqa: PLC0415 (commands need no Qt)

    sys.exit(open_shell(options.data, options.messages.language, exit_when))


def _read_words_as_utf8() -> None:
    """Begin again in UTF-8 where the system's own letters made something else of the words."""
    if sys.getfilesystemencoding() != "utf-8" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 (the same program, the same words)


if __name__ == "__main__":
    sys.exit(main())
