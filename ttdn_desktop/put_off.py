"""Modules that a library imports and this program never uses: read once somebody asks for a name.

`importlib.util.LazyLoader` is meant for this; before Python 3.12 the import statement itself makes
such a module load.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType

_LOCK = RLock()
"""Two threads may be the first to ask."""


class _PutOff(ModuleType):
    """A module that looks imported, and becomes so when a name it does not hold is wanted."""

    def __getattr__(self, name: str) -> object:
        with _LOCK:
            if type(self) is _PutOff:
                self._load(name)
        return getattr(self, name)

    def _load(self, wanted: str) -> None:
        """Run the module's code; raises AttributeError where that code asks ahead of itself."""
        spec = self.__spec__
        if spec is None or spec.loader is None or spec.loader_state:
            raise AttributeError(wanted)
        spec.loader_state = wanted
        try:
            spec.loader.exec_module(self)
        finally:
            spec.loader_state = None
        self.__class__ = ModuleType  # type: ignore[assignment]  # nothing waits any more


def put_off(name: str, **known: object) -> None:
    """Let a module wait; `known` are names that it answers meanwhile, as it would itself.

    Does nothing where it was imported already or is not to be found.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None:
        return
    module = module_from_spec(spec)
    vars(module).update(known)
    module.__class__ = _PutOff
    sys.modules[name] = module
    package, _, own = name.rpartition(".")
    if package:
        setattr(sys.modules[package], own, module)


def put_off_unused() -> None:
    """Put off what libraries import for a use we have none of: a tenth of a command's start.

    Asynchronous drivers and plugins of SQLAlchemy; what `inspect` reads source with; addresses in
    brackets.
    """
    for name in ("importlib.metadata", "tokenize", "ipaddress"):
        put_off(name)
    from inspect import iscoroutine  # noqa: PLC0415 (it imports some of these)

    put_off("asyncio", iscoroutine=iscoroutine)
