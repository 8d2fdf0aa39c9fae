"""Starts the reading process, listens to it, and ends it: when it is done, too slow or unwanted."""

from __future__ import annotations

import queue
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from ttdn_desktop.errors import KnownError
from ttdn_desktop.files import limits
from ttdn_desktop.files.wire import HEAD, Receiver
from ttdn_desktop.immutable import immutable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ttdn_desktop.files.request import Request
    from ttdn_desktop.services.ports import Progress

_WORD = "_read"
_ROOT = Path(__file__).resolve().parents[2]
_NO_WINDOW: Final = 0x08000000 if sys.platform == "win32" else 0
_LOOK_UP: Final = 0.05
"""Seconds between two looks at whether the officer still wants it."""

_LAST_BREATH: Final = 1.0
"""Seconds between the end of its answer and its own."""

_BEGIN = "import sys; sys.path[:] = {paths!r}; from ttdn_desktop.files.child import main; "
_RUN = "sys.exit(main(sys.argv[1:]))"

Frame = tuple[bytes, bytes]


class ReaderDiedError(Exception):
    """The process ended before its answer did; `code` is how. `receiver` has what came before."""

    def __init__(self, code: int, receiver: Receiver) -> None:
        """Keep both."""
        super().__init__(code)
        self.code = code
        self.receiver = receiver


@immutable
class Watch:
    """How long a reading may take, and who follows it. `until` is on the monotonic clock."""

    progress: Progress
    until: float = field(default_factory=lambda: time.monotonic() + limits.SECONDS)

    def look_up(self, receiver: Receiver) -> None:
        """Raise Cancelled where it is unwanted, KnownError file_too_slow where it is too late."""
        self._tell(receiver.rows, max(receiver.rows, receiver.expected, 1))

    def go_on(self) -> None:
        """Raise as `look_up` does, once all has been read and is being understood."""
        self._tell(1, 1)

    def _tell(self, done: int, total: int) -> None:
        self.progress.step(done, total)
        if time.monotonic() > self.until:
            raise KnownError("file_too_slow")


def listen(request: Request, watch: Watch) -> Receiver:
    """Return what a reading process tells of a file.

    Raises KnownError as the process does, Cancelled, and ReaderDiedError; ValueError where the
    answer makes no sense.
    """
    receiver = Receiver()
    with _process(request) as process:
        for letter, content in _frames(process, receiver, watch):
            receiver.take(letter, content)
        if not receiver.ended and not receiver.fault:
            raise ReaderDiedError(_end_of(process), receiver)
    return receiver


@contextmanager
def _process(request: Request) -> Iterator[subprocess.Popen[bytes]]:
    process = _started(request)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _started(request: Request) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 (this program itself)
            [*_command(), *request.words()],
            stdin=subprocess.PIPE,  # stays open while this process lives
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
            start_new_session=True,
        )
    except OSError as error:
        raise KnownError("file_reader_absent") from error


def _command() -> list[str]:
    """Return the words that start this program as the reading process.

    The interpreter is given our paths and told to look at nothing else: no environment, no
    folder it happens to be in, no site.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, _WORD]
    paths = [str(_ROOT), *(path for path in sys.path if Path(path).is_absolute())]
    return [sys.executable, "-I", "-S", "-X", "utf8", "-c", _BEGIN.format(paths=paths) + _RUN]


def _frames(process: subprocess.Popen[bytes], receiver: Receiver, watch: Watch) -> Iterator[Frame]:
    """Yield frames as they come, looking up between them; ends where the answer ends."""
    waiting: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
    threading.Thread(target=_fetch, args=(process.stdout, waiting), daemon=True).start()
    while True:
        watch.look_up(receiver)
        try:
            frame = waiting.get(timeout=_LOOK_UP)
        except queue.Empty:
            continue
        if frame is None:
            return
        yield frame


def _fetch(pipe: BinaryIO, waiting: queue.SimpleQueue[Frame | None]) -> None:
    room = limits.TEXT_BYTES
    with suppress(OSError, ValueError):  # the pipe was closed by the one who listened
        while room > 0 and len(head := pipe.read(HEAD.size)) == HEAD.size:
            letter, length = HEAD.unpack(head)
            content = pipe.read(min(length, limits.FRAME_BYTES))
            if len(content) < length:
                break
            waiting.put((letter, content))
            room -= length
    waiting.put(None)


def _end_of(process: subprocess.Popen[bytes]) -> int:
    """Return how it ended; it is ended where it goes on without saying anything."""
    with suppress(subprocess.TimeoutExpired):
        return process.wait(_LAST_BREATH)
    process.kill()
    return process.wait()
