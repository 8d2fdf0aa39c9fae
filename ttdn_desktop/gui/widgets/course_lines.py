"""What is said of each step of a report's way: done how, next, or still ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.domain.dates import short
from ttdn_desktop.domain.edition import Outcome
from ttdn_desktop.gui.instants import at
from ttdn_desktop.immutable import immutable
from ttdn_desktop.services.follow_report import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.gui.words import Words
    from ttdn_desktop.services.follow_report import Course

ORDER = (Step.SUBMIT, Step.SIGN, Step.ISSUE, Step.SEND, Step.ANSWER)
DONE, NEXT, AHEAD = "done", "next", "ahead"


@immutable
class StepLine:
    """A step in words, and whether it is "done", "next" or "ahead"."""

    step: Step
    state: str
    text: str


@immutable
class Kept:
    """A kept file: what it is called, when it was kept (UTC milliseconds), its hash and name."""

    title: str
    at: int
    sha256: str
    name: str


def step_lines(course: Course, words: Words) -> tuple[StepLine, ...]:
    """Return the steps in their order."""
    ahead = course.next()
    place = len(ORDER) if ahead is None else ORDER.index(ahead)
    told = dict(_done(course, words))
    lines = []
    for number, step in enumerate(ORDER):
        state = DONE if number < place else NEXT if number == place else AHEAD
        done = state == DONE and step in told
        text = told[step] if done else _todo(step, course, words)
        lines.append(StepLine(step, state, text))
    return tuple(lines)


def _todo(step: Step, course: Course, words: Words) -> str:
    """Return what is to be done; where more is asked for, by what."""
    back = [each for each in course.sent() if each.outcome is Outcome.ASKED_BACK]
    if step is not Step.SUBMIT or not back:
        return words.say(f"course.todo.{step}")
    day = short(back[-1].answered_on or back[-1].sent_on)
    return words.say("course.todo.again", day=day, wish=back[-1].note or back[-1].recipient)


def kept_files(course: Course, words: Words) -> tuple[Kept, ...]:
    """Return all files kept of a round, the newest first; a scan stands with its edition."""
    found = []
    for each in course.submissions:
        title = words.say("course.submission", ordinal=each.ordinal)
        name = words.say("course.submission_file", ordinal=each.ordinal, year=course.round.year)
        found.append(Kept(title, each.at, each.sha256, f"{name}.docx"))
    for edition in course.editions:
        title = words.say(f"course.edition.{edition.kind}", number=edition.number)
        found.append(Kept(title, edition.at, edition.sha256, f"{title}.docx"))
        if edition.scan_sha256:
            scan = words.say("course.scan_of", number=edition.number)
            found.append(Kept(scan, edition.at, edition.scan_sha256, edition.scan_name))
    return tuple(sorted(found, key=lambda each: -each.at))


def _done(course: Course, words: Words) -> Iterator[tuple[Step, str]]:
    say = words.say
    if course.submissions:
        made = course.submissions[-1]
        yield Step.SUBMIT, say("course.done.submit", ordinal=made.ordinal, day=_day(made.at))
        if signing := course.signings.get(made.id):
            day, name = short(signing.signed_on), signing.signer_name or say("course.nameless")
            yield Step.SIGN, say("course.done.sign", day=day, name=name)
    if course.last is not None:
        dated = short(course.last.dated)
        yield Step.ISSUE, say("course.done.issue", number=course.last.number, day=dated)
    sent = course.sent()
    if sent:
        more = say("course.more", count=len(sent) - 1) if len(sent) > 1 else ""
        day = short(sent[-1].sent_on)
        told = say("course.done.send", recipient=sent[-1].recipient, day=day)
        yield Step.SEND, f"{told}{more}"
    for each in sent:
        if each.outcome is not Outcome.SENT and each.answered_on is not None:
            number = each.their_number
            told = say(f"course.done.{each.outcome}", day=short(each.answered_on))
            theirs = say(f"course.their.{each.outcome}", number=number) if number else ""
            yield Step.ANSWER, f"{told}{theirs}"


def _day(instant: int) -> str:
    return f"{at(instant):%d/%m/%Y %H:%M}"
