"""`ttdn` opens the window; `ttdn COMMAND` works in the console."""

from __future__ import annotations

import sys


def main() -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong usage."""
    from ttdn_desktop.console.crash import excepthook  # noqa: PLC0415 (the window needs no console)
    from ttdn_desktop.console.main import run  # noqa: PLC0415 (as above)

    sys.excepthook = excepthook(sys.argv[1:])
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
