"""`python -m tests.screens [SCENE…]`: picture every page and dialog into out/screens/.

One line a picture, and below it one for each thing that is wrong in it: text clipped, a widget
outside its parent, one over the other. The exit code is 1 when there is any.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.screens.scenes import SCENES

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "out" / "screens"


def main() -> int:
    """Picture the scenes that are named, or all; each in a process of its own."""
    wanted = sys.argv[1:] or list(SCENES)
    if unknown := set(wanted) - set(SCENES):
        sys.stderr.write(f"{', '.join(sorted(unknown))}? {' | '.join(SCENES)}\n")
        return 2
    return max([_pictured(name) for name in wanted])


def _pictured(name: str) -> int:
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(SCENES[name].factor),
            "HOME": home,
            "XDG_DATA_HOME": home,
            "XDG_CONFIG_HOME": home,
        }
        target = str(PICTURES / name)
        shoot = [sys.executable, "-m", "tests.screens.shoot", name, target]
        return subprocess.run(shoot, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
