"""What `immutable` makes is what a frozen dataclass with slots is."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Callable


@immutable
class Place:
    """A place on a page."""

    line: int
    name: str = "đầu trang"
    marks: list[str] = field(default_factory=list)


@immutable
class Far(Place):
    """A place that says how far it is."""

    miles: int = 3


@dataclass(frozen=True, slots=True)
class Standard:
    """The same as `Place`, made by the standard decorator."""

    line: int
    name: str = "đầu trang"
    marks: list[str] = field(default_factory=list)


@immutable
class Nothing:
    """A class without a field."""


@immutable
class Squared:
    """A class that works out one of its fields."""

    side: int
    area: int = field(init=False)

    def __post_init__(self) -> None:
        """Work it out."""
        object.__setattr__(self, "area", self.side**2)


def _place(made_before: int) -> type[Any]:
    """Return a class like `Place` of which so many records were made; many make it compile."""

    @immutable
    class Another:
        line: int
        name: str = "đầu trang"
        marks: list[str] = field(default_factory=list)

    for line in range(made_before):
        Another(line)
    return Another


@pytest.mark.parametrize("made_before", [0, 1, 200])
@pytest.mark.parametrize(
    "make",
    [
        lambda made: made(1),
        lambda made: made(1, "cuối trang", ["a"]),
        lambda made: made(name="", line=2),
        lambda made: replace(made(1), name="giữa trang"),
    ],
)
def test_that_fields_are_given_as_to_a_dataclass(
    make: Callable[[Any], Any], made_before: int
) -> None:
    ours, standard = make(_place(made_before)), make(Standard)

    assert asdict(ours) == asdict(standard)
    assert repr(ours).rpartition("Another")[2] == repr(standard).removeprefix("Standard")


@pytest.mark.parametrize("made_before", [0, 1, 200])
@pytest.mark.parametrize(
    "give",
    [
        lambda made: made(),
        lambda made: made(1, "", [], 4),
        lambda made: made(1, nothing=2),
        lambda made: made(1, line=2),
        lambda made: made(name="", nothing=2),
        lambda made: replace(made(1), nothing=2),
    ],
)
def test_that_what_is_no_field_is_refused_each_time(
    give: Callable[[Any], Any], made_before: int
) -> None:
    place = _place(made_before)
    for made in (Standard, place, place):
        with pytest.raises(TypeError):
            give(made)


@pytest.mark.parametrize("made_before", [0, 200])
def test_that_few_and_many_are_equal_and_never_changed(made_before: int) -> None:
    place = _place(made_before)
    first, second = place(1, marks=["a"]), place(1, marks=["a"])

    assert first == second
    assert type(first) is place
    assert place(1).marks is not place(1).marks
    with pytest.raises(FrozenInstanceError):
        first.line = 2


def test_that_what_a_class_works_out_is_so_in_the_first_and_the_last() -> None:
    assert [each.area for each in map(Squared, range(200))] == [side**2 for side in range(200)]


def test_that_a_default_made_anew_is_never_shared() -> None:
    assert Place(1).marks is not Place(1).marks


def test_that_equal_fields_of_one_class_are_equal() -> None:
    assert Place(1) == Place(1)
    assert Place(1) != Place(2)
    assert Far(1) != Place(1)
    assert Nothing() == Nothing()
    assert Squared(2) == Squared(2)


def test_that_equal_ones_have_one_hash_and_those_with_a_list_have_none() -> None:
    assert len({Squared(2), Squared(2), Squared(3), Nothing(), Nothing()}) == 3
    with pytest.raises(TypeError, match="unhashable"):
        hash(Place(1))


def test_that_nothing_is_changed_or_added_afterwards() -> None:
    place = Place(1)

    with pytest.raises(FrozenInstanceError):
        place.line = 2  # type: ignore[misc]  # that it is refused is what is tried
    with pytest.raises(FrozenInstanceError):
        setattr(place, "colour", 2)  # noqa: B010 (a name the class does not know)
    with pytest.raises(FrozenInstanceError):
        del place.line
    assert place == Place(1)
    assert not hasattr(place, "__dict__")


def test_that_a_default_that_could_change_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="mutable default"):

        @immutable
        class _Shared:
            marks: list[str] = []  # noqa: RUF012 (what is refused)


def test_that_what_is_known_of_a_class_is_gathered_once_for_all_its_ways() -> None:
    class Below(Far):
        """A class below, without a decorator."""

    known = fields(Below(1))

    assert known == fields(Far) == fields(Below)
    assert [each.name for each in fields(Place)] == ["line", "name", "marks"]
    assert known[0].type == "int"
    assert asdict(Below(1)) == asdict(Far(1))


def test_that_a_class_inherits_and_adds_fields() -> None:
    assert [each.name for each in fields(Far)] == ["line", "name", "marks", "miles"]
    assert asdict(Far(1, miles=5)) == {"line": 1, "name": "đầu trang", "marks": [], "miles": 5}
    assert isinstance(Far(1), Place)


def test_that_a_record_is_of_its_own_class_and_so_is_one_of_a_class_below() -> None:
    class Below(Place):
        def far(self) -> bool:
            return self.line > 1

    first, second = Place(1), Place(2)
    below = Below(3, "cuối trang")

    assert type(first) is type(second) is Place
    assert type(below) is Below
    assert (below.line, below.name, below.far()) == (3, "cuối trang", True)
    for record in (first, second, below):
        with pytest.raises(FrozenInstanceError):
            record.line = 9  # type: ignore[misc]  # refused, as is to be shown


@pytest.mark.parametrize("record", [Place(3, marks=["a"]), Far(1), Nothing(), Squared(4)])
def test_that_copies_are_equal(record: object) -> None:
    assert copy.copy(record) == record
    assert copy.deepcopy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 (written here)


def test_that_no_signature_is_read_when_its_fields_are_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @immutable
    class Bare:
        line: int

    def refused(*_asked: object, **_how: object) -> None:
        raise AssertionError

    monkeypatch.setattr(inspect, "signature", refused)

    assert [each.name for each in fields(Bare)] == ["line"]


def test_that_a_match_takes_it_apart() -> None:
    match Place(7):
        case Place(line, name):
            assert (line, name) == (7, "đầu trang")
        case _:
            pytest.fail("not matched")


def test_that_methods_of_its_own_stay() -> None:
    @immutable
    class Quiet:
        secret: str

        def __repr__(self) -> str:
            return "Quiet"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Quiet)

        def __hash__(self) -> int:
            return 1

    assert repr(Quiet("x")) == "Quiet"
    assert Quiet("x") == Quiet("y")
    assert len({Quiet("x"), Quiet("y")}) == 1
