"""Immutable classes: what `dataclass(frozen=True, slots=True)` makes, sooner and quicker.

The standard decorator writes and compiles six methods a class as soon as its module is imported: of
hundreds of classes that is a tenth of a second before a command begins. Here a class gets its slots
and methods that look its fields up; one is compiled, once many records of a class are made.
`dataclasses.fields`, `replace` and `asdict` work as ever: what they know of a class the standard
decorator gathers when they first ask.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from inspect import get_annotations
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    _Method = Callable[..., Any]
    _Held = dict[str, Field[Any]]

T = TypeVar("T")
_FIELDS, _PARAMS = "__dataclass_fields__", "__dataclass_params__"
_HELD = "__held_fields__"
_UNSLOTTED = ("__dict__", "__weakref__")
_KEPT = ("__module__", "__annotations__", "__orig_bases__")
_FRESH: Final = object()
"""Given for a field whose default is made anew for each record."""
_FEW = 50
"""So many records of a class are made without a method compiled for it, which costs as much."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def immutable(cls: type[T]) -> type[T]:
    """Return the class with slots, equal and hashed by its fields, and never changed once made."""
    space = {name: each for name, each in vars(cls).items() if name not in _UNSLOTTED}
    declared = {name: space.pop(name, MISSING) for name in get_annotations(cls)}
    above, standard = _fields_above(cls), _Standard(declared)
    held = {**above, **{name: _field(given) for name, given in declared.items()}}
    space |= {"__slots__": tuple(name for name in declared if name not in above), _HELD: held}
    for name, each in {_FIELDS: standard, **_methods(held)}.items():
        space.setdefault(name, each)
    kind: _Method = type(cls)
    made: type[T] = kind(cls.__name__, cls.__bases__, space)
    made.__qualname__ = cls.__qualname__
    standard.made = made
    if "__init__" not in space:
        made.__init__ = _initialiser(made)  # type: ignore[method-assign]  # it has none of its own
    return made


class _Standard:
    """Stands in a class for what `dataclasses` knows of it, until somebody asks."""

    def __init__(self, declared: Mapping[str, object]) -> None:
        """Take the fields as the class declares them, each with its default or MISSING."""
        self._defaults = {name: each for name, each in declared.items() if each is not MISSING}
        self.made: type = object

    def __get__(self, _record: object, _asked: type) -> _Held:
        """Gather it by the standard decorator, once."""
        made = self.made
        space = {name: each for name, each in vars(made).items() if name in _KEPT}
        space |= self._defaults
        space["__doc__"] = made.__name__  # without one, Python's source is read for a signature
        like = type(made.__name__, made.__bases__, space)
        gathered: Any = dataclass(init=False, repr=False, eq=False)(like)
        setattr(made, _PARAMS, gathered.__dataclass_params__)
        setattr(made, _FIELDS, gathered.__dataclass_fields__)
        found: _Held = gathered.__dataclass_fields__
        return found


def _fields_above(cls: type) -> _Held:
    """Return the fields that a class inherits, by name, in their order."""
    above = [vars(each)[_HELD] for each in reversed(cls.__mro__[1:]) if _HELD in vars(each)]
    return {name: each for held in above for name, each in held.items()}


def _field(given: Any) -> Field[Any]:  # noqa: ANN401 (any default)
    if isinstance(given, Field):
        return given
    if type(given).__hash__ is None:  # as the standard decorator refuses it
        raise ValueError(f"mutable default {type(given)}")
    made: Field[Any] = field() if given is MISSING else field(default=given)
    return made


def _methods(held: _Held) -> dict[str, object]:
    values: _Method = attrgetter(*held) if held else lambda _record: ()

    def equal(self: object, other: object) -> object:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    return {
        "__eq__": equal,
        "__hash__": hashed,
        "__repr__": _shown,
        "__reduce__": _reduced,
        "__setattr__": _refused,
        "__delattr__": _refused,
        "__match_args__": tuple(name for name, each in held.items() if each.init),
    }


def _initialiser(made: type) -> _Method:
    """Return the `__init__` of a class that gives way to a compiled one before long."""
    made_so_far = count()

    def initialise(self: Any, *given: object, **named: object) -> None:  # noqa: ANN401 (any record)
        content = _content(made, given, named) if next(made_so_far) < _FEW else None
        if content is None:
            compiled = _compiled(made)
            made.__init__ = compiled  # type: ignore[misc]  # it takes the place of this one
            compiled(self, *given, **named)
            return
        for name, value in content.items():
            object.__setattr__(self, name, value)
        if hasattr(made, "__post_init__"):
            self.__post_init__()

    return initialise


def _content(
    made: type, given: tuple[object, ...], named: dict[str, object]
) -> dict[str, object] | None:
    """Return the fields of a new record; None where what was given is not what it takes."""
    names, defaults, fresh = _taken(made)
    told = {**dict(zip(names, given, strict=False)), **named}
    content = {**defaults, **{name: make() for name, make in fresh.items()}, **told}
    fits = len(told) == len(given) + len(named) and content.keys() == names.keys()
    return content if fits else None


@cache
def _taken(made: type) -> tuple[dict[str, None], dict[str, object], dict[str, _Method]]:
    """Return the fields a class is given, in their order, their defaults, and what makes others."""
    held: _Held = vars(made)[_HELD]
    taken = {name: each for name, each in held.items() if each.init}
    return (
        dict.fromkeys(taken),
        {name: each.default for name, each in taken.items() if each.default is not MISSING},
        {
            name: each.default_factory
            for name, each in taken.items()
            if each.default_factory is not MISSING
        },
    )


def _compiled(made: type) -> _Method:
    """Return the `__init__` of a class: a parameter a field, in their order.

    What is no parameter (`field(init=False)`) is set by the class's own `__post_init__`.
    """
    held: _Held = vars(made)[_HELD]
    taken = {name: each for name, each in held.items() if each.init}
    known = {"MADE": made, "TWIN": _twin(made), "PUT": object.__setattr__, "FRESH": _FRESH}
    known["FILL"] = _filling(tuple(taken))
    known.update(_defaults(taken))
    text = "\n".join(
        (
            f"def outer({', '.join(known)}):",
            f" def __init__({', '.join(('self', *_parameters(taken)))}):",
            *(f"  {line}" for line in _lines(made, taken)),
            " return __init__",
        )
    )
    space: dict[str, Any] = {}
    exec(text, space)  # noqa: S102 (names that are Python's own, as in dataclasses)
    init: _Method = space["outer"](*known.values())
    return init


def _lines(made: type, taken: _Held) -> Iterator[str]:
    """Yield the lines of `__init__`.

    A record is filled while it is of a twin class that allows it, then becomes what it is: each
    field set against the class's own refusal takes three times as long.
    """
    for name, each in taken.items():
        if each.default_factory is not MISSING:
            yield f"if {name} is FRESH: {name} = d_{name}()"
    yield "if TWIN is None or self.__class__ is not MADE:"  # of a class below, or below another
    yield f" FILL(self, ({''.join(f'{name}, ' for name in taken)}))"
    yield "else:"
    yield " PUT(self, '__class__', TWIN)"
    yield from (f" self.{name} = {name}" for name in taken)
    yield " self.__class__ = MADE"
    if hasattr(made, "__post_init__"):
        yield "self.__post_init__()"


def _filling(names: tuple[str, ...]) -> Callable[[object, tuple[object, ...]], None]:
    def fill(record: object, values: tuple[object, ...]) -> None:
        for name, value in zip(names, values, strict=True):
            object.__setattr__(record, name, value)

    return fill


def _twin(made: type) -> type | None:
    """Return a class of the same slots that lets them be set; None where some are of one above.

    Python lets an object change its class where both lay it out alike.
    """
    if made.__bases__ != (object,):
        return None
    return type(made.__name__, (), {"__slots__": tuple(vars(made)["__slots__"])})


def _defaults(taken: _Held) -> Iterator[tuple[str, object]]:
    """Yield the defaults, and what makes them, by the names that they are known by."""
    for name, each in taken.items():
        if each.default is not MISSING:
            yield f"d_{name}", each.default
        elif each.default_factory is not MISSING:
            yield f"d_{name}", each.default_factory


def _parameters(taken: _Held) -> Iterator[str]:
    for name, each in taken.items():
        if each.default is not MISSING:
            yield f"{name}=d_{name}"
        else:
            yield name if each.default_factory is MISSING else f"{name}=FRESH"


def _shown(self: Any) -> str:  # noqa: ANN401 (any record)
    inside = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(inside)})"


def _reduced(self: Any) -> tuple[object, ...]:  # noqa: ANN401 (any record)
    return _rebuilt, (type(self), {each.name: getattr(self, each.name) for each in fields(self)})


def _rebuilt(made: type[T], content: dict[str, object]) -> T:
    """Return a copied or pickled record as it was, whatever its class does when one is made."""
    new = object.__new__(made)
    for name, value in content.items():
        object.__setattr__(new, name, value)
    return new


def _refused(self: object, name: str, *_value: object) -> NoReturn:
    raise FrozenInstanceError(f"{type(self).__qualname__}.{name}")
