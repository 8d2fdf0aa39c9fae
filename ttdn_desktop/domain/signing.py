"""Who signs, and with what authority: box 7a of Decree 30 (annex I, II.7b to II.7đ)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class SignForm(StrEnum):
    """How someone signs: as the head, or under one of the five marks of II.7b."""

    DIRECT = "direct"  # the head of the body, in its own usual way
    ON_BEHALF = "on_behalf"  # TM., thay mặt tập thể
    ACTING = "acting"  # Q., được giao quyền cấp trưởng
    DEPUTY = "deputy"  # KT., ký thay người đứng đầu
    BY_ORDER = "by_order"  # TL., thừa lệnh
    DELEGATED = "delegated"  # TUQ., thừa ủy quyền


MARKS: Mapping[SignForm, str] = {
    SignForm.ON_BEHALF: "TM.",
    SignForm.ACTING: "Q.",
    SignForm.DEPUTY: "KT.",
    SignForm.BY_ORDER: "TL.",
    SignForm.DELEGATED: "TUQ.",
}
_COLLECTIVE = MARKS[SignForm.ON_BEHALF]
_SLASHED = {"TM.": "T/M", "KT.": "K/T", "TL.": "T/L", "TUQ.": "T/UQ"}
_DEPUTY = "PHÓ"


@immutable
class Signer:
    """Someone who may sign from `since` to `until`, both days included; None is without end.

    `name` bears no academic title (II.7c); `title` is the signer's own office as one says it
    ("Phó Giám đốc"), "" where the form and the body tell it.
    """

    name: str
    title: str
    form: SignForm
    since: date | None = None
    until: date | None = None

    def signs_on(self, day: date) -> bool:
        """Tell whether the signer signs on a day."""
        return (self.since or date.min) <= day <= (self.until or date.max)


def signer_on(signers: Iterable[Signer], day: date) -> Signer | None:
    """Return who signs on a day: of several whoever came last, in office and then in the list."""
    found: Signer | None = None
    for each in signers:
        later = found is None or (each.since or date.min) >= (found.since or date.min)
        if later and each.signs_on(day):
            found = each
    return found


def authority_lines(
    form: SignForm, title: str, profile_authority: Sequence[str], *, slashed: bool = False
) -> tuple[str, ...]:
    """Return the lines over the signature, in capitals.

    `profile_authority` is how the head of the body signs: one title ("GIÁM ĐỐC"), or a
    collective and a title ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"). `title` is the signer's own, line
    by line where it has several. Whoever signs under TM. in a body whose head does not, names
    the collective in the first line of the title. `slashed` writes K/T for KT. as the Party does.
    """
    *above, head = (line.upper() for line in profile_authority) if profile_authority else ("",)
    own = tuple(line.strip().upper() for line in title.splitlines() if line.strip())
    lines = tuple(line for line in _lines(form, own, tuple(above), head) if line)
    return tuple(map(_slashed, lines)) if slashed else lines


def _lines(
    form: SignForm, own: tuple[str, ...], above: tuple[str, ...], head: str
) -> tuple[str, ...]:
    mark = MARKS.get(form, "")
    if form is SignForm.DIRECT:
        return (*above, *(own or (head,)))
    if form is SignForm.ON_BEHALF:
        return (*above, *(own or (head,))) if above else _of_collective(own)
    if form is SignForm.ACTING:
        return (*above, f"{mark} {head}")
    if form is SignForm.DEPUTY:
        return (*above, f"{mark} {head}", *(own or (f"{_DEPUTY} {head}",)))
    return (f"{mark} {head}", *own)


def _of_collective(own: tuple[str, ...]) -> tuple[str, ...]:
    collective, *titles = own or ("",)
    return (f"{_COLLECTIVE} {collective.removeprefix(_COLLECTIVE).strip()}", *titles)


def _slashed(line: str) -> str:
    mark, space, rest = line.partition(" ")
    return f"{_SLASHED.get(mark, mark)}{space}{rest}"
