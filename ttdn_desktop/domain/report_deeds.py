"""What a unit did, as verb and object by its part (rule 1 of the wording)."""

from __future__ import annotations

from ttdn_desktop.domain import report_words
from ttdn_desktop.domain.activity import Activity, Part
from ttdn_desktop.domain.report_case import joined, lower_first

PARTS = {
    Part.LEAD: "chủ trì",
    Part.SUPPORT: "phối hợp",
    Part.JOIN: "tham gia",
    Part.ADVISE: "tham mưu",
}
_PART_VERBS = report_words.Opener((*PARTS.values(), "cử", "dự", "tham dự", "góp ý", "đóng góp"))
"""Openings that tell the unit's part themselves; nothing is put before them."""

_ADVISES = "tham mưu "
_JOINS = ("tham gia", "tham dự", "dự ")
_HOLD, _ISSUE, _CARRY_OUT = "tổ chức", "ban hành", "thực hiện"


def deed(activity: Activity, advised: str = "", *, own: bool = False) -> str:
    """Return "chủ trì tổ chức …", "phối hợp với … tổ chức …", "tham mưu … ban hành …".

    `advised` is the body that the unit advises ("Ủy ban nhân dân tỉnh"), or ""; `own` tells that
    it was done for what is laid on every body, where supporting without a partner is just doing.
    """
    what = lower_first(activity.title.rstrip(" .;,"))
    others = _others(activity, what)
    with_whom = f" với {joined(others)}" if others else ""
    if activity.part is Part.ADVISE and report_words.DOCUMENTS.of(what.removeprefix(_ADVISES)):
        what = what.removeprefix(_ADVISES)
    if activity.part is Part.LEAD:
        return _led(what, with_whom)
    if _PART_VERBS.of(what) and not report_words.WORKS.of(what):
        if activity.part is Part.JOIN and others and what.startswith(_JOINS):
            return f"cùng {joined(others)} {what}"
        return _telling_its_part(what, with_whom)
    if activity.part is Part.SUPPORT:
        helped = "" if own and not with_whom else f"phối hợp{with_whom} "
        return f"{helped}{_verb(what)}{what}"
    if activity.part is Part.JOIN:
        together = f"cùng {joined(others)} " if others else ""
        return f"{together}tham gia {what}"
    together = f"phối hợp{with_whom} " if with_whom else ""
    return f"{together}tham mưu {_to(advised, what)}{_verb(what)}{what}"


def _led(what: str, with_whom: str) -> str:
    if what.startswith("phối hợp"):
        return _telling_its_part(what, with_whom)
    what = what.removeprefix("chủ trì").lstrip(" ,")
    verb = _verb(what)
    if with_whom:
        return f"chủ trì, phối hợp{with_whom} {verb}{what}"
    leads = "chủ trì " if verb.startswith(_HOLD) or what.startswith(_HOLD) else ""
    return f"{leads}{verb}{what}"


def _telling_its_part(what: str, with_whom: str) -> str:
    """Return a title that says the part itself, with the partners that it does not name."""
    bare = what.removeprefix("phối hợp ")
    if with_whom and bare.startswith(("với ", "cùng ")):
        return f"cùng{with_whom.removeprefix(' với')} {what}"
    if not with_whom:
        return what
    return f"phối hợp{with_whom} {bare}"


def with_whom(activity: Activity) -> str:
    """Return the partners that a deed names beside its title: "Sở Nội vụ và Công an tỉnh"."""
    return joined(_others(activity, lower_first(activity.title.rstrip(" .;,"))))


def _others(activity: Activity, what: str) -> list[str]:
    """Return the partners that the title does not name itself."""
    named = what.casefold()
    return [partner for partner in activity.partners if partner.casefold() not in named]


def _verb(what: str) -> str:
    """Return the verb that a title lacks, with a space after it, or ""."""
    if report_words.DOCUMENTS.of(what):
        return f"{_ISSUE} "
    if report_words.WORKS.of(what):
        return f"{_CARRY_OUT} "
    return "" if report_words.VERBS.of(what) else f"{_HOLD} "


def _to(advised: str, what: str) -> str:
    named = "ủy ban nhân dân" in what.casefold() or "UBND" in what
    return "" if named or not advised else f"{advised} "
