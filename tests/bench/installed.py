"""Running a program as it runs where it is installed: its bytecode is kept from the first run on.

Whoever installs a package gets it compiled. Where this machine forbids writing bytecode, or the
checkout has none yet, all of ours would be compiled at each start, and of the libraries nothing.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def environment(folder: Path, **more: str) -> Mapping[str, str]:
    """Return the environment for ours and floor alike, with their bytecode in a folder."""
    kept = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "bytecode"), **more}
