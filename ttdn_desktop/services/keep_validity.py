"""Hiệu lực của văn bản được dẫn: said of each document once, shown wherever it is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.citation import brief, identity
from ttdn_desktop.domain.text import tidy
from ttdn_desktop.domain.validity import EXPIRED, Standing, Validity
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import validities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ttdn_desktop.domain.evidence import DocumentReference
    from ttdn_desktop.domain.validity import Key
    from ttdn_desktop.services.office import Office


@immutable
class ValidityForm:
    """What an officer says of one document; `standing` None: nothing is known of it.

    `replaced_by` is needed where it is replaced, and idle elsewhere.
    """

    reference: DocumentReference
    standing: Standing | None
    replaced_by: str = ""
    since: date | None = None


def known(office: Office) -> Mapping[Key, Validity]:
    """Return what is known of documents, by `citation.identity`."""
    return office.surroundings().validities


def save(office: Office, forms: Sequence[ValidityForm]) -> None:
    """Write what is said of documents as one change; what is said already is no change.

    Raises KnownError `replacement_missing` where a document is replaced by nothing.
    """
    before = known(office)
    said = [(form, _validity(form)) for form in forms]
    changed = [(form, now) for form, now in said if before.get(identity(form.reference)) != now]
    if not changed:
        return
    told = "; ".join(brief(form.reference) for form, _now in changed)
    with office.store.change(office.actor(), f"Ghi hiệu lực văn bản: {told}") as tx:
        for form, now in changed:
            if now is not None:
                validities.put(tx, now)
            elif was := before.get(identity(form.reference)):
                validities.forget(tx, was)


def _validity(form: ValidityForm) -> Validity | None:
    if form.standing is None:
        return None
    replaced = form.standing is Standing.REPLACED
    by = tidy(form.replaced_by) if replaced else ""
    if replaced and not any(map(str.isalnum, by)):
        raise KnownError("replacement_missing", document=brief(form.reference))
    since = form.since if form.standing in EXPIRED else None
    key = identity(form.reference)
    return Validity(key, form.reference.written, form.standing, by, since)
