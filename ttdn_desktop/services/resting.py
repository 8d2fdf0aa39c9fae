"""The collector of garbage, at rest while much is made that stays."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_resting() -> Iterator[None]:
    """Let the collector rest: it would look through a long list, whole, as it grows.

    That takes a third of the time of understanding one, and finds nothing. What was made counts
    as old when it works again, or it would look through all of it at once; not where the window
    keeps what it began with out of its sight, for that would come back into it.
    """
    worked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if worked:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
