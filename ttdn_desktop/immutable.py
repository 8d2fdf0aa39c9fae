"""Immutable classes: what `dataclass(frozen=True, slots=True)` makes, sooner and quicker.

The standard decorator compiles six methods a class as soon as its module is imported: of hundreds
of classes that is a tenth of a second before a command begins. Here it only gathers the fields;
one method is compiled, once many records of a class are made, and the others look the fields up.
`dataclasses.fields`, `replace` and `asdict` work as ever.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from dataclasses import Field

    _Method = Callable[..., Any]

T = TypeVar("T")
_FRESH: Final = object()
"""Given for a field whose default is made anew for each record."""
_FEW = 50
"""So many records of a class are made without a method compiled for it, which costs as much."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def immutable(cls: type[T]) -> type[T]:
    """Return the class with slots, equal and hashed by its fields, and never changed once made."""
    own = frozenset(vars(cls))
    cls.__doc__ = cls.__doc__ or cls.__name__  # else dataclasses writes one, and not fast
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    for name, method in _methods(made).items():
        if name not in own:
            setattr(made, name, method)
    return made


def _methods(made: type) -> dict[str, _Method]:
    values = _values(made)

    def equal(self: object, other: object) -> object:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    return {
        "__init__": _initialiser(made),
        "__eq__": equal,
        "__hash__": hashed,
        "__repr__": _shown,
        "__reduce__": _reduced,
        "__setattr__": _refused,
        "__delattr__": _refused,
    }


def _values(made: type) -> Callable[[object], object]:
    """Return what gives the values of a record's fields: as one value where it has but one."""
    names = [each.name for each in fields(made)]
    return attrgetter(*names) if names else lambda _record: ()


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
    taken = [each for each in fields(made) if each.init]
    return (
        dict.fromkeys(each.name for each in taken),
        {each.name: each.default for each in taken if each.default is not MISSING},
        {each.name: each.default_factory for each in taken if each.default_factory is not MISSING},
    )


def _compiled(made: type) -> _Method:
    """Return the `__init__` of a class: a parameter a field, in their order.

    What is no parameter (`field(init=False)`) is set by the class's own `__post_init__`.
    """
    taken = [each for each in fields(made) if each.init]
    known = {"MADE": made, "TWIN": _twin(made), "PUT": object.__setattr__, "FRESH": _FRESH}
    known["FILL"] = _filling([each.name for each in taken])
    known.update(_defaults(taken))
    text = "\n".join(
        (
            f"def outer({', '.join(known)}):",
            f" def __init__({', '.join(('self', *map(_parameter, taken)))}):",
            *(f"  {line}" for line in _lines(made, taken)),
            " return __init__",
        )
    )
    space: dict[str, Any] = {}
    exec(text, space)  # noqa: S102 (names that are Python's own, as in dataclasses)
    init: _Method = space["outer"](*known.values())
    return init


def _lines(made: type, taken: list[Field[Any]]) -> Iterator[str]:
    """Yield the lines of `__init__`.

    A record is filled while it is of a twin class that allows it, then becomes what it is: each
    field set against the class's own refusal takes three times as long.
    """
    for each in taken:
        if each.default_factory is not MISSING:
            yield f"if {each.name} is FRESH: {each.name} = d_{each.name}()"
    names = [each.name for each in taken]
    yield "if TWIN is None or self.__class__ is not MADE:"  # of a class below, or below another
    yield f" FILL(self, ({''.join(f'{name}, ' for name in names)}))"
    yield "else:"
    yield " PUT(self, '__class__', TWIN)"
    yield from (f" self.{name} = {name}" for name in names)
    yield " self.__class__ = MADE"
    if hasattr(made, "__post_init__"):
        yield "self.__post_init__()"


def _filling(names: list[str]) -> Callable[[object, tuple[object, ...]], None]:
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


def _defaults(taken: list[Field[Any]]) -> Iterator[tuple[str, object]]:
    """Yield the defaults, and what makes them, by the names that they are known by."""
    for each in taken:
        if each.default is not MISSING:
            yield f"d_{each.name}", each.default
        elif each.default_factory is not MISSING:
            yield f"d_{each.name}", each.default_factory


def _parameter(each: Field[Any]) -> str:
    if each.default is not MISSING:
        return f"{each.name}=d_{each.name}"
    return each.name if each.default_factory is MISSING else f"{each.name}=FRESH"


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
