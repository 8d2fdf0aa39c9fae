"""Where the frozen program begins."""

import os
import sys

from ttdn_desktop.__main__ import main


def _give_back_library_path() -> None:
    """Let programs opened from here, a viewer or Word, find their own libraries, not ours.

    The bootloader puts our folder first for the loader, which has read it by now.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before


_give_back_library_path()
sys.exit(main())
