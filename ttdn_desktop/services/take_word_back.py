"""A report edited in Word comes back: the difference first, then what the officer takes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ttdn_desktop.domain import report_period
from ttdn_desktop.domain.notice import Notice
from ttdn_desktop.domain.report_apply import beneath, fitting, generated, is_by_line
from ttdn_desktop.domain.report_decisions import base_for
from ttdn_desktop.domain.report_edit import Edit
from ttdn_desktop.domain.word_compare import compare
from ttdn_desktop.domain.word_return import FILLED, SUBJECT
from ttdn_desktop.domain.word_taken import wordings
from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.report_draft import draft
from ttdn_desktop.store import report_edits, rounds, submissions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ttdn_desktop.domain.document import Document
    from ttdn_desktop.domain.round import Round
    from ttdn_desktop.domain.word_return import Return
    from ttdn_desktop.domain.word_taken import Choices
    from ttdn_desktop.domain.word_text import WordText
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import WordReader
    from ttdn_desktop.services.report_draft import Draft
    from ttdn_desktop.store.changes import Tx
    from ttdn_desktop.store.submissions import Submission


@immutable
class Previewed:
    """A file laid beside the report of a round; what is taken over is this object.

    `code` is the one the file bears, or None; `ordinal` the bản trình that it was made as, None
    where this folder does not know it; `document` is the report as it reads now. `notices` say
    what to know of the file.
    """

    name: str
    code: str | None
    ordinal: int | None
    round: Round
    draft: Draft
    came: Return
    notices: tuple[Notice, ...]


def preview(office: Office, reader: WordReader, path: Path, asked: Round) -> Previewed:
    """Return what a file differs in from the report of a round; nothing is written.

    Raises KnownError `file_absent`, `file_denied`, or what the reader raises.
    """
    word = _read(reader, path)
    known, of_round = _known(office, word.code)
    made = _as_made(office, reader, known)
    now = draft(office, asked)
    names = {reader.mark(key): key for key in _keys(now.document)}
    came = compare(now.document, word, names, made)
    return Previewed(
        name=path.name,
        code=word.code,
        ordinal=known.ordinal if known else None,
        round=asked,
        draft=now,
        came=came,
        notices=tuple(_notices(word, known, made, of_round, asked)),
    )


def adopt(office: Office, shown: Previewed, choices: Choices) -> int:
    """Write what is chosen of a preview into the draft, as one change; return how many blocks.

    Raises KnownError `nothing_to_take`.
    """
    wanted = wordings(shown.draft.document, shown.came, choices)
    if not wanted:
        raise KnownError("nothing_to_take", name=shown.name)
    label = f"Nhận lời văn sửa trong Word: {shown.name}"
    with office.store.change(office.actor(), label) as tx:
        rounds.ensure(tx, shown.round)
        for key, text in wanted.items():
            _write(tx, shown, key, text)
    return len(wanted)


def _write(tx: Tx, shown: Previewed, key: str, text: str) -> None:
    """Write the wording of a block; one that is just what is generated is no edit."""
    made = shown.draft.generated
    now, by_line = generated(made, key) or (), is_by_line(made, key)
    earlier = shown.draft.edited.edits.get(key)
    if earlier is not None and earlier.block != key:
        report_edits.drop(tx, shown.round.id, earlier.block)
    if text == " ".join(each.text for each in now) and not shown.draft.offers.get(key):
        report_edits.drop(tx, shown.round.id, key)
        return
    base = now
    if earlier is not None:
        merged = replace(fitting(earlier), block=key)
        base = base_for(merged, beneath(made, key, merged), by_line=by_line)
    report_edits.put(tx, shown.round.id, Edit(key, base, text))


def _read(reader: WordReader, path: Path) -> WordText:
    try:
        with path.open("rb") as stream:
            return reader.read(stream)
    except FileNotFoundError as gone:
        raise KnownError("file_absent", name=path.name) from gone
    except OSError as fault:
        raise KnownError("file_denied", name=path.name) from fault


def _known(office: Office, code: str | None) -> tuple[Submission | None, Round | None]:
    """Return the bản trình with a code, and the round it is of."""
    with office.store.read() as connection:
        known = submissions.by_code(connection, code) if code else None
        return known, rounds.by_id(connection, known.round_id) if known else None


def _as_made(office: Office, reader: WordReader, known: Submission | None) -> WordText | None:
    """Return the file as it was made, or None where it is not kept or no longer whole."""
    if known is None:
        return None
    try:
        with (office.store.folder.editions / known.sha256).open("rb") as stream:
            return reader.read(stream)
    except (KnownError, OSError):
        return None


def _keys(document: Document) -> Iterator[str]:
    yield from (*FILLED, SUBJECT)
    yield from (block.key for block in document.body)
    for annex in document.annexes:
        yield annex.key
        yield from (note.key for note in annex.notes)


def _notices(
    word: WordText,
    known: Submission | None,
    made: WordText | None,
    of_round: Round | None,
    asked: Round,
) -> Iterator[Notice]:
    if word.code is None:
        yield Notice("return_no_code")
    elif known is None:
        yield Notice("return_foreign", {"code": word.code})
    elif made is None:
        yield Notice("return_not_kept", {"ordinal": known.ordinal})
    if of_round is not None and of_round.id != asked.id:
        yield Notice("return_other_round", {"time": report_period.named(of_round)})
