"""A small process between the tests and a program, which weighs what it has started.

`weighed.py FILE COMMAND…` runs the command and writes into the file how many KiB the program, or a
process of its own, has held at most. A program started by the tests themselves would be charged
with what the tests held at that moment.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    told, *command = sys.argv[1:]
    with subprocess.Popen(command) as process:
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    Path(told).write_text(str(used.ru_maxrss), "utf-8")
    sys.exit(process.returncode)
